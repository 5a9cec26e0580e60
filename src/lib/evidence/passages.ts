/**
 * Passages in the text of a note or of a written answer: where their words stand, how the text falls into marked and
 * unmarked runs, and what becomes of their places when the text is written anew. Places are in UTF-16 units from 0.
 */

/** From the first letter of a passage to the place after its last. */
export type Place = { readonly starts: number; readonly ends: number };

export type MarkedRun = Place & {
	text: string;
	/** Ids of the passages that the run belongs to; none where nothing is marked. */
	passages: string[];
};

/** The text in runs, one after the other; passages may overlap, and what lies outside the text is left aside. */
export function runsOf(text: string, passages: readonly (Place & { readonly id: string })[]): MarkedRun[] {
	const cuts = new Set([0, text.length]);
	for (const { starts, ends } of passages)
		for (const cut of [starts, ends]) if (cut > 0 && cut < text.length) cuts.add(cut);
	const ordered = [...cuts].sort((a, b) => a - b);
	return ordered.slice(0, -1).map((starts, index) => {
		const ends = ordered[index + 1]!;
		return {
			starts,
			ends,
			text: text.slice(starts, ends),
			passages: passages.filter((each) => each.starts <= starts && each.ends >= ends).map(({ id }) => id)
		};
	});
}

/**
 * Where words stand in a text: of several places the one that begins nearest to `near`. Space of any kind and number
 * counts as one, and so do straight and curly quotation marks. Null where the words do not occur.
 */
export function findWords(text: string, words: string, near = 0): Place | null {
	const sought = plain(words).text.trim();
	if (sought === '') return null;
	const { text: searched, places } = plain(text);
	let found: Place | null = null;
	for (let at = searched.indexOf(sought); at >= 0; at = searched.indexOf(sought, at + 1)) {
		const place = { starts: places[at]!, ends: places[at + sought.length - 1]! + 1 };
		if (found && Math.abs(place.starts - near) >= Math.abs(found.starts - near)) break;
		found = place;
	}
	return found;
}

/** The text as it is searched, with the place in the original of each of its letters. */
function plain(original: string): { text: string; places: number[] } {
	let text = '';
	const places: number[] = [];
	for (let at = 0; at < original.length; at += 1) {
		const letter = original[at]!;
		const space = /\s/.test(letter);
		if (space && text.endsWith(' ')) continue;
		text += space ? ' ' : (quotationMarks[letter] ?? letter);
		places.push(at);
	}
	return { text, places };
}

const quotationMarks: Readonly<Record<string, string>> = { '‘': "'", '’': "'", '“': '"', '”': '"' };

/**
 * Where a passage of `before` stands in `after`: its words, nearest to where they were, counted from the side of the
 * text that did not change. Null where they do not occur any more. `starts` is null for one that had lost its place.
 */
export function placeAfterEdit(
	before: string,
	after: string,
	{ text, starts }: { readonly text: string; readonly starts: number | null }
): Place | null {
	return findWords(after, text, starts === null ? 0 : movedTo(before, after, starts));
}

/** Where a place comes to lie when one stretch of the text is changed and what is around it stays. */
function movedTo(before: string, after: string, at: number): number {
	const most = Math.min(before.length, after.length);
	let first = 0;
	while (first < most && before[first] === after[first]) first += 1;
	if (at < first) return at;
	let last = 0;
	while (last < most - first && before.at(-1 - last) === after.at(-1 - last)) last += 1;
	return at >= before.length - last ? at + after.length - before.length : first;
}

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

/** The sentences of a text in their order, without the space around them; a new line ends one too. */
export function sentencesOf(text: string): (Place & { text: string })[] {
	return [...text.matchAll(/[^\n]+/g)].flatMap(({ 0: line, index }) =>
		[...segmenter.segment(line)].flatMap(({ segment, index: within }) => {
			const trimmed = segment.trim();
			if (trimmed === '') return [];
			const starts = index + within + segment.indexOf(trimmed);
			return [{ starts, ends: starts + trimmed.length, text: trimmed }];
		})
	);
}

/** Places that follow each other, with nothing but space between, as one. */
export function joinPlaces(text: string, places: readonly Place[]): Place[] {
	const joined: Place[] = [];
	for (const { starts, ends } of [...places].sort((a, b) => a.starts - b.starts)) {
		const last = joined.at(-1);
		const next = last !== undefined && text.slice(last.ends, starts).trim() === '';
		if (next) joined[joined.length - 1] = { starts: last.starts, ends: Math.max(last.ends, ends) };
		else joined.push({ starts, ends });
	}
	return joined;
}
