/** Tells the trail that somebody asks for a backup; that it was made is told when it is. */
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

/** Throws a Problem not-found for whoever may not. */
export function askForBackup(db: Database, by: By): void {
	change(db, by, { action: 'look-after-installation', of: () => installation }, (note) =>
		note({ verb: 'backup-asked' })
	);
}
