import { beforeEach, describe, expect, test } from 'vitest';
import { review, reviewWorld, type ReviewWorld } from '../../../../tests/support/review-world.ts';
import { organisations } from '../db/schema/organisations.ts';
import { eq } from 'drizzle-orm';
import { maySee } from '../queries/visible-reviews.ts';
import { walkToChecking } from '../../../../tests/support/walked-stages.ts';
import { issueReview } from './issue-review.ts';
import { shareDraft } from './share-draft.ts';
import { unshareDraft } from './unshare-draft.ts';

let world: ReviewWorld;
beforeEach(() => {
	world = reviewWorld();
});

const asked = { review };
const partnershipSees = () => maySee(world.db, world.actor('effie'), review);
const verbs = () => world.told().map(({ verb }) => verb);

describe('the draft of a thematic review', () => {
	test('is read by the partnership under review from when it is shared until that is ended', () => {
		expect(partnershipSees()).toBe(false);
		shareDraft(world.db, world.by('ailsa'), asked);
		expect(partnershipSees()).toBe(true);
		unshareDraft(world.db, world.by('ailsa'), asked);
		expect(partnershipSees()).toBe(false);
	});

	test('is shared once, and told once, however often that is asked for', () => {
		for (const share of [shareDraft, shareDraft, unshareDraft, unshareDraft])
			share(world.db, world.by('ailsa'), asked);
		expect(verbs()).toEqual(['draft-shared', 'draft-unshared']);
	});

	test('is shared by its lead alone', () => {
		for (const name of ['magnus', 'rona', 'callum', 'effie', 'struan'] as const)
			for (const share of [shareDraft, unshareDraft])
				expect(() => share(world.db, world.by(name), asked), name).toThrow('There is nothing at this');
		expect(verbs()).toEqual([]);
	});

	test('is not shared where there is nobody to share it with', () => {
		world.db.update(organisations).set({ partnership: null }).where(eq(organisations.id, 'isle')).run();
		expect(() => shareDraft(world.db, world.by('ailsa'), asked)).toThrow(
			'no organisation on this installation'
		);
	});

	test('is nothing that a self-evaluation has', () => {
		world = reviewWorld('self-evaluation');
		expect(() => shareDraft(world.db, world.by('effie'), asked)).toThrow(
			'no organisation on this installation'
		);
	});
});

describe('issuing a review', () => {
	beforeEach(() => walkToChecking(world.db, world.by('ailsa'), review));

	test('lets the partnership under review read it, and is told', () => {
		issueReview(world.db, world.by('ailsa'), { review, sure: true });
		expect([partnershipSees(), verbs().at(-1)]).toEqual([true, 'review-issued']);
	});

	test('is done only by a lead who is sure, and only once', () => {
		expect(() => issueReview(world.db, world.by('ailsa'), { review, sure: false })).toThrow('Look again');
		expect(() => issueReview(world.db, world.by('magnus'), { review, sure: true })).toThrow(
			'There is nothing'
		);
		issueReview(world.db, world.by('ailsa'), { review, sure: true });
		expect(() => issueReview(world.db, world.by('ailsa'), { review, sure: true })).toThrow(
			'There is nothing'
		);
	});

	test('ends every change of what is shared', () => {
		issueReview(world.db, world.by('ailsa'), { review, sure: true });
		expect(() => unshareDraft(world.db, world.by('ailsa'), asked)).toThrow(
			'There is nothing at this address'
		);
	});
});
