/** The share of a question in each stratum of its source, with a word of warning where there are few records. */
import type { StratumMeasure } from '#lib/measures/measure.ts';
import { formatCount, formatPercent } from '#lib/measures/figures.ts';
import { spoken, type Bands } from '#lib/measures/term.ts';
import type { MeasureInPlace } from '#lib/reports/derive-input.ts';
import type { Strip } from '#lib/reports/drawings/quantity-strip.ts';

export type StratumResult = {
	stratum: string;
	kOfN: string;
	percent: string;
	/** The term as it is said, or `no evidence`. */
	term: string;
	/** Too few records to say more than how many there were. */
	small: boolean;
	strip: Strip;
};

/** Below this base a share changes its term with a single record or two. */
export const smallBase = 10;

export function deriveStrata({ measure }: MeasureInPlace, scale: Bands): StratumResult[] {
	return measure.strata.map((stratum) => ({
		stratum: stratum.stratum,
		kOfN: `${formatCount(stratum.positive)} of ${formatCount(stratum.base)}`,
		percent: stratum.share === null ? '' : formatPercent(stratum.share, scale),
		term: stratum.term === null ? 'no evidence' : spoken(stratum.term, stratum.positive, stratum.base),
		small: stratum.base > 0 && stratum.base < smallBase,
		strip: stripOf(stratum)
	}));
}

function stripOf({ positive, base, share, interval, touches, secure, term }: StratumMeasure): Strip {
	return { positive, base, share, interval, touches, secure, term };
}
