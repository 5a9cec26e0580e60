/** Which groups may be shown: by examples that a person can follow, and by property. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atomsOf } from './atoms.ts';
import { contributionKey, type Contribution } from './cell.ts';
import { chooseGroups, groupsOf, isSafe } from './choose-groups.ts';
import { standardRules } from './rules.ts';

const families = [1, 2, 3, 4];
/** A partnership of a family with so many of 40 records, by its first review. */
const of = (
	family: number,
	name: string,
	positive: number,
	extra: Partial<Contribution> = {}
): Contribution => ({
	partnership: `${family}${name}`,
	review: '2024',
	family,
	named: false,
	value: { positive, base: 40 },
	...extra
});
const family = (number: number, size: number, positive = (index: number) => 10 + index * 2) =>
	Array.from({ length: size }, (_, index) => of(number, String.fromCharCode(97 + index), positive(index)));
const choose = (contributions: Contribution[], before: Contribution[][] = [], namedBefore: string[] = []) =>
	chooseGroups({
		contributions,
		families,
		before,
		namedBefore: new Set(namedBefore),
		rules: standardRules
	});
const shownOf = (chosen: ReturnType<typeof choose>) => [...chosen.shown.keys()].sort();

describe('the groups of a release', () => {
	test('are all shown where enough share in each and their values differ', () => {
		const chosen = choose([1, 2, 3, 4].flatMap((number) => family(number, 8)));
		expect(shownOf(chosen)).toEqual(['family-1', 'family-2', 'family-3', 'family-4', 'scotland']);
		expect(chosen.heldBack).toEqual([]);
	});

	test('need five others after one’s own is taken away', () => {
		expect(shownOf(choose([...family(1, 6), ...family(2, 6)]))).toContain('family-1');
		const small = choose([...family(1, 5), ...family(2, 7), ...family(3, 7)]);
		expect(small.heldBack).toContainEqual({ group: 'family-1', partnerships: 5, why: 'too-few' });
	});

	test('hold another back where Scotland’s total would give the small one away', () => {
		const chosen = choose([...family(1, 3), ...family(2, 8), ...family(3, 8), ...family(4, 8)]);
		const hidden = chosen.heldBack.map(({ group }) => group);
		expect(hidden).toContain('family-1');
		// Two families are held back together, or Scotland is: never the small one alone.
		expect(hidden.length).toBe(2);
		expect(chosen.heldBack.find(({ group }) => group !== 'family-1')?.why).toBe('gives-another-away');
	});

	test('are held back where all of them have nearly nothing, or everything', () => {
		const none = choose([...family(1, 8, () => 0), ...family(2, 8), ...family(3, 8)]);
		expect(none.heldBack.find(({ group }) => group === 'family-1')?.why).toBe('would-narrow');
		const all = choose(family(1, 8, () => 40));
		expect(shownOf(all)).toEqual([]);
	});

	test('are held back in the next release where one of them left, since the difference is its value', () => {
		const first = family(1, 8);
		const rest = [...family(2, 8), ...family(3, 8)];
		const before = [...groupsOf([...first, ...rest], families).values()].filter(({ length }) => length > 0);
		const chosen = choose([...first.slice(1), ...rest], before);
		expect(shownOf(chosen)).toEqual(['family-2', 'family-3']);
		expect(chosen.heldBack).toContainEqual({ group: 'family-1', partnerships: 7, why: 'earlier-release' });
	});

	test('are shown again once the reviews are others, and the values new', () => {
		const first = family(1, 8);
		const next = family(1, 7, (index) => 8 + index * 3).map((each) => ({ ...each, review: '2025' }));
		expect(shownOf(choose(next, [first, first]))).toEqual(['family-1', 'scotland']);
	});

	test('are shown of new reviews also where more is asked for than an earlier release kept to', () => {
		const first = [...family(1, 6), ...family(2, 8)];
		const before = [...choose(first).shown.values()];
		expect(before).toHaveLength(3);
		const next = first.map((each) => ({ ...each, review: '2025', named: each.partnership === '2a' }));
		const stricter = { ...standardRules, others: 7 };
		const chosen = chooseGroups({
			...{ contributions: next, families, before, namedBefore: new Set<string>(), rules: stricter }
		});
		// Scotland less the family of eight would be the six.
		expect(shownOf(chosen)).toEqual(['scotland']);
		expect([...chosen.named]).toEqual(['2a']);
		const left = first.slice(1);
		expect(
			shownOf(
				chooseGroups({
					...{ contributions: left, families, before, namedBefore: new Set<string>(), rules: stricter }
				})
			)
		).toEqual(['family-2']);
	});

	test('leave three others who are not named, or none', () => {
		const named = (count: number) => family(1, 8).map((each, index) => ({ ...each, named: index < count }));
		expect(shownOf(choose(named(4)))).toContain('family-1');
		expect(shownOf(choose(named(5)))).toEqual([]);
		expect(shownOf(choose(named(8)))).toContain('family-1');
	});

	test('show no name that would tell what an earlier total holds', () => {
		const first = family(1, 8);
		const namedBefore = first.slice(0, 4).map(contributionKey);
		const again = first.map((each, index) => ({ ...each, named: index < 5 }));
		const chosen = choose(again, [first], namedBefore);
		expect([...chosen.named].sort()).toEqual(['1a', '1b', '1c', '1d']);
		expect(chosen.unnamed).toEqual(['1e']);
	});

	test('hold back stages that all but oneself share', () => {
		const at = (steps: number[]) =>
			steps.map((step, index) => of(1, String.fromCharCode(97 + index), 0, { value: { step } }));
		expect(shownOf(choose(at([2, 2, 2, 2, 2, 3])))).toEqual([]);
		expect(shownOf(choose(at([2, 2, 2, 2, 3, 3])))).toEqual(['family-1', 'scotland']);
	});
});

describe('for any shares, names and three releases', () => {
	const value = fc
		.record({ base: fc.integer({ min: 5, max: 60 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
		.map(({ base, share }) => ({ positive: Math.round(share * base), base }));
	const partnership = fc.record({
		value,
		named: fc.boolean(),
		family: fc.integer({ min: 1, max: 4 }),
		shares: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
		renewed: fc.tuple(fc.boolean(), fc.boolean())
	});
	const worlds = fc.array(partnership, { minLength: 6, maxLength: 32 });

	test('no atom of all that was published is unsafe', () => {
		fc.assert(
			fc.property(worlds, (world) => {
				const before: Contribution[][] = [];
				const known = new Set<string>();
				for (const release of [0, 1, 2]) {
					const contributions = world.flatMap(({ value, named, family, shares, renewed }, index) => {
						const review = String(renewed.slice(0, release).filter(Boolean).length);
						return shares[release] ? [{ partnership: `p${index}`, review, family, named, value }] : [];
					});
					const chosen = chooseGroups({
						contributions,
						families,
						before: [...before],
						namedBefore: new Set(known),
						rules: standardRules
					});
					before.push(...chosen.shown.values());
					for (const each of contributions)
						if (chosen.named.has(each.partnership)) known.add(contributionKey(each));
					expect(isSafe(before, known, standardRules)).toBe(true);
				}
				for (const group of before) expect(group.length).toBeGreaterThan(standardRules.others);
			}),
			{ numRuns: 300 }
		);
	});

	test('atoms take each contribution once, and every group is made of whole atoms', () => {
		fc.assert(
			fc.property(fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 20 })), { maxLength: 6 }), (sets) => {
				const groups = sets.map((numbers) => numbers.map((number) => of(1, String(number), number)));
				const atoms = atomsOf(groups).map((atom) => new Set(atom.map(contributionKey)));
				const all = new Set(groups.flat().map(contributionKey));
				expect(atoms.reduce((sum, { size }) => sum + size, 0)).toBe(all.size);
				for (const group of groups) {
					const keys = new Set(group.map(contributionKey));
					for (const atom of atoms) {
						const inside = [...atom].filter((key) => keys.has(key)).length;
						expect([0, atom.size]).toContain(inside);
					}
				}
			})
		);
	});
});
