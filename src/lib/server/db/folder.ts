/** The folder that everything is kept in: made when it is missing, for this account alone, or refused in a sentence. */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { Problem } from '../problems.ts';

/** What is kept is about people, so who makes it closes it to others. Throws a Problem folder-unwritable. */
export function prepareFolder(folder: string): void {
	try {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
	} catch (error) {
		throw unwritable(folder, (error as NodeJS.ErrnoException).code);
	}
}

export const unwritable = (folder: string, reason = 'unknown reason') =>
	new Problem(
		'folder-unwritable',
		`Cairn cannot write to the folder ${folder} (${reason}). Give it write permission, or set CAIRN_DATA to another folder.`
	);

/** For opening: nobody has written anything yet, and SQLite needs some room even to read. */
export const withoutRoom = (folder: string) =>
	new Problem(
		'disk-full',
		`The disk that holds ${folder} is full, and Cairn cannot open its database there. Make room, then try again.`
	);
