/**
 * What a sample would show, before it is drawn: how wide its intervals, which terms it could not tell apart, and how
 * many it takes. For simple random samples; one drawn by strata in proportion shows at least about as much.
 */
import { exactInterval } from '../interval.ts';
import type { Interval } from '../measure.ts';
import type { Bands } from '../term.ts';
import { touchesOf } from '../touches.ts';

/** From k to k of n, both included: the terms that their intervals touch. */
export type Stretch = { from: number; to: number; touches: string[] };

export type SamplePlan = {
	size: number;
	/** Null when it is not known. */
	frameSize: number | null;
	/** The widest 95% interval that any answer can have, and half of its width. */
	widest: { k: number; interval: Interval; halfWidth: number };
	/** Every k from 0 to n, in stretches with the same terms; a stretch with one term is secure. */
	stretches: Stretch[];
};

/** Every answer of a sample up to this size is looked at for the widest interval; of a larger one, the middle. */
const allLookedAt = 400;
const lookedAtAside = 60;

/**
 * What a sample of `size` (from 1, at most the frame) would show. The interval is widest near one half; in samples of
 * more than 400 only the answers within 60 of it are looked at, so that the widest may be one of the frame wider.
 */
export function planSample(size: number, frameSize: number | null, scale: Bands): SamplePlan {
	return {
		size,
		frameSize,
		widest: widestInterval(size, frameSize),
		stretches: stretches(size, frameSize, scale)
	};
}

/** The interval, and the terms that it touches, if the share in the sample is as near to `share` (0 to 1) as can be. */
export function expectedResult(share: number, size: number, frameSize: number | null, scale: Bands) {
	const k = Math.round(share * size);
	const exact = exactInterval(k, size, frameSize)!;
	return { k, interval: exact.interval, touches: touchesOf(exact, k, size, scale) };
}

/** The widest interval alone; see `planSample`. */
export function widestInterval(size: number, frameSize: number | null): SamplePlan['widest'] {
	const half = Math.floor(size / 2);
	const first = size <= allLookedAt ? 0 : half - lookedAtAside;
	let widest: SamplePlan['widest'] | null = null;
	// The interval of n − k is that of k seen from the other end, so one half is enough.
	for (let k = half; k >= first; k--) {
		const { interval } = exactInterval(k, size, frameSize)!;
		const halfWidth = (interval.high - interval.low) / 2;
		if (!widest || halfWidth > widest.halfWidth + 1e-12) widest = { k, interval, halfWidth };
	}
	return widest!;
}

/** Both ends of the interval only rise with k, so the end of each stretch is found by halving. */
function stretches(size: number, frameSize: number | null, scale: Bands): Stretch[] {
	const at = (k: number) => touchesOf(exactInterval(k, size, frameSize)!, k, size, scale);
	const found: Stretch[] = [];
	for (let from = 0; from <= size;) {
		const touches = at(from);
		const same = (k: number) => at(k).join() === touches.join();
		let [to, beyond] = [from, size + 1];
		while (beyond - to > 1) {
			const middle = Math.floor((to + beyond) / 2);
			if (same(middle)) to = middle;
			else beyond = middle;
		}
		found.push({ from, to, touches });
		from = to + 1;
	}
	return found;
}

/** Of a frame of unknown size no larger sample is looked for. */
export const mostPlanned = 20_000;

/**
 * The smallest sample whose widest interval is no wider than `margin` (0 to 1) to each side. Null when even the
 * largest that is looked for is not enough, which only happens when the size of the frame is not known.
 */
export function sizeForMargin(margin: number, frameSize: number | null): number | null {
	return smallestSize(frameSize, (size) => widestInterval(size, frameSize).halfWidth <= margin + 1e-12);
}

/**
 * The smallest sample in which an expected share (0 to 1) is secure in one term, whether it comes out just below or
 * just above what is expected. All of the frame when nothing less will do, as for a share on a cut-off; null when
 * the size of the frame is not known and no sample that is looked for will do.
 */
export function sizeForSecureTerm(share: number, frameSize: number | null, scale: Bands): number | null {
	return smallestSize(frameSize, (size) =>
		[Math.floor, Math.ceil].every((rounded) => {
			// 0.7 × 60 is a hair under 42 in floating point.
			const k = rounded(Number((share * size).toFixed(6)));
			return touchesOf(exactInterval(k, size, frameSize)!, k, size, scale).length === 1;
		})
	);
}

/**
 * Found by halving, then step by step: whole numbers make what a sample shows rise and fall a little from one size to
 * the next, so the size found holds for the twenty after it too.
 */
function smallestSize(frameSize: number | null, enough: (size: number) => boolean): number | null {
	const most = frameSize ?? mostPlanned;
	if (!enough(most)) return null;
	let [tooFew, found] = [0, most];
	while (found - tooFew > 1) {
		const middle = Math.floor((tooFew + found) / 2);
		if (enough(middle)) found = middle;
		else tooFew = middle;
	}
	for (let size = found; size <= Math.min(found + 20, most); size++) if (!enough(size)) found = size + 1;
	while (found > 1 && enough(found - 1)) found--;
	return found;
}
