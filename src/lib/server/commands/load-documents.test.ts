import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '../db/open.ts';
import { Problem } from '../problems.ts';
import { findDocument, listDocuments } from '../queries/documents.ts';
import { loadDocuments } from './load-documents.ts';

let db: Database;
let folder: string;
beforeEach(() => {
	db = openDatabase(':memory:');
	folder = mkdtempSync(join(tmpdir(), 'cairn-fixtures-'));
	cpSync('fixtures/scales', join(folder, 'scales'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const scale = () => join(folder, 'scales', 'care-inspectorate-quantity.json');

describe('loading the shipped documents', () => {
	test('keeps every document once, however often it is done', () => {
		loadDocuments(db, '2026-01-01T00:00:00.000Z');
		loadDocuments(db, '2026-01-02T00:00:00.000Z');
		expect(listDocuments(db, 'framework').map(({ id }) => id)).toEqual(
			expect.arrayContaining(['sds-standards', 'sds-change-map', 'thematic-review', 'checklists'])
		);
		const times = db.$client.prepare('select distinct loaded_at from documents').pluck().all();
		expect(times).toEqual(['2026-01-01T00:00:00.000Z']);
	});

	test('does not mind how a document is laid out', () => {
		loadDocuments(db, '2026-01-01T00:00:00.000Z', folder);
		writeFileSync(scale(), JSON.stringify(JSON.parse(readFileSync(scale(), 'utf8')), null, 8));
		expect(() => loadDocuments(db, '2026-01-02T00:00:00.000Z', folder)).not.toThrow();
	});

	test('refuses another text under the same edition and keeps the first', () => {
		loadDocuments(db, '2026-01-01T00:00:00.000Z', folder);
		writeFileSync(scale(), readFileSync(scale(), 'utf8').replaceAll('15', '20'));
		expect(() => loadDocuments(db, '2026-01-02T00:00:00.000Z', folder)).toThrow(Problem);
		expect(findDocument(db, 'quantity-scale', 'care-inspectorate-quantity').bands[1]!.from).toBe(15);
	});

	test('gives out frozen documents, and names what there is when asked for another', () => {
		loadDocuments(db, '2026-01-01T00:00:00.000Z', folder);
		expect(Object.isFrozen(findDocument(db, 'quantity-scale', 'care-inspectorate-quantity').bands)).toBe(
			true
		);
		expect(() => findDocument(db, 'quantity-scale', 'other@1')).toThrow(
			/no quantity scale “other@1”.*care-inspectorate-quantity@2019/
		);
	});
});
