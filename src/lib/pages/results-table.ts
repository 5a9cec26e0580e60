/**
 * The results of a source as a tidy table: one line for each answer to each question in each stratum, with the result
 * of the question in that stratum on each of its lines. The columns are always the same, whatever is asked for.
 */
import type { AnswerCount } from '#lib/measures/measure.ts';
import { hasShare } from '#lib/measures/tally.ts';
import type { MeasureInPlace } from '#lib/reports/derive-input.ts';
import { linesNamed } from './published-line.ts';
import { groupNotShown, type Where } from './where.ts';

/** Null where a line has nothing to say in a column. */
export type Cell = string | number | null;

export type ResultsTable = { heads: readonly string[]; lines: readonly (readonly Cell[])[] };

/** The measures of all records, or of one stratum of one column. */
export type ResultsPart = { where: Where | null; places: readonly MeasureInPlace[] };

export const resultsHeads = [
	'Question',
	'Group',
	'Wording',
	'Type',
	'Column',
	'Stratum',
	'Positive',
	'Base',
	'Share',
	'Term',
	'Interval low',
	'Interval high',
	'Interval method',
	'Secure',
	'Terms touched',
	'Records',
	'Answer',
	'Count',
	'In base',
	'Counts as positive',
	'Not shown'
] as const;

/**
 * By question, then by part, then by answer. Every head is there once; shares lie between 0 and 1. `standing`: that of
 * the review. Where it has one, each line ends with what was published on its question and with it.
 */
export function deriveResultsTable(parts: readonly ResultsPart[], standing: string | null): ResultsTable {
	const questions = parts[0]?.places.length ?? 0;
	const lines = Array.from({ length: questions }, (_, position) =>
		parts.flatMap(({ where, places }) => {
			const place = places[position]!;
			const ends = standing === null ? [] : [publishedOn(place), standing];
			return linesOf(place, where).map((cells) => [...cells, ...ends]);
		})
	).flat();
	return { heads: standing === null ? resultsHeads : [...resultsHeads, 'Published', 'Standing'], lines };
}

/**
 * Name of a file of results without its ending. It says the standing of the review, since a file is passed on without
 * the page that explains it: `moray-2026-files-results-worked-example`. A part of the results is named too.
 */
export function resultsFileName(
	review: string,
	source: string,
	standing: string | null,
	where: Where | null = null
): string {
	const words = (text: string) => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
	const part = where === null ? [] : [...words(where.column), ...words(where.stratum)];
	return [review, source, 'results', ...part, ...words(standing ?? '')].join('-');
}

/** What was published on the question, as printed, with its lines. */
function publishedOn({ source, question }: MeasureInPlace): string | null {
	const published = (source.published ?? [])
		.filter((each) => each.question === question.code)
		.map(({ said, source: { document, lines } }) => `${said} (document ${document}, ${linesNamed(lines)})`);
	return published.length === 0 ? null : published.join('; ');
}

function linesOf(place: MeasureInPlace, where: Where | null): Cell[][] {
	const { question, measure } = place;
	const asked = [
		question.code,
		question.group ?? null,
		measure.wording,
		question.type,
		where?.column ?? null,
		where?.stratum ?? 'all'
	];
	if (measure.hidden) return [[...asked, ...Array<null>(14).fill(null), groupNotShown]];
	const cells = [...asked, ...resultCells(place)];
	return answersOf(place).map((answer) => [...cells, ...answer, null]);
}

/** From “Positive” to “Records”. A question without a share has none of them but the base and the records. */
function resultCells({ question, measure }: MeasureInPlace): Cell[] {
	const { positive, base, share, term, interval, touches, secure, tally } = measure;
	return [
		hasShare(question) && base > 0 ? positive : null,
		base,
		share,
		term,
		interval?.low ?? null,
		interval?.high ?? null,
		interval?.method ?? null,
		secure === null ? null : secure ? 'yes' : 'no',
		touches.length === 0 ? null : touches.join('; '),
		tally.records
	];
}

type AnswerCells = [word: string, count: number, inBase: 'yes' | 'no', positive: 'yes' | 'no' | null];

/** Those of the question, also where nobody gave them, and then what it has in common with all others. */
function answersOf({ question, measure: { tally } }: MeasureInPlace): AnswerCells[] {
	const counts = hasShare(question);
	const given = tally.answers.map(({ word, count, positive }: AnswerCount): AnswerCells => [
		word,
		count,
		'yes',
		counts ? (positive ? 'yes' : 'no') : null
	]);
	const inBase = question.asksAboutRecording ? 'yes' : 'no';
	return [
		...given,
		['not recorded', tally.notRecorded, inBase, counts && inBase === 'yes' ? 'no' : null],
		['not applicable', tally.notApplicable, 'no', null],
		['blank', tally.blank, 'no', null]
	];
}
