/**
 * The one place that opens a database file. Settings that SQLite forgets on closing are given on every open: FULL so
 * that an acknowledged change survives a power cut, foreign keys so that no row is left without its parent.
 */
import BetterSqlite3 from 'better-sqlite3';

/** Earlier versions can lose a commit when a checkpoint and a write meet in WAL mode. */
const oldestSqlite = '3.51.3';

export type Connecting = {
	/** WAL for what is worked on; DELETE leaves a single file when it is closed; MEMORY leaves nothing on the disk. */
	journal?: 'WAL' | 'DELETE' | 'MEMORY';
	/** The file must be there already. */
	existing?: boolean;
	/** Milliseconds to wait for another process that writes. */
	patience?: number;
};

/** Opens a database file, or one `:memory:`. Throws SQLite's own errors. */
export function connect(
	file: string,
	{ journal = 'WAL', existing = false, patience = 5000 }: Connecting = {}
): BetterSqlite3.Database {
	const client = new BetterSqlite3(file, { timeout: patience, fileMustExist: existing });
	try {
		const version = client.prepare('select sqlite_version()').pluck().get() as string;
		if (isOlder(version, oldestSqlite)) throw new Error(`SQLite ${version} is older than ${oldestSqlite}`);
		client.pragma(`journal_mode = ${journal}`);
		client.pragma('synchronous = FULL');
		client.pragma('foreign_keys = ON');
		return client;
	} catch (error) {
		client.close();
		throw error;
	}
}

function isOlder(version: string, than: string): boolean {
	return version.localeCompare(than, 'en', { numeric: true }) < 0;
}
