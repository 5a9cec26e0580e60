/**
 * Where there is much evidence, little, or none: the elements that a review judges by against its sources, and where
 * two sources say different things of the same element. The rules stand in docs/method.md.
 */
import type { Source } from '#lib/evidence/source.ts';
import type { Element, Framework } from '#lib/frameworks/framework.ts';
import { childrenOf } from '#lib/frameworks/lookup.ts';
import {
	codesBelow,
	leadingFramework,
	measuresOf,
	sectionElements,
	type MeasureInPlace,
	type ReportInput
} from '#lib/reports/derive-input.ts';
import { findDisagreements, type Disagreement } from './disagreements.ts';
import { elementLinks, type ElementLink } from './element-links.ts';
import { smallBase } from './stratum-result.ts';

export type Amount = 'none' | 'little' | 'much';

const muchFrom = 3;

/** One question that gives evidence on the element; `term` is null where no answer counts as positive. */
export type Told = { code: string; label: string; positive: number; base: number; term: string | null };

export type MatrixCell = {
	source: string;
	amount: Amount;
	/** Questions with an answer. */
	questions: Told[];
	/** The largest number of records that one of them rests on. */
	records: number;
	passages: number;
	figures: number;
	/** How often each term was reached, lowest first. */
	terms: { term: string; count: number }[];
	/** Ids of the sources that say something else of the same element. */
	against: string[];
};

export type MatrixRow = {
	code: string;
	/** Its words, where its title is only a label of ours. */
	title: string;
	/** 0: a theme or standard; 1: a quality indicator or component of the one above. */
	depth: 0 | 1;
	/** How many it can be folded open into. */
	parts: number;
	/** One a source, in the order of the sources. */
	cells: MatrixCell[];
};

export type MatrixSource = { id: string; title: string; unit: { one: string; many: string }; asks: boolean };

export type MatrixPage = {
	/** There is much from so many pieces of evidence on; a question is one where so many records answer it. */
	rule: { muchFrom: number; firmBase: number };
	sources: MatrixSource[];
	/** All of them; the page shows those of depth 1 only where they are folded open. */
	rows: MatrixRow[];
	/** `links`: what both give evidence on in any framework, but for the theme or standard itself. */
	disagreements: (Disagreement & { title: string; links: ElementLink[] })[];
	/** Whether the codes of the elements are known by those who use the framework. */
	coded: boolean;
	/** Elements without any evidence; `whole`: a theme or standard, else one of its parts. */
	without: { code: string; title: string; whole: boolean; of: string }[];
};

/** Those whose own documents number their elements; the codes of others are ours. */
const codedFrameworks = ['sds-standards', 'sds-change-map'];

/** Nothing in it when the leading framework is not at hand. */
export function deriveMatrix(input: ReportInput): MatrixPage {
	const framework = leadingFramework(input);
	const { sources } = input.bundle;
	const places = new Map(sources.map((source) => [source.id, measuresOf(input, source)]));
	const sections = framework ? sectionElements(framework) : [];
	const disagreements = framework
		? findDisagreements(sections, framework, [...places.values()].flat(), input.quantityScale)
		: [];
	const rowOf = (element: Element, depth: 0 | 1, parts: number): MatrixRow => {
		const codes = codesBelow(framework!, element);
		return {
			code: element.code,
			title: titleOf(element),
			depth,
			parts,
			cells: sources.map((source) => cellOf(source, places.get(source.id)!, codes, disagreements, input))
		};
	};
	const rows = sections.flatMap((section) => {
		const parts = partsOf(framework!, section);
		return [rowOf(section, 0, parts.length), ...parts.map((part) => rowOf(part, 1, 0))];
	});
	return {
		rule: { muchFrom, firmBase: smallBase },
		sources: sources.map((source) => ({
			id: source.id,
			title: source.title,
			unit: places.get(source.id)![0]?.instrument.unit ?? { one: 'record', many: 'records' },
			asks: source.instrument !== null
		})),
		rows,
		disagreements: disagreements.map((each) => ({
			...each,
			title: rows.find(({ code }) => code === each.section)?.title ?? '',
			links: elementLinks(input.frameworks, input.bundle.review.frameworks, each.shared)
		})),
		coded: framework !== undefined && codedFrameworks.includes(framework.id),
		without: framework ? withoutEvidence(framework, sections, rows) : []
	};
}

/** What a theme or standard is folded open into: not the statement that only says it in other words. */
function partsOf(framework: Framework, section: Element): Element[] {
	return childrenOf(framework, section.code).filter(({ kind }) => kind !== 'practice-statement');
}

function titleOf(element: Element): string {
	return element.label ? element.text : element.title;
}

function cellOf(
	source: Source,
	places: readonly MeasureInPlace[],
	codes: ReadonlySet<string>,
	disagreements: readonly Disagreement[],
	{ quantityScale }: ReportInput
): MatrixCell {
	const speaks = ({ elements }: { elements: readonly string[] }) => elements.some((code) => codes.has(code));
	const asked = places.filter(({ question, measure }) => speaks(question) && measure.base > 0);
	const passages = source.passages.filter(speaks).length;
	const figures = source.figures.filter(speaks).length;
	const firm = asked.filter(({ measure }) => measure.base >= smallBase).length + passages + figures;
	const terms = quantityScale.bands
		.map(({ name }) => ({
			term: name,
			count: asked.filter(({ measure }) => measure.term === name).length
		}))
		.filter(({ count }) => count > 0);
	return {
		source: source.id,
		amount: firm >= muchFrom ? 'much' : firm > 0 || asked.length > 0 ? 'little' : 'none',
		questions: asked.map(({ question, measure }) => ({
			code: question.code,
			label: question.label ?? question.wording,
			positive: measure.positive,
			base: measure.base,
			term: measure.term
		})),
		records: Math.max(0, ...asked.map(({ measure }) => measure.base)),
		passages,
		figures,
		terms,
		against: [
			...new Set(
				disagreements
					.filter((each) => codes.has(each.element))
					.flatMap(({ low, high }) =>
						low.source === source.id ? [high.source] : high.source === source.id ? [low.source] : []
					)
			)
		]
	};
}

/** A whole theme or standard, or the parts of one that has some. A quality indicator is its theme once more. */
function withoutEvidence(
	framework: Framework,
	sections: readonly Element[],
	rows: readonly MatrixRow[]
): MatrixPage['without'] {
	const bare = new Set(
		rows.filter(({ cells }) => cells.every(({ amount }) => amount === 'none')).map(({ code }) => code)
	);
	return sections.flatMap((section): MatrixPage['without'] => {
		if (bare.has(section.code))
			return [{ code: section.code, title: titleOf(section), whole: true, of: section.code }];
		return partsOf(framework, section)
			.filter(({ code, kind }) => bare.has(code) && kind !== 'quality-indicator')
			.map((part) => ({ code: part.code, title: titleOf(part), whole: false, of: section.code }));
	});
}
