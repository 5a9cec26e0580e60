import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Source } from '#lib/evidence/source.ts';
import { smallReview } from '../../../tests/support/small-review.ts';
import { matrixCsv } from './matrix-csv.ts';
import { deriveMatrix, type MatrixPage } from './matrix-page.ts';

const cell = (page: MatrixPage, code: string, source: string) =>
	page.rows.find((row) => row.code === code)!.cells.find((each) => each.source === source)!;
const withSources = (change: (source: Source) => Source) => {
	const review = smallReview();
	return deriveMatrix({
		...review,
		bundle: { ...review.bundle, sources: review.bundle.sources.map(change) }
	});
};
const page = deriveMatrix(smallReview());

describe('the matrix of evidence', () => {
	test('has a row for each theme with its parts beneath it, and a cell for each source', () => {
		expect(page.rows.filter(({ depth }) => depth === 0).map(({ code }) => code)).toEqual([
			'T1',
			'T2',
			'T3',
			'T4',
			'T5',
			'T6',
			'T7'
		]);
		expect(page.rows.find(({ code }) => code === 'T2.Q')).toMatchObject({ depth: 1, parts: 0 });
		for (const { cells } of page.rows)
			expect(cells.map(({ source }) => source)).toEqual(['files', 'staff', 'questionnaires', 'carers']);
	});

	test('says much from three questions, passages or figures on, little below, none where there is nothing', () => {
		expect(cell(page, 'T2', 'files')).toMatchObject({ amount: 'much', records: 60, passages: 0 });
		expect(cell(page, 'T4', 'files')).toMatchObject({ amount: 'little' });
		expect(cell(page, 'T2', 'carers')).toMatchObject({ amount: 'little', passages: 1 });
		expect(cell(page, 'T1', 'files')).toMatchObject({ amount: 'none', questions: [] });
		expect(cell(page, 'T2', 'questionnaires').amount).toBe('none');
	});

	test('counts questions that fewer than ten answered as little, however many they are', () => {
		const review = smallReview();
		const few = review.measures.get('files')!.map((measure) => ({ ...measure, base: 9 }));
		const changed = deriveMatrix({ ...review, measures: new Map([['files', few]]) });
		expect(cell(changed, 'T2', 'files')).toMatchObject({ amount: 'little', records: 9 });
		expect(cell(changed, 'T2', 'files').questions).toHaveLength(3);
	});

	test('counts passages and figures as evidence', () => {
		const figure = {
			id: 'uptake',
			title: 'Uptake',
			elements: ['T5']
		} as unknown as Source['figures'][number];
		const passage = (id: string) => ({ id, text: id, elements: ['T5'] }) as Source['passages'][number];
		const told = withSources((source) =>
			source.id === 'carers'
				? { ...source, figures: [figure], passages: [passage('one'), passage('two')] }
				: source
		);
		expect(cell(told, 'T5', 'carers')).toMatchObject({ amount: 'much', passages: 2, figures: 1 });
		expect(told.without.map(({ code }) => code)).not.toContain('T5');
	});

	test('gives the terms in words, lowest first', () => {
		expect(cell(page, 'T2', 'files').terms).toEqual([
			{ term: 'less than half', count: 1 },
			{ term: 'almost all', count: 1 }
		]);
	});

	test('names what there is no evidence on', () => {
		expect(page.without.map(({ code }) => code)).toEqual(['T1', 'T3', 'T5', 'T6', 'T7']);
	});
});

describe('sources disagree', () => {
	test('where their terms for the same element are two steps apart, each two of them once', () => {
		expect(page.disagreements).toHaveLength(1);
		const [{ section, steps, low, high }] = page.disagreements as [(typeof page.disagreements)[number]];
		expect([section, steps]).toEqual(['T2', 3]);
		expect([low.source, low.term, high.source, high.term]).toEqual([
			'staff',
			'less than half',
			'files',
			'almost all'
		]);
		expect(cell(page, 'T2', 'files').against).toEqual(['staff']);
		expect(cell(page, 'T2', 'staff').against).toEqual(['files']);
		expect(cell(page, 'T4', 'files').against).toEqual([]);
	});

	test('not where they are one step apart, nor within one source', () => {
		const review = smallReview();
		const terms = ['the majority', 'most', 'the majority'];
		const near = (from: string) =>
			review.measures.get(from)!.map((measure, index) => ({ ...measure, term: terms[index]! }));
		const only = new Map([['files', review.measures.get('files')!]]);
		const both = new Map(['files', 'staff'].map((id) => [id, near(id)]));
		expect(deriveMatrix({ ...review, measures: both }).disagreements).toEqual([]);
		expect(deriveMatrix({ ...review, measures: only }).disagreements).toEqual([]);
	});

	test('rather by the questions with the most elements in common', () => {
		const review = smallReview();
		const instruments = review.bundle.instruments.map((instrument) => ({
			...instrument,
			questions: instrument.questions.map((question) =>
				['F1', 'S3'].includes(question.code) ? { ...question, elements: ['T2', '3.1'] } : question
			)
		}));
		const { disagreements } = deriveMatrix({ ...review, bundle: { ...review.bundle, instruments } });
		expect(disagreements.map(({ low, high }) => [low.question, high.question])).toEqual([['S3', 'F1']]);
		expect(disagreements[0]!.shared).toEqual(['3.1']);
	});
});

describe('the matrix as CSV', () => {
	test('has a line for each element and source, with the numbers of the page', () => {
		const { data, errors } = Papa.parse<Record<string, string>>(
			matrixCsv(page, 'Invented answers').slice(1),
			{
				header: true,
				skipEmptyLines: true
			}
		);
		expect(errors).toEqual([]);
		expect(data).toHaveLength(page.rows.length * 4);
		expect(data.find(({ Element, Source }) => Element === 'T2' && Source === 'files')).toMatchObject({
			Evidence: 'much',
			Questions: '3',
			'Largest base': '60',
			Terms: 'less than half: 1; almost all: 1',
			'Disagrees with': 'staff',
			Standing: 'Invented answers'
		});
	});
});
