/** Restores a backup to a scratch place and examines what came out, as `cairn restore` would. */
import { join } from 'node:path';
import { databaseName, openAsItIs, type Database } from '../db/open.ts';
import { knownSchema } from '../db/migrate.ts';
import { examineDatabase } from '../db/soundness.ts';
import { Problem } from '../problems.ts';
import { trailHead, verifyTrail } from '../queries/verify-trail.ts';
import type { Manifest } from './manifest.ts';
import { unpackBackup } from './unpack.ts';

/**
 * Unpacks `file` into the empty folder `into` and checks all of it: digests, the database's pages and keys, rows of
 * every table, the trail from its first event to its last. Throws a Problem in one sentence.
 */
export async function unpackChecked(file: string, into: string): Promise<Manifest> {
	const manifest = await unpackBackup(file, into, (each) => refuseNewer(file, each.schema));
	const faults = findFaults(join(into, databaseName), manifest);
	if (faults.length > 0)
		throw new Problem('backup-altered', `${file} does not hold what it says. Use another backup.`, faults);
	return manifest;
}

function refuseNewer(file: string, schema: number): void {
	const known = knownSchema();
	if (schema > known)
		throw new Problem(
			'backup-too-new',
			`${file} was made by a newer Cairn (schema ${schema}; this one knows ${known}). Update Cairn, then restore it. Nothing was changed.`
		);
}

function findFaults(file: string, { schema, rows, trail }: Manifest): string[] {
	let db: Database | undefined;
	try {
		db = openAsItIs(file, 'DELETE');
		const found = examineDatabase(db, { thorough: true });
		const head = trailHead(db);
		const tables = [...new Set([...Object.keys(rows), ...Object.keys(found.rows)])];
		return [
			...found.faults.map((fault) => `The database: ${fault}.`),
			...(found.orphans > 0 ? [`${found.orphans} rows have lost what they belong to.`] : []),
			...(found.schema === schema ? [] : [`The schema is ${found.schema}, not ${schema}.`]),
			...tables
				.filter((table) => rows[table] !== found.rows[table])
				.map((table) => `${table} has ${found.rows[table] ?? 'no'} rows, not ${rows[table] ?? 'none'}.`),
			...(head?.id === trail?.id && head?.hash === trail?.hash ? [] : ['The trail ends at another event.']),
			...verifyTrail(db).faults
		];
	} catch (error) {
		return [`The database cannot be read: ${(error as Error).message}.`];
	} finally {
		db?.$client.close();
	}
}
