import { beforeAll, describe, expect, test } from 'vitest';
import {
	givenReference,
	review,
	reviewWorld,
	staffComment,
	type PersonName,
	type ReviewWorld
} from '../../../../tests/support/review-world.ts';
import { shareDraft } from '../commands/share-draft.ts';
import { allowedIn } from './allowed.ts';
import { listGivenTo, listOwnReading, loadReadingList } from './given-records.ts';
import { loadReviewLines } from './review-pages.ts';
import { loadQuestionPage, loadRecordPage, loadSourcePage } from './source-pages.ts';

let world: ReviewWorld;
beforeAll(() => {
	world = reviewWorld();
	shareDraft(world.db, world.by('ailsa'), { review });
});

const sourcePage = (name: PersonName, source: string) =>
	loadSourcePage(world.db, world.actor(name), review, source, { by: null, order: 'asked' });
const questionPage = (name: PersonName, source: string, code: string) =>
	loadQuestionPage(world.db, world.actor(name), review, source, code, {
		answer: null,
		within: null,
		page: 1
	});
const recordPage = (name: PersonName, source: string, reference: string) =>
	loadRecordPage(world.db, world.actor(name), review, source, reference);
/** Everything that a page is served with, as one text. */
const all = (page: unknown) => JSON.stringify(page);

describe('what staff wrote in their own words', () => {
	test('is read by a judge on the page of the source, of the question and of the record', () => {
		for (const page of [
			sourcePage('magnus', 'staff'),
			questionPage('magnus', 'staff', 'S2'),
			recordPage('magnus', 'staff', 'S-1')
		])
			expect(all(page)).toContain(staffComment);
	});

	test.each(['ailsa', 'callum', 'effie', 'morag'] as const)(
		'is served to nobody else, such as %s',
		(name) => {
			for (const page of [
				sourcePage(name, 'staff'),
				questionPage(name, 'staff', 'S2'),
				recordPage(name, 'staff', 'S-1')
			]) {
				expect(all(page)).not.toContain(staffComment);
				expect(all(page)).toMatch(/shown only to the judges/);
			}
		}
	);

	test('leaves the numbers of the survey to all who see the review', () => {
		for (const name of ['magnus', 'ailsa', 'callum', 'effie'] as const)
			expect(questionPage(name, 'staff', 'S1').result.parts.kOfN, name).toBe('1 of 2');
	});
});

describe('single records', () => {
	test('are listed for those who work with them', () => {
		for (const name of ['ailsa', 'magnus'] as const)
			expect(questionPage(name, 'files', 'A1').answered?.records, name).toHaveLength(4);
	});

	test.each(['callum', 'effie', 'morag'] as const)('are not served to others, such as %s', (name) => {
		const page = questionPage(name, 'files', 'A1');
		expect(page.answered).toBeNull();
		for (const reference of ['I-2', 'I-3', 'I-4', givenReference.slice(0, 3)])
			expect(all([page, sourcePage(name, 'files')])).not.toContain(`"${reference}`);
	});

	test('that were given to a file reader lead to no other', () => {
		const { previous, next } = recordPage('rona', 'files', givenReference);
		expect([previous, next]).toEqual([null, null]);
		expect(recordPage('ailsa', 'files', givenReference).next).toBe('I-2');
	});
});

describe('a file reader', () => {
	test('finds the title of the review among what was given to them, and the review in no list', () => {
		expect(loadReviewLines(world.db, world.actor('rona'))).toEqual([]);
		expect(listOwnReading(world.db, world.actor('rona'))).toMatchObject([
			{
				review,
				title: 'Self-directed support on the isle',
				given: [{ source: 'files', records: 1, numbers: '1' }]
			}
		]);
		expect(listOwnReading(world.db, world.actor('iain'))).toEqual([]);
	});

	test('has no page of the review but the list of what was given to them', () => {
		expect(listGivenTo(world.db, world.actor('rona'), review)).toMatchObject([{ source: 'files' }]);
		const { seeGivenRecords, ...others } = allowedIn(world.db, world.actor('rona'), review);
		expect([seeGivenRecords, ...Object.values(others)].filter(Boolean)).toEqual([true]);
	});

	test('sees in it the records that they have and how far each is; a lead sees who has what', () => {
		const own = loadReadingList(world.db, review, 'files', world.actor('rona'));
		expect(own).toMatchObject({
			everybody: false,
			readers: [
				{
					name: 'Rona',
					lines: [{ reference: givenReference, answered: 7, questions: 7, status: 'completed' }]
				}
			]
		});
		expect(loadReadingList(world.db, review, 'files', world.actor('ailsa'))).toMatchObject({
			everybody: true,
			readers: [{ name: 'Rona', lines: [{ number: 1 }] }]
		});
	});
});
