/** Tells the trail that a backup was made and verified: by the command line, or by the server on its schedule. */
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

/** `file` is the name of the file in its folder. */
export function noteBackup(db: Database, by: By, made: { file: string; bytes: number }): void {
	change(db, by, { action: 'look-after-installation', of: () => installation }, (note) =>
		note({ verb: 'backup-made', subject: made.file, facts: { bytes: made.bytes } })
	);
}
