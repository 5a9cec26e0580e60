/** What is found of how far two readers agree. */
import type { Coefficient } from './coefficient.ts';

export type Agreement = {
	/** Answers that both readers gave. */
	pairs: number;
	/** Of these, the same in both. */
	same: number;
	/** same ÷ pairs, with its interval; null without pairs. Not weighted: a step apart is not the same. */
	percent: { value: number; interval: { low: number; high: number } | null } | null;
	/** By how many steps ordered answers differ counts in κ, AC2 and α. */
	weighted: boolean;
	kappa: Coefficient;
	/** AC2 where weighted, else AC1. */
	ac: Coefficient;
	alpha: Coefficient;
	/** What it means, in a sentence or two. */
	reading: string;
};
