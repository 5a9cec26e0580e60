import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupsFound, type ShownCount } from '../../../tests/support/strata-attacker.ts';
import {
	hideSmallGroups,
	isHidden,
	protectsSmallGroups,
	smallestShown,
	type Atom,
	type Hidden,
	type HiddenGroups
} from './small-groups.ts';

const atom = (strata: string[], records: number, answered = [records], inBase = answered): Atom => ({
	strata,
	records,
	answered,
	inBase
});
const namesOf = (hidden: Hidden, column: string) => [...hidden.get(column)!].sort();
const inArea = (sizes: Record<string, number>) =>
	Object.entries(sizes).map(([area, size]) => atom([area], size));

describe('groups that are not shown', () => {
	test('are those of staff, carers and people who use support who answered for themselves', () => {
		expect(protectsSmallGroups('staff-survey')).toBe(true);
		expect(protectsSmallGroups('unpaid-carer-questionnaire')).toBe(true);
		expect(protectsSmallGroups('supported-person-questionnaire')).toBe(true);
		expect(protectsSmallGroups('case-file-reading')).toBe(false);
	});

	test('have fewer than five people; five are shown, and nobody is', () => {
		const { everywhere } = hideSmallGroups(['area'], inArea({ East: 5, North: 4, South: 3, West: 9 }));
		expect(namesOf(everywhere, 'area')).toEqual(['North', 'South']);
		const { questions } = hideSmallGroups(
			['area'],
			[atom(['East'], 9, [0]), atom(['North'], 9), atom(['South'], 9)]
		);
		expect(namesOf(questions[0]!, 'area')).toEqual([]);
	});

	test('take the smallest other one along where the whole would give them away', () => {
		const { everywhere } = hideSmallGroups(['area'], inArea({ East: 8, North: 3, South: 6, West: 9 }));
		expect(namesOf(everywhere, 'area')).toEqual(['North', 'South']);
	});

	test('take another one along where two of them are four together', () => {
		const { everywhere } = hideSmallGroups(['area'], inArea({ East: 8, North: 3, South: 1, West: 9 }));
		expect(namesOf(everywhere, 'area')).toEqual(['East', 'North', 'South']);
	});

	test('cannot be worked out from the teams within a locality', () => {
		const nested = [
			atom(['North', 'N1'], 7),
			atom(['North', 'N2'], 3),
			atom(['South', 'S1'], 8),
			atom(['South', 'S2'], 9)
		];
		const { everywhere } = hideSmallGroups(['area', 'team'], nested);
		expect(namesOf(everywhere, 'team')).toContain('N2');
		expect(groupsFound(recordsOf(nested), shownCells(nested, ['area', 'team'], everywhere))).toEqual([]);
	});

	test('are judged for each question by those who answered it', () => {
		const { everywhere, questions } = hideSmallGroups(
			['area'],
			[atom(['East'], 9, [9, 2]), atom(['North'], 9, [9, 8]), atom(['South'], 9, [9, 9])]
		);
		expect(namesOf(everywhere, 'area')).toEqual([]);
		expect(questions.map((hidden) => namesOf(hidden, 'area'))).toEqual([[], ['East', 'North']]);
	});

	test('are judged by the base too, where the question applied to few', () => {
		const { questions } = hideSmallGroups(
			['area'],
			[atom(['East'], 9, [9], [2]), atom(['North'], 9, [9], [8]), atom(['South'], 9, [9], [9])]
		);
		expect(namesOf(questions[0]!, 'area')).toEqual(['East', 'North']);
	});

	test('are all of them where fewer than five answered at all', () => {
		const { questions } = hideSmallGroups(['area'], [atom(['East'], 9, [3]), atom(['North'], 9, [0])]);
		expect(namesOf(questions[0]!, 'area')).toEqual(['East', 'North']);
	});

	test('are the same in whatever order the records come', () => {
		const atoms = inArea({ East: 6, North: 2, South: 6, West: 9 });
		expect(hideSmallGroups(['area'], [...atoms].reverse())).toEqual(hideSmallGroups(['area'], atoms));
	});

	test('of a column with very many strata are the whole column', () => {
		const atoms = Array.from({ length: 700 }, (_, index) =>
			atom([`team ${index}`, index % 2 ? 'a' : 'b'], 6)
		);
		const { everywhere } = hideSmallGroups(['team', 'area'], atoms);
		expect(everywhere.get('team')!.size).toBe(700);
		expect(namesOf(everywhere, 'area')).toEqual([]);
	});
});

const columns = ['area', 'team', 'option'];

/** Two or three areas with teams of their own, options across them; small groups are frequent. */
const surveys = fc
	.array(
		fc.record({
			area: fc.integer({ min: 0, max: 2 }),
			team: fc.integer({ min: 0, max: 1 }),
			option: fc.integer({ min: 0, max: 2 }),
			records: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 12 })),
			left: fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 3 }))
		}),
		{ minLength: 2, maxLength: 12 }
	)
	.map((drawn) => {
		const atoms = new Map<string, Atom>();
		for (const { area, team, option, records, left } of drawn) {
			const strata = [`area ${area}`, `team ${area}${team}`, `option ${option}`];
			const answered = Math.max(0, records - left[0]);
			atoms.set(
				strata.join(),
				atom(strata, records, [records, answered], [records, Math.max(0, answered - left[1])])
			);
		}
		return [...atoms.values()];
	});

const recordsOf = (atoms: readonly Atom[]) => atoms.map(({ records }) => records);

/** What is shown of one question: the whole, and each stratum that is not hidden. */
function shownCells(
	atoms: readonly Atom[],
	of: readonly string[],
	...hidden: readonly Hidden[]
): ShownCount[] {
	const shown = of.flatMap((column, place) =>
		[...new Set(atoms.map(({ strata }) => strata[place]!))]
			.filter((stratum) => hidden.some((each) => !isHidden(each, column, stratum)))
			.map((stratum) => new Set(atoms.flatMap(({ strata }, at) => (strata[place] === stratum ? [at] : []))))
	);
	return [new Set(atoms.keys()), ...shown];
}

/** Everything that can be read of a survey: of its records over all questions, of each question by itself. */
function allFound(atoms: readonly Atom[], { everywhere, questions }: HiddenGroups): number[][] {
	const enough = (counts: number[]) => counts.reduce((sum, count) => sum + count, 0) >= smallestShown;
	const found = (counts: number[], shown: ShownCount[]) => (enough(counts) ? groupsFound(counts, shown) : []);
	return [
		...found(recordsOf(atoms), shownCells(atoms, columns, everywhere, ...questions)),
		...questions.flatMap((hidden, question) =>
			(['answered', 'inBase'] as const).flatMap((way) =>
				found(
					atoms.map((each) => each[way][question]!),
					shownCells(atoms, columns, hidden)
				)
			)
		)
	];
}

/** The weaker rule that is often taken to be enough. */
function hideOnlySmall(atoms: readonly Atom[]): HiddenGroups {
	const smallIn = (counts: number[]): Hidden =>
		new Map(
			columns.map((column, place) => {
				const sizes = new Map<string, number>();
				atoms.forEach(({ strata }, at) =>
					sizes.set(strata[place]!, (sizes.get(strata[place]!) ?? 0) + counts[at]!)
				);
				return [column, new Set([...sizes].filter(([, size]) => size > 0 && size < 5).map(([name]) => name))];
			})
		);
	return {
		everywhere: smallIn(recordsOf(atoms)),
		questions: [0, 1].map((question) => smallIn(atoms.map(({ inBase }) => inBase[question]!)))
	};
}

describe('whoever adds and subtracts everything that is shown', () => {
	test('counts no group of one to four people', () => {
		fc.assert(
			fc.property(surveys, (atoms) => {
				expect(allFound(atoms, hideSmallGroups(columns, atoms))).toEqual([]);
			}),
			{ numRuns: 400 }
		);
	});

	test('would count many, were only the small ones hidden', () => {
		const surveysFound = fc
			.sample(surveys, { numRuns: 100, seed: 7 })
			.filter((atoms) => allFound(atoms, hideOnlySmall(atoms)).length > 0);
		expect(surveysFound.length).toBeGreaterThan(50);
	});

	test('still finds most of a large survey', () => {
		const atoms = fc
			.sample(surveys, { numRuns: 20, seed: 3 })
			.map((each) => each.map((one) => atom([...one.strata], one.records + 20)));
		for (const each of atoms) {
			const hidden = hideSmallGroups(columns, each).everywhere;
			expect([...hidden.values()].every((names) => names.size === 0)).toBe(true);
		}
	});
});
