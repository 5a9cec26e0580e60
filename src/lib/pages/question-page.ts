/** One measure followed down: its result, each stratum, what it gives evidence on, which findings rest on it, its records. */
import type { Instrument } from '#lib/evidence/instrument.ts';
import type { Source } from '#lib/evidence/source.ts';
import type { Framework } from '#lib/frameworks/framework.ts';
import { findFramework, pathToTop } from '#lib/frameworks/lookup.ts';
import type { QuantityScale } from '#lib/frameworks/scales.ts';
import type { Finding } from '#lib/judgement/judgement.ts';
import type { Measure } from '#lib/measures/measure.ts';
import { protectsSmallGroups } from '#lib/measures/small-groups.ts';
import { hasShare } from '#lib/measures/tally.ts';
import { deriveAnswered, stratumOf, type Answered, type AnsweredBy, type Asked } from './answered-records.ts';
import { elementLinks, type ElementLink } from './element-links.ts';
import { deriveQuestionResult, type QuestionResult } from './question-result.ts';
import { factsOf, type SourceFacts } from './source-page.ts';
import { deriveStrata, type StratumResult } from './stratum-result.ts';
import type { Filter } from './where.ts';
import { forJudges, whyWithheld, type Sees } from './withheld.ts';

export type QuestionPageInput = {
	source: Source;
	instrument: Instrument;
	/** Place of the question in the instrument, from 0. */
	position: number;
	/** Of all records, or of those that the filter leaves. */
	measure: Measure;
	filter: Filter;
	/** The same measure with its strata by each column. */
	byColumn: readonly { column: string; measure: Measure }[];
	/** All of them, whatever the filter. */
	records: readonly AnsweredBy[];
	/** Which of the records to list. */
	asked: Asked;
	sees: Sees;
	frameworks: readonly Framework[];
	/** The edition that the review judges by, as id@edition. */
	leading: string;
	/** All findings of the review. */
	findings: readonly Finding[];
	quantityScale: QuantityScale;
};

export type QuestionPage = {
	source: SourceFacts;
	result: QuestionResult;
	filter: Filter;
	bands: QuantityScale['bands'];
	columns: { column: string; strata: StratumResult[] }[];
	/** The elements it gives evidence on, framework by framework. */
	gives: { title: string; elements: ElementLink[] }[];
	findings: {
		id: string;
		text: string;
		direction: Finding['direction'];
		/** Under which it was written; null when its framework is not at hand. */
		theme: { code: string; title: string } | null;
	}[];
	/** The records behind it; null for who does not see them. */
	answered: Answered | null;
	/** Why they are not listed by stratum, in a sentence; null where they are. */
	unsorted: string | null;
	/** Why its written answers are not shown, in a sentence; null where there are none, or they are. */
	withheld: string | null;
	previous: { code: string; label: string } | null;
	next: { code: string; label: string } | null;
};

export function deriveQuestionPage(input: QuestionPageInput): QuestionPage {
	const { source, instrument, position, measure, frameworks, quantityScale } = input;
	const question = instrument.questions[position]!;
	const place = {
		key: { source: source.id, question: question.code },
		source,
		instrument,
		question,
		measure
	};
	const links = elementLinks(frameworks, instrument.frameworks, question.elements);
	return {
		source: factsOf(source, instrument, input.records.length),
		result: deriveQuestionResult(place, quantityScale, input.filter),
		filter: input.filter,
		bands: quantityScale.bands,
		columns:
			!hasShare(question) || measure.base === 0
				? []
				: input.byColumn.map(({ column, measure: cut }) => ({
						column,
						strata: deriveStrata({ ...place, measure: cut }, quantityScale)
					})),
		gives: [...Map.groupBy(links, ({ of }) => of)].map(([title, elements]) => ({ title, elements })),
		findings: input.findings
			.filter(({ links: rests }) =>
				rests.some((link) => link.source === source.id && link.question === question.code)
			)
			.map(({ id, text, direction, element }) => ({ id, text, direction, theme: themeOf(input, element) })),
		answered: input.sees.records ? answeredOf(input) : null,
		unsorted: protectsSmallGroups(source.kind) ? listedWhole : null,
		withheld: withheldOf(input),
		previous: named(instrument, position - 1),
		next: named(instrument, position + 1)
	};
}

const listedWhole =
	'The records of a survey are listed all together, whatever the group: two lists side by side would show who is in both.';

/**
 * The records that the filter leaves. Where small groups are hidden they are listed without their strata, and whole.
 */
function recordsOf({ source, records, filter: { where } }: QuestionPageInput): readonly AnsweredBy[] {
	if (protectsSmallGroups(source.kind)) return records.map((record) => ({ ...record, strata: {} }));
	return where ? records.filter(({ strata }) => stratumOf(strata, where.column) === where.stratum) : records;
}

/** Written answers of a reconstruction say each for itself that nobody wrote them. */
function answeredOf(input: QuestionPageInput): Answered {
	const { source, instrument, position, asked } = input;
	const records = recordsOf(input);
	const question = instrument.questions[position]!;
	if (withheldOf(input) !== null)
		return deriveAnswered(
			question,
			records.map((record) => ({ ...record, text: record.text === null ? null : forJudges })),
			asked
		);
	const answered = deriveAnswered(question, records, asked);
	if (source.published === null || question.type !== 'text') return answered;
	const written = new Set(records.flatMap(({ reference, text }) => (text ? [reference] : [])));
	return {
		...answered,
		records: answered.records.map((record) =>
			written.has(record.reference) ? { ...record, answer: `${record.answer} (invented)` } : record
		)
	};
}

function withheldOf({ source, instrument, position, sees }: QuestionPageInput): string | null {
	return instrument.questions[position]!.type === 'text' ? whyWithheld(source.kind, sees) : null;
}

function themeOf(
	{ frameworks, leading }: QuestionPageInput,
	element: string
): { code: string; title: string } | null {
	const framework = findFramework(frameworks, leading);
	const top = framework && pathToTop(framework, element).at(-1);
	return top ? { code: top.code, title: top.title } : null;
}

function named({ questions }: Instrument, position: number): { code: string; label: string } | null {
	const question = questions[position];
	return question ? { code: question.code, label: question.label ?? question.wording } : null;
}
