/**
 * What stands between independent judgements and an agreed one: how far they lie apart, who differs from whom, and
 * how those see a component who see it from different sides. Nothing here works out a judgement.
 */
import type { OwnJudgement } from './own-judgement.ts';
import { perspectives, type Perspective } from './perspectives.ts';

/** Two steps or more apart is to be talked over. */
export const farApart = 2;

/** From the lowest to the highest step given; 0 for fewer than two judgements. */
export function stepsApart(given: readonly Pick<OwnJudgement, 'step'>[]): number {
	const steps = given.map(({ step }) => step);
	return steps.length === 0 ? 0 : Math.max(...steps) - Math.min(...steps);
}

/** Whoever gave the lower of two judgements that lie far apart, and whoever gave the higher. */
export type FarPair = { lower: OwnJudgement; higher: OwnJudgement; steps: number };

/** Every two judgements that differ by two or more steps, the furthest apart first. */
export function farPairs(given: readonly OwnJudgement[]): FarPair[] {
	return given
		.flatMap((lower) => given.map((higher) => ({ lower, higher, steps: higher.step - lower.step })))
		.filter(({ steps }) => steps >= farApart)
		.sort((a, b) => b.steps - a.steps);
}

/** How many of one perspective chose each step. `perspective` is null for those who did not say. */
export type SeenFrom = { perspective: Perspective | null; people: number; counts: number[] };

/** In the order of the perspectives; those from which nobody judged are there with no people. `steps`: of the scale. */
export function seenByPerspective(
	given: readonly Pick<OwnJudgement, 'step' | 'perspective'>[],
	steps: readonly number[]
): SeenFrom[] {
	const unsaid = given.some(({ perspective }) => perspective === null) ? [null] : [];
	return [...perspectives, ...unsaid].map((perspective) => {
		const own = given.filter((each) => each.perspective === perspective);
		return {
			perspective,
			people: own.length,
			counts: steps.map((step) => own.filter((each) => each.step === step).length)
		};
	});
}

/**
 * By how many stages senior decision makers see a component further on than workers do (below 0: less far), between
 * the middle one of each; null where one of them is missing. It finds what to talk about, and is shown as no grade.
 */
export function leadersAheadOfWorkers(
	given: readonly Pick<OwnJudgement, 'step' | 'perspective'>[]
): number | null {
	const middle = (perspective: Perspective) =>
		middleOf(given.filter((each) => each.perspective === perspective).map(({ step }) => step));
	const [leaders, workers] = [middle('senior-decision-maker'), middle('worker')];
	return leaders === null || workers === null ? null : leaders - workers;
}

/** Whether leaders and workers see a component two stages apart: the conversation to have. */
export function isConversation(given: readonly Pick<OwnJudgement, 'step' | 'perspective'>[]): boolean {
	return Math.abs(leadersAheadOfWorkers(given) ?? 0) >= farApart;
}

/** The median: of an even number, halfway between the two in the middle. */
function middleOf(steps: readonly number[]): number | null {
	if (steps.length === 0) return null;
	const sorted = [...steps].sort((a, b) => a - b);
	const half = Math.floor(sorted.length / 2);
	return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
