import type BetterSqlite3 from 'better-sqlite3';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
	fillEveryTable,
	readEveryTable,
	tableNames,
	type Rows
} from '../../../../tests/support/filled-database.ts';
import { migrationsFolder } from '../project-root.ts';
import { connect } from './connect.ts';
import { migrate } from './migrate.ts';

const journal = JSON.parse(readFileSync(join(migrationsFolder, 'meta', '_journal.json'), 'utf8')) as {
	entries: { tag: string }[];
};
const schemas = journal.entries.map(({ tag }, index) => ({ tag, number: index + 1 }));

let folder: string;
let client: BetterSqlite3.Database;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-upgrade-'));
	client = connect(join(folder, 'cairn.sqlite'));
});
afterEach(() => {
	client.close();
	rmSync(folder, { recursive: true, force: true });
});

/** The first migrations as they were when the last of them landed. */
function landedMigrations(count: number): string {
	const landed = join(folder, 'migrations');
	mkdirSync(join(landed, 'meta'), { recursive: true });
	for (const { tag } of schemas.slice(0, count))
		cpSync(join(migrationsFolder, `${tag}.sql`), join(landed, `${tag}.sql`));
	writeFileSync(
		join(landed, 'meta', '_journal.json'),
		JSON.stringify({ entries: journal.entries.slice(0, count) })
	);
	return landed;
}

/** Rows with only those columns that a table has now; tables that are gone are left out. */
function asFarAsKept(rows: Rows, now: Rows): Rows {
	return Object.fromEntries(
		Object.entries(rows)
			.filter(([table]) => table in now)
			.map(([table, each]) => {
				const columns = Object.keys(now[table]![0] ?? {});
				return [
					table,
					each.map((row) =>
						Object.fromEntries(Object.entries(row).filter(([column]) => columns.includes(column)))
					)
				];
			})
	);
}

describe('a filled database', () => {
	test.each(schemas)(
		'of schema $number ($tag) comes to the newest with every row and value',
		({ number }) => {
			migrate(client, landedMigrations(number));
			const before = fillEveryTable(client, 4);
			expect(Object.values(before).every((rows) => rows.length === 4)).toBe(true);
			expect(client.pragma('foreign_key_check')).toEqual([]);
			migrate(client);
			const after = readEveryTable(client);
			const kept = asFarAsKept(before, after);
			expect(Object.keys(kept).length).toBeGreaterThan(10);
			expect(asFarAsKept(after, kept)).toEqual(kept);
			expect(client.pragma('foreign_key_check')).toEqual([]);
			expect(client.pragma('integrity_check', { simple: true })).toBe('ok');
			expect(client.pragma('user_version', { simple: true })).toBe(schemas.length);
		}
	);

	test('that was upgraded has the same tables and columns as one that was made new', () => {
		migrate(client, landedMigrations(1));
		migrate(client);
		const fresh = connect(':memory:');
		migrate(fresh);
		const shape = (of: BetterSqlite3.Database) =>
			tableNames(of).map((table) => [table, of.pragma(`table_info("${table}")`)]);
		expect(shape(client)).toEqual(shape(fresh));
		fresh.close();
	});
});
