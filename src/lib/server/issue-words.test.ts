import { describe, expect, test } from 'vitest';
import { instrumentSchema } from '#lib/evidence/instrument.ts';
import { issueSentences } from './issue-words.ts';

const own = (questions: unknown) => ({ id: 'own', edition: '1', title: 'Own', questions });

/** The sentences about a wrong instrument. */
function sentences(json: unknown): string[] {
	const { error } = instrumentSchema.safeParse(json);
	return issueSentences(error!, json);
}

describe('what is wrong with a JSON file', () => {
	test('names a missing field by its place, counted as people do, and by its code', () => {
		const questions = [{ code: 'Q1', wording: 'Offered?', type: 'yes-no' }];
		expect(sentences(own(questions))).toEqual([
			'“questions”, number 1 (Q1), “positive” is missing; it should be a list, [] when there is nothing in it.'
		]);
	});

	test('names a field that does not exist, an empty text, a wrong word and a wrong kind of value', () => {
		const questions = [{ code: 'Q1', wording: '', type: 'maybe', positive: 'yes', wordng: 'x' }];
		expect(sentences(own(questions))).toEqual([
			'“questions”, number 1 (Q1), “wording” must not be empty.',
			'“questions”, number 1 (Q1), “type” should be one of: yes-no, yes-partly-no, agreement, single-choice, multiple-choice, scale, date, text.',
			'“questions”, number 1 (Q1), “positive” should be a list, [] when there is nothing in it.',
			'“questions”, number 1 (Q1): there is no field “wordng”.'
		]);
	});

	test('says what the whole file should be', () => {
		expect(sentences([])).toEqual(['The file should be an object in braces.']);
		expect(sentences(own([]))).toEqual(['“questions” needs at least 1.']);
	});
});
