/**
 * Opens the database. Settings that SQLite forgets on closing are given on every open: FULL so that an
 * acknowledged change survives a power cut, foreign keys so that no row is left without its parent.
 */
import BetterSqlite3 from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../problems.ts';
import { migrate } from './migrate.ts';

export type Database = BetterSQLite3Database & { $client: BetterSqlite3.Database };

/** Earlier versions can lose a commit when a checkpoint and a write meet in WAL mode. */
const oldestSqlite = '3.51.3';

/**
 * Opens (and where needed makes and migrates) the database `cairn.sqlite` in a folder, or one in memory.
 * Throws a Problem when the folder cannot be written, or the database is unreadable or newer than this version.
 */
export function openDatabase(folder: string | ':memory:'): Database {
	const client = folder === ':memory:' ? new BetterSqlite3(':memory:') : openFile(folder);
	try {
		configure(client);
		migrate(client);
	} catch (error) {
		client.close();
		if (error instanceof BetterSqlite3.SqliteError && error.code === 'SQLITE_NOTADB')
			throw new Problem(
				'database-unreadable',
				`${join(folder, 'cairn.sqlite')} is not a database. Move it away, or set CAIRN_DATA to another folder.`
			);
		throw error;
	}
	return drizzle(client) as Database;
}

function openFile(folder: string): BetterSqlite3.Database {
	try {
		mkdirSync(folder, { recursive: true });
		accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
		return new BetterSqlite3(join(folder, 'cairn.sqlite'));
	} catch (error) {
		throw new Problem(
			'folder-unwritable',
			`Cairn cannot write to the folder ${folder} (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}). Give it write permission, or set CAIRN_DATA to another folder.`
		);
	}
}

function configure(client: BetterSqlite3.Database): void {
	const version = client.prepare('select sqlite_version()').pluck().get() as string;
	if (isOlder(version, oldestSqlite)) throw new Error(`SQLite ${version} is older than ${oldestSqlite}`);
	client.pragma('busy_timeout = 5000');
	client.pragma('journal_mode = WAL');
	client.pragma('synchronous = FULL');
	client.pragma('foreign_keys = ON');
}

function isOlder(version: string, than: string): boolean {
	return version.localeCompare(than, 'en', { numeric: true }) < 0;
}
