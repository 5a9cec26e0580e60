import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import { operator } from '#lib/server/access/actor.ts';
import {
	awkwardCode,
	awkwardReference,
	halfBegunReview
} from '../../../../tests/support/half-begun-review.ts';
import { importReview } from '../commands/import-review.ts';
import { loadDocuments } from '../commands/load-documents.ts';
import { openDatabase, type Database } from '../db/open.ts';
import { loadReviewOverview, loadThemePage } from './review-pages.ts';
import { loadQuestionPage, loadRecordPage, loadResultsCsv, loadSourcePage } from './source-pages.ts';

let db: Database;
beforeAll(() => {
	db = openDatabase(':memory:');
	loadDocuments(db, '2026-03-02T09:30:00.000Z');
	importReview(db, halfBegunReview, { actor: operator, at: '2026-03-02T09:30:00.000Z' });
});

const page = (code: string, asked: object = {}) =>
	loadQuestionPage(db, operator, 'isle-2025', 'files', code, {
		answer: null,
		within: null,
		page: 1,
		...asked
	});
const references = (code: string, asked: object) =>
	page(code, asked).answered!.records.map(({ reference }) => reference);

describe('following a number to its records', () => {
	test('lists exactly the records that the share counts', () => {
		const { result } = page(awkwardCode);
		expect(result.parts.kOfN).toBe('2 of 3');
		expect(references(awkwardCode, { answer: result.behind })).toEqual([awkwardReference, 'I-2']);
	});

	test('lists exactly the records that the share of a stratum counts', () => {
		const column = 'locality';
		for (const { column: by, strata } of page('A1').columns)
			for (const { stratum, strip } of strata)
				expect(references('A1', { answer: 'yes', within: { column: by, stratum } })).toHaveLength(
					strip!.positive
				);
		expect(references('A1', { answer: null, within: { column, stratum: 'not stated' } })).toEqual(['I-4']);
	});

	test('leads from a record to the one before and the one after', () => {
		const record = loadRecordPage(db, operator, 'isle-2025', 'files', 'I-2');
		expect([record.previous, record.next]).toEqual([awkwardReference, 'I-3']);
		expect(record.groups.map(({ heading }) => heading)).toEqual(['First', 'Second']);
	});

	test('says what there is when a question or a record is not there', () => {
		expect(() => page('Z9')).toThrow('Known: A1, A 2/b?, A3');
		expect(() => loadRecordPage(db, operator, 'isle-2025', 'files', 'nobody')).toThrow('“nobody”');
		expect(() => loadRecordPage(db, operator, 'isle-2025', 'visit', 'I-2')).toThrow('“I-2”');
		expect(() => loadThemePage(db, operator, 'isle-2025', 'T9')).toThrow('Known: T1, T2, T3, T4, T5, T6, T7');
	});
});

describe('a source that is only begun', () => {
	test('has its questions and no share while nothing has come in', () => {
		const { source, groups } = loadSourcePage(db, operator, 'isle-2025', 'second-reading', {
			by: null,
			order: 'asked'
		});
		expect(source.records).toBe(0);
		expect(groups.flatMap(({ results }) => results.map(({ share }) => share))).toEqual(Array(7).fill(null));
	});

	test('leaves a column that it does not have aside', () => {
		const { by, columns } = loadSourcePage(db, operator, 'isle-2025', 'files', {
			by: 'colour',
			order: 'asked'
		});
		expect([by, columns]).toEqual([null, ['locality']]);
	});

	test('is not shown as done in the stages of its review', () => {
		const { stages } = loadReviewOverview(db, 'isle-2025');
		expect(stages.map(({ name, status }) => [name, status])).toEqual([
			['Evidence', 'in-progress'],
			['Findings', 'in-progress'],
			['Evaluations', 'not-started'],
			['Report', 'in-progress']
		]);
	});
});

describe('the results as CSV', () => {
	test('hold a line for each question and each stratum, and nothing that a spreadsheet would run', () => {
		const { name, text: csv } = loadResultsCsv(db, 'isle-2025', 'files', { by: 'locality' });
		expect(name).toBe('isle-2025-files-results.csv');
		expect(csv.startsWith('\ufeffQuestion,Group,Wording,Type,Column,Stratum,')).toBe(true);
		const lines = Papa.parse<Record<string, string>>(csv.slice(1), {
			header: true,
			skipEmptyLines: true
		}).data;
		const parts = new Set(lines.map(({ Question, Stratum }) => `${Question} ${Stratum}`));
		expect(parts.size).toBe(7 * (1 + 3));
		expect(csv).toContain("'=North & South");
		expect(csv).not.toMatch(/(^|,)"?=/m);
	});
});
