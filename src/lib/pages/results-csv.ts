/** The results of a source as a CSV file: a line for each question, and one for each stratum where they are asked for. */
import Papa from 'papaparse';
import type { Measure, StratumMeasure } from '#lib/measures/measure.ts';
import type { MeasureInPlace } from '#lib/reports/derive-input.ts';
import { linesNamed } from './published-line.ts';

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
 * The file as text: UTF-8 with a byte-order mark, so that spreadsheets read its letters right; lines end in CR LF;
 * a cell that a spreadsheet would take for a formula gets an apostrophe before it. Shares lie between 0 and 1.
 * `standing`: that of the review. Where it has one, each line ends with what was published on its question and with it.
 */
export function resultsCsv(places: readonly MeasureInPlace[], standing: string | null): string {
	const lines = places.flatMap((place) => {
		const ends = standing === null ? [] : [publishedOn(place), standing];
		const { strata } = place.measure;
		return [wholeLine(place), ...strata.map((stratum) => stratumLine(place, stratum))].map((cells) => [
			...cells,
			...ends
		]);
	});
	const fields = standing === null ? heads : [...heads, 'Published', 'Standing'];
	const csv = Papa.unparse({ fields, data: lines }, { newline: '\r\n', escapeFormulae: true });
	return `\ufeff${csv}\r\n`;
}

/**
 * Name of the file. It says the standing of the review, since a file is passed on without the page that explains it:
 * `moray-2026-files-results-worked-example.csv`.
 */
export function resultsFileName(review: string, source: string, standing: string | null): string {
	const words = standing?.toLowerCase().match(/[a-z0-9]+/g) ?? [];
	return `${[review, source, 'results', ...words].join('-')}.csv`;
}

type Cell = string | number;

/** What was published on the question, as printed, with its lines. */
function publishedOn({ source, question }: MeasureInPlace): string {
	return (source.published ?? [])
		.filter((each) => each.question === question.code)
		.map(({ said, source: { document, lines } }) => `${said} (document ${document}, ${linesNamed(lines)})`)
		.join('; ');
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
		tally.answers.map(({ word, count }) => `${word}: ${count}`).join('; ')
	];
}

function stratumLine(place: MeasureInPlace, stratum: StratumMeasure): Cell[] {
	return [...asked(place), stratum.stratum, ...result(stratum), '', '', '', '', ''];
}

function asked({ question, measure }: MeasureInPlace): Cell[] {
	return [question.code, question.group ?? '', measure.wording];
}

/** From “Positive” to “Terms touched”. A question without a share has none of them but the base. */
function result(
	measure: Pick<Measure, 'positive' | 'base' | 'share' | 'term' | 'interval' | 'touches' | 'secure'>
): Cell[] {
	const { positive, base, share, term, interval, touches, secure } = measure;
	return [
		share === null ? '' : positive,
		base,
		share ?? '',
		term ?? '',
		interval?.low ?? '',
		interval?.high ?? '',
		interval?.method ?? '',
		secure === null ? '' : secure ? 'yes' : 'no',
		touches.join('; ')
	];
}
