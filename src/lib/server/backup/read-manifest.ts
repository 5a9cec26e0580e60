/** Reads what a backup says of itself, and nothing else of it. */
import { tmpdir } from 'node:os';
import type { Manifest } from './manifest.ts';
import { unpackBackup } from './unpack.ts';

/** Ends the reading once the manifest is known: it is the first file in the archive. */
class Known extends Error {
	readonly manifest: Manifest;
	constructor(manifest: Manifest) {
		super('The manifest is known');
		this.manifest = manifest;
	}
}

/** Throws a Problem when the file cannot be read or is not a backup of Cairn. Nothing is unpacked. */
export async function readManifest(file: string): Promise<Manifest> {
	try {
		return await unpackBackup(file, tmpdir(), (manifest) => {
			throw new Known(manifest);
		});
	} catch (error) {
		if (error instanceof Known) return error.manifest;
		throw error;
	}
}
