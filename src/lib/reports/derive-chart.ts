/** How people answered all statements of agreement on a theme: a chart for each source that has several. */
import { fixedWords } from '#lib/evidence/instrument.ts';
import type { Source } from '#lib/evidence/source.ts';
import { formatCount } from '#lib/measures/figures.ts';
import {
	agreementRow,
	agreementTable,
	byAgreement,
	type AgreementRow
} from '#lib/reports/drawings/agreement-rows.ts';
import { measuresOf, type MeasureInPlace, type ReportInput } from './derive-input.ts';
import type { Block, Cell, ChartBlock } from './report.ts';
import { statementText } from './report.ts';
import type { Counter, SectionWriter } from './section-writer.ts';
import { gatheredFrom } from './source-words.ts';
import { statementOf } from './statement.ts';

/** A heading and a chart for each source with two or more agreement questions on these elements. */
export function chartsOf(
	input: ReportInput,
	codes: ReadonlySet<string>,
	write: SectionWriter,
	exhibits: Counter,
	section: string
): Block[] {
	return input.bundle.sources.flatMap((source) => {
		const places = measuresOf(input, source).filter(
			({ question, measure }) =>
				question.type === 'agreement' &&
				measure.base > 0 &&
				question.elements.some((element) => codes.has(element))
		);
		if (places.length < 2) return [];
		return [
			write.heading(`All statements on this theme: ${source.title.toLowerCase()}`, 'unlisted'),
			...chartsOfSource(input, source, places, exhibits, section)
		];
	});
}

/** As many bars as stand in one chart with letters that can be read. */
const mostInChart = 8;

/** The statements in the order of agreement, over as many charts of about one height as they need. */
function chartsOfSource(
	input: ReportInput,
	source: Source,
	places: readonly MeasureInPlace[],
	exhibits: Counter,
	section: string
): ChartBlock[] {
	const placeOf = new Map(
		places.map((place) => [
			agreementRow(place.measure, shortened(place.question.label ?? place.question.wording)),
			place
		])
	);
	const sorted = byAgreement([...placeOf.keys()]);
	const charts = Math.ceil(sorted.length / mostInChart);
	const each = Math.ceil(sorted.length / charts);
	const words = fixedWords(places[0]!.question) ?? [];
	return Array.from({ length: charts }, (_, index): ChartBlock => {
		const rows = sorted.slice(index * each, (index + 1) * each);
		const title = index === 0 ? chartTitle(sorted) : `The ${rows.length} statements with less agreement`;
		const { heads, lines } = agreementTable(rows);
		return {
			kind: 'chart',
			id: `${section}-${source.id}-chart${index === 0 ? '' : `-${index + 1}`}`,
			number: exhibits.next(),
			title,
			alternative:
				`Stacked bars of ${rows.length} statements, from ${words[0]} to ${words.at(-1)}. ${title}. ` +
				'The table holds every count.',
			rows,
			table: {
				kind: 'table',
				id: null,
				caption: `Answers to ${rows.length} statements: how many gave each`,
				headers: heads,
				// The last cell leads to the answers, as every k of n does.
				rows: lines.map((line, row): Cell[] => {
					const statement = statementOf(input, placeOf.get(rows[row]!)!);
					return [...line.slice(0, -1), { text: statementText(statement), measure: statement.key }];
				}),
				numeric: heads.slice(1, -1).map((_, column) => column + 1),
				note: null
			},
			note: gatheredFrom(input, source)
		};
	});
}

/** A statement stands beside its bar, so it cannot be of any length; annex A has the whole wording. */
function shortened(label: string): string {
	const most = 120;
	return label.length <= most ? label : `${label.slice(0, most - 1).trimEnd()}…`;
}

function chartTitle(sorted: readonly AgreementRow[]): string {
	const of = ({ label, positive, base }: AgreementRow) =>
		`“${label}” (${formatCount(positive)} of ${formatCount(base)})`;
	const [first, last] = [sorted[0]!, sorted.at(-1)!];
	// By the counts, not by how they are written: no statement is above another that has the same.
	if (first.positive * last.base === last.positive * first.base)
		return `Agreement with all ${sorted.length} statements is the same (${formatCount(first.positive)} of ${formatCount(first.base)})`;
	return `Highest agreement: ${of(first)}. Lowest: ${of(last)}`;
}
