/** What findings rest on: what was heard or read, an exhibit of their measures, tables of answers without a share. */
import type { Source } from '#lib/evidence/source.ts';
import type { Link } from '#lib/judgement/judgement.ts';
import type { Measure } from '#lib/measures/measure.ts';
import { hasShare } from '#lib/measures/tally.ts';
import { answersTable } from './answers-table.ts';
import { findMeasure, type MeasureInPlace, type ReportInput } from './derive-input.ts';
import type { Block, ExhibitBlock, ExhibitRow } from './report.ts';
import type { Counter } from './section-writer.ts';
import { drawnNote } from './source-words.ts';
import { messageTitle, statementOf } from './statement.ts';
import { isForReport } from './voices.ts';

/** The measures that links lead to, each once. */
export function linkedMeasures(input: ReportInput, links: readonly Link[]): MeasureInPlace[] {
	const seen = new Set<Measure>();
	return links.flatMap(({ source, question }) => {
		const place = question === undefined ? undefined : findMeasure(input, { source, question });
		if (!place || seen.has(place.measure)) return [];
		seen.add(place.measure);
		return [place];
	});
}

/** The evidence behind links, source by source in the order in which they are first named. */
export function evidenceOf(input: ReportInput, links: readonly Link[], exhibits: Counter): Block[] {
	const order = [...new Set(links.map(({ source }) => source))];
	const bySource = [...links].sort((a, b) => order.indexOf(a.source) - order.indexOf(b.source));
	const places = linkedMeasures(input, bySource);
	const shares = places.filter(({ question }) => hasShare(question));
	const others = places.filter(({ question }) => !hasShare(question));
	return [
		// Words belong to the words before them; exhibits and tables have heads of their own.
		...heard(input, bySource),
		...(shares.length > 0 ? [exhibitOf(input, shares, exhibits.next())] : []),
		...others.map((place) => answersTable(input, place, null))
	];
}

/** One exhibit of measures: grouped by source, in each group the highest share first. */
function exhibitOf(input: ReportInput, places: readonly MeasureInPlace[], number: number): ExhibitBlock {
	const falling = [...places].sort((a, b) => (b.measure.share ?? -1) - (a.measure.share ?? -1));
	const sources = [...new Set(places.map(({ source }) => source))];
	const rows = sources.flatMap((source) =>
		falling
			.filter((place) => place.source === source)
			.map((place): ExhibitRow => ({
				...statementOf(input, place),
				group: sources.length > 1 ? source.title : null,
				measure: place.measure
			}))
	);
	return {
		kind: 'exhibit',
		id: `exhibit-${number}`,
		number,
		title: messageTitle(falling),
		bands: [...input.quantityScale.bands],
		rows,
		note: [...sources.map((source) => sourceNote(input, source, places)), marks(rows)].join(' ')
	};
}

function sourceNote(input: ReportInput, source: Source, places: readonly MeasureInPlace[]): string {
	const counted = new Set(
		places.filter((place) => place.source === source).map(({ question }) => question.positive.join(' or '))
	);
	const [words] = [...counted];
	// Which answers count is said where it is the same for all and not simply “yes”.
	const who = counted.size === 1 && words !== 'yes' ? ` Counted: ${words}.` : '';
	return `${source.title}: ${drawnNote(input, source)}${who}`;
}

/** What the marks of an exhibit mean, as far as it has them. */
function marks(rows: readonly ExhibitRow[]): string {
	const intervals = rows.flatMap(({ measure }) => measure.interval ?? []);
	const drawn = intervals.some(({ method }) => method !== 'census')
		? 'Bar: the 95% interval; an open ring where it reaches into another term.'
		: '';
	const described = rows.some(({ measure }) => measure.share !== null && !measure.interval)
		? 'Diamond: no interval.'
		: '';
	return [drawn, described].filter((words) => words !== '').join(' ');
}

/** Passages, and sources as a whole, that are linked without a question. */
function heard(input: ReportInput, links: readonly Link[]): Block[] {
	const plain = links.filter(({ question }) => question === undefined);
	const items = input.bundle.sources
		.filter(({ id }) => plain.some(({ source }) => source === id))
		.map((source) => {
			const named = new Set(plain.filter((link) => link.source === source.id).map(({ passage }) => passage));
			const texts = source.passages
				.filter((passage) => named.has(passage.id) && isForReport(source.kind, passage))
				.map(({ text }) => text);
			return { source: source.title, texts };
		});
	return items.length === 0 ? [] : [{ kind: 'heard', items }];
}
