/** What findings rest on: exhibits of their measures, tables of answers without a share, and what was heard or read. */
import { fixedWords } from '#lib/evidence/instrument.ts';
import type { Source } from '#lib/evidence/source.ts';
import { hasShare } from '#lib/measures/tally.ts';
import type { Link } from '#lib/judgement/judgement.ts';
import { agreementRow, agreementTable, byAgreement, type AgreementRow } from './agreement-rows.ts';
import { answersTable } from './answers-table.ts';
import { findMeasure, measuresOf, type MeasureInPlace, type ReportInput } from './derive-input.ts';
import type { Block, ChartBlock, ExhibitBlock } from './report.ts';
import type { Counter, SectionWriter } from './section-writer.ts';
import { drawnNote, gatheredFrom, peopleOf } from './source-words.ts';
import { messageTitle, statementOf } from './statement.ts';

/** The evidence that links lead to, each measure once: source by source in the order of the links. */
export function evidenceOf(input: ReportInput, links: readonly Link[], exhibits: Counter): Block[] {
	const sources = [...new Set(links.map(({ source }) => source))].flatMap(
		(id) => input.bundle.sources.find((source) => source.id === id) ?? []
	);
	return sources.flatMap((source) => {
		const ofSource = links.filter((link) => link.source === source.id);
		const questions = [...new Set(ofSource.flatMap(({ question }) => question ?? []))];
		const places = questions.flatMap((question) => findMeasure(input, { source: source.id, question }) ?? []);
		const shares = places.filter(({ question }) => hasShare(question));
		const others = places.filter(({ question }) => !hasShare(question));
		return [
			...(shares.length > 0 ? [exhibitOf(input, source, shares, exhibits)] : []),
			...others.map((place) => answersTable(place, { id: null })),
			...heard(source, ofSource)
		];
	});
}

function exhibitOf(
	input: ReportInput,
	source: Source,
	places: readonly MeasureInPlace[],
	exhibits: Counter
): ExhibitBlock {
	const sorted = [...places].sort((a, b) => (b.measure.share ?? -1) - (a.measure.share ?? -1));
	const number = exhibits.next();
	return {
		kind: 'exhibit',
		id: `exhibit-${number}`,
		number,
		title: messageTitle(sorted, input.quantityScale),
		bands: [...input.quantityScale.bands],
		rows: sorted.map((place) => ({
			...statementOf(place),
			measure: place.measure,
			design: source.sample.design
		})),
		note: [`${source.title}.`, countedAs(places), drawnNote(input, source)].filter(Boolean).join(' ')
	};
}

/** Which answers count, where that is the same for all and not simply “yes”. */
function countedAs(places: readonly MeasureInPlace[]): string {
	const words = places.map(({ question }) => question.positive.join(' or '));
	if (new Set(words).size !== 1 || words[0] === 'yes') return '';
	return `Counted are those who answered ${words[0]}.`;
}

/** Passages and whole sources that are linked without a question. */
function heard(source: Source, links: readonly Link[]): Block[] {
	const plain = links.filter(({ question }) => question === undefined);
	if (plain.length === 0) return [];
	const texts = [...new Set(plain.map(({ passage }) => passage))].flatMap(
		(id) => source.passages.find((passage) => passage.id === id)?.text ?? []
	);
	const origin = `Also rests on: ${source.title} (${peopleOf(source)})`;
	return [{ kind: 'note', text: texts.length === 0 ? `${origin}.` : `${origin}. ${texts.join(' ')}` }];
}

/** For each source with two or more agreement questions on these elements, the chart of how they were answered. */
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
			write.heading(`All answers on agreement: ${source.title}`),
			chartOf(input, source, places, exhibits.next(), section)
		];
	});
}

function chartOf(
	input: ReportInput,
	source: Source,
	places: readonly MeasureInPlace[],
	number: number,
	section: string
): ChartBlock {
	const rows = places.map(({ question, measure }) =>
		agreementRow(measure, question.label ?? question.wording)
	);
	const sorted = byAgreement(rows);
	const { heads, lines } = agreementTable(rows);
	const title = chartTitle(sorted);
	const words = fixedWords(places[0]!.question) ?? [];
	return {
		kind: 'chart',
		id: `${section}-${source.id}-chart`,
		number,
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
			rows: lines,
			numeric: heads.slice(1, -1).map((_, column) => column + 1),
			note: null
		},
		note: gatheredFrom(input, source)
	};
}

function chartTitle(sorted: readonly AgreementRow[]): string {
	const [first, last] = [sorted[0]!, sorted.at(-1)!];
	const of = (row: AgreementRow) => `“${row.label}” (${row.positive} of ${row.base})`;
	return `Most agreed with ${of(first)}, fewest with ${of(last)}`;
}
