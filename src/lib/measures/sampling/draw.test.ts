import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FrameEntry } from '#lib/evidence/frame.ts';
import { DrawFault, drawSample, type DrawAsked } from './draw.ts';
import { lotOf, tidySeed } from './lots.ts';

const asking = (asked: Partial<DrawAsked>): DrawAsked => ({
	design: 'random',
	seed: '7',
	size: 1,
	column: null,
	numbers: null,
	replacements: 0,
	...asked
});

/** References from F-001 on, spread over the localities of the given sizes. */
function frameOf(sizes: Readonly<Record<string, number>>): FrameEntry[] {
	const localities = Object.entries(sizes).flatMap(([name, size]) => Array<string>(size).fill(name));
	return localities.map((locality, index) => ({
		reference: `F-${String(index + 1).padStart(3, '0')}`,
		strata: { locality }
	}));
}
const town = frameOf({ North: 200, South: 120, East: 80 });
const references = (entries: readonly FrameEntry[]) => entries.map(({ reference }) => reference);
const shuffled = (entries: readonly FrameEntry[]) =>
	[...entries].sort((a, b) =>
		lotOf('another order', a.reference).localeCompare(lotOf('another order', b.reference))
	);

const frames = fc.integer({ min: 1, max: 80 }).map((size) => frameOf({ all: size }));

describe('a lot', () => {
	it('is what anybody gets who digests the three lines with another program', () => {
		const digest = createHash('sha256').update('cairn-draw-1\n7\nF-001').digest('hex');
		expect(lotOf('7', 'F-001')).toBe(digest);
	});

	it('is made with a seed of any text in one line', () => {
		expect(tidySeed('  7 ')).toBe('7');
		expect(tidySeed('the tide at Kirkwall')).toBe('the tide at Kirkwall');
		expect([tidySeed(' '), tidySeed('a\nb'), tidySeed('x'.repeat(65))]).toEqual([null, null, null]);
	});
});

describe('a simple random sample', () => {
	it('stays for ever what it is for a seed: the first five of twenty', () => {
		const { drawn, replacements } = drawSample(frameOf({ all: 20 }), asking({ size: 5, replacements: 2 }));
		const byDigest = references(frameOf({ all: 20 })).sort((a, b) =>
			lotOf('7', a) < lotOf('7', b) ? -1 : 1
		);
		expect([...references(drawn), ...references(replacements)]).toEqual(byDigest.slice(0, 7));
		expect(references(drawn)).toEqual(['F-004', 'F-009', 'F-003', 'F-006', 'F-002']);
	});

	it('has the size asked for, nobody twice, and nobody among the replacements too', () => {
		fc.assert(
			fc.property(
				frames,
				fc.nat(),
				fc.integer({ min: 0, max: 100 }),
				fc.string({ minLength: 1 }),
				(frame, at, replacements, seed) => {
					const size = 1 + (at % frame.length);
					const draw = drawSample(frame, asking({ size, replacements, seed }));
					const all = references([...draw.drawn, ...draw.replacements]);
					expect(draw.drawn).toHaveLength(size);
					expect(draw.replacements).toHaveLength(Math.min(replacements, frame.length - size));
					expect(new Set(all).size).toBe(all.length);
					expect(new Set(references(frame)).isSupersetOf(new Set(all))).toBe(true);
				}
			)
		);
	});

	it('is the same for the same seed however the frame is ordered, and another for another seed', () => {
		const draw = drawSample(town, asking({ size: 60, replacements: 10 }));
		expect(drawSample(shuffled(town), asking({ size: 60, replacements: 10 }))).toEqual(draw);
		expect(drawSample(town, asking({ size: 60, replacements: 10, seed: '8' }))).not.toEqual(draw);
	});

	it('is the beginning of a larger one of the same seed', () => {
		const larger = references(drawSample(town, asking({ size: 90 })).drawn);
		expect(references(drawSample(town, asking({ size: 60 })).drawn)).toEqual(larger.slice(0, 60));
	});

	it('draws every member, and every pair, as often as chance would over 6,000 seeds', () => {
		const frame = frameOf({ all: 6 });
		const seeds = 6000;
		const single = new Map<string, number>();
		const pairs = new Map<string, number>();
		for (let seed = 1; seed <= seeds; seed++) {
			const pair = references(drawSample(frame, asking({ size: 2, seed: String(seed) })).drawn);
			const key = [...pair].sort().join();
			pairs.set(key, (pairs.get(key) ?? 0) + 1);
			// The first of the two alone: a sample of one.
			single.set(pair[0]!, (single.get(pair[0]!) ?? 0) + 1);
		}
		const chiSquare = (counts: Map<string, number>, cells: number) =>
			[...counts.values()].reduce((sum, count) => sum + (count - seeds / cells) ** 2 / (seeds / cells), 0);
		expect([single.size, pairs.size]).toEqual([6, 15]);
		// 99.9% points of chi-square with 5 and 14 degrees of freedom.
		expect(chiSquare(single, 6)).toBeLessThan(20.515);
		expect(chiSquare(pairs, 15)).toBeLessThan(36.123);
	});
});

describe('a stratified sample', () => {
	const asked = asking({ design: 'stratified', column: 'locality', size: 60, replacements: 2 });
	const localities = (entries: readonly FrameEntry[]) =>
		entries.reduce<Record<string, number>>((counts, { strata }) => {
			counts[strata.locality!] = (counts[strata.locality!] ?? 0) + 1;
			return counts;
		}, {});

	it('of 60 from 400 has of each locality its share, and replacements for each', () => {
		const draw = drawSample(town, asked);
		expect(localities(draw.drawn)).toEqual({ North: 30, South: 18, East: 12 });
		expect(draw.replacements.map(({ strata }) => strata.locality)).toEqual([
			'North',
			'North',
			'South',
			'South',
			'East',
			'East'
		]);
		expect(draw.strata).toEqual([
			{ stratum: 'North', frame: 200, drawn: 30, replacements: 2 },
			{ stratum: 'South', frame: 120, drawn: 18, replacements: 2 },
			{ stratum: 'East', frame: 80, drawn: 12, replacements: 2 }
		]);
		expect(new Set(references([...draw.drawn, ...draw.replacements])).size).toBe(66);
	});

	it('has set numbers where they are set, and none of a stratum that is left out', () => {
		const draw = drawSample(town, { ...asked, numbers: { East: 20, North: 5 } });
		expect(localities(draw.drawn)).toEqual({ North: 5, East: 20 });
		expect(localities(draw.replacements)).toEqual({ North: 2, East: 2 });
	});

	it('draws within each stratum what a simple random sample of the stratum alone would draw', () => {
		const east = town.filter(({ strata }) => strata.locality === 'East');
		const alone = drawSample(east, asking({ size: 12 }));
		const together = drawSample(town, asked).drawn.filter(({ strata }) => strata.locality === 'East');
		expect(together).toEqual(alone.drawn);
	});

	it.each<[string, Partial<DrawAsked>, DrawFault['field'], RegExp]>([
		['more than the frame', { size: 401 }, 'size', /400/],
		['nothing', { size: 0 }, 'size', /above 0/],
		['a column that is not there', { column: 'team' }, 'column', /“F-001” has nothing in the column “team”/],
		['a stratum that is not there', { numbers: { West: 1 } }, 'numbers', /no stratum “West”/],
		['more than a stratum holds', { numbers: { East: 81 } }, 'numbers', /0 to 80/],
		['nothing of any stratum', { numbers: { East: 0 } }, 'numbers', /at least one/],
		['half a replacement', { replacements: 0.5 }, 'replacements', /whole number/]
	])('is refused when %s is asked for', (_, change, field, message) => {
		const attempt = () => drawSample(town, { ...asked, ...change });
		expect(attempt).toThrow(DrawFault);
		expect(attempt).toThrow(message);
		expect(attempt).toThrow(expect.objectContaining({ field }));
	});

	it('has at most fifty strata', () => {
		const frame = frameOf(Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`L${index}`, 1])));
		expect(() => drawSample(frame, { ...asked, size: 51 })).toThrow(/at most 50/);
	});
});

describe('a census', () => {
	it('takes everybody in the order of the frame, whatever the seed', () => {
		expect(drawSample(town, asking({ design: 'census', seed: 'any' }))).toEqual({
			drawn: town,
			replacements: [],
			strata: null
		});
	});
});
