/** How far two readers agree: percent, Cohen's κ, Gwet's AC1 or AC2, Krippendorff's α, each with its interval. */
import type { Question } from '#lib/evidence/instrument.ts';
import { clopperPearson } from '../interval.ts';
import type { Agreement } from './agreement-found.ts';
import { krippendorffAlpha, pairableCounts } from './alpha.ts';
import { categoriesOf } from './categories.ts';
import { undefinedBecause, withError, type Coefficient } from './coefficient.ts';
import { gwetCoefficient } from './gwet.ts';
import { cohenKappa } from './kappa.ts';
import { readAgreement } from './read-agreement.ts';
import { sum, type Ratings } from './ratings.ts';
import { agreementWeights, ordinalWeights } from './weights.ts';

/** Coded answers (evidence/answer.ts) of the first and of the second reading of one record. */
export type AnswerPair = { first: number; second: number };

/**
 * Of one question. Null for written answers, which are never the same. Ordered answers (yes, partly, no; degrees of
 * agreement; scales) have linear weights in κ and AC2, and Krippendorff's own in α.
 */
export function deriveAgreement(question: Question, pairs: readonly AnswerPair[]): Agreement | null {
	if (question.type === 'text') return null;
	const same = pairs.filter(({ first, second }) => first === second).length;
	const percent = pairs.length === 0 ? null : percentOf(same, pairs.length);
	const counted = { pairs: pairs.length, same, percent };
	const categories = categoriesOf(question, new Set(pairs.flatMap(({ first, second }) => [first, second])));
	if (categories === null) {
		const none = undefinedBecause('dates are only looked at for being the same day');
		return withReading({ ...counted, weighted: false, kappa: none, ac: none, alpha: none });
	}
	const { ordered, apart, equalSteps } = categories;
	const codes = [...ordered, ...apart];
	const ratings = pairs.map(({ first, second }) => [codes.indexOf(first), codes.indexOf(second)]);
	const linear = agreementWeights('linear', ordered.length, apart.length);
	const forAlpha = equalSteps
		? agreementWeights('quadratic', ordered.length, apart.length)
		: ordinalWeights(pairableCounts(ratings, codes.length), ordered.length);
	return withReading({
		...counted,
		weighted: ordered.length > 2,
		...coefficients(ratings, linear, forAlpha)
	});
}

/**
 * Of two readers over many questions: the answers of each record they both read, each with a name that is the same for
 * the same answer. By name only, without weights. Answers on one record hang together, so the intervals come from
 * leaving out one record after the other (the jackknife: Efron and Stein 1981, Annals of Statistics 9(3), 586–596).
 */
export function derivePooledAgreement(
	records: readonly (readonly { first: string; second: string }[])[]
): Agreement {
	const answered = records.filter((pairs) => pairs.length > 0);
	const names = [...new Set(answered.flat().flatMap(({ first, second }) => [first, second]))];
	const position = new Map(names.map((name, at) => [name, at]));
	const ratings = answered.map((pairs) =>
		pairs.map(({ first, second }) => [position.get(first)!, position.get(second)!])
	);
	const weights = agreementWeights('unweighted', Math.max(2, names.length));
	const all = ratings.flat();
	const whole = coefficients(all, weights, weights);
	const without = ratings.map((_, left) => ratings.filter((__, at) => at !== left).flat());
	const parts = without.map((some) => ({ some, ...coefficients(some, weights, weights) }));
	const shareSame = (some: Ratings) =>
		some.filter(([first, second]) => first === second).length / some.length;
	const same = all.filter(([first, second]) => first === second).length;
	const percent = jackknifed(
		{ value: all.length === 0 ? 0 : same / all.length, interval: null, why: null },
		parts.map(({ some }) => (some.length === 0 ? null : shareSame(some)))
	);
	return withReading({
		pairs: all.length,
		same,
		percent: all.length === 0 || percent.value === null ? null : percent,
		weighted: false,
		kappa: jackknifed(
			whole.kappa,
			parts.map(({ kappa }) => kappa.value)
		),
		ac: jackknifed(
			whole.ac,
			parts.map(({ ac }) => ac.value)
		),
		alpha: jackknifed(
			whole.alpha,
			parts.map(({ alpha }) => alpha.value)
		)
	});
}

function percentOf(same: number, pairs: number) {
	const { low, high } = clopperPearson(same, pairs);
	return { value: same / pairs, interval: { low, high } };
}

function coefficients(
	ratings: Ratings,
	weights: readonly (readonly number[])[],
	forAlpha: readonly (readonly number[])[]
) {
	return {
		kappa: cohenKappa(ratings, weights),
		ac: gwetCoefficient(ratings, weights),
		alpha: krippendorffAlpha(ratings, forAlpha)
	};
}

/** The coefficient with the interval that its values without one record each give; none where one has no value. */
function jackknifed(whole: Coefficient, without: readonly (number | null)[]): Coefficient {
	if (whole.value === null) return whole;
	const values = without.filter((value) => value !== null);
	const n = without.length;
	if (values.length < n || n < 2) return { ...whole, interval: null };
	const mean = sum(values) / n;
	const error = Math.sqrt(((n - 1) / n) * sum(values.map((value) => (value - mean) ** 2)));
	return withError(whole.value, error, n);
}

const withReading = (counted: Omit<Agreement, 'reading'>): Agreement => ({
	...counted,
	reading: readAgreement(counted)
});
