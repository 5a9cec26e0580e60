import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { selfCheckAnswers, type SelfCheckAnswers } from '#lib/judgement/self-check.ts';
import { askOf } from './self-check-words.ts';
import { selfCheckResult } from './self-check.ts';

const items = ['a.1', 'a.2', 'a.3', 'a.4'].map((code) => ({ code }));

describe('the result of a self-check', () => {
	test('counts each answer, and lists the items answered no before those answered partly', () => {
		const answers: SelfCheckAnswers = {
			'a.1': { answer: 'partly', note: 'Only in two teams' },
			'a.2': { answer: 'no', note: '' },
			'a.4': { answer: 'yes', note: '' }
		};
		expect(selfCheckResult(items, answers)).toEqual({
			counts: [
				{ answer: 'yes', count: 1 },
				{ answer: 'partly', count: 1 },
				{ answer: 'no', count: 1 },
				{ answer: 'not-applicable', count: 0 }
			],
			open: 1,
			lookAt: [
				{ item: { code: 'a.2' }, answer: 'no', note: '' },
				{ item: { code: 'a.1' }, answer: 'partly', note: 'Only in two teams' }
			]
		});
	});

	test('counts every item once, whatever is answered, and nothing but the items', () => {
		const answer = fc.constantFrom(...selfCheckAnswers, '' as const);
		const code = fc.constantFrom('a.1', 'a.2', 'a.3', 'a.4', 'b.1');
		fc.assert(
			fc.property(fc.dictionary(code, fc.record({ answer, note: fc.string() })), (answers) => {
				const { counts, open, lookAt } = selfCheckResult(items, answers);
				expect(counts.reduce((sum, { count }) => sum + count, open)).toBe(items.length);
				expect(lookAt.length).toBe(counts[1]!.count + counts[2]!.count);
			})
		);
	});

	test('is neither a score nor a share: nothing in it is a number but the counts', () => {
		const result = selfCheckResult(items, {});
		expect(Object.keys(result)).toEqual(['counts', 'open', 'lookAt']);
	});
});

describe('the checklists of the older documents', () => {
	const { elements } = JSON.parse(readFileSync('fixtures/frameworks/checklists/2019.json', 'utf8')) as {
		elements: { code: string; kind: string; text: string }[];
	};

	test('are each asked in words of their own, and those that only name things say so', () => {
		const lists = elements.filter(({ kind }) => kind === 'checklist');
		expect(lists.length).toBe(15);
		for (const { code } of lists) expect(askOf(code).question).toMatch(/\?$/);
		// Items of a word or two ask nothing by themselves.
		expect(askOf('C-principles').considerations).not.toBeNull();
		expect(askOf('C-procurement').considerations).not.toBeNull();
		expect(askOf('C-duties').considerations).toBeNull();
		expect(askOf('of a later edition').question).toBe('Is this so here?');
	});
});
