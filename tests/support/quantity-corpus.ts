/** Reads the sentences and documents that were labelled by hand, and scores what the quantity check finds in them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MeasureToCheck, Verdict } from '#lib/judgement/check-quantities.ts';

export const corpusFolder = 'tests/corpus/quantity';

/** A phrase that is to be found, and what is to be said of it. */
export type Label = { start: number; end: number; says: string };

export type LabelledText = {
	/** `surveys.txt:12`, for the list of misses. */
	place: string;
	text: string;
	labels: Label[];
	measures: MeasureToCheck[];
	/** Words that only look like a quantity. */
	lookalikes: { start: number; end: number }[];
};

const mark = /\[\[(.+?)\|([a-z-]+)(?:\|(\d+)\/(\d+))?\]\]|\{\{(.+?)\}\}/g;

/** One sentence with its marks, as tests/corpus/quantity/README.md describes them. */
export function readSentence(marked: string, place: string): LabelledText {
	const sentence: LabelledText = { place, text: '', labels: [], measures: [], lookalikes: [] };
	let read = 0;
	for (const match of marked.matchAll(mark)) {
		const [whole, phrase, verdict, positive, base, lookalike] = match;
		sentence.text += marked.slice(read, match.index);
		const start = sentence.text.length;
		sentence.text += phrase ?? lookalike!;
		const span = { start, end: sentence.text.length };
		if (phrase === undefined) sentence.lookalikes.push(span);
		else sentence.labels.push({ ...span, says: verdict as Verdict });
		if (positive !== undefined)
			sentence.measures.push({
				id: `M${sentence.measures.length + 1}`,
				label: 'Tied',
				positive: Number(positive),
				base: Number(base),
				people: 'files',
				at: [span]
			});
		read = match.index + whole.length;
	}
	sentence.text += marked.slice(read);
	return sentence;
}

/** The labelled sentences: those that the rules are made with, or those that were held out. */
export function readSentences(set: 'open' | 'held-out'): LabelledText[] {
	return readdirSync(corpusFolder)
		.filter((name) => name.endsWith('.txt') && name.startsWith('held-out-') === (set === 'held-out'))
		.sort()
		.flatMap((name) =>
			readFileSync(join(corpusFolder, name), 'utf8')
				.split('\n')
				.map((line, index) => ({ line, place: `${name}:${index + 1}` }))
				.filter(({ line }) => line.trim() !== '' && !line.startsWith('#'))
				.map(({ line, place }) => readSentence(line, place))
		);
}

/** A source document with its labels: `source-000.tsv` has line, column, phrase and kind of each. */
export function readSource(document: string, text: string): LabelledText {
	const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
	const rows = readFileSync(join(corpusFolder, `source-${document}.tsv`), 'utf8')
		.trim()
		.split('\n')
		.slice(1);
	const labels = rows.map((row) => {
		const [line, column, phrase, kind] = row.split('\t') as [string, string, string, string];
		const lineStart = starts[Number(line) - 1]!;
		const start = lineStart + [...text.slice(lineStart)].slice(0, Number(column) - 1).join('').length;
		// A phrase may run on in the next line.
		const words = new RegExp(phrase.split(' ').map(escaped).join('\\s+'), 'y');
		words.lastIndex = start;
		const [found] = words.exec(text) ?? [];
		if (found === undefined)
			throw new Error(`source-${document}.tsv: “${phrase}” is not at ${line}:${column}.`);
		return { start, end: start + found.length, says: kind };
	});
	return { place: document, text, labels, measures: [], lookalikes: [] };
}

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

export type Found = { start: number; end: number; says: string };

export type Score = {
	texts: number;
	labels: number;
	/** Of what was found, how much was labelled; of what was labelled, how much was found. */
	precision: number;
	recall: number;
	/** Of what was rightly found, of how much the right thing was said, and how much has exactly its bounds. */
	said: number;
	exact: number;
	/** Words that only look like a quantity, and how many of them were taken for one. */
	lookalikes: number;
	taken: number;
	misses: string[];
};

/** A span that overlaps a label has found it; each label is found once. */
export function score(texts: readonly LabelledText[], find: (text: LabelledText) => Found[]): Score {
	const count = { found: 0, labels: 0, hits: 0, said: 0, exact: 0, lookalikes: 0, taken: 0 };
	const misses: string[] = [];
	for (const labelled of texts) {
		const { text, labels, place } = labelled;
		const left = new Set(labels);
		const about = ({ start, end }: Found) =>
			`${place} “${text.slice(start, end)}” in: ${sentenceAt(text, start)}`;
		const spans = find(labelled);
		count.found += spans.length;
		count.labels += labels.length;
		count.lookalikes += labelled.lookalikes.length;
		count.taken += labelled.lookalikes.filter((one) => spans.some((span) => overlap(span, one))).length;
		for (const span of spans) {
			const label = [...left].find((one) => overlap(span, one));
			if (!label) {
				misses.push(`found, not labelled  ${about(span)}`);
				continue;
			}
			left.delete(label);
			count.hits += 1;
			if (boundsOf(text, label) === boundsOf(text, span)) count.exact += 1;
			if (label.says === span.says) count.said += 1;
			else misses.push(`${span.says}, labelled ${label.says}  ${about(span)}`);
		}
		for (const label of left) misses.push(`${label.says}, not found  ${about(label)}`);
	}
	const { found, labels, hits, said, exact, lookalikes, taken } = count;
	return {
		texts: texts.length,
		labels,
		precision: hits / found,
		recall: hits / labels,
		said: said / hits,
		exact: exact / hits,
		lookalikes,
		taken,
		misses
	};
}

const overlap = (a: { start: number; end: number }, b: { start: number; end: number }) =>
	a.start < b.end && b.start < a.end;

/** Whether the “of” before a noun belongs to a phrase is not what is measured. */
function boundsOf(text: string, { start, end }: { start: number; end: number }): string {
	const length = text.slice(start, end).replace(/\s+(?:of|of the|of them|the)$/i, '').length;
	return `${start} ${start + length}`;
}

/** The line or lines about a place, short enough to read in a list. */
function sentenceAt(text: string, at: number): string {
	return text
		.slice(Math.max(0, at - 80), at + 100)
		.replace(/\s+/g, ' ')
		.trim();
}

const figure = (share: number) => share.toFixed(3);

/** One line for the log of the tests. */
export function scoreLine(
	name: string,
	{ texts, labels, lookalikes, taken, ...shares }: Score,
	says: string
) {
	const { precision, recall, said, exact } = shares;
	const size = texts > 9 ? `${texts} sentences, ${labels} phrases` : `${labels} phrases`;
	const fooled = lookalikes > 0 ? `, ${taken} of ${lookalikes} look-alikes taken` : '';
	return `Quantity check, ${name} (${size}): precision ${figure(precision)}, recall ${figure(recall)}, ${says} ${figure(said)}, bounds ${figure(exact)}${fooled}`;
}
