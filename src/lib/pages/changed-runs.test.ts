import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedRuns } from './changed-runs.ts';

const words = (runs: ReturnType<typeof changedRuns>, kind: string) =>
	runs
		.filter((run) => run.kind === 'kept' || run.kind === kind)
		.flatMap(({ text }) => text.match(/\S+/g) ?? []);

describe('what became of a text', () => {
	it('says what was left out before what was put in its place', () => {
		expect(changedRuns('Budgets came late.', 'Budgets came early.')).toEqual([
			{ text: 'Budgets came ', kind: 'kept' },
			{ text: 'late.', kind: 'left out' },
			{ text: 'early.', kind: 'added' }
		]);
	});

	it('holds every word of both texts, in their order', () => {
		const text = fc
			.array(fc.constantFrom('a', 'b', 'c', '\n', 'd '), { maxLength: 12 })
			.map((all) => all.join(' '));
		fc.assert(
			fc.property(text, text, (before, now) => {
				const runs = changedRuns(before, now);
				expect(words(runs, 'left out')).toEqual(before.match(/\S+/g) ?? []);
				expect(words(runs, 'added')).toEqual(now.match(/\S+/g) ?? []);
			})
		);
	});
});
