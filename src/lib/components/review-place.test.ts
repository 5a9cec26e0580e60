import { expect, test } from 'vitest';
import { smallReview } from '../../../tests/support/small-review.ts';
import { currentPage } from './place.ts';
import { reviewPlace } from './review-place.ts';

const review = { ...smallReview().bundle.review, partnershipName: 'Glen and Isle' };
const home = `/reviews/${review.id}`;
const everything = { review: true, plan: true, history: true };
const namesFor = (
	sees: Parameters<typeof reviewPlace>[1],
	reading: { source: string; title: string }[] = []
) => reviewPlace(review, sees, reading).pages.map(({ name }) => name);

test('the pages of a review are those that whoever looks may see', () => {
	expect(namesFor(everything)).toEqual(['Overview', 'Plan', 'Evidence', 'Themes', 'Report', 'History']);
	expect(namesFor({ review: true, plan: false, history: false })).toEqual([
		'Overview',
		'Evidence',
		'Themes',
		'Report'
	]);
});

test('who sees only the records that were given to them is led to these alone', () => {
	const nothing = { review: false, plan: false, history: false };
	expect(namesFor(nothing, [{ source: 'files', title: 'Case files' }])).toEqual(['Case files']);
	expect(namesFor(nothing)).toEqual([]);
});

test('where a finding is written belongs to the themes', () => {
	expect(currentPage(reviewPlace(review, everything), `${home}/findings/budget`)?.name).toBe('Themes');
	expect(currentPage(reviewPlace(review, everything), home)?.name).toBe('Overview');
});
