/**
 * Phrases of a plain text that are tied to the measure they speak of. A tie is kept as the phrase and which occurrence
 * of it is meant; here it is found in the text, and goes along when the text is changed around it.
 */
import { checkQuantities, type Tie } from './check-quantities.ts';
import type { QuantityScale } from '#lib/frameworks/scales.ts';

/** Counts of a measure: those it had when it was tied. */
export type Said = { positive: number; base: number };

export type PhraseLink = {
	phrase: string;
	/** Which occurrence of the phrase in the text, from 0. */
	nth: number;
	/** Id of the measure: `measureId`. */
	measure: string;
	said: Said;
};

/** How a measure of a review is called in the quantity check. */
export const measureId = (source: string, question: string): string => `${source}/${question}`;

/** Source and question of a measure's id. */
export function measureKeyOf(id: string): { source: string; question: string } {
	const at = id.indexOf('/');
	return { source: id.slice(0, at), question: id.slice(at + 1) };
}

/** Where the nth occurrence of a phrase begins; -1 where there are not so many. */
export function placeOfPhrase(text: string, { phrase, nth }: Pick<PhraseLink, 'phrase' | 'nth'>): number {
	let at = phrase === '' ? -1 : text.indexOf(phrase);
	for (let count = 0; count < nth && at >= 0; count += 1) at = text.indexOf(phrase, at + 1);
	return at;
}

/** Which occurrence of its words the part of a text from `start` to `end` is. */
export function phraseAt(text: string, start: number, end: number): Pick<PhraseLink, 'phrase' | 'nth'> {
	const phrase = text.slice(start, end);
	let nth = 0;
	for (let at = text.indexOf(phrase); at >= 0 && at < start; at = text.indexOf(phrase, at + 1)) nth += 1;
	return { phrase, nth };
}

/** The ties of a text by the measure's id; a phrase that stands in it no more has none. */
export function tiesIn(text: string, links: readonly PhraseLink[]): Map<string, Tie[]> {
	const ties = new Map<string, Tie[]>();
	for (const link of links) {
		const start = placeOfPhrase(text, link);
		if (start < 0) continue;
		const tie = { start, end: start + link.phrase.length, said: link.said };
		ties.set(link.measure, [...(ties.get(link.measure) ?? []), tie]);
	}
	return ties;
}

/** Measures with the ties that a text has to them, ready for the check. */
export function tieMeasures<Measure extends { id: string }>(
	measures: readonly Measure[],
	text: string,
	links: readonly PhraseLink[]
): (Measure & { at: readonly Tie[] })[] {
	const ties = tiesIn(text, links);
	return measures.map((measure) => ({ ...measure, at: ties.get(measure.id) ?? [] }));
}

/**
 * The links of a text after it was changed from `before` to `after`. What stands outside the change moves with its
 * text. A phrase inside it is looked for in the new words; where it was itself rewritten, another quantity in its
 * place takes the link over (“Most” became “The majority of”). Otherwise the link is lost.
 */
export function moveLinks(
	before: string,
	after: string,
	links: readonly PhraseLink[],
	scale: Pick<QuantityScale, 'bands'>
): PhraseLink[] {
	if (links.length === 0 || before === after) return [...links];
	const { head, tail } = unchangedEnds(before, after);
	const shift = after.length - before.length;
	const changed = { start: head, end: after.length - tail };
	const taken = new Set<number>();
	const moved: PhraseLink[] = [];
	const keep = (link: PhraseLink, start: number, end: number) => {
		if (taken.has(start)) return;
		taken.add(start);
		moved.push({ ...link, ...phraseAt(after, start, end) });
	};
	const inside: { link: PhraseLink; start: number }[] = [];
	for (const link of links) {
		const start = placeOfPhrase(before, link);
		const end = start + link.phrase.length;
		if (start < 0) continue;
		if (end <= head) keep(link, start, end);
		else if (start >= before.length - tail) keep(link, start + shift, end + shift);
		else inside.push({ link, start });
	}
	const expressions = inside.length === 0 ? [] : checkQuantities(after, [], scale);
	for (const { link, start } of inside) {
		const from = Math.max(0, changed.start - link.phrase.length);
		const again = after.indexOf(link.phrase, from);
		const stays = again >= 0 && again < changed.end && !taken.has(again);
		if (stays) {
			keep(link, again, again + link.phrase.length);
			continue;
		}
		const nearest = expressions
			.filter((span) => span.start < Math.max(changed.end, changed.start + 1) && span.end > changed.start)
			.filter((span) => !taken.has(span.start))
			.sort((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start))[0];
		// A text written anew holds other quantities than the one that was tied.
		if (nearest && Math.abs(nearest.start - start) <= nearby) keep(link, nearest.start, nearest.end);
	}
	return moved;
}

/** Letters by which a rewritten phrase may have moved and still be the same one. */
const nearby = 12;

/** How many letters at the beginning and at the end of two texts are the same. */
export function unchangedEnds(before: string, after: string): { head: number; tail: number } {
	const most = Math.min(before.length, after.length);
	let head = 0;
	while (head < most && before[head] === after[head]) head += 1;
	let tail = 0;
	while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
	return { head, tail };
}
