/** What the page of one source says: how it was drawn, its results in their groups, and what was said or read in it. */
import type { Instrument } from '#lib/evidence/instrument.ts';
import type { Design, Passage, Source } from '#lib/evidence/source.ts';
import type { Framework } from '#lib/frameworks/framework.ts';
import type { QuantityScale } from '#lib/frameworks/scales.ts';
import type { Measure } from '#lib/measures/measure.ts';
import { formatCount } from '#lib/measures/figures.ts';
import { agreementRow, type AgreementRow } from '#lib/reports/drawings/agreement-rows.ts';
import { dateRange } from '#lib/reports/dates.ts';
import type { MeasureInPlace } from '#lib/reports/derive-input.ts';
import { elementLinks, type ElementLink } from './element-links.ts';
import type { Filter } from './where.ts';
import { deriveQuestionResult, type QuestionResult } from './question-result.ts';
import { ownerNames, sourceKindNames } from '#lib/reports/review-words.ts';
import { messageTitle } from '#lib/reports/statement.ts';

export type Order = 'asked' | 'share';

export type SourcePageInput = {
	/** Its records may be left out. */
	source: Source;
	records: number;
	/** Null for a source without questions. */
	instrument: Instrument | null;
	/** In the order of the questions; their strata are by the column `by`. */
	measures: readonly Measure[];
	/** What was written in answer to each text question, by its code; left out where it is withheld. */
	written: ReadonlyMap<string, WrittenAnswer[]>;
	/** Why it is, in a sentence; null where it is not. */
	withheld: string | null;
	/** That the results can be split by. */
	columns: readonly string[];
	by: string | null;
	filter: Filter;
	/** Null where it is not read file by file, or all is read. */
	reading: ReadSoFar | null;
	order: Order;
	quantityScale: QuantityScale;
	frameworks: readonly Framework[];
	/** The editions that the passages' element codes belong to, as id@edition. */
	references: readonly string[];
};

export type WrittenAnswer = { reference: string; text: string };

export type ResultGroup = {
	/** Its anchor on the page. */
	id: string;
	heading: string;
	results: QuestionResult[];
};

export type SourceFacts = {
	id: string;
	title: string;
	kind: string;
	unit: { one: string; many: string };
	records: number;
	design: Design;
	frameSize: number | null;
	asked: number | null;
	howDrawn: string;
	heardFrom: string;
	/** Null when the days are not known. */
	when: string | null;
	whose: string;
	note: string | null;
	/** Carried over from last year, and nobody has said yet that it still holds. */
	toConfirm: boolean;
};

export type SourcePage = {
	source: SourceFacts;
	questions: number;
	bands: QuantityScale['bands'];
	columns: string[];
	by: string | null;
	filter: Filter;
	/** “23 of 60 files read so far.” and what that means for the numbers; null where it means nothing. */
	reading: string | null;
	order: Order;
	groups: ResultGroup[];
	/** The agreement questions together, where there are two or more. */
	agreement: { title: string; codes: string[]; rows: AgreementRow[] } | null;
	written: Record<string, WrittenAnswer[]>;
	withheld: string | null;
	passages: (Pick<Passage, 'id' | 'text' | 'direction' | 'quotation' | 'saidBy'> & {
		elements: ElementLink[];
	})[];
};

export function deriveSourcePage(input: SourcePageInput): SourcePage {
	const { source, instrument, columns, by, filter, order, quantityScale } = input;
	const places = placesOf(input);
	const results = places.map((place) => deriveQuestionResult(place, quantityScale, filter));
	const facts = factsOf(source, instrument, input.records);
	return {
		source: facts,
		questions: results.length,
		bands: quantityScale.bands,
		columns: [...columns],
		by,
		filter,
		reading: input.reading && readSoFar(input.reading, facts.unit),
		order,
		groups: order === 'share' ? byShare(results) : asAsked(results),
		agreement: agreementOf(places),
		written: input.withheld === null ? Object.fromEntries(input.written) : {},
		withheld: input.withheld,
		passages: source.passages.map(({ id, text, elements, direction, quotation, saidBy }) => ({
			id,
			text,
			direction,
			quotation,
			saidBy,
			elements: elementLinks(input.frameworks, input.references, elements)
		}))
	};
}

/** Records whose first reading is complete, of all that are to be read. */
export type ReadSoFar = { read: number; all: number };

export function readSoFar({ read, all }: ReadSoFar, unit: SourceFacts['unit']): string {
	return `${formatCount(read)} of ${formatCount(all)} ${unit.many} read so far. What is not answered yet counts as blank, outside the base.`;
}

/** What a source is and how it came about, as every page about it says it. */
export function factsOf(source: Source, instrument: Instrument | null, records: number): SourceFacts {
	return {
		id: source.id,
		title: source.title,
		kind: sourceKindNames[source.kind],
		unit: instrument?.unit ?? { one: 'record', many: 'records' },
		records,
		design: source.sample.design,
		frameSize: source.sample.frameSize,
		asked: source.sample.asked,
		howDrawn: source.sample.howDrawn,
		heardFrom: source.heardFrom,
		when: source.from === null && source.to === null ? null : dateRange(source.from, source.to),
		whose: ownerNames[source.owner],
		note: source.note ?? null,
		toConfirm: source.toConfirm
	};
}

export function placesOf({
	source,
	instrument,
	measures
}: Pick<SourcePageInput, 'source' | 'instrument' | 'measures'>): MeasureInPlace[] {
	if (!instrument) return [];
	return measures.map((measure, position) => ({
		key: { source: source.id, question: measure.question },
		source,
		instrument,
		question: instrument.questions[position]!,
		measure
	}));
}

/** The groups of the instrument in the order in which they begin. */
function asAsked(results: readonly QuestionResult[]): ResultGroup[] {
	const groups = Map.groupBy(results, ({ group }) => group ?? 'Questions');
	return [...groups].map(([heading, inGroup], index) => ({
		id: `group-${index + 1}`,
		heading,
		results: inGroup
	}));
}

/** The highest share first; what has no share keeps its order and comes last. */
function byShare(results: readonly QuestionResult[]): ResultGroup[] {
	const shared = results.filter(({ share }) => share !== null);
	const others = results.filter(({ share }) => share === null);
	return [
		{
			id: 'by-share',
			heading: 'The highest share first',
			results: shared.sort((a, b) => b.share! - a.share!)
		},
		{ id: 'without-share', heading: 'Without a share', results: others }
	].filter((group) => group.results.length > 0);
}

function agreementOf(places: readonly MeasureInPlace[]): SourcePage['agreement'] {
	const asked = places.filter(
		({ question, measure }) => question.type === 'agreement' && measure.share !== null
	);
	if (asked.length < 2) return null;
	const sorted = [...asked].sort((a, b) => b.measure.share! - a.measure.share!);
	return {
		title: messageTitle(sorted),
		codes: asked.map(({ question }) => question.code),
		rows: asked.map(({ question, measure }) => agreementRow(measure, question.label ?? question.wording))
	};
}
