/** What an amount is an amount of, as it was read. */
import type { NounClass } from './nouns.ts';

export type Group = {
	/**
	 * How the amount is used: before a countable noun; for `them`, `whom`, `those who`; alone before a verb, a phrase, the
	 * words of a verb left out (“and most a current plan”) or the end; or as a share of money.
	 */
	use: 'noun' | 'pronoun' | 'verb' | 'phrase' | 'gap' | 'end' | 'shared-out';
	class: NounClass;
	/** An “of” stands between amount and group. */
	of: boolean;
	/** The noun has an article or the like: “of the staff”. */
	determined: boolean;
	/** “all ten people”, “of the 60 files”. */
	number: number | null;
	/** The place after the noun, or of the first word that is not read. */
	to: number;
	/** The noun directly follows, with nothing between. */
	direct: boolean;
};
