/** Makes and verifies a backup. Standard output gets the name of the file. */
import { basename } from 'node:path';
import { cairn, operator } from '#lib/server/access/actor.ts';
import { backupsFolder } from '#lib/server/backup/kept-backups.ts';
import { makeBackup } from '#lib/server/backup/make-backup.ts';
import { noteBackup } from '#lib/server/commands/note-backup.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { keptFolder } from '#lib/server/project-root.ts';
import { type Command } from './command.ts';

export const command: Command = {
	usage: 'backup [--to DIR] [--scheduled] [--json]',
	summary: 'Writes everything kept to one file, restores it to a scratch place, and verifies it.',
	help: `The file holds a copy of the database, the attachments, and a manifest with the digest of each. It takes its name
only when it was restored and verified; one that fails is kept aside and the command exits with 1. A running server
is not disturbed.

--to         the folder to write to; left out, CAIRN_BACKUPS, or backups in the data folder
--scheduled  said by the server, so that the trail tells who made it

Whoever has the file has everything in it: keep it as you keep the data folder, and on another machine. The secret
file of the data folder is not in it; see docs/running.md.

With --json: {file, bytes, at, cairn, schema, tables, rows, attachments, trail}.`,
	options: { to: { type: 'string' }, scheduled: { type: 'boolean' } },
	positionals: [],
	async run({ options, print, remark, now }) {
		const folder = keptFolder();
		const to = typeof options.to === 'string' ? options.to : backupsFolder(folder);
		const { file, bytes, manifest } = await makeBackup({ folder, to, at: now });
		try {
			const db = openDatabase(folder);
			const actor = options.scheduled ? cairn : operator;
			noteBackup(db, { actor, at: now }, { file: basename(file), bytes });
			db.$client.close();
		} catch (error) {
			remark(`The backup is good, but the trail could not be told of it: ${(error as Error).message}`);
		}
		const { at, schema, trail, rows, files } = manifest;
		const counts = Object.values(rows);
		const total = counts.reduce((sum, each) => sum + each, 0);
		const [tables, attachments] = [counts.length, files.length - 1];
		if (options.json)
			print(
				JSON.stringify({
					file,
					bytes,
					at,
					cairn: manifest.cairn,
					schema,
					tables,
					rows: total,
					attachments,
					trail
				})
			);
		else
			print(
				`${file}\n${total} rows of ${tables} tables and ${attachments} attachments, restored to a scratch place and verified`
			);
	}
};
