import { describe, expect, it } from 'vitest';
import { agreementChart, agreementLayout, toneOf, wrapped } from './agreement-chart.ts';
import type { AgreementRow } from './agreement-rows.ts';
import { agreementTable, agreementWords, byAgreement } from './agreement-rows.ts';

const words = [
	'strongly agree',
	'agree',
	'neither agree nor disagree',
	'disagree',
	'strongly disagree',
	"don't know"
];
const row = (label: string, counts: number[], term: string): AgreementRow => {
	const base = counts.reduce((sum, count) => sum + count, 0);
	const positive = counts[0]! + counts[1]!;
	return {
		label,
		positive,
		base,
		share: positive / base,
		term,
		answers: words.map((word, index) => ({ word, count: counts[index]! }))
	};
};
const confident = row(
	'Feel confident discussing self-directed support',
	[20, 46, 30, 25, 10, 5],
	'less than half'
);
const conversations = row('Can have good conversations', [60, 66, 5, 3, 2, 0], 'almost all');
const nobody: AgreementRow = {
	label: 'Nobody asked',
	positive: 0,
	base: 0,
	share: null,
	term: null,
	answers: []
};

describe('rows of agreement questions', () => {
	it('come sorted by agreement, those without evidence last', () => {
		const labels = byAgreement([confident, nobody, conversations]).map(({ label }) => label);
		expect(labels).toEqual([conversations.label, confident.label, nobody.label]);
	});

	it('say k of n before the percentage and the term', () => {
		expect(agreementWords(confident)).toBe('66 of 136, 48.5%: less than half');
		expect(agreementWords(nobody)).toBe('no evidence');
	});

	it('stand in a table with every count, “don’t know” after the degrees of agreement', () => {
		const { heads, lines } = agreementTable([confident, conversations]);
		expect(heads.at(-2)).toBe("Don't know");
		expect(lines[1]).toEqual([confident.label, '20', '46', '30', '25', '10', '5', agreementWords(confident)]);
	});
});

describe('the chart of agreement questions', () => {
	const { config } = agreementChart([confident, conversations], { width: 800 });
	const spans = (word: string) => config.data.datasets.find(({ label }) => label === word)?.data;

	it('lays the degrees of agreement end to end in per cent of the base', () => {
		expect(spans('strongly agree')?.[1]).toEqual([0, (20 / 136) * 100]);
		expect(spans('agree')?.[1]).toEqual([(20 / 136) * 100, (66 / 136) * 100]);
	});

	it('ends “agree” where the share of the measure lies', () => {
		expect((spans('agree')?.[0] as number[])[1]).toBeCloseTo(conversations.share! * 100, 9);
	});

	it('draws “don’t know” apart, beyond the end of the scale', () => {
		expect((spans("don't know")?.[1] as number[])[0]).toBeGreaterThan(100);
		expect(spans("don't know")?.[0]).toBeNull();
	});

	it('writes statements beside their bars where there is room, and above them on narrow paper', () => {
		expect(agreementLayout([confident], { width: 800 }).beside).toBe(true);
		const narrow = agreementChart([confident, conversations], { width: 288 });
		expect(narrow.config.data.labels).toEqual(['', conversations.label, '', confident.label]);
		expect(narrow.height).toBeGreaterThan(agreementChart([confident, conversations], { width: 800 }).height);
	});

	it('keeps the figures in a bar legible on its tone', () => {
		const shades = words.map((word) => toneOf(word, words));
		for (const { fill, text } of shades) expect(contrast(fill, text)).toBeGreaterThan(4.5);
	});

	it('breaks a long statement at its words', () => {
		expect(wrapped('Share information at the right time', 14)).toEqual([
			'Share',
			'information at',
			'the right time'
		]);
	});
});

/** WCAG 2.2 contrast of two hex colours. */
function contrast(one: string, other: string): number {
	const light = (hex: string) => {
		const [red, green, blue] = [1, 3, 5].map((at) => {
			const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
			return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
		});
		return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
	};
	const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
	return (high! + 0.05) / (low! + 0.05);
}
