/** The share of a question in each stratum of its source, with a word of warning where there are few records. */
import type { StratumMeasure } from '#lib/measures/measure.ts';
import { formatCount, formatPercent } from '#lib/measures/figures.ts';
import { spoken, type Bands } from '#lib/measures/term.ts';
import type { MeasureInPlace } from '#lib/reports/derive-input.ts';
import { groupNotShown } from './where.ts';
import type { Strip } from '#lib/reports/drawings/quantity-strip.ts';

export type StratumResult = {
	stratum: string;
	kOfN: string;
	percent: string;
	/** The term as it is said, or `no evidence`. */
	term: string;
	/** Too few records to say more than how many there were. */
	small: boolean;
	/** Null for a stratum that is not shown: its `term` says why, and there is no number of it. */
	strip: Strip | null;
};

/** Below this base a share changes its term with a single record or two. */
export const smallBase = 10;

export function deriveStrata({ measure }: MeasureInPlace, scale: Bands): StratumResult[] {
	const shown = measure.strata.map((stratum): StratumResult => ({
		stratum: stratum.stratum,
		kOfN: `${formatCount(stratum.positive)} of ${formatCount(stratum.base)}`,
		percent: stratum.share === null ? '' : formatPercent(stratum.share, scale),
		term: stratum.term === null ? 'no evidence' : spoken(stratum.term, stratum.positive, stratum.base),
		small: stratum.base > 0 && stratum.base < smallBase,
		strip: stripOf(stratum)
	}));
	const hidden = (measure.hiddenStrata ?? []).map((stratum) => ({ ...notShown, stratum }));
	return [...shown, ...hidden].sort((a, b) => (a.stratum < b.stratum ? -1 : 1));
}

const notShown = { kOfN: '', percent: '', term: groupNotShown, small: false, strip: null };

function stripOf({ positive, base, share, interval, touches, secure, term }: StratumMeasure): Strip {
	return { positive, base, share, interval, touches, secure, term };
}
