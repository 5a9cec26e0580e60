import { describe, expect, test } from 'vitest';
import { quantityScale, reviewFramework, smallReview } from '../../../tests/support/small-review.ts';
import { measuresOf, instrumentOf } from '#lib/reports/derive-input.ts';
import { deriveQuestionResult } from './question-result.ts';
import { deriveSourcePage, type Order } from './source-page.ts';

const review = smallReview();

function pageOf(id: string, order: Order = 'asked') {
	const source = review.bundle.sources.find((each) => each.id === id)!;
	const measures = review.measures.get(id) ?? [];
	return deriveSourcePage({
		source,
		records: measures[0]?.tally.records ?? 0,
		instrument: instrumentOf(review, source) ?? null,
		measures,
		written: new Map(),
		withheld: null,
		columns: [],
		by: null,
		filter: { choices: [], where: null, value: null, among: null, refused: null },
		reading: null,
		order,
		quantityScale,
		frameworks: [reviewFramework],
		references: ['thematic-review@2019']
	});
}

const resultOf = (source: string, code: string) => {
	const place = measuresOf(
		review,
		review.bundle.sources.find(({ id }) => id === source)!
	).find(({ question }) => question.code === code)!;
	return deriveQuestionResult(place, quantityScale);
};

describe('the result of a question', () => {
	test('says its message with the term first, and how sure it is', () => {
		const { message, parts, sure } = resultOf('files', 'F1');
		expect(message).toEqual({ term: 'Almost all', rest: ' files show that advocacy was offered' });
		expect([parts.kOfN, parts.percent, sure.standing]).toEqual(['57 of 60', '95%', 'borderline']);
	});

	test('counts “not recorded” among the answers when the question asks about recording', () => {
		expect(resultOf('files', 'F1').answers.map(({ word, count }) => [word, count])).toEqual([
			['yes', 57],
			['partly', 2],
			['no', 0],
			['not recorded', 1]
		]);
	});

	test('keeps what is outside the base apart from the answers', () => {
		const { base, answers, outside } = resultOf('files', 'F2');
		expect(base).toBe(58);
		expect(answers.map(({ word }) => word)).toEqual(['yes', 'no']);
		expect(outside).toEqual([{ word: 'not applicable', count: 2, share: null, positive: false }]);
	});

	test('has no message, no strip and no share when no answer counts as positive', () => {
		expect(resultOf('files', 'F3')).toMatchObject({ message: null, strip: null, share: null, behind: null });
	});

	test('names the parts of the bar by what counts, where the answers are not yes and no', () => {
		expect(resultOf('staff', 'S1').names).toEqual({ yes: 'Agreed', no: 'All other answers' });
		expect(resultOf('files', 'F1').names).toEqual({});
	});
});

describe('the page of a source', () => {
	test('keeps the questions in the order in which they were asked', () => {
		const codes = pageOf('staff').groups.flatMap(({ results }) => results.map(({ code }) => code));
		expect(codes).toEqual(['S1', 'S2', 'S3']);
	});

	test('by share puts the highest first and what has no share last', () => {
		const groups = pageOf('files', 'share').groups.map(({ results }) => results.map(({ code }) => code));
		expect(groups).toEqual([['F1', 'F2'], ['F3']]);
	});

	test('brings the agreement questions together under what they amount to', () => {
		const { agreement } = pageOf('staff');
		expect(agreement?.codes).toEqual(['S1', 'S2', 'S3']);
		expect(agreement?.title).toMatch(/^Almost all staff who answered agree: .*; less than half /);
		expect(pageOf('files').agreement).toBeNull();
	});

	test('of a source without questions holds what was said, with what that speaks to', () => {
		const { questions, passages } = pageOf('carers');
		expect(questions).toBe(0);
		expect(passages).toEqual([
			{
				id: 'wait',
				text: 'Carers said that they had waited long.',
				direction: null,
				quotation: false,
				saidBy: null,
				elements: [
					expect.objectContaining({ code: 'T2', text: 'Getting support at the right time', top: 'T2' })
				]
			}
		]);
	});
});
