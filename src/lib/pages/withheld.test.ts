import { describe, expect, test } from 'vitest';
import { seesAll, whyWithheld } from './withheld.ts';

describe('what people wrote in their own words', () => {
	test('is read by those who see the records', () => {
		expect(whyWithheld('supported-person-questionnaire', { records: true, staffComments: false })).toBeNull();
		expect(whyWithheld('supported-person-questionnaire', { records: false, staffComments: false })).toMatch(
			/those who see the records/
		);
	});

	test('in a survey of staff is read by judges alone', () => {
		expect(whyWithheld('staff-survey', { records: true, staffComments: false })).toMatch(/the judges/);
		expect(whyWithheld('staff-survey', seesAll)).toBeNull();
	});
});
