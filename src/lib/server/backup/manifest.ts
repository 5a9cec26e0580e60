/**
 * What a backup says of itself: the first file in it. Everything else in the archive is named here with its size and
 * digest. Secrets (the key that signs sessions and seals second factors) are not in a backup: whoever found one
 * could sign in as anybody, and a restored Cairn needs none of them to open the database. docs/running.md says how to
 * keep them apart.
 */
import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { z } from 'zod';
import { databaseName } from '../db/open.ts';

export const manifestName = 'manifest.json';
export const attachmentsName = 'attachments';

/** A name inside the archive, with forward slashes: the database, or a file below the attachments. */
function isOurName(name: string): boolean {
	const segments = name.split('/');
	const plain = segments.every((each) => !['', '.', '..'].includes(each) && !/[\\:\0]/.test(each));
	return plain && (name === databaseName || (segments[0] === attachmentsName && segments.length > 1));
}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const manifestSchema = z.strictObject({
	format: z.literal('cairn-backup'),
	edition: z.literal(1),
	/** Version of the Cairn that wrote it. */
	cairn: z.string(),
	/** Migrations that its database has seen. */
	schema: z.int().nonnegative(),
	/** ISO 8601, UTC. */
	at: z.iso.datetime(),
	rows: z.record(z.string(), z.int().nonnegative()),
	/** The last event; null when there is none. */
	trail: z.strictObject({ id: z.int().positive(), hash: sha256 }).nullable(),
	files: z
		.array(z.strictObject({ name: z.string().refine(isOurName), bytes: z.int().nonnegative(), sha256 }))
		.refine((files) => files.filter(({ name }) => name === databaseName).length === 1)
		.refine((files) => new Set(files.map(({ name }) => name)).size === files.length)
});

export type Manifest = z.infer<typeof manifestSchema>;
export type BackedUpFile = Manifest['files'][number];

export async function describeFile(path: string, name: string): Promise<BackedUpFile> {
	if (!isOurName(name)) throw new Error(`A backup cannot hold a file of the name ${JSON.stringify(name)}`);
	const hash = createHash('sha256');
	for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
	return { name, bytes: statSync(path).size, sha256: hash.digest('hex') };
}
