/** How far judges agree over all that they judged apart: one coefficient, its interval, and what it means in words. */
import { krippendorffAlpha, pairableCounts } from '#lib/measures/agreement/alpha.ts';
import type { Coefficient } from '#lib/measures/agreement/coefficient.ts';
import { cohenKappa } from '#lib/measures/agreement/kappa.ts';
import type { Ratings } from '#lib/measures/agreement/ratings.ts';
import { agreementWeights, ordinalWeights } from '#lib/measures/agreement/weights.ts';
import type { OwnJudgement } from './own-judgement.ts';

export type JudgesAgreement = {
	judges: number;
	/** Themes or components that at least two of them judged. */
	elements: number;
	/** Every two judgements of the same element; of these, those with the same step, and two or more steps apart. */
	pairs: number;
	same: number;
	far: number;
	/** Weighted κ of two judges; Krippendorff’s α for ordered categories of more. */
	name: 'κ' | 'α';
	coefficient: Coefficient;
	/** There is too little for the coefficient to say anything. */
	tooFew: boolean;
	reading: string;
};

/**
 * Over the elements that at least two people judged; null where there is none. κ of two judges has linear weights
 * (Cohen 1968); α of more than two is ordinal and takes judgements that are missing (Krippendorff 2011).
 * `steps`: of the scale, in their order.
 */
export function judgesAgreement(
	elements: readonly (readonly Pick<OwnJudgement, 'person' | 'step'>[])[],
	steps: readonly number[]
): JudgesAgreement | null {
	const judged = elements.filter((given) => given.length > 1);
	if (judged.length === 0) return null;
	const judges = [...new Set(judged.flat().map(({ person }) => person))].sort();
	const ratings: Ratings = judged.map((given) =>
		judges.map((judge) => {
			const own = given.find(({ person }) => person === judge);
			return own ? steps.indexOf(own.step) : null;
		})
	);
	const apart = judged.flatMap((given) =>
		given.flatMap((one, index) => given.slice(index + 1).map((other) => Math.abs(one.step - other.step)))
	);
	const counted = {
		judges: judges.length,
		elements: judged.length,
		pairs: apart.length,
		same: apart.filter((by) => by === 0).length,
		far: apart.filter((by) => by > 1).length
	};
	const coefficient =
		judges.length === 2
			? cohenKappa(ratings, agreementWeights('linear', steps.length))
			: krippendorffAlpha(ratings, ordinalWeights(pairableCounts(ratings, steps.length), steps.length));
	return {
		...counted,
		name: judges.length === 2 ? 'κ' : 'α',
		coefficient,
		tooFew: counted.elements < tooFew,
		reading: read(counted, coefficient)
	};
}

/** From these values on; usual cut-offs of the literature, no law. */
const levels: readonly { from: number; words: string }[] = [
	{ from: 0.8, words: 'The judges see it much alike.' },
	{ from: 0.6, words: 'The judges mostly see it alike; talk over where they differ.' },
	{ from: 0.4, words: 'The judges often differ: talk over what each step means before more is agreed.' },
	{
		from: -Infinity,
		words:
			'The judges agree little more than by chance: read the descriptors together, and each other’s reasons.'
	}
];

/** Fewer elements than this say little, and fewer than the other nothing that one figure could sum up. */
const few = 10;
const tooFew = 4;

function read(
	{ elements, pairs, same }: Omit<JudgesAgreement, 'name' | 'coefficient' | 'tooFew' | 'reading'>,
	{ value }: Coefficient
) {
	if (elements < tooFew) return 'That is too little for a figure: look at the judgements themselves.';
	const little = elements < few ? ' So few say little: look at the judgements themselves.' : '';
	if (value === null)
		return same === pairs
			? `All gave the same step everywhere, so a coefficient has nothing to tell apart.${little}`
			: `There is nothing that a coefficient could tell apart.${little}`;
	return `${levels.find(({ from }) => value >= from)!.words}${little}`;
}
