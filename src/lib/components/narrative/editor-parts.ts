/** What a narrative may hold in the editor: Tiptap's own parts, cut down to the shapes of a narrative document. */
import { Extension, Mark, mergeAttributes, Node, wrappingInputRule, type Extensions } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import type { MeasureLink } from '#lib/judgement/narrative-document.ts';
import { firstHeading } from './editor-document.ts';

/** An item of a list is one paragraph: lists are not nested. */
const ListItem = Node.create({
	name: 'listItem',
	content: 'paragraph',
	defining: true,
	parseHTML: () => [{ tag: 'li' }],
	renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
	addKeyboardShortcuts() {
		return { Enter: () => this.editor.commands.splitListItem(this.name) };
	}
});

/** Words of somebody: paragraphs and nothing else. */
const Quotation = Node.create({
	name: 'blockquote',
	group: 'block',
	content: 'paragraph+',
	defining: true,
	parseHTML: () => [{ tag: 'blockquote' }],
	renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, 0],
	addKeyboardShortcuts() {
		return { 'Mod-Shift-b': () => this.editor.commands.toggleWrap(this.name) };
	},
	addInputRules() {
		return [wrappingInputRule({ find: /^\s*>\s$/, type: this.type })];
	}
});

/** Words that are tied to a measure. What is typed after them is not. */
const Measure = Mark.create({
	name: 'measure',
	inclusive: false,
	addAttributes: () => ({ measure: { default: null, rendered: false } }),
	renderHTML: ({ mark, HTMLAttributes }) => {
		const { source, question, said } = mark.attrs.measure as MeasureLink;
		return [
			'span',
			mergeAttributes(HTMLAttributes, {
				class: 'measure',
				'data-source': source,
				'data-question': question,
				'data-said': `${said.positive}/${said.base}`
			}),
			0
		];
	}
});

/** A line never holds the end of another; Tab leaves the editor, as it leaves any field. */
const Lines = Extension.create({
	name: 'lines',
	addKeyboardShortcuts() {
		return { 'Shift-Enter': () => this.editor.commands.keyboardShortcut('Enter') };
	}
});

export const narrativeParts: Extensions = [
	StarterKit.configure({
		heading: { levels: [firstHeading, firstHeading + 1] as [2, 3] },
		blockquote: false,
		code: false,
		codeBlock: false,
		dropcursor: false,
		gapcursor: false,
		hardBreak: false,
		horizontalRule: false,
		italic: false,
		link: false,
		listItem: false,
		strike: false,
		trailingNode: false,
		underline: false
	}),
	ListItem,
	Quotation,
	Measure,
	Lines
];
