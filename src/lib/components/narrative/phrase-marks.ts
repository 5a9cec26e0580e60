/** The marks of the quantity check in the editor: lines under phrases and their numbers. They are no part of the text. */
import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** From and to are places of the editor. */
export type PhraseMark = { from: number; to: number; standing: 'mend' | 'think' | 'right'; number: number };

const key = new PluginKey<DecorationSet>('phrases');

/** The marks move with the words that they stand under until the next check sets them anew. */
export const phraseMarks = Extension.create({
	name: 'phraseMarks',
	addProseMirrorPlugins: () => [
		new Plugin<DecorationSet>({
			key,
			state: {
				init: () => DecorationSet.empty,
				apply(change, marks) {
					const set = change.getMeta(key) as readonly PhraseMark[] | undefined;
					return set
						? DecorationSet.create(change.doc, set.flatMap(drawn))
						: marks.map(change.mapping, change.doc);
				}
			},
			props: { decorations: (state) => key.getState(state) }
		})
	]
});

/** The last letter carries the number, so that it is said once however many kinds of words the phrase has. */
function drawn({ from, to, standing, number }: PhraseMark): Decoration[] {
	return [
		Decoration.inline(from, to, { class: `mk mk--${standing}` }, { number, from, to }),
		Decoration.inline(to - 1, to, { class: 'mk__end', 'data-number': String(number) })
	];
}

export function markPhrases({ state, view }: Editor, marks: readonly PhraseMark[]): void {
	view.dispatch(state.tr.setMeta(key, marks).setMeta('addToHistory', false));
}

/** Where each marked phrase stands now, by its number. */
export function markedPlaces({ state }: Editor): Map<number, { from: number; to: number }> {
	const found = key.getState(state)?.find(undefined, undefined, (spec) => 'number' in spec) ?? [];
	return new Map(found.map(({ from, to, spec }) => [spec.number as number, { from, to }]));
}
