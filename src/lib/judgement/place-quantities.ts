/** Checks the quantities of a text that was written elsewhere, and says on which line and in which column each stands. */
import type { QuantityScale } from '#lib/frameworks/scales.ts';
import { checkQuantities, type MeasureToCheck, type QuantitySpan, type Verdict } from './check-quantities.ts';
import { markdownWords } from './markdown-words.ts';

/** `line` and `column` from 1; a column is one character, however many units it is kept in. */
export type PlacedQuantity = {
	line: number;
	column: number;
	/** As it is written, without line ends and marks of Markdown. */
	phrase: string;
	verdict: Verdict;
	term: string | null;
	suggestion: string | null;
	reason: string;
};

/** What the text is checked against. */
export type Checking = { measures: readonly MeasureToCheck[]; scale: Pick<QuantityScale, 'bands'> };

/** Of a plain or Markdown text, in its order. Lines end with \n, \r\n or \r. */
export function placeQuantities(
	text: string,
	isMarkdown: boolean,
	{ measures, scale }: Checking
): PlacedQuantity[] {
	const words = isMarkdown ? markdownWords(text) : text;
	let line = 1;
	let column = 1;
	let looked = 0;
	return checked(text, words, measures, scale).map(({ start, end, verdict, term, suggestion, reason }) => {
		// Each stretch is counted once, so that a file of one long line takes no longer than another.
		const lines = text.slice(looked, start).split(/\r\n|\n|\r/);
		if (lines.length > 1) column = 1;
		line += lines.length - 1;
		column += [...lines.at(-1)!].length;
		looked = start;
		const phrase = words.slice(start, end).replace(/\s+/g, ' ');
		return { line, column, phrase, verdict, term, suggestion, reason };
	});
}

/** Of the paragraphs of a document: `line` is the number of the paragraph, `column` counts within it. */
export function placeQuantitiesOf(
	paragraphs: readonly string[],
	{ measures, scale }: Checking
): PlacedQuantity[] {
	return paragraphs.flatMap((text, at) =>
		checked(text, text, measures, scale).map(({ start, phrase, verdict, term, suggestion, reason }) => ({
			line: at + 1,
			column: [...text.slice(0, start)].length + 1,
			phrase: phrase.replace(/\s+/g, ' '),
			verdict,
			term,
			suggestion,
			reason
		}))
	);
}

/** `words` is the text with nothing in it but words to be read, as long as the text. */
function checked(
	text: string,
	words: string,
	measures: readonly MeasureToCheck[],
	scale: Checking['scale']
): QuantitySpan[] {
	const spans = checkQuantities(words, measures, scale);
	const tied = tiedMeasures(text, spans, measures);
	return tied === measures ? spans : checkQuantities(words, tied, scale);
}

/**
 * A phrase is tied to a measure by the measure's id in brackets behind it in the same sentence, “most files (Q1)”, or
 * as the address of its link, “[most](#Q1) files”. Returns the same measures when nothing is.
 */
function tiedMeasures(
	text: string,
	spans: readonly QuantitySpan[],
	measures: readonly MeasureToCheck[]
): readonly MeasureToCheck[] {
	if (measures.length === 0 || spans.length === 0) return measures;
	const ids = new Set(measures.map(({ id }) => id));
	const ties = new Map<string, QuantitySpan[]>();
	const taken = new Set<QuantitySpan>();
	let before = 0;
	for (const { index, 1: id } of text.matchAll(/[[(]#?([^\s()[\]#]{1,200})[\])]/g)) {
		if (!ids.has(id!)) continue;
		while (before < spans.length && spans[before]!.end <= index) before += 1;
		const span = spans[before - 1];
		if (!span || taken.has(span) || sentenceEnd.test(text.slice(span.end, index))) continue;
		taken.add(span);
		ties.set(id!, [...(ties.get(id!) ?? []), span]);
	}
	if (ties.size === 0) return measures;
	return measures.map((measure) => ({
		...measure,
		at: ties.get(measure.id)?.map(({ start, end }) => ({ start, end })) ?? []
	}));
}

const sentenceEnd = /[.!?]\s|\n[ \t]*\r?\n/;
