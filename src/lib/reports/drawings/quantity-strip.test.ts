import { describe, expect, it } from 'vitest';
import type { Strip } from './quantity-strip.ts';
import {
	hatchDefinition,
	plotHeights,
	quantityStripHtml,
	quantityStripSvg,
	stripGeometry,
	stripOfMeasure,
	stripSentence
} from './quantity-strip.ts';
import { hatchLines } from './quantity-strip-shapes.ts';

const bands = [
	{ name: 'few', from: 0, to: 15 },
	{ name: 'less than half', from: 15, to: 50 },
	{ name: 'the majority', from: 50, to: 75 },
	{ name: 'most', from: 75, to: 90 },
	{ name: 'almost all', from: 90, to: 100 }
];

const optionsDiscussed: Strip = {
	positive: 54,
	base: 60,
	share: 0.9,
	interval: { low: 0.805, high: 0.958 },
	touches: ['most', 'almost all'],
	secure: false,
	term: 'almost all',
	parts: [
		{ kind: 'yes', count: 54 },
		{ kind: 'partly', count: 3 },
		{ kind: 'no', count: 2 },
		{ kind: 'not-recorded', count: 1 }
	],
	outside: []
};
const withOutside: Strip = {
	...optionsDiscussed,
	outside: [
		{ kind: 'not-applicable', count: 4 },
		{ kind: 'blank', count: 12 }
	]
};
const staff: Strip = {
	positive: 66,
	base: 136,
	share: 66 / 136,
	interval: null,
	secure: null,
	term: 'less than half'
};
const nobody: Strip = { positive: 0, base: 0, share: null, interval: null, secure: null, term: null };

describe('the geometry of a quantity strip', () => {
	it('puts “yes” of the answer bar exactly under the dot', () => {
		const { mark, bar, drop } = stripGeometry(optionsDiscussed, bands, { answers: true });
		expect(mark?.at).toBe(90);
		expect(bar?.parts[0]).toMatchObject({ kind: 'yes', from: 0, to: 90 });
		expect(drop).toEqual({ at: 90, from: 18, to: 48 });
	});

	it('rules the scale where one term gives way to the next', () => {
		expect(stripGeometry(staff, bands).edges).toEqual([0, 15, 50, 75, 90, 100]);
	});

	it('tints the band in force and no other', () => {
		expect(stripGeometry(staff, bands).band).toEqual({ name: 'less than half', from: 15, to: 50 });
	});

	it('says how sure a term is by the shape of its mark', () => {
		const secure: Strip = { ...optionsDiscussed, secure: true };
		const shapes = [secure, optionsDiscussed, staff].map((strip) => stripGeometry(strip, bands).mark?.shape);
		expect(shapes).toEqual(['disc', 'ring', 'diamond']);
	});

	it('shows the bare scale when there is no evidence', () => {
		const { mark, band, bar, interval } = stripGeometry(nobody, bands, { answers: true });
		expect([mark, band, bar, interval]).toEqual([null, null, null, null]);
	});

	it('keeps what lies outside the base out of the bar', () => {
		const { bar, outside, room } = stripGeometry(withOutside, bands, { answers: true });
		expect(bar?.parts.at(-1)).toMatchObject({ kind: 'not-recorded', to: 100 });
		expect(bar?.parts.map((part) => part.kind)).not.toContain('not-applicable');
		expect(outside.map((box) => box.count)).toEqual([4, 12]);
		expect(outside[0]!.left).toBe(12);
		expect(outside[1]!.left).toBeGreaterThan(outside[0]!.left + outside[0]!.width);
		expect(room).toBe(outside[1]!.left + outside[1]!.width);
	});

	it('does not tie a weighted share to the plain share of the bar', () => {
		expect(stripGeometry({ ...optionsDiscussed, share: 0.86 }, bands, { answers: true }).drop).toBeNull();
	});

	it('leaves room for the bar beneath the plot only where a bar is drawn', () => {
		expect(stripGeometry(optionsDiscussed, bands, { plot: plotHeights.exhibit }).height).toBe(28);
		expect(stripGeometry(optionsDiscussed, bands, { answers: true }).height).toBe(36 + 12 + 16 + 4);
	});
});

describe('the strip of a measure', () => {
	const measure = {
		question: 'C4',
		wording: 'Were the options discussed?',
		type: 'yes-partly-no' as const,
		positive: 40,
		base: 55,
		share: 40 / 55,
		term: 'the majority',
		interval: null,
		touches: [],
		secure: null,
		strata: []
	};
	const tally = {
		records: 60,
		answers: [],
		positive: 40,
		partly: 6,
		negative: 5,
		notApplicable: 3,
		blank: 2
	};

	it('keeps “not recorded” inside the base of a question that asks about recording', () => {
		const strip = stripOfMeasure({ ...measure, tally: { ...tally, notRecorded: 4, base: 55 } });
		expect(strip.parts?.map((part) => part.count)).toEqual([40, 6, 5, 4]);
		expect(strip.outside?.map((part) => part.count)).toEqual([3, 0, 2]);
	});

	it('puts “not recorded” outside the base of every other question', () => {
		const other = { ...measure, base: 51, tally: { ...tally, notRecorded: 4, base: 51 } };
		const strip = stripOfMeasure(other);
		expect(strip.parts?.map((part) => part.count)).toEqual([40, 6, 5, 0]);
		expect(strip.outside?.map((part) => part.count)).toEqual([3, 4, 2]);
	});
});

describe('the sentence of a strip', () => {
	it('says k of n, the percentage, the term and how sure it is', () => {
		expect(stripSentence(optionsDiscussed)).toBe(
			'54 of 60, 90%: almost all. 95% interval 80.5 to 95.8%, borderline between most and almost all.'
		);
	});

	it('says what lies outside the base when the answers are shown', () => {
		expect(stripSentence(withOutside, { answers: true })).toContain(
			'Answers: yes 54, partly 3, no 2, not recorded 1. Outside the base: not applicable 4, blank 12.'
		);
	});

	it('says “none” and “all” beside the term that they stand for', () => {
		const all: Strip = { ...optionsDiscussed, positive: 60, share: 1, secure: true };
		expect(stripSentence(all)).toContain('60 of 60, 100%: all.');
	});

	it('never rounds a percentage across a cut-off', () => {
		const close: Strip = { ...staff, positive: 8996, base: 10_000, share: 0.8996, term: 'most' };
		expect(stripSentence(close, { bands })).toBe('8,996 of 10,000, 89.96%: most.');
	});

	it('gives no interval for those who chose to answer', () => {
		expect(stripSentence(staff)).toBe('66 of 136, 48.5%: less than half.');
	});

	it('says plainly when there is no evidence', () => {
		expect(stripSentence(nobody, { answers: true })).toBe('No evidence.');
	});
});

describe('the strip on a page', () => {
	it('is one image labelled with its whole sentence', () => {
		const html = quantityStripHtml(optionsDiscussed, bands, { answers: true });
		expect(html).toContain('role="img" aria-label="54 of 60, 90%: almost all.');
		expect(html).not.toContain('viewBox');
	});

	it('names the term in force in bold type, and only that one', () => {
		const html = quantityStripHtml({ ...optionsDiscussed, term: 'most' }, bands);
		expect(html.match(/is-term/g)).toHaveLength(1);
		expect(html).toContain('<text class="is-term" x="82.5%" y="100%">most</text>');
	});

	it('writes the last name in one line and in two, of which the sheet shows the one that fits', () => {
		const html = quantityStripHtml(optionsDiscussed, bands);
		expect(html).toMatch(/is-broken is-term".*>almost<\/tspan>.*>all<\/tspan>/);
		expect(html).toContain(' is-term" x="100%" y="100%">almost all</text>');
	});

	it('places names, figures and free room by attributes, since a page may not carry styles of its own', () => {
		const html = quantityStripHtml(withOutside, bands, { answers: true });
		expect(html).not.toContain('style=');
		expect(hatchDefinition).not.toContain('style=');
		expect(html).toContain('<text x="32.5%" y="100%">less than half</text>');
		expect(html).toContain('<text x="50%" y="70%">50</text>');
		expect(html).toContain(
			`<svg class="qs__room" width="${stripGeometry(withOutside, bands, { answers: true }).room}"`
		);
	});

	it('takes its hatch from the one definition of the page', () => {
		const id = /pattern id="([^"]+)"/.exec(hatchDefinition)?.[1];
		expect(quantityStripHtml(optionsDiscussed, bands, { answers: true })).toContain(`url(#${id})`);
	});

	it('writes a name with a sharp bracket as text', () => {
		const odd = [{ name: '<b>all</b> & more', from: 0, to: 100 }];
		const html = quantityStripHtml({ ...staff, term: '<b>all</b> & more' }, odd);
		expect(html).toContain('&lt;b&gt;all&lt;/b&gt; &amp; more');
		expect(html).not.toContain('<b>');
	});
});

describe('the strip in a document', () => {
	it('has a viewBox, no classes, no patterns and no percentages', () => {
		const svg = quantityStripSvg(optionsDiscussed, bands, { width: 480, answers: true });
		expect(svg).toMatch(/viewBox="0 0 480 [\d.]+"/);
		expect(svg.replace(/aria-label="[^"]*"/, '')).not.toMatch(/class=|url\(|[xy\d]="[\d.]+%"/);
	});

	it('writes the names and the cut-off figures itself', () => {
		const svg = quantityStripSvg(staff, bands, { width: 480 });
		const words = [...svg.matchAll(/>([^<]+)<\/text>/g)].map((match) => match[1]);
		expect(words).toEqual([
			'few',
			'less than half',
			'the majority',
			'most',
			'almost all',
			'0',
			'15',
			'50',
			'75',
			'90',
			'100%'
		]);
	});

	it('breaks a name in two lines when its band is narrow', () => {
		const svg = quantityStripSvg(staff, bands, { width: 200 });
		expect(svg).toMatch(/>almost<\/text>.*>all<\/text>/);
	});

	it('keeps everything inside its width, whatever stands at the end of the scale', () => {
		const all: Strip = {
			...withOutside,
			positive: 60,
			share: 1,
			interval: { low: 0.945, high: 1 },
			secure: true
		};
		const svg = quantityStripSvg(all, bands, { width: 400, answers: true });
		const right = [...svg.matchAll(/<rect x="([\d.]+)"[^>]*? width="([\d.]+)"/g)].map(
			(match) => Number(match[1]) + Number(match[2])
		);
		const disc = /cx="([\d.]+)" cy="[\d.]+" r="8"/.exec(svg);
		expect(Math.max(...right, Number(disc?.[1]) + 9)).toBeLessThanOrEqual(400);
	});

	it('cuts the lines of the hatch at the edges of its part', () => {
		const lines = hatchLines(100, 110, 48, 64);
		expect(lines.length).toBeGreaterThan(1);
		for (const [x1, y1, x2, y2] of lines) {
			expect(Math.min(x1, x2)).toBeGreaterThanOrEqual(100);
			expect(Math.max(x1, x2)).toBeLessThanOrEqual(110);
			expect(Math.min(y1, y2)).toBeGreaterThanOrEqual(48);
			expect(Math.max(y1, y2)).toBeLessThanOrEqual(64);
		}
	});
});
