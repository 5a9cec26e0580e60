/**
 * Selecting words of a text with the keyboard: arrow keys go from word to word and from sentence to sentence, and with
 * Shift they take more or fewer in. Pure; whoever shows the text draws what is selected.
 */
import { sentencesOf, type Place } from './passages.ts';

/** Positions in `wordsOf`: where the selection began, and the end that moves. */
export type WordSelection = { readonly anchor: number; readonly focus: number };

export type SelectionKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/** The words of a text with the signs that touch them. */
export function wordsOf(text: string): Place[] {
	return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
		starts: index,
		ends: index + word.length
	}));
}

/** What a key makes of a selection; null before anything is selected, or where the text has no word. */
export function moveSelection(
	text: string,
	selection: WordSelection | null,
	key: SelectionKey,
	extend: boolean
): WordSelection | null {
	const words = wordsOf(text);
	if (words.length === 0) return null;
	if (key === 'ArrowLeft' || key === 'ArrowRight') {
		if (!selection) return { anchor: 0, focus: 0 };
		const focus = within(words, selection.focus + (key === 'ArrowRight' ? 1 : -1));
		return { anchor: extend ? selection.anchor : focus, focus };
	}
	return moveBySentence(text, words, selection, key === 'ArrowDown' ? 1 : -1, extend);
}

function moveBySentence(
	text: string,
	words: readonly Place[],
	selection: WordSelection | null,
	step: 1 | -1,
	extend: boolean
): WordSelection {
	const sentences = sentencesOf(text).map(({ starts, ends }) => ({
		first: words.findIndex((word) => word.ends > starts),
		last: words.findLastIndex((word) => word.starts < ends)
	}));
	if (!selection) return { anchor: sentences[0]!.first, focus: sentences[0]!.last };
	const now = sentences.findIndex(({ last }) => selection.focus <= last);
	const whole = sentences[within(sentences, now + step)]!;
	if (!extend) return { anchor: whole.first, focus: whole.last };
	// The first step takes the rest of its own sentence in.
	const own = sentences[now]!;
	if (step === 1) return { ...selection, focus: selection.focus < own.last ? own.last : whole.last };
	return { ...selection, focus: selection.focus > own.first ? own.first : whole.first };
}

const within = (list: readonly unknown[], at: number) => Math.min(Math.max(at, 0), list.length - 1);

/** The stretch of text that a selection covers; null where there is none. */
export function placeOfSelection(text: string, selection: WordSelection | null): Place | null {
	if (!selection) return null;
	const words = wordsOf(text);
	const first = words[Math.min(selection.anchor, selection.focus)];
	const last = words[Math.max(selection.anchor, selection.focus)];
	return first && last ? { starts: first.starts, ends: last.ends } : null;
}

/** The words that a stretch touches, whole; null where it touches none. For what was selected with a mouse. */
export function selectionOfPlace(text: string, { starts, ends }: Place): WordSelection | null {
	const words = wordsOf(text);
	const anchor = words.findIndex((word) => word.ends > starts);
	const focus = words.findLastIndex((word) => word.starts < ends);
	return anchor >= 0 && focus >= anchor ? { anchor, focus } : null;
}
