/** Restores a backup in the place of what is there, which is kept beside it. */
import { restoreBackup } from '#lib/server/backup/restore-backup.ts';
import { keptFolder } from '#lib/server/project-root.ts';
import type { Command } from './command.ts';

export const command: Command = {
	usage: 'restore <backup.tar.gz> [--json]',
	summary: 'Puts a backup in the place of what is kept, after verifying all of it.',
	help: `Stop the server first. The backup is unpacked and verified beside what is there before anything is changed; one that
is cut off, altered, or made by a newer Cairn is refused. What was there is moved into the data folder's
replaced-<time>; remove it when you no longer need it. A restore that is ended half way leaves the old or the new
database; the next start finishes it.

With --json: {file, made, cairn, schema, rows, replaced}.`,
	options: {},
	positionals: ['<backup.tar.gz>'],
	async run({ options, positionals: [file], print, now }) {
		const folder = keptFolder();
		const { manifest, replaced } = await restoreBackup({ file: file!, folder, at: now });
		const rows = Object.values(manifest.rows).reduce((sum, each) => sum + each, 0);
		const { at: made, cairn, schema } = manifest;
		if (options.json) print(JSON.stringify({ file, made, cairn, schema, rows, replaced }));
		else
			print(
				[
					`Restored the backup of ${made}: ${rows} rows.`,
					...(replaced ? [`What was there before lies in ${replaced}.`] : []),
					'Start Cairn again.'
				].join('\n')
			);
	}
};
