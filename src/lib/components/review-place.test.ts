import { expect, test } from 'vitest';
import { smallReview } from '../../../tests/support/small-review.ts';
import { currentPage } from './place.ts';
import { reviewPlace } from './review-place.ts';

const review = { ...smallReview().bundle.review, partnershipName: 'Glen and Isle' };
const home = `/reviews/${review.id}`;
const everything = { review: true, plan: true, moderation: true, history: true };
const namesFor = (
	sees: Parameters<typeof reviewPlace>[1],
	reading: { source: string; title: string }[] = []
) => reviewPlace(review, sees, reading).pages.map(({ name }) => name);

test('the pages of a review are those that whoever looks may see', () => {
	expect(namesFor(everything)).toEqual([
		'Overview',
		'Plan',
		'Evidence',
		'Findings',
		'Judgements',
		'Moderation',
		'Plan of action',
		'Report',
		'History'
	]);
	expect(namesFor({ review: true, plan: false, moderation: false, history: false })).toEqual([
		'Overview',
		'Evidence',
		'Findings',
		'Judgements',
		'Plan of action',
		'Report'
	]);
});

test('who sees only the records that were given to them is led to these alone', () => {
	const nothing = { review: false, plan: false, moderation: false, history: false };
	expect(namesFor(nothing, [{ source: 'files', title: 'Case files' }])).toEqual(['Case files']);
	expect(namesFor(nothing)).toEqual([]);
});

test('where a finding is written belongs to the findings, and a recommendation to the plan of action', () => {
	expect(currentPage(reviewPlace(review, everything), `${home}/findings/budget`)?.name).toBe('Findings');
	expect(currentPage(reviewPlace(review, everything), `${home}/recommendations/1`)?.name).toBe(
		'Plan of action'
	);
	expect(currentPage(reviewPlace(review, everything), home)?.name).toBe('Overview');
});
