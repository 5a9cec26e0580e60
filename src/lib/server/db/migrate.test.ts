import BetterSqlite3 from 'better-sqlite3';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Problem } from '../problems.ts';
import { migrate } from './migrate.ts';

let folder: string;
let client: BetterSqlite3.Database;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-migrations-'));
	client = new BetterSqlite3(':memory:');
	client.pragma('foreign_keys = ON');
});
afterEach(() => {
	client.close();
	rmSync(folder, { recursive: true, force: true });
});

/** Writes a folder of migrations; each is one SQL text. */
function migrations(...texts: string[]): string {
	mkdirSync(join(folder, 'meta'), { recursive: true });
	const entries = texts.map((text, index) => {
		const tag = `000${index}_step`;
		writeFileSync(join(folder, `${tag}.sql`), text);
		return { tag };
	});
	writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify({ entries }));
	return folder;
}

const tables = `create table parents (id integer primary key, name text);
--> statement-breakpoint
create table children (id integer primary key, parent integer not null references parents(id) on delete cascade);`;
const rebuild = `create table new_parents (id integer primary key, name text not null);
--> statement-breakpoint
insert into new_parents select id, name from parents;
--> statement-breakpoint
drop table parents;
--> statement-breakpoint
alter table new_parents rename to parents;`;

describe('migrating', () => {
	test('brings an empty database to the schema of the product, and twice is as good as once', () => {
		migrate(client);
		migrate(client);
		const names = client.prepare("select name from sqlite_schema where type = 'table'").pluck().all();
		expect(names).toContain('answers');
		expect(client.pragma('user_version', { simple: true })).toBeGreaterThan(0);
	});

	test('rebuilds a table without losing the rows that hang on it', () => {
		migrate(client, migrations(tables));
		client.exec("insert into parents values (1, 'a'); insert into children values (1, 1), (2, 1);");
		migrate(client, migrations(tables, rebuild));
		expect(client.prepare('select count(*) from children').pluck().get()).toBe(2);
		expect(client.pragma('foreign_keys', { simple: true })).toBe(1);
	});

	test('rolls everything back when a step loses rows', () => {
		migrate(client, migrations(tables));
		client.exec("insert into parents values (1, 'a'), (2, 'b')");
		const losing = rebuild.replace('from parents;', 'from parents where id = 1;');
		expect(() => migrate(client, migrations(tables, losing))).toThrow(/rows of parents from 2 to 1/);
		expect(client.prepare('select count(*) from parents').pluck().get()).toBe(2);
		expect(client.pragma('user_version', { simple: true })).toBe(1);
	});

	test('rolls everything back when a step leaves rows without their parent', () => {
		migrate(client, migrations(tables));
		client.exec("insert into parents values (1, 'a'); insert into children values (1, 1)");
		const orphaning = 'update parents set id = 9;';
		expect(() => migrate(client, migrations(tables, orphaning))).toThrow(/without their parent/);
		expect(client.prepare('select id from parents').pluck().get()).toBe(1);
	});

	test('counts the rows of every table, also of those that no step names', () => {
		migrate(client, migrations(`${tables}\n--> statement-breakpoint\ncreate table others (id integer);`));
		client.exec('insert into others values (1), (2), (3)');
		const losing = 'delete from others where id > 1;';
		const first = `${tables}\n--> statement-breakpoint\ncreate table others (id integer);`;
		expect(() => migrate(client, migrations(first, losing))).toThrow(/rows of others from 3 to 1/);
		expect(client.prepare('select count(*) from others').pluck().get()).toBe(3);
	});

	test('has foreign keys off before its transaction begins, and on again after one that failed', () => {
		const noting = 'create table noted as select foreign_keys as keys from pragma_foreign_keys;';
		migrate(client, migrations(tables, noting));
		expect(client.prepare('select keys from noted').pluck().get()).toBe(0);
		expect(client.pragma('foreign_keys', { simple: true })).toBe(1);
		expect(() => migrate(client, migrations(tables, noting, 'this is no step;'))).toThrow(/syntax error/);
		expect(client.pragma('foreign_keys', { simple: true })).toBe(1);
		expect(client.pragma('user_version', { simple: true })).toBe(2);
	});

	test('refuses a database of a newer Cairn with a sentence that says what to do', () => {
		client.pragma('user_version = 9999');
		expect(() => migrate(client)).toThrow(Problem);
		expect(() => migrate(client)).toThrow(/newer Cairn.*Update Cairn/);
	});
});
