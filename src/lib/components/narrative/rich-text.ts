/**
 * The editor of a narrative, over Tiptap: loaded only where somebody writes. It holds a document, never HTML: what is
 * pasted or dropped is read by read-pasted.ts. It sets no styles; NarrativeField has its few rules.
 */
import { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Slice, type Node as EditorNode } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { MeasureLink, NarrativeDocument } from '#lib/judgement/narrative-document.ts';
import { documentOfParagraphs } from '#lib/judgement/narrative-text.ts';
import type { TiedWords } from '#lib/judgement/narrative-words.ts';
import { fromEditor, toEditor, firstHeading } from './editor-document.ts';
import { narrativeParts } from './editor-parts.ts';
import { markPhrases, markedPlaces, phraseMarks, type PhraseMark } from './phrase-marks.ts';
import { readPasted } from './read-pasted.ts';

/** What stands where the cursor is. */
export type AtCursor = {
	heading: boolean;
	subheading: boolean;
	bold: boolean;
	bullets: boolean;
	numbers: boolean;
	quotation: boolean;
	/** The measure that the words at the cursor are tied to. */
	measure: MeasureLink | null;
	/** Whether words are chosen. */
	chosen: boolean;
	canUndo: boolean;
	canRedo: boolean;
};

export type Asked = {
	place: HTMLElement;
	document: NarrativeDocument;
	attributes: Record<string, string>;
	changed: () => void;
	moved: () => void;
};

export type RichText = ReturnType<typeof openRichText>;

export function openRichText({ place, document, attributes, changed, moved }: Asked) {
	const editor: Editor = new Editor({
		element: place,
		content: toEditor(document),
		extensions: [...narrativeParts, phraseMarks],
		injectCSS: false,
		editorProps: {
			attributes,
			// Before the editor's own handlers, which would make elements of what is carried.
			handleDOMEvents: {
				paste(view, event) {
					event.preventDefault();
					return takeIn(view, event.clipboardData);
				},
				drop(view, event) {
					// What is moved within the editor is the editor's own; anything else is read as if it was pasted.
					if (view.dragging) return false;
					event.preventDefault();
					const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
					if (!at) return true;
					view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at.pos))));
					return takeIn(view, event.dataTransfer);
				}
			}
		},
		onUpdate: changed,
		onTransaction: moved
	});
	/** Focuses at once: the editor's own command waits for a frame, and what is typed until then would go astray. */
	const chain = () => {
		editor.view.focus();
		return editor.chain().scrollIntoView();
	};
	return {
		document: () => fromEditor(editor.getJSON()),
		focus: () => editor.view.focus(),
		end: () => editor.destroy(),
		setAttributes: (given: Record<string, string>) => {
			for (const [name, value] of Object.entries(given)) editor.view.dom.setAttribute(name, value);
			for (const name of ['aria-describedby', 'aria-invalid'])
				if (!(name in given)) editor.view.dom.removeAttribute(name);
		},
		atCursor: (): AtCursor => ({
			heading: editor.isActive('heading', { level: firstHeading }),
			subheading: editor.isActive('heading', { level: firstHeading + 1 }),
			bold: editor.isActive('bold'),
			bullets: editor.isActive('bulletList'),
			numbers: editor.isActive('orderedList'),
			quotation: editor.isActive('blockquote'),
			measure: (editor.getAttributes('measure').measure as MeasureLink | undefined) ?? null,
			chosen: !editor.state.selection.empty,
			canUndo: editor.can().undo(),
			canRedo: editor.can().redo()
		}),
		heading: () => void chain().toggleHeading({ level: 2 }).run(),
		subheading: () => void chain().toggleHeading({ level: 3 }).run(),
		bold: () => void chain().toggleBold().run(),
		bullets: () => void chain().toggleBulletList().run(),
		numbers: () => void chain().toggleOrderedList().run(),
		quotation: () => void chain().toggleWrap('blockquote').run(),
		undo: () => void chain().undo().run(),
		redo: () => void chain().redo().run(),
		/** Ties the chosen words to a measure, or those at the cursor that are tied; with neither, `words` are put in. */
		link(measure: MeasureLink, words: string) {
			const run = chain();
			if (editor.isActive('measure')) run.extendMarkRange('measure');
			else if (editor.state.selection.empty) {
				run
					.insertContent({ type: 'text', text: words, marks: [{ type: 'measure', attrs: { measure } }] })
					.run();
				return;
			}
			run.setMark('measure', { measure }).run();
		},
		unlink: () => void chain().extendMarkRange('measure').unsetMark('measure').run(),
		/** The words of each line, and which of them are tied to what: what the quantity check reads. */
		read: () => readLines(editor.state.doc),
		mark: (marks: readonly PhraseMark[]) => markPhrases(editor, marks),
		/** Where the marks stand now, after what was typed since; null for one whose words are gone. */
		places: () => markedPlaces(editor),
		choose: (from: number, to: number) => void chain().setTextSelection({ from, to }).run(),
		/** Puts words in the place of others, with what they were tied to. */
		replace(from: number, to: number, words: string) {
			const { state, view } = editor;
			view.dispatch(
				state.tr.replaceWith(from, to, state.schema.text(words, marksWithin(state.doc, from, to)))
			);
		},
		tie(from: number, to: number, measure: MeasureLink) {
			const { state, view } = editor;
			view.dispatch(state.tr.addMark(from, to, state.schema.marks.measure!.create({ measure })));
		},
		untie(from: number, to: number) {
			const { state, view } = editor;
			view.dispatch(state.tr.removeMark(from, to, state.schema.marks.measure!));
		}
	};
}

const marksWithin = (doc: EditorNode, from: number, to: number) =>
	doc.resolve(Math.min(from + 1, to)).marks();

/** Reads what was pasted or dropped. Images and files are not taken in; there is nothing to take in without text. */
function takeIn(view: EditorView, carried: DataTransfer | null): boolean {
	const html = carried?.getData('text/html') ?? '';
	const text = carried?.getData('text/plain') ?? '';
	const document = html === '' ? documentOfParagraphs(text.split(/\r\n?|\n/)) : readPasted(html);
	if (document.blocks.length === 0) return true;
	const { content } = view.state.schema.nodeFromJSON(toEditor(document));
	// Paragraphs at either end run into the words that they are pasted between.
	const open = (kind: string | undefined) => (kind === 'paragraph' ? 1 : 0);
	const { blocks } = document;
	const slice = new Slice(content, open(blocks[0]?.kind), open(blocks.at(-1)?.kind));
	// Taken back by itself, whatever was typed just before.
	view.dispatch(closeHistory(view.state.tr).replaceSelection(slice).scrollIntoView());
	return true;
}

export type ReadLines = {
	/** All lines, with a free line between each two. */
	text: string;
	/** The same with blanks for what is quoted, which is not checked. */
	own: string;
	ties: TiedWords[];
	/** The editor's place of a letter of the text. */
	at: (place: number) => number;
};

function readLines(doc: EditorNode): ReadLines {
	const lines: { start: number; position: number; length: number }[] = [];
	const ties: TiedWords[] = [];
	let text = '';
	let own = '';
	doc.descendants((node, position, parent) => {
		if (!node.isTextblock) return true;
		if (lines.length > 0) {
			text += '\n\n';
			own += '\n\n';
		}
		lines.push({ start: text.length, position: position + 1, length: node.content.size });
		node.forEach((run, offset) => {
			const measure = run.marks.find(({ type }) => type.name === 'measure')?.attrs.measure as
				MeasureLink | undefined;
			const start = lines.at(-1)!.start + offset;
			const end = start + run.nodeSize;
			const last = ties.at(-1);
			if (measure && last?.end === start && last.measure === measure) last.end = end;
			else if (measure) ties.push({ start, end, measure });
		});
		const words = node.textContent;
		text += words;
		own += parent?.type.name === 'blockquote' ? ' '.repeat(words.length) : words;
		return false;
	});
	const at = (place: number) => {
		const line = lines.findLast(({ start }) => start <= place);
		return line ? line.position + Math.min(place - line.start, line.length) : 1;
	};
	return { text, own, ties, at };
}
