/**
 * Brings a database to the newest schema. Foreign keys are switched off before the transaction begins, because
 * inside one the switch does nothing and rebuilding a table would silently delete the rows that hang on it. Rows
 * are counted before and after: a migration that loses any is rolled back.
 */
import type BetterSqlite3 from 'better-sqlite3';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../problems.ts';
import { migrationsFolder } from '../project-root.ts';

type Migration = { tag: string; statements: string[] };

function readMigrations(folder: string): Migration[] {
	const journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as {
		entries: { tag: string }[];
	};
	return journal.entries.map(({ tag }) => ({
		tag,
		statements: readFileSync(join(folder, `${tag}.sql`), 'utf8').split('--> statement-breakpoint')
	}));
}

/** Applies the migrations that are missing, all in one transaction. `user_version` counts those applied. */
export function migrate(client: BetterSqlite3.Database, folder: string = migrationsFolder): void {
	const migrations = readMigrations(folder);
	if (appliedCount(client) === migrations.length) return;
	client.pragma('foreign_keys = OFF');
	try {
		client
			.transaction(() => {
				// Read again under the write lock: another process may have migrated meanwhile.
				const applied = appliedCount(client);
				if (applied > migrations.length)
					throw new Problem(
						'database-too-new',
						`This database was made by a newer Cairn (schema ${applied}; this one knows ${migrations.length}). Update Cairn, or set CAIRN_DATA to another folder.`
					);
				const before = countRows(client);
				for (const { statements } of migrations.slice(applied))
					for (const statement of statements) client.exec(statement);
				assertNothingLost(client, before);
				client.pragma(`user_version = ${migrations.length}`);
			})
			.immediate();
	} finally {
		client.pragma('foreign_keys = ON');
	}
}

/** How many migrations this Cairn knows: the schema number of a database that is up to date. */
export function knownSchema(folder: string = migrationsFolder): number {
	return readMigrations(folder).length;
}

/** How many migrations a database has seen. */
export function appliedCount(client: BetterSqlite3.Database): number {
	return client.pragma('user_version', { simple: true }) as number;
}

/** Rows by table, SQLite's own tables left out. */
export function countRows(client: BetterSqlite3.Database): Map<string, number> {
	const tables = client
		.prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
		.pluck()
		.all() as string[];
	return new Map(
		tables.map((table) => [table, client.prepare(`select count(*) from "${table}"`).pluck().get() as number])
	);
}

function assertNothingLost(client: BetterSqlite3.Database, before: Map<string, number>): void {
	const after = countRows(client);
	for (const [table, rows] of before)
		if (after.has(table) && after.get(table) !== rows)
			throw new Error(`Migrating changed the rows of ${table} from ${rows} to ${after.get(table)}`);
	const orphans = client.pragma('foreign_key_check') as unknown[];
	if (orphans.length > 0) throw new Error(`Migrating left ${orphans.length} rows without their parent`);
}
