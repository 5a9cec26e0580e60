/**
 * The attack test: nobody works out another partnership's value from what is published, however many releases there
 * are and however consents change between them. Weaker rules that look fair are planted, and must be found out.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell, Contribution } from '#lib/benchmark/cell.ts';
import { contributionKey } from '#lib/benchmark/cell.ts';
import { resultOf } from '#lib/benchmark/group-result.ts';
import { makeRelease, type SharedResult } from '#lib/benchmark/make-release.ts';
import type { Grounds } from '#lib/benchmark/release.ts';
import { standardRules } from '#lib/benchmark/rules.ts';
import type { Value } from '#lib/benchmark/value.ts';
import { attack, type Collected, type Learnt } from '../support/attacker.ts';
import { collect, type PublishedRelease } from '../support/collected.ts';
import { times } from '../support/long.ts';

const cells = {
	question: { kind: 'measures', steps: null },
	component: { kind: 'readiness', steps: [0, 4] },
	recommendations: { kind: 'recommendations', steps: null }
} as const;
type CellName = keyof typeof cells;
const cellOf = (name: CellName): Cell => ({
	id: `${name}:x`,
	kind: cells[name].kind,
	version: '1',
	code: 'x',
	instrument: null,
	title: 'x',
	wording: '',
	message: '',
	elements: [],
	sampled: true,
	steps: cells[name].steps ? [...cells[name].steps] : null
});

/** A partnership over three releases: whether it shares, by name or not, and whether it has been reviewed anew. */
const partnership = fc.record({
	base: fc.integer({ min: 10, max: 60 }),
	percent: fc.integer({ min: 0, max: 100 }),
	shares: fc.array(fc.constantFrom('no', 'yes', 'yes', 'yes', 'yes', 'named'), {
		minLength: 3,
		maxLength: 3
	}),
	// Most review themselves all together; some do not, and so stand in two releases with the same review.
	late: fc.constantFrom(false, false, false, true)
});
type Partnership = typeof partnership extends fc.Arbitrary<infer One> ? One : never;
/** `again`: the second release takes the reviews of the first, with other consents. */
const worlds = fc.record({
	partnerships: fc.array(partnership, { minLength: 14, maxLength: 22 }),
	again: fc.boolean(),
	// Where all have nearly the same, little or much, a total alone tells what each has.
	middle: fc.integer({ min: 0, max: 100 }),
	spread: fc.constantFrom(0, 10, 30, 100)
});
type World = typeof worlds extends fc.Arbitrary<infer One> ? One : never;
const near = ({ middle, spread }: World, percent: number) =>
	Math.min(100, Math.max(0, middle + ((percent - 50) * spread) / 50));

const codeOf = (index: number) => `P${String(index).padStart(2, '0')}`;
const familyOf = (index: number) => (index % 2) + 1;

function valueOf(name: CellName, world: World, { base, percent }: Partnership, review: number): Value {
	const share = near(world, percent) / 100;
	if (name === 'component') return { step: Math.min(4, Math.round(share * 4) + (review % 2)) };
	if (name === 'recommendations') return { count: Math.round(share * 6) + review };
	return { positive: Math.round(share * base), base };
}

function contributionsOf(world: World, name: CellName, number: number): Contribution[] {
	return world.partnerships.flatMap((one, index) => {
		const shares = one.shares[number]!;
		if (shares === 'no') return [];
		const review = (world.again || one.late) && number === 1 ? 0 : number;
		const value = valueOf(name, world, one, review);
		return [
			{
				partnership: codeOf(index),
				review: `r${review}`,
				family: familyOf(index),
				named: shares === 'named',
				value
			}
		];
	});
}

function releasesOf(world: World, name: CellName): PublishedRelease[] {
	const earlier: Grounds[] = [];
	return [0, 1, 2].map((number) => {
		const results: SharedResult[] = contributionsOf(world, name, number).map((each) => ({
			...each,
			cell: cellOf(name),
			reviewTo: `202${number}-03-31`
		}));
		const making = makeRelease({
			example: true,
			title: 'Release',
			from: '2020-01-01',
			to: '2029-12-31',
			rules: standardRules,
			note: '',
			members: world.partnerships.map((_, index) => ({
				code: codeOf(index),
				name: codeOf(index),
				family: familyOf(index)
			})),
			results,
			earlier: [...earlier]
		});
		let step = making.next();
		while (!step.done) step = making.next();
		earlier.push(step.value.grounds);
		return step.value;
	});
}

/** The stated bound of each kind of value: percentage points, steps, pieces. */
const narrowest: Record<CellName, number> = {
	question: standardRules.narrowestShare,
	component: standardRules.narrowestSteps,
	recommendations: standardRules.narrowestCount
};
/** Solvers reckon with fractions. */
const whisker = 1e-6;
const isFoundOut = (name: CellName) => (learnt: Learnt) =>
	learnt.recovered || learnt.high - learnt.low < narrowest[name] - whisker;

/** What a member of one partnership finds out of others, with rounded or with exact counts. */
function foundOut(collected: Iterable<Collected>, name: CellName): Learnt[] {
	return [...collected].flatMap((each) => attack(each)).filter(isFoundOut(name));
}

describe.each(Object.keys(cells) as CellName[])('what is published of a %s', (name) => {
	test('tells no member another partnership’s value, nor narrows it beyond the stated bound', () => {
		let groups = 0;
		fc.assert(
			fc.property(worlds, fc.nat(), (world, who) => {
				const releases = releasesOf(world, name);
				groups += releases.flatMap(({ release }) =>
					release.cells.flatMap((each) => Object.keys(each.groups))
				).length;
				const attacker = codeOf(who % world.partnerships.length);
				for (const exact of [false, true])
					expect(foundOut(collect(releases, attacker, exact).values(), name)).toEqual([]);
			}),
			{ numRuns: times(40, 1_000) }
		);
		// The rules do not keep their promise by showing nothing.
		expect(groups).toBeGreaterThan(60);
	});
});

/** Weaker rules, as somebody might think of them: the sightings they would give of one cell. */
const weaker = {
	'free choice of peers': (contributions: Contribution[][]) =>
		contributions.flatMap((all) => {
			const some = all.slice(0, 8);
			return [some, some.slice(1), some.slice(0, -1)];
		}),
	'five or more in a group, and nothing else': (contributions: Contribution[][]) =>
		contributions.flatMap((all) =>
			[all, ...[1, 2].map((family) => all.filter((each) => each.family === family))].filter(
				({ length }) => length >= 5
			)
		)
} as const;

describe.each(Object.entries(weaker))('a weaker rule: %s', (_, sightingsOf) => {
	test.each(Object.keys(cells) as CellName[])('is found out by the same attack, of a %s', (name) => {
		const found = fc.sample(worlds, { numRuns: 60, seed: 8 }).flatMap((world) => {
			const contributions = [0, 1, 2].map((number) => contributionsOf(world, name, number));
			const all = contributions.flat();
			const collected: Collected = {
				sightings: sightingsOf(contributions).map((group) => ({
					members: group.map(contributionKey),
					result: resultOf(cellOf(name), group, 1)
				})),
				bases: new Map(
					all.flatMap((each) =>
						'base' in each.value ? [[contributionKey(each), each.value.base] as const] : []
					)
				),
				known: new Map(
					all
						.filter((each) => each.partnership === codeOf(0))
						.map((each) => [contributionKey(each), each.value])
				),
				steps: cellOf(name).steps,
				slack: 0
			};
			return foundOut([collected], name);
		});
		expect(found.length).toBeGreaterThan(0);
	});
});
