/**
 * What a restored database needs before it takes its place: its trail tells of the restore, and nobody is signed in. A
 * session that was ended since the backup was made would be good again otherwise.
 */
import { operator } from '../access/actor.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { sessions } from '../db/schema/people.ts';
import { change } from './change.ts';

/** `made` is when the backup was made, `schema` the one it was made under; `at` the time now. */
export function noteRestore(db: Database, backup: { made: string; schema: number }, at: string): void {
	change(
		db,
		{ actor: operator, at },
		{ action: 'look-after-installation', of: () => installation },
		(note) => {
			const { changes } = db.delete(sessions).run();
			note({ verb: 'backup-restored', facts: { ...backup, sessions: changes } });
		}
	);
}
