/** A narrative document as the editor holds it, and back: only what the document has shapes for. */
import type { JSONContent } from '@tiptap/core';
import type {
	MeasureLink,
	NarrativeBlock,
	NarrativeDocument,
	TextLine,
	TextRun
} from '#lib/judgement/narrative-document.ts';
import { tidyDocument } from '#lib/judgement/narrative-text.ts';

/** The headings of a narrative begin at this level in the editor: its page has one above them. */
export const firstHeading = 2;

export function toEditor({ blocks }: NarrativeDocument): JSONContent {
	const content = blocks.map(editorBlock);
	return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

function editorBlock(block: NarrativeBlock): JSONContent {
	switch (block.kind) {
		case 'paragraph':
			return paragraph(block.runs);
		case 'heading':
			return {
				type: 'heading',
				attrs: { level: block.level - 1 + firstHeading },
				content: block.runs.map(editorText)
			};
		case 'list':
			return {
				type: block.ordered ? 'orderedList' : 'bulletList',
				content: block.items.map((item) => ({ type: 'listItem', content: [paragraph(item)] }))
			};
		case 'quotation':
			return { type: 'blockquote', content: block.paragraphs.map(paragraph) };
	}
}

const paragraph = (line: TextLine): JSONContent => ({ type: 'paragraph', content: line.map(editorText) });

function editorText({ text, bold, measure }: TextRun): JSONContent {
	return {
		type: 'text',
		text,
		marks: [
			...(bold ? [{ type: 'bold' }] : []),
			...(measure ? [{ type: 'measure', attrs: { measure } }] : [])
		]
	};
}

/** What the editor holds, as a tidy document; of no blocks where nothing is written. */
export function fromEditor(json: JSONContent): NarrativeDocument {
	return tidyDocument({ blocks: (json.content ?? []).map(documentBlock) });
}

function documentBlock(node: JSONContent): NarrativeBlock {
	const inside = node.content ?? [];
	switch (node.type) {
		case 'heading':
			return { kind: 'heading', level: node.attrs?.level === firstHeading ? 1 : 2, runs: runsOf(node) };
		case 'bulletList':
		case 'orderedList':
			return {
				kind: 'list',
				ordered: node.type === 'orderedList',
				items: inside.flatMap((item) => (item.content ?? []).map(runsOf))
			};
		case 'blockquote':
			return { kind: 'quotation', paragraphs: inside.map(runsOf) };
		default:
			return { kind: 'paragraph', runs: runsOf(node) };
	}
}

function runsOf(node: JSONContent): TextRun[] {
	return (node.content ?? []).map(({ text = '', marks = [] }) => {
		const measure = marks.find(({ type }) => type === 'measure')?.attrs?.measure as MeasureLink | undefined;
		return {
			text,
			...(marks.some(({ type }) => type === 'bold') && { bold: true as const }),
			...(measure && { measure })
		};
	});
}
