/** The shapes of this room. A measure is what the answers to one question amount to; it is always derived, never kept. */
import type { QuestionType } from '#lib/evidence/instrument.ts';

/** How an interval was found; see docs/method.md. */
export type IntervalMethod = 'hypergeometric' | 'clopper-pearson' | 'census' | 'stratified';

/** A 95% interval for the share in the whole frame. Low and high are shares between 0 and 1. */
export type Interval = { low: number; high: number; method: IntervalMethod };

/** One answer word with how many gave it. */
export type AnswerCount = { word: string; count: number; positive: boolean };

/** Counts of one question over a set of records. records = base + outside the base. */
export type Tally = {
	records: number;
	/** Answer words in the order of the question. For several choices a record may count under more than one. */
	answers: AnswerCount[];
	positive: number;
	partly: number;
	negative: number;
	notApplicable: number;
	notRecorded: number;
	blank: number;
	/** Records that the share is taken of. */
	base: number;
};

export type StratumMeasure = {
	stratum: string;
	positive: number;
	base: number;
	share: number | null;
	term: string | null;
	interval: Interval | null;
	touches: string[];
	secure: boolean | null;
};

/** A stratum of which nothing is known, or strata whose sizes in the frame are not. */
export type ShareWithheld = 'stratum-without-evidence' | 'stratum-sizes-unknown';

export type Measure = {
	/** The question's code. */
	question: string;
	wording: string;
	type: QuestionType;
	positive: number;
	base: number;
	/** positive ÷ base; for a stratified sample weighted by stratum size. Null when there is no evidence. */
	share: number | null;
	/** Why a stratified sample has no weighted share although its base is not 0; left out otherwise. */
	withheld?: ShareWithheld;
	/** Name of the quantity term; null when the base is 0 or the question has no positive answers. */
	term: string | null;
	/** Null unless the sample was random or a census. */
	interval: Interval | null;
	/** Names of the terms that the interval touches, lowest first; empty without an interval. */
	touches: string[];
	/** True when the interval touches one term only; null without an interval. */
	secure: boolean | null;
	tally: Tally;
	strata: StratumMeasure[];
	/** Strata that are not shown (small-groups.ts), beside those that are; left out where there are none. */
	hiddenStrata?: readonly string[];
	/** The measure itself is of a stratum that is not shown; all its counts are 0. Left out otherwise. */
	hidden?: true;
};
