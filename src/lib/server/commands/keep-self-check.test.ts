import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { carryOver } from '#lib/reports/carry-over.ts';
import { operator } from '../access/actor.ts';
import { review, reviewWorld, start } from '../../../../tests/support/review-world.ts';
import { reviews } from '../db/schema/reviews.ts';
import { Problem } from '../problems.ts';
import { listKeptChecks, loadKeptCheck } from '../queries/self-checks.ts';
import { loadWholeReview } from '../queries/whole-review.ts';
import { importReview } from './import-review.ts';
import { keepSelfCheck } from './keep-self-check.ts';

const checklist = 'C-best-value';
const texts = {
	'answer-C-best-value.1': 'yes',
	'answer-C-best-value.2': 'partly',
	'note-C-best-value.2': 'Two of three teams',
	'answer-C-best-value.4': 'no',
	words: 'We begin with the last.'
};
const asked = { review, checklist, texts, version: 0 };

describe('a checklist that is kept in a review', () => {
	test('holds answers, notes and words, with the edition, and is told of in the trail by its counts', () => {
		const { db, by, told } = reviewWorld('self-evaluation');
		expect(keepSelfCheck(db, by('effie'), asked)).toMatchObject({ saved: { version: 1 } });
		const { check, result, kept } = loadKeptCheck(db, review, checklist);
		expect(check.edition).toBe('checklists@2019');
		expect(result.lookAt.map(({ item, answer }) => [item.code, answer])).toEqual([
			['C-best-value.4', 'no'],
			['C-best-value.2', 'partly']
		]);
		expect(kept.texts.words).toBe('We begin with the last.');
		expect(listKeptChecks(db, review)).toHaveLength(1);
		expect(told().at(-1)).toMatchObject({
			verb: 'self-check-kept',
			subject: checklist,
			facts: { version: 1, yes: 1, partly: 1, no: 1, 'not-applicable': 0, open: 1 }
		});
	});

	test('is saved only over the version that was read, and twice the same is saved once', () => {
		const { db, by } = reviewWorld('self-evaluation');
		keepSelfCheck(db, by('effie'), asked);
		expect(keepSelfCheck(db, by('effie'), asked)).toMatchObject({ saved: { version: 1 } });
		const other = { ...asked, texts: { ...texts, words: 'Another beginning.' } };
		expect(keepSelfCheck(db, by('effie'), other)).toMatchObject({
			conflict: { version: 1, texts: { words: 'We begin with the last.' } }
		});
		expect(keepSelfCheck(db, by('effie'), { ...other, version: 1 })).toMatchObject({
			saved: { version: 2 }
		});
	});

	test('keeps no note that may name somebody, no other answer than the four, and nothing of another list', () => {
		const { db, by } = reviewWorld('self-evaluation');
		const naming = { ...texts, 'note-C-best-value.1': 'Ask at a.reid@example.org' };
		expect(keepSelfCheck(db, by('effie'), { ...asked, texts: naming })).toHaveProperty('found');
		const odd = { ...texts, 'answer-C-best-value.3': 'perhaps', 'answer-C-duties.1': 'yes' };
		keepSelfCheck(db, by('effie'), { ...asked, texts: odd });
		const { result } = loadKeptCheck(db, review, checklist);
		expect(result.open).toBe(1);
		expect(loadKeptCheck(db, review, 'C-duties').result.open).toBe(4);
	});

	test('is kept by who writes there alone, and by nobody once the review is issued', () => {
		const { db, by } = reviewWorld('self-evaluation');
		expect(() => keepSelfCheck(db, by('struan'), asked)).toThrow(Problem);
		expect(() => keepSelfCheck(db, by('morag'), asked)).toThrow(Problem);
		expect(() => keepSelfCheck(db, by('effie'), { ...asked, checklist: 'C-none' })).toThrow(Problem);
		db.update(reviews).set({ issuedAt: start }).where(eq(reviews.id, review)).run();
		expect(keepSelfCheck(db, by('effie'), asked)).toHaveProperty('closed');
	});

	test('travels with the bundle of its review, which without any is as it was before', () => {
		const { db, by } = reviewWorld('self-evaluation');
		expect(loadWholeReview(db, review, { withRecords: true })).not.toHaveProperty('selfChecks');
		keepSelfCheck(db, by('effie'), asked);
		const bundle = loadWholeReview(db, review, { withRecords: true });
		const taken = { ...bundle, review: { ...bundle.review, id: 'elsewhere' } };
		importReview(db, taken, { actor: operator, at: start });
		expect(loadWholeReview(db, 'elsewhere', { withRecords: true }).selfChecks).toEqual(bundle.selfChecks);
		const wrong = { ...bundle.selfChecks![0]!, checklist: 'C-none' };
		const twice = { ...bundle.selfChecks![0]!, answers: [{ item: 'C-duties.1', answer: 'yes', note: '' }] };
		for (const selfChecks of [[wrong], [twice]])
			expect(() =>
				importReview(
					db,
					{ ...taken, review: { ...bundle.review, id: 'again' }, selfChecks },
					{ actor: operator, at: start }
				)
			).toThrow(/a fault/);
	});

	test('stays behind when next year’s review is begun from it', () => {
		const { db, by } = reviewWorld('self-evaluation');
		keepSelfCheck(db, by('effie'), asked);
		const bundle = loadWholeReview(db, review, { withRecords: true });
		const next = { id: 'isle-2026', title: 'Next', from: '2026-01-01', to: '2026-12-31', about: [] };
		expect(bundle.selfChecks).toHaveLength(1);
		expect(carryOver(bundle, next).selfChecks).toBeUndefined();
	});
});
