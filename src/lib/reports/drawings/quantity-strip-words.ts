/** The sentence that says what a quantity strip shows, for those who do not see it. */
import { formatCount, formatInterval, formatPercent, listed } from '#lib/measures/figures.ts';
import { spoken } from '#lib/measures/term.ts';
import type { Strip, StripBand } from './quantity-strip-geometry.ts';

export const answerNames = {
	yes: 'yes',
	partly: 'partly',
	no: 'no',
	'not-recorded': 'not recorded',
	'not-applicable': 'not applicable',
	blank: 'blank'
} as const;

/**
 * The whole strip in sentences: k of n, share, term, how sure, and with `answers` what the bar shows. `bands` keep
 * a rounded percentage on its own side of a cut-off.
 */
export function stripSentence(
	strip: Strip,
	options: { answers?: boolean; bands?: readonly StripBand[] } = {}
): string {
	const scale = { bands: options.bands ?? [] };
	const sentences = [shareSentence(strip, scale), sureSentence(strip, scale)];
	if (options.answers && strip.base > 0) sentences.push(answersSentence(strip));
	return sentences.filter((sentence) => sentence !== '').join(' ');
}

type Scale = { bands: readonly StripBand[] };

function shareSentence({ positive, base, share, term }: Strip, scale: Scale): string {
	if (base === 0) return 'No evidence.';
	const kOfN = `${formatCount(positive)} of ${formatCount(base)}`;
	if (share === null) return `${kOfN}: no share of the whole.`;
	const amount = `${kOfN}, ${formatPercent(share, scale)}`;
	if (term === null) return `${amount}.`;
	const said = spoken(term, positive, base);
	return `${amount}: ${said}.`;
}

function sureSentence({ interval, secure, touches }: Strip, scale: Scale): string {
	if (!interval) return '';
	const ends = `95% interval ${formatInterval(interval, scale)}`;
	if (secure === null) return `${ends}.`;
	if (secure) return `${ends}, secure.`;
	return touches && touches.length > 0
		? `${ends}, borderline between ${listed(touches)}.`
		: `${ends}, borderline.`;
}

function answersSentence(strip: Strip): string {
	const inBase = (strip.parts ?? []).filter((part) => part.count > 0);
	const outside = (strip.outside ?? []).filter((part) => part.count > 0);
	const named = (parts: readonly { kind: keyof typeof answerNames; count: number }[]) =>
		parts.map((part) => `${answerNames[part.kind]} ${formatCount(part.count)}`).join(', ');
	const sentences = [];
	if (inBase.length > 0) sentences.push(`Answers: ${named(inBase)}.`);
	if (outside.length > 0) sentences.push(`Outside the base: ${named(outside)}.`);
	return sentences.join(' ');
}
