/** What the page of a sample says before anything is drawn: what so many would show, and how many it takes. */
import { mostInFrame } from '#lib/evidence/frame.ts';
import { proportional } from '#lib/measures/sampling/allocation.ts';
import {
	expectedResult,
	mostPlanned,
	planSample,
	sizeForMargin,
	sizeForSecureTerm,
	widestInterval
} from '#lib/measures/sampling/plan.ts';
import { formatCount, formatInterval, formatPercent, listed } from '#lib/measures/figures.ts';
import type { QuantityScale } from '#lib/frameworks/scales.ts';

/** As they are written in a form; empty where nothing is. */
export type PlanAsked = {
	/** How many would be drawn. */
	size: string;
	/** How many there are, where no frame is given yet. */
	of: string;
	/** The share that is expected, in per cent. */
	share: string;
	/** How far an interval may reach to each side, in per cent. */
	margin: string;
};

export type SamplePlanPage = {
	asked: PlanAsked;
	/** What is wrong with what was asked, by the field's name. */
	fields: Partial<Record<keyof PlanAsked, string>>;
	/** One sentence each; the first says how wide the widest interval is. */
	sentences: string[];
	/** Every result that the sample can have, in stretches: the heads and cells of a table. */
	stretches: { results: string; shares: string; terms: string; secure: boolean }[];
	/** How many of each stratum in proportion, and how wide its own widest interval is. */
	columns: { name: string; strata: { name: string; size: number; number: number; margin: string }[] }[];
};

type Frame = {
	size: number;
	columns: readonly { name: string; strata: readonly { name: string; size: number }[]; missing: number }[];
};

/** A table of more says nothing. */
const mostStrataPlanned = 12;
const usualSize = 60;

/** `unit`: what is drawn. A wrong figure leaves out what rests on it. */
export function derivePlan(
	written: PlanAsked,
	frame: Frame | null,
	scale: QuantityScale,
	unit: Unit
): SamplePlanPage {
	const { asked, fields, of, size, share, margin } = readPlan(written, frame);
	const page: SamplePlanPage = { asked, fields, sentences: [], stretches: [], columns: [] };
	if (fields.of) return page;
	if (size !== null) {
		const plan = planSample(size, of, scale);
		page.sentences.push(widestSentence(plan, unit));
		if (share !== null) page.sentences.push(expectedSentence(share, size, of, scale, unit));
		page.stretches = plan.stretches.map(({ from, to, touches }) => ({
			results: from === to ? `${from}` : `${from} to ${to}`,
			shares:
				from === to
					? formatPercent(from / size, scale)
					: formatInterval({ low: from / size, high: to / size }, scale),
			terms: listed(touches),
			secure: touches.length === 1
		}));
		page.columns = (frame?.columns ?? []).flatMap((column) => planOfColumn(column, size));
	}
	if (margin !== null) page.sentences.push(marginSentence(margin, of, unit));
	if (share !== null) page.sentences.push(secureSentence(share, of, scale, unit));
	return page;
}

/** The figures that were asked for; null where there is none or it is wrong. */
function readPlan(written: PlanAsked, frame: Frame | null) {
	const fields: SamplePlanPage['fields'] = {};
	const said = (name: keyof PlanAsked) => written[name].trim().replace(/%$/, '').replaceAll(',', '');
	const read = (name: keyof PlanAsked, pattern: RegExp, from: number, to: number, fault: string) => {
		const text = said(name);
		if (text === '') return null;
		if (pattern.test(text) && Number(text) >= from && Number(text) <= to) return Number(text);
		fields[name] = fault;
		return null;
	};
	const whole = (name: 'size' | 'of', most: number) =>
		read(name, /^\d{1,9}$/, 1, most, `Write a whole number from 1 to ${formatCount(most)}.`);
	const percent = (name: 'share' | 'margin', from: number, to: number) =>
		read(name, /^\d{1,3}(\.\d{1,2})?$/, from, to, `Write a percentage from ${from} to ${to}.`);
	const of = frame?.size ?? whole('of', mostInFrame);
	const usual = frame && said('size') === '' ? Math.min(usualSize, frame.size) : null;
	const size = usual ?? whole('size', of ?? mostPlanned);
	const [share, margin] = [percent('share', 0, 100), percent('margin', 0.5, 50)];
	const asked = { ...written, size: usual === null ? written.size : String(usual) };
	const part = (percentage: number | null) => (percentage === null ? null : percentage / 100);
	return { asked, fields, of, size, share: part(share), margin: part(margin) };
}

type Unit = { one: string; many: string };

function widestSentence({ size, frameSize, widest }: ReturnType<typeof planSample>, unit: Unit): string {
	const from = frameSize === null ? '' : ` from ${formatCount(frameSize)}`;
	const drawn = `${formatCount(size)} ${size === 1 ? unit.one : unit.many}${from}`;
	if (size === frameSize)
		return `All ${formatCount(size)} are a census: no share has any uncertainty of drawing.`;
	return `The widest 95% interval that ${drawn} can give is ${formatInterval(widest.interval)} (for ${widest.k} of ${formatCount(size)}): ± ${points(widest.halfWidth)} percentage points.`;
}

function expectedSentence(share: number, size: number, of: number | null, scale: QuantityScale, unit: Unit) {
	const { k, interval, touches } = expectedResult(share, size, of, scale);
	const result = `If ${k} of ${formatCount(size)} ${unit.many} show it (${formatPercent(k / size, scale)}), the interval is ${formatInterval(interval, scale)}`;
	return touches.length === 1
		? `${result}: the term “${touches[0]}” is secure.`
		: `${result}: the sample could not tell ${listed(touches.map((term) => `“${term}”`))} apart.`;
}

function marginSentence(margin: number, of: number | null, unit: Unit): string {
	const wanted = `For no interval wider than ± ${points(margin)} percentage points`;
	const size = sizeForMargin(margin, of);
	if (size === null) return `${wanted} it takes more than ${formatCount(mostPlanned)} ${unit.many}.`;
	return size === of
		? `${wanted} it takes all ${formatCount(size)}.`
		: `${wanted} it takes ${formatCount(size)} ${unit.many}.`;
}

function secureSentence(share: number, of: number | null, scale: QuantityScale, unit: Unit): string {
	const wanted = `For an expected ${formatPercent(share, scale)} to be secure in one term`;
	const size = sizeForSecureTerm(share, of, scale);
	const cut = scale.bands.some(({ from }) => from > 0 && from === share * 100);
	const why = cut ? ', since it is itself a cut-off between two terms' : '';
	if (size === null)
		return cut
			? `No sample can make ${formatPercent(share, scale)} secure in one term${why}.`
			: `${wanted} it takes more than ${formatCount(mostPlanned)} ${unit.many}.`;
	if (size === of) return `${wanted} nothing less than all ${formatCount(size)} will do${why}.`;
	return `${wanted} it takes ${formatCount(size)} ${unit.many}.`;
}

/** Percentage points, at one decimal at most, never less than they are. */
const points = (width: number) => String(Math.ceil(width * 1000 - 1e-9) / 10);

function planOfColumn({ name, strata, missing }: Frame['columns'][number], size: number) {
	if (missing > 0 || strata.length < 2 || strata.length > mostStrataPlanned) return [];
	const numbers = proportional(strata, size);
	const planned = strata.map((stratum) => {
		const number = numbers.get(stratum.name) ?? 0;
		const margin = number === 0 ? 'nothing' : `± ${points(widestInterval(number, stratum.size).halfWidth)}`;
		return { ...stratum, number, margin };
	});
	return [{ name, strata: planned }];
}
