/** Makes what was erased unreadable in the files themselves, not only for those who ask the database. */
import type { Database } from './open.ts';

/** Whatever is deleted on this connection from now on is overwritten with zeros in its page. */
export function overwriteDeleted({ $client }: Database): void {
	$client.pragma('secure_delete = ON');
}

/**
 * Writes the whole database anew without its free pages, then empties the log, in which older pages still lie. Returns
 * false when a reader holds the log open: it is emptied later, when the database is closed or swept again.
 */
export function sweepTraces({ $client }: Database): boolean {
	$client.exec('vacuum');
	const [{ busy }] = $client.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }];
	return busy === 0;
}
