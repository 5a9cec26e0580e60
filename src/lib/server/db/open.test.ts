import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Problem } from '../problems.ts';
import { openDatabase } from './open.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-open-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('opening the database', () => {
	test('makes the folder, and writes through to the disk with foreign keys on at every opening', () => {
		for (let opening = 0; opening < 2; opening++) {
			const { $client } = openDatabase(join(folder, 'new', 'deep'));
			expect($client.pragma('synchronous', { simple: true })).toBe(2);
			expect($client.pragma('foreign_keys', { simple: true })).toBe(1);
			expect($client.pragma('journal_mode', { simple: true })).toBe('wal');
			$client.close();
		}
	});

	test('says in one sentence that a folder cannot be used', () => {
		writeFileSync(join(folder, 'file'), '');
		expect(() => openDatabase(join(folder, 'file'))).toThrow(Problem);
		expect(() => openDatabase(join(folder, 'file'))).toThrow(
			/^Cairn cannot write to the folder .*CAIRN_DATA/
		);
	});

	test('says in one sentence that a file is not a database', () => {
		mkdirSync(folder, { recursive: true });
		writeFileSync(join(folder, 'cairn.sqlite'), 'These are notes, and there are enough of them to be read.');
		expect(() => openDatabase(folder)).toThrow(/is not a database\. Move it away/);
	});
});
