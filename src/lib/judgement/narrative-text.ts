/** The words of a narrative document: each line of it as plain text, and a document without what nobody means. */
import type {
	MeasureLink,
	NarrativeBlock,
	NarrativeDocument,
	TextLine,
	TextRun
} from './narrative-document.ts';

/** The lines of a block in their order, each with its words. */
export function linesOf(block: NarrativeBlock): readonly TextLine[] {
	if (block.kind === 'list') return block.items;
	return block.kind === 'quotation' ? block.paragraphs : [block.runs];
}

export const lineText = (line: readonly TextRun[]): string => line.map(({ text }) => text).join('');

/**
 * What is kept beside a document, checked for identifiers, searched and compared: the text of each heading,
 * paragraph, item and paragraph of a quotation.
 */
export function plainParagraphs({ blocks }: NarrativeDocument): string[] {
	return blocks.flatMap((block) => linesOf(block).map(lineText));
}

/** Plain paragraphs as a document; empty ones are left out. */
export function documentOfParagraphs(paragraphs: readonly string[]): NarrativeDocument {
	return tidyDocument({ blocks: paragraphs.map((text) => ({ kind: 'paragraph', runs: [{ text }] })) });
}

/** Whether a document says nothing that plain paragraphs could not say. */
export function isPlain({ blocks }: NarrativeDocument): boolean {
	return blocks.every(
		(block) => block.kind === 'paragraph' && block.runs.every(({ bold, measure }) => !bold && !measure)
	);
}

/** Signs that steer printers and break PDF and XML; ends of lines become spaces, since a line holds none. */
const tidySigns = (text: string) =>
	text
		.toWellFormed()
		.replace(/[\t\n\r\u0085\u2028\u2029]+/g, ' ')
		// eslint-disable-next-line no-control-regex -- these are what is taken out
		.replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/g, '');

/**
 * The same document in its one form: no empty lines, no space around a line, neighbouring runs of one kind joined,
 * neighbouring lists of one kind joined.
 */
export function tidyDocument({ blocks }: NarrativeDocument): NarrativeDocument {
	const tidied: NarrativeBlock[] = [];
	for (const block of blocks) {
		const lines = linesOf(block)
			.map(tidyLine)
			.filter((line) => line.length > 0);
		const last = tidied.at(-1);
		if (lines.length === 0) continue;
		if (block.kind === 'list' && last?.kind === 'list' && last.ordered === block.ordered)
			last.items.push(...lines);
		else if (block.kind === 'list') tidied.push({ ...block, items: lines });
		else if (block.kind === 'quotation') tidied.push({ ...block, paragraphs: lines });
		else tidied.push({ ...block, runs: lines[0]! });
	}
	return { blocks: tidied };
}

function tidyLine(line: TextLine): TextLine {
	const runs: TextRun[] = [];
	for (const { text, bold, measure } of line) {
		const words = tidySigns(text);
		const last = runs.at(-1);
		if (words === '') continue;
		if (last && !!last.bold === !!bold && isSameLink(last.measure, measure)) last.text += words;
		else runs.push({ text: words, ...(bold && { bold }), ...(measure && { measure }) });
	}
	return trimmed(runs.map((run) => ({ ...run, text: run.text.normalize('NFC') })));
}

/** Nothing but space at either end is left out, with the runs that held nothing else. */
function trimmed(runs: TextRun[]): TextRun[] {
	while (runs.length > 0 && (runs[0]!.text = runs[0]!.text.trimStart()) === '') runs.shift();
	while (runs.length > 0 && (runs.at(-1)!.text = runs.at(-1)!.text.trimEnd()) === '') runs.pop();
	return runs;
}

/** The same document, with the ties left out that are to no measure there is. */
export function withLinksTo(
	{ blocks }: NarrativeDocument,
	isThere: (measure: MeasureLink) => boolean
): NarrativeDocument {
	const kept = (line: TextLine): TextLine =>
		line.map(({ measure, ...words }) => (measure && isThere(measure) ? { ...words, measure } : words));
	return tidyDocument({
		blocks: blocks.map((block): NarrativeBlock => {
			if (block.kind === 'list') return { ...block, items: block.items.map(kept) };
			if (block.kind === 'quotation') return { ...block, paragraphs: block.paragraphs.map(kept) };
			return { ...block, runs: kept(block.runs) };
		})
	});
}

export function isSameLink(one: MeasureLink | undefined, other: MeasureLink | undefined): boolean {
	if (!one || !other) return one === other;
	return (
		one.source === other.source &&
		one.question === other.question &&
		one.said.positive === other.said.positive &&
		one.said.base === other.said.base
	);
}
