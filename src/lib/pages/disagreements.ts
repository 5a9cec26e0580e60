/** Where two sources say different things of the same element: terms two or more steps apart. */
import type { Element, Framework } from '#lib/frameworks/framework.ts';
import type { QuantityScale } from '#lib/frameworks/scales.ts';
import { codesBelow, type MeasureInPlace } from '#lib/reports/derive-input.ts';

/** Steps on the quantity scale; neighbours may differ by a single record. */
export const stepsApart = 2;

export type Side = {
	source: string;
	title: string;
	question: string;
	label: string;
	term: string;
	positive: number;
	base: number;
};

export type Disagreement = {
	/** Code of the element that both questions give evidence on, and of the theme or standard above it. */
	element: string;
	section: string;
	/** Every element, of whatever framework, that both give evidence on, but for the theme or standard itself. */
	shared: string[];
	steps: number;
	low: Side;
	high: Side;
};

/**
 * For each theme or standard and each two sources one disagreement, if there is any: between the two questions that
 * have the most elements in common, and of these the farthest apart. Two questions are compared only where both give
 * evidence on one and the same element at or below the theme or standard; questions of one source are not.
 */
export function findDisagreements(
	sections: readonly Element[],
	framework: Framework,
	places: readonly MeasureInPlace[],
	scale: Pick<QuantityScale, 'bands'>
): Disagreement[] {
	const steps = new Map(scale.bands.map(({ name }, step) => [name, step]));
	const told = places.flatMap((place) => {
		const step = place.measure.term === null ? undefined : steps.get(place.measure.term);
		return step === undefined ? [] : [{ place, step }];
	});
	return sections.flatMap((section) => {
		const codes = codesBelow(framework, section);
		const here = told.filter(({ place }) => place.question.elements.some((code) => codes.has(code)));
		const found = new Map<string, Disagreement & { common: number }>();
		for (const [index, one] of here.entries())
			for (const other of here.slice(index + 1)) {
				if (one.place.source.id === other.place.source.id) continue;
				const [low, high] = one.step < other.step ? [one, other] : [other, one];
				if (high.step - low.step < stepsApart) continue;
				const shared = low.place.question.elements.filter((code) =>
					high.place.question.elements.includes(code)
				);
				// The most detailed one: codes below a theme follow the theme in the framework.
				const element = framework.elements.findLast(
					({ code }) => codes.has(code) && shared.includes(code)
				)?.code;
				if (element === undefined) continue;
				const pair = [one.place.source.id, other.place.source.id].join(' ');
				const next = {
					element,
					section: section.code,
					shared: shared.filter((code) => code !== section.code),
					steps: high.step - low.step,
					low: sideOf(low.place),
					high: sideOf(high.place),
					common: shared.length
				};
				const before = found.get(pair);
				const isPlainer =
					!before ||
					next.common > before.common ||
					(next.common === before.common && next.steps > before.steps);
				if (isPlainer) found.set(pair, next);
			}
		return [...found.values()].map(({ common: _, ...disagreement }) => disagreement);
	});
}

function sideOf({ source, question, measure }: MeasureInPlace): Side {
	return {
		source: source.id,
		title: source.title,
		question: question.code,
		label: question.label ?? question.wording,
		term: measure.term!,
		positive: measure.positive,
		base: measure.base
	};
}
