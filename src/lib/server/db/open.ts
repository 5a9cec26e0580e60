/** Opens the database of a folder for work: configured, migrated, and after a restore that was cut short, put right. */
import BetterSqlite3 from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { join } from 'node:path';
import { finishSwap, swapPending } from '../backup/swap.ts';
import { Problem } from '../problems.ts';
import { migrationsFolder } from '../project-root.ts';
import { connect } from './connect.ts';
import { asDiskFull } from './disk-full.ts';
import { prepareFolder, unwritable, withoutRoom } from './folder.ts';
import { migrate } from './migrate.ts';
import { withServingLock } from './serving-lock.ts';

export type Database = BetterSQLite3Database & { $client: BetterSqlite3.Database };

export const databaseName = 'cairn.sqlite';

/**
 * Opens (and where needed makes and migrates) the database `cairn.sqlite` in a folder, or one in memory.
 * Throws a Problem when the folder cannot be written, or the database is unreadable or newer than this version.
 */
export function openDatabase(folder: string | ':memory:', migrations: string = migrationsFolder): Database {
	const client = open(folder);
	try {
		migrate(client, migrations);
	} catch (error) {
		client.close();
		throw error;
	}
	return drizzle(client) as Database;
}

/** Opens a database file that is there, without migrating it: to check, copy or fold it together. */
export function openAsItIs(file: string, journal: 'WAL' | 'DELETE' = 'WAL', patience?: number): Database {
	return drizzle(connect(file, { journal, existing: true, patience })) as Database;
}

function open(folder: string | ':memory:'): BetterSqlite3.Database {
	if (folder === ':memory:') return connect(folder);
	prepareFolder(folder);
	if (swapPending(folder)) withServingLock(folder, 'restoring', () => finishSwap(folder));
	try {
		return connect(join(folder, databaseName));
	} catch (error) {
		if (error instanceof BetterSqlite3.SqliteError) throw explained(error, folder);
		throw error;
	}
}

type SqliteError = InstanceType<typeof BetterSqlite3.SqliteError>;

function explained(error: SqliteError, folder: string): Error {
	const file = join(folder, databaseName);
	if (error.code === 'SQLITE_NOTADB')
		return new Problem(
			'database-unreadable',
			`${file} is not a database. Move it away, or set CAIRN_DATA to another folder.`
		);
	if (error.code.startsWith('SQLITE_CORRUPT'))
		return new Problem(
			'database-unreadable',
			`${file} is damaged. Restore a backup with “npm run --silent cairn -- restore FILE”: what is there is kept beside it.`
		);
	if (/^SQLITE_(CANTOPEN|READONLY)/.test(error.code)) return unwritable(folder, error.code);
	return asDiskFull(error) ? withoutRoom(folder) : error;
}
