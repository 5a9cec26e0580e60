/** The results of a source as a table of cells: a line for each question, and one for each stratum where asked for. */
import type { Measure, StratumMeasure } from '#lib/measures/measure.ts';
import type { MeasureInPlace } from '#lib/reports/derive-input.ts';
import { linesNamed } from './published-line.ts';

/** Null where a line has nothing to say in a column. */
export type Cell = string | number | null;

export type ResultsTable = { heads: readonly string[]; lines: readonly (readonly Cell[])[] };

const heads = [
	'Question',
	'Group',
	'Wording',
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
	'Not applicable',
	'Not recorded',
	'Blank',
	'Answers'
];

/**
 * Every head is there once; shares lie between 0 and 1. `standing`: that of the review. Where it has one, each line
 * ends with what was published on its question and with it.
 */
export function deriveResultsTable(places: readonly MeasureInPlace[], standing: string | null): ResultsTable {
	const lines = places.flatMap((place) => {
		const ends = standing === null ? [] : [publishedOn(place), standing];
		const { strata } = place.measure;
		return [wholeLine(place), ...strata.map((stratum) => stratumLine(place, stratum))].map((cells) => [
			...cells,
			...ends
		]);
	});
	return { heads: standing === null ? heads : [...heads, 'Published', 'Standing'], lines };
}

/**
 * Name of a file of results without its ending. It says the standing of the review, since a file is passed on without
 * the page that explains it: `moray-2026-files-results-worked-example`.
 */
export function resultsFileName(review: string, source: string, standing: string | null): string {
	const words = standing?.toLowerCase().match(/[a-z0-9]+/g) ?? [];
	return [review, source, 'results', ...words].join('-');
}

/** What was published on the question, as printed, with its lines. */
function publishedOn({ source, question }: MeasureInPlace): string | null {
	const published = (source.published ?? [])
		.filter((each) => each.question === question.code)
		.map(({ said, source: { document, lines } }) => `${said} (document ${document}, ${linesNamed(lines)})`);
	return published.length === 0 ? null : published.join('; ');
}

function wholeLine(place: MeasureInPlace): Cell[] {
	const { tally } = place.measure;
	return [
		...asked(place),
		'all',
		...result(place.measure),
		tally.records,
		tally.notApplicable,
		tally.notRecorded,
		tally.blank,
		tally.answers.length === 0 ? null : tally.answers.map(({ word, count }) => `${word}: ${count}`).join('; ')
	];
}

function stratumLine(place: MeasureInPlace, stratum: StratumMeasure): Cell[] {
	return [...asked(place), stratum.stratum, ...result(stratum), null, null, null, null, null];
}

function asked({ question, measure }: MeasureInPlace): Cell[] {
	return [question.code, question.group ?? null, measure.wording];
}

/** From “Positive” to “Terms touched”. A question without a share has none of them but the base. */
function result(
	measure: Pick<Measure, 'positive' | 'base' | 'share' | 'term' | 'interval' | 'touches' | 'secure'>
): Cell[] {
	const { positive, base, share, term, interval, touches, secure } = measure;
	return [
		share === null ? null : positive,
		base,
		share,
		term,
		interval?.low ?? null,
		interval?.high ?? null,
		interval?.method ?? null,
		secure === null ? null : secure ? 'yes' : 'no',
		touches.length === 0 ? null : touches.join('; ')
	];
}
