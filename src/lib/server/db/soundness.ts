/** Whether a database is sound: its pages, its foreign keys, its schema number and how many rows each table has. */
import type { Database } from './open.ts';
import { appliedCount, countRows } from './migrate.ts';

export type Soundness = {
	/** What SQLite says is wrong with its pages and indexes; empty when nothing is. */
	faults: string[];
	/** Rows whose parent is not there. */
	orphans: number;
	/** Migrations it has seen. */
	schema: number;
	rows: Record<string, number>;
};

/** `thorough` also compares each index with its table, which takes about as long again. */
export function examineDatabase({ $client }: Database, { thorough }: { thorough: boolean }): Soundness {
	const said = $client.pragma(thorough ? 'integrity_check(20)' : 'quick_check(20)') as Record<
		string,
		string
	>[];
	return {
		faults: said.map((row) => Object.values(row)[0]!).filter((fault) => fault !== 'ok'),
		orphans: ($client.pragma('foreign_key_check') as unknown[]).length,
		schema: appliedCount($client),
		rows: Object.fromEntries(countRows($client))
	};
}

/** What this connection was given at its opening, as SQLite itself says it. */
export function connectionSettings({ $client }: Database) {
	const ask = (pragma: string) => $client.pragma(pragma, { simple: true });
	return {
		journal: ask('journal_mode') as string,
		/** 2 is FULL. */
		synchronous: ask('synchronous') as number,
		foreignKeys: ask('foreign_keys') === 1
	};
}

/** Writes a whole copy, packed tight, to a file that is not there yet; writers go on meanwhile. */
export function copyDatabase({ $client }: Database, to: string): void {
	$client.prepare('vacuum into ?').run(to);
}

/** Writes the log back into the database file, as far as no reader still needs it. */
export function checkpoint({ $client }: Database): void {
	$client.pragma('wal_checkpoint(TRUNCATE)');
}
