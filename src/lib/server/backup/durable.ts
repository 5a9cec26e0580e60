/** Waits until a file, or the names in a folder, are on the disk and not only on their way to it. */
import { closeSync, fsyncSync, openSync } from 'node:fs';

export function syncFile(file: string): void {
	const handle = openSync(file, 'r+');
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}

/** Windows has no such thing for folders, and needs none. */
export function syncFolder(folder: string): void {
	if (process.platform === 'win32') return;
	const handle = openSync(folder, 'r');
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}
