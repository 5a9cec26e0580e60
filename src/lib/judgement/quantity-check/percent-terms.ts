/** The term of a rounded percentage, where rounding leaves no doubt. */
import type { Bands } from '#lib/measures/term.ts';

/**
 * The term for a percentage between 0 and 100 as it is written, or null where the share before rounding may have had
 * another: 75% may have been 74.6%. Half a unit of the last figure each way.
 */
export function termOfPercent(percent: number, scale: Bands): string | null {
	if (percent < 0 || percent > 100) return null;
	const half = Number.isInteger(percent) ? 0.5 : 0.05;
	const [low, high] = [
		bandAt(Math.max(0, percent - half), scale),
		bandAt(Math.min(100, percent + half - 1e-9), scale)
	];
	return low === high ? low : null;
}

const bandAt = (percent: number, scale: Bands): string =>
	scale.bands.findLast(({ from }) => percent >= from)?.name ?? scale.bands[0]!.name;

/** Whether a percentage is what k of n gives, at the precision in which it is written. */
export function isPercentOf(
	percent: number,
	{ positive, base }: { positive: number; base: number }
): boolean {
	const half = Number.isInteger(percent) ? 0.5 : 0.05;
	return Math.abs((positive / base) * 100 - percent) <= half + 1e-9;
}
