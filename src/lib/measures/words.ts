/** The plain sentences about a measure, written once for every page, report and command. */
import type { Question } from '#lib/evidence/instrument.ts';
import type { Design } from '#lib/evidence/source.ts';
import { formatCount, formatInterval, formatPercent, listed } from './figures.ts';
import type { Measure, Tally } from './measure.ts';
import { isDrawn } from './sample-mismatch.ts';
import { spoken, type Bands } from './term.ts';

/** What the sentences need to know beside the measure. */
export type Telling = {
	/** What one record is called, and several. */
	unit: { one: string; many: string };
	design: Design;
	scale: Bands;
	/** How many were asked, for surveys and questionnaires. */
	asked?: number | null;
	/** How many there are in all, where it is not said how many of them were asked. */
	frameSize?: number | null;
};

export type MeasureParts = {
	/** `54 of 60`. */
	kOfN: string;
	/** `files`, or `file` where the base is one. */
	unit: string;
	/** `90%`; with a note where it is weighted. Empty when there is no share. */
	percent: string;
	/** The term as it is spoken, with `none` and `all` at the ends; or why there is none. */
	term: string;
};

/** The parts of a measure's sentence, for pages that make them links or bold. */
export function measureParts(measure: Measure, { unit, design, scale }: Telling): MeasureParts {
	const { positive, base, share, term, tally } = measure;
	const named = (count: number) => (count === 1 ? unit.one : unit.many);
	const kOfN = `${formatCount(positive)} of ${formatCount(base)}`;
	if (base === 0)
		return { kOfN, unit: unit.many, percent: '', term: `no evidence among ${inAll(tally.records, unit)}` };
	if (measure.withheld) return { kOfN, unit: named(base), percent: '', term: 'no share of the whole' };
	if (share === null || term === null)
		return {
			kOfN: `${formatCount(base)} of ${formatCount(tally.records)}`,
			unit: named(tally.records),
			percent: '',
			term: 'answered'
		};
	const weighted = design === 'stratified' ? ' weighted by stratum' : '';
	return {
		kOfN,
		unit: named(base),
		percent: `${formatPercent(share, scale)}${weighted}`,
		term: spoken(term, positive, base)
	};
}

/** `54 of 60 files, 90%: almost all`. No full stop, as it stands in lists and tables too. */
export function measureSentence(measure: Measure, telling: Telling): string {
	const { kOfN, unit, percent, term } = measureParts(measure, telling);
	return `${[`${kOfN} ${unit}`, percent].filter((part) => part !== '').join(', ')}: ${term}`;
}

export type SureParts = {
	/** Decides the mark: a disc, a ring, a diamond, or none. */
	standing: 'secure' | 'borderline' | 'those-counted' | 'no-term';
	/** The word that is set in bold; empty for sentences without one. */
	lead: string;
	rest: string;
};

/** How sure the term is, or why there is no interval, in two parts for pages that set the first in bold. */
export function sureParts(measure: Measure, telling: Telling): SureParts {
	const { interval, touches, secure, term } = measure;
	if (measure.base === 0 || term === null) return { standing: 'no-term', lead: '', rest: whyNoTerm(measure) };
	if (!interval) return { standing: 'those-counted', lead: '', rest: whoIsDescribed(measure, telling) };
	if (interval.method === 'census')
		return {
			standing: 'secure',
			lead: 'Secure.',
			rest: ' The whole frame was included, so no uncertainty comes from drawing a sample.'
		};
	const ends = formatInterval(interval, telling.scale);
	const method =
		interval.method === 'stratified'
			? ' Share and interval are weighted by the size of the strata (the method of Korn and Graubard).'
			: '';
	if (secure)
		return {
			standing: 'secure',
			lead: 'Secure.',
			rest: ` The 95% interval, ${ends}, stays within “${term}”.${method}`
		};
	if (touches.length === telling.scale.bands.length)
		return {
			standing: 'borderline',
			lead: 'Borderline',
			rest: ` between all the terms: the 95% interval is ${ends}, so there are too few ${telling.unit.many} to tell.${method}`
		};
	const terms = listed(touches.map((each) => `“${each}”`));
	return {
		standing: 'borderline',
		lead: 'Borderline',
		rest: ` between ${terms}: the 95% interval is ${ends}.${method}`
	};
}

/** `Borderline between “most” and “almost all”: the 95% interval is 80.5 to 95.8%.` */
export function sureSentence(measure: Measure, telling: Telling): string {
	const { lead, rest } = sureParts(measure, telling);
	return `${lead}${rest}`;
}

/** `2 not applicable and 1 blank are left out of the base.`, and where “not recorded” stands if it matters. */
export function baseSentence(tally: Tally, question: Pick<Question, 'asksAboutRecording'>): string {
	const out: [number, string][] = [
		[tally.notApplicable, 'not applicable'],
		...(question.asksAboutRecording ? [] : [[tally.notRecorded, 'not recorded'] as [number, string]]),
		[tally.blank, 'blank']
	];
	const some = out.filter(([count]) => count > 0);
	const total = some.reduce((sum, [count]) => sum + count, 0);
	const leftOut =
		total === 0
			? `None ${out.map(([, name]) => name).join(', none ')}.`
			: `${listed(some.map(([count, name]) => `${formatCount(count)} ${name}`))} ${total === 1 ? 'is' : 'are'} left out of the base.`;
	return question.asksAboutRecording
		? `${leftOut} “Not recorded” stays in the base because the question asks about recording.`
		: leftOut;
}

function whyNoTerm({ base, withheld }: Measure): string {
	if (base === 0) return 'There is no evidence, so there is no term.';
	if (withheld === 'stratum-without-evidence')
		return 'The sample was drawn by stratum and nothing is known of at least one, so there is no share of the whole.';
	if (withheld === 'stratum-sizes-unknown')
		return 'The sample was drawn by stratum and the sizes of the strata are not all known, so there is no share of the whole.';
	return 'No answer to this question counts as positive, so it has no term.';
}

function whoIsDescribed({ tally }: Measure, { design, unit, asked, frameSize }: Telling): string {
	const noInterval = 'they are not a random sample, so no interval is given.';
	if (design === 'purposive')
		return `These figures describe the ${inAll(tally.records, unit)} chosen on purpose; ${noInterval}`;
	// Only a part of a stratified sample, by another column than it was drawn by, is drawn and has no interval.
	if (isDrawn(design))
		return `These figures describe the ${inAll(tally.records, unit)} read; the sample was drawn by another column, and they had not the same chance of being drawn, so no interval is given.`;
	const answered =
		asked == null
			? frameSize == null
				? `${inAll(tally.records, unit)} of an unknown number asked`
				: `${inAll(tally.records, unit)} of ${formatCount(frameSize)} that there could be`
			: `${formatCount(tally.records)} of ${formatCount(asked)} asked`;
	return `These figures describe those who answered, ${answered}; ${noInterval}`;
}

function inAll(count: number, unit: Telling['unit']): string {
	return `${formatCount(count)} ${count === 1 ? unit.one : unit.many}`;
}
