import { describe, expect, test } from 'vitest';
import { passageSchema } from '#lib/evidence/voices.ts';
import { forJudges, forThoseWhoSeeRecords, seesAll, shownPassage, type Sees } from './withheld.ts';

const passage = (rest: object) =>
	passageSchema.parse({ id: 'p', text: 'The words.', elements: ['T2'], direction: 'strength', ...rest });
const viewer: Sees = { records: false, staffComments: false };
const lead: Sees = { records: true, staffComments: false };
const noted = passage({ note: 'n', starts: 0, ends: 10 });
const answer = passage({ record: 1, question: 0 });

describe('the words of a passage', () => {
	test('are for everybody where they are our own, or were chosen to be quoted', () => {
		expect(shownPassage('focus-group', passage({}), viewer).text).toBe('The words.');
		expect(shownPassage('focus-group', { ...noted, quotation: true }, viewer).text).toBe('The words.');
	});

	test('that were noted or written are for those who see the records; for others all but them stays', () => {
		expect(shownPassage('focus-group', noted, lead)).toEqual(noted);
		expect(shownPassage('focus-group', noted, viewer)).toEqual({ ...noted, text: forThoseWhoSeeRecords });
		expect(shownPassage('unpaid-carer-questionnaire', answer, lead).text).toBe('The words.');
		expect(shownPassage('unpaid-carer-questionnaire', answer, viewer).text).toBe(forThoseWhoSeeRecords);
	});

	test('of staff are for judges alone, whether or not somebody marked them as a quotation', () => {
		for (const quotation of [true, false]) {
			expect(shownPassage('staff-survey', { ...answer, quotation }, lead)).toEqual({
				...answer,
				text: forJudges,
				quotation: false
			});
			expect(shownPassage('staff-survey', { ...answer, quotation }, seesAll).text).toBe('The words.');
		}
	});
});
