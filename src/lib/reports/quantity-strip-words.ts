/** The sentence that says what a quantity strip shows, for those who do not see it. */
import type { Strip } from './quantity-strip-geometry.ts';

export const answerNames = {
	yes: 'yes',
	partly: 'partly',
	no: 'no',
	'not-recorded': 'not recorded',
	'not-applicable': 'not applicable',
	blank: 'blank'
} as const;

/** A share between 0 and 1 as a percentage with at most one decimal: `81.7%`, `90%`. */
export function percentText(share: number): string {
	return `${percentNumber(share)}%`;
}

function percentNumber(share: number): string {
	const tenths = Math.round(share * 1000);
	return tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1);
}

/** A whole number with commas between thousands: `1,405`. */
export function countText(count: number): string {
	return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** An interval in words: `80.5 to 95.8%`. */
export function intervalText(interval: { low: number; high: number }): string {
	return `${percentNumber(interval.low)} to ${percentText(interval.high)}`;
}

/** The whole strip in sentences: k of n, share, term, how sure, and with `answers` what the bar shows. */
export function stripSentence(strip: Strip, options: { answers?: boolean } = {}): string {
	const sentences = [shareSentence(strip), sureSentence(strip)];
	if (options.answers && strip.base > 0) sentences.push(answersSentence(strip));
	return sentences.filter((sentence) => sentence !== '').join(' ');
}

function shareSentence(strip: Strip): string {
	if (strip.share === null || strip.base === 0) return 'No evidence.';
	const amount = `${countText(strip.positive)} of ${countText(strip.base)}, ${percentText(strip.share)}`;
	return strip.term ? `${amount}: ${strip.term}.` : `${amount}.`;
}

function sureSentence(strip: Strip): string {
	if (!strip.interval) return '';
	const interval = `95% interval ${intervalText(strip.interval)}`;
	if (strip.secure === null) return `${interval}.`;
	if (strip.secure) return `${interval}, secure.`;
	const touched = listed(strip.touches ?? []);
	return `${interval}, borderline${touched === '' ? '' : ` between ${touched}`}.`;
}

function answersSentence(strip: Strip): string {
	const inBase = (strip.parts ?? []).filter((part) => part.count > 0);
	const outside = (strip.outside ?? []).filter((part) => part.count > 0);
	const named = (parts: readonly { kind: keyof typeof answerNames; count: number }[]) =>
		parts.map((part) => `${answerNames[part.kind]} ${countText(part.count)}`).join(', ');
	const sentences = [];
	if (inBase.length > 0) sentences.push(`Answers: ${named(inBase)}.`);
	if (outside.length > 0) sentences.push(`Outside the base: ${named(outside)}.`);
	return sentences.join(' ');
}

/** `most and almost all`; `few, less than half and the majority`. */
export function listed(words: readonly string[]): string {
	if (words.length < 2) return words.join('');
	return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}
