import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Problem } from '../problems.ts';
import { connect } from './connect.ts';
import { openAsItIs, openDatabase } from './open.ts';
import { connectionSettings } from './soundness.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-open-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The product's own files, without tests. */
const sourceFiles = (top: string) =>
	globSync(`${top}/**/*.{ts,svelte}`).filter((file) => !file.endsWith('.test.ts'));

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

	test('as it is, for a copy or a check, writes through and has foreign keys on as well', () => {
		openDatabase(folder).$client.close();
		for (const journal of ['WAL', 'DELETE'] as const) {
			const db = openAsItIs(join(folder, 'cairn.sqlite'), journal);
			expect(connectionSettings(db)).toEqual({
				journal: journal.toLowerCase(),
				synchronous: 2,
				foreignKeys: true
			});
			db.$client.close();
		}
		expect(() => openAsItIs(join(folder, 'none.sqlite'))).toThrow(/unable to open/);
	});

	test('keeps what is there from other accounts of the machine', () => {
		openDatabase(join(folder, 'new')).$client.close();
		expect(statSync(join(folder, 'new')).mode & 0o077).toBe(0);
	});

	test('happens in one file of the product alone, so that no connection goes without its settings', () => {
		const opening = sourceFiles('src').filter((file) =>
			/new BetterSqlite3\(|new Database\(/.test(readFileSync(file, 'utf8'))
		);
		expect(opening).toEqual([join('src', 'lib', 'server', 'db', 'connect.ts')]);
		const client = connect(':memory:');
		expect(client.pragma('synchronous', { simple: true })).toBe(2);
		client.close();
	});

	test('of a damaged file says so, and how to restore a backup', () => {
		openDatabase(folder).$client.close();
		const file = join(folder, 'cairn.sqlite');
		const bytes = readFileSync(file);
		writeFileSync(file, bytes.fill(7, 100, 4096 * 3));
		expect(() => openDatabase(folder)).toThrow(/is damaged\. Restore a backup with .* restore FILE/);
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
