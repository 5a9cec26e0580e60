import { expect, test } from 'vitest';
import { showsClearlyLess } from '#lib/benchmark/shown.ts';
import type { HeldBack, Release } from '#lib/benchmark/release.ts';
import { comparedRelease, members } from '../../../tests/support/compared-release.ts';
import { lossesBeside } from './release-losses.ts';

const first = comparedRelease();
const earlier = { number: 3, title: 'Spring', release: first.release };
const without = (gone: (id: string, group: string) => boolean): Release => ({
	...first.release,
	cells: first.release.cells.map((each) => ({
		...each,
		groups: Object.fromEntries(Object.entries(each.groups).filter(([group]) => !gone(each.cell.id, group)))
	}))
});
const held = (cell: string, group: string, why: HeldBack['why']): HeldBack => ({
	...{ cell, group, why },
	partnerships: 6
});
const questions = ['question:case-file-assessed/K1', 'question:staff-survey/S2'];

test('a draft that shows the same or more, or the first of its period, is published without a warning', () => {
	expect(lossesBeside(earlier, first)).toBeNull();
	expect(lossesBeside(null, first)).toBeNull();
	expect(lossesBeside({ ...earlier, release: without(() => true) }, first)).toBeNull();
});

test('a draft that shows less says for each kind and group how many it was and would be', () => {
	const release = without((id, group) => questions.includes(id) && group === 'scotland');
	const before = first.release.cells.filter(
		({ cell, groups }) => questions.includes(cell.id) && 'scotland' in groups
	).length;
	const { number, clearly, kinds } = lossesBeside(earlier, { release, heldBack: [] })!;
	expect([before, number, clearly]).toEqual([2, 3, true]);
	expect(kinds.map(({ name, lines }) => [name, lines])).toEqual([
		['Measures of shared questions', ['Scotland was shown for 2 questions, and would be shown for none.']]
	]);
});

test('why is said only where it tells how many share, and where it is the same for all', () => {
	const release = without((id, group) => questions.includes(id) && group === 'scotland');
	const whyOf = (...why: HeldBack['why'][]) =>
		lossesBeside(earlier, {
			release,
			heldBack: questions.map((id, at) => held(id, 'scotland', why[at]!))
		})!.kinds[0]!.why;
	expect(whyOf('too-few', 'too-few')).toBe('Too few partnerships share it now.');
	expect(whyOf('earlier-release', 'earlier-release')).toMatch(/^Who shares it has changed since/);
	expect(whyOf('too-few', 'earlier-release')).toBeNull();
	expect(whyOf('would-narrow', 'would-narrow')).toBeNull();
	expect(whyOf('gives-another-away', 'gives-another-away')).toBeNull();
});

test('a kind that nobody shares any more is said to be gone', () => {
	const release = {
		...first.release,
		cells: first.release.cells.filter(({ cell }) => cell.kind !== 'measures')
	};
	const [measures] = lossesBeside(earlier, { release, heldBack: [] })!.kinds;
	expect(measures!.why).toBe('Nobody in the group shares it any more.');
	expect(JSON.stringify(measures)).not.toMatch(new RegExp(members.map(({ name }) => name).join('|')));
});

test('one release shows clearly less than another when more than a tenth of a kind is gone', () => {
	const little = without((id, group) => id === 'component:8.1' && group === 'family-1');
	const readiness = first.release.cells
		.filter(({ cell }) => cell.kind === 'readiness')
		.flatMap(({ groups }) => Object.keys(groups)).length;
	expect(readiness).toBeGreaterThan(10);
	expect(showsClearlyLess(first.release, little)).toBe(false);
	expect(
		showsClearlyLess(
			first.release,
			without((id) => id === 'component:8.1')
		)
	).toBe(true);
	expect(showsClearlyLess(little, first.release)).toBe(false);
});
