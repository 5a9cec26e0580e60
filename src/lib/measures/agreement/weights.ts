/**
 * How far two answers are alike, from 1 to 0. Answers that lie on no scale (not applicable, not recorded, don't know)
 * stand behind the ordered ones and are as different from every other answer as can be: whether a question applies is
 * as much a matter for agreement as what the answer is.
 */
import { sum, type Weights } from './ratings.ts';

export type WeightKind = 'unweighted' | 'linear' | 'quadratic';

/**
 * Weights for `ordered` categories in their order with `apart` others behind them: 1 − (|k − l| ÷ (ordered − 1)) to the
 * power of 1 (linear) or 2 (quadratic). Source: Cohen (1968), “Weighted kappa”, Psychological Bulletin 70(4), 213–220.
 */
export function agreementWeights(kind: WeightKind, ordered: number, apart = 0): Weights {
	const power = kind === 'quadratic' ? 2 : 1;
	return squareOf(ordered + apart, (k, l) => {
		if (k === l) return 1;
		if (kind === 'unweighted' || k >= ordered || l >= ordered) return 0;
		return 1 - (Math.abs(k - l) / (ordered - 1)) ** power;
	});
}

/**
 * Krippendorff's difference between ordered answers, turned into weights, 1 − δ² ÷ the largest δ². The step between two
 * answers is as long as there are answers between their middles: δ²_ck = (Σ n_g for g from c to k − (n_c + n_k) ÷ 2)².
 * `counts`: how often each category was given. Source: Krippendorff (2011), “Computing Krippendorff's
 * alpha-reliability”, section D.
 */
export function ordinalWeights(counts: readonly number[], ordered: number): Weights {
	const difference = (k: number, l: number) => {
		const [from, to] = [Math.min(k, l), Math.max(k, l)];
		return (sum(counts.slice(from, to + 1)) - (counts[from]! + counts[to]!) / 2) ** 2;
	};
	const most = ordered > 1 ? difference(0, ordered - 1) : 0;
	return squareOf(counts.length, (k, l) => {
		if (k === l) return 1;
		if (k >= ordered || l >= ordered || most === 0) return 0;
		return 1 - difference(k, l) / most;
	});
}

function squareOf(size: number, weight: (k: number, l: number) => number): number[][] {
	return Array.from({ length: size }, (_, k) => Array.from({ length: size }, (_, l) => weight(k, l)));
}
