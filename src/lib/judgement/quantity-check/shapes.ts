/**
 * The shapes of the quantity check. A quantity expression says of how many of a group something is true: people,
 * files, answers, services, places. The phrase is the amount itself with what qualifies it (“the majority”, “nearly
 * half”, “a significant number of”, “70%”), without the noun. An “of” belongs to the phrase only when the bare noun
 * follows (“a number of staff”, but “most” of “most of the staff”), so that another term can stand in its place.
 */

/** What a phrase of a text may be tied to. */
export type MeasureToCheck = {
	/** Names the measure in the spans that come back. */
	id: string;
	/** A few words that name it to a person: “Four options discussed”. */
	label: string;
	positive: number;
	base: number;
	/** Plural noun of what is counted: `files`, `people who answered`. */
	people: string;
	/** The measure's own term where its share is weighted; left out, the term of positive of base. */
	term?: string | null;
	/** Names of the terms that its interval touches, lowest first. */
	touches?: readonly string[];
	/** False when the interval touches more than one term; null without an interval. */
	secure?: boolean | null;
	/** Phrases of the text that were tied to this measure. */
	at?: readonly Tie[];
};

/** Where in the text a phrase stands that is tied to a measure, and what the measure was at that time. */
export type Tie = { start: number; end: number; said?: { positive: number; base: number } };

export const phraseKinds = [
	/** A term of the scale, or an inflection of it: most, a majority, fewer than half. */
	'defined-term',
	/** Many, some, a significant number, nearly all, not all. */
	'vague-word',
	/** Half, two thirds, over a quarter. */
	'fraction',
	/** 70%, seventy per cent, 50–60%. */
	'percentage',
	/** 7 in 10, one in five, four out of five. */
	'ratio',
	/** All, every, everyone, no, none, nobody. */
	'whole-group',
	/** 47 of 60: only reported where it is tied to a measure, or contradicts one. */
	'count'
] as const;
export type PhraseKind = (typeof phraseKinds)[number];

export const verdicts = [
	/** Tied to a measure that bears it out. */
	'right',
	/** The measure, or the sentence's own numbers, say otherwise. */
	'wrong',
	/** A defined term, or all or none of a stated base, with no measure behind it. */
	'unlinked',
	/** Not a term of the scale. */
	'undefined-term',
	/** All or none without saying of how many; or a term on a small base that is not said. */
	'hidden-base'
] as const;
export type Verdict = (typeof verdicts)[number];

/** Under so many, a term says too much unless its base is said with it: of 19, one answer is more than 5%. */
export const smallBase = 20;

/** One quantity expression. Spans are sorted, do not overlap, and `phrase` is the text between their offsets. */
export type QuantitySpan = {
	/** Offsets in UTF-16 units, as JavaScript counts them; the end is not included. */
	start: number;
	end: number;
	phrase: string;
	kind: PhraseKind;
	verdict: Verdict;
	/** The right term where it is known; for an unlinked term the term of the scale that it is. */
	term: string | null;
	/** What to write in the place of the phrase; null where that is not known or nothing is to change. */
	suggestion: string | null;
	/** One plain sentence. */
	reason: string;
	/** Id of the measure to which the phrase is tied. */
	measure: string | null;
	/** The measure has changed since the phrase was tied to it. */
	stale: boolean;
	/** Where the measure's term is not secure, the terms that its interval touches; otherwise empty. */
	borderline: string[];
};
