/** Tells the trail of a restored database, inside it, that it was restored. */
import { operator } from '../access/actor.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { change } from './change.ts';

/** `made` is when the backup was made, `schema` the one it was made under; `at` the time now. */
export function noteRestore(db: Database, backup: { made: string; schema: number }, at: string): void {
	change(db, { actor: operator, at }, { action: 'look-after-installation', of: () => installation }, (note) =>
		note({ verb: 'backup-restored', facts: backup })
	);
}
