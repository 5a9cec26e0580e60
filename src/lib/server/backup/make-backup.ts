/**
 * Makes one backup: a copy of the database, the attachments, and a manifest, in one file. It gets its name only after
 * it was restored to a scratch place and verified; one that fails is kept aside under a name that says so.
 */
import {
	copyFileSync,
	existsSync,
	linkSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { dirname, join } from 'node:path';
import { create } from 'tar';
import { asDiskFull } from '../db/disk-full.ts';
import { databaseName, openAsItIs, type Database } from '../db/open.ts';
import { copyDatabase, examineDatabase } from '../db/soundness.ts';
import { Problem } from '../problems.ts';
import { projectRoot } from '../project-root.ts';
import { trailHead } from '../queries/verify-trail.ts';
import { unpackChecked } from './check-backup.ts';
import { syncFile, syncFolder } from './durable.ts';
import { stampOf } from './kept-backups.ts';
import { attachmentsName, describeFile, manifestName, type BackedUpFile, type Manifest } from './manifest.ts';
import { requireRoom } from './unpack.ts';

export type MadeBackup = { file: string; bytes: number; manifest: Manifest };

/**
 * `folder` is the kept folder, `to` where backups go, `at` the time now. Throws a Problem: nothing-kept, disk-full,
 * folder-unwritable, or backup-failed with where the archive that failed lies.
 */
export async function makeBackup(given: { folder: string; to: string; at: string }): Promise<MadeBackup> {
	const { folder, to, at } = given;
	if (!existsSync(join(folder, databaseName)))
		throw new Problem('nothing-kept', `There is nothing to back up: ${folder} holds no database of Cairn.`);
	const name = prepareName(to, at);
	const scratch = mkdtempSync(join(to, '.making-'));
	try {
		requireRoom(to, 2 * statSync(join(folder, databaseName)).size);
		const manifest = await gather(folder, scratch, at);
		const archive = join(scratch, 'archive.tar.gz');
		await pack(scratch, archive, manifest);
		const restored = join(scratch, 'restored');
		mkdirSync(restored);
		await verify(archive, restored, join(to, `${name}.failed.tar.gz`));
		renameSync(archive, join(to, `${name}.tar.gz`));
		syncFolder(to);
		const file = join(to, `${name}.tar.gz`);
		return { file, bytes: statSync(file).size, manifest };
	} catch (error) {
		const said = asDiskFull(error) ? full(to) : error;
		noteFailure(to, name, said);
		throw said;
	} finally {
		rmSync(scratch, { recursive: true, force: true });
	}
}

/** The folder, without what an earlier backup left that was cut short; and a name that is free in it. */
function prepareName(to: string, at: string): string {
	try {
		mkdirSync(to, { recursive: true, mode: 0o700 });
		for (const left of readdirSync(to))
			if (left.startsWith('.making-') && Date.parse(at) - statSync(join(to, left)).mtimeMs > 86_400_000)
				rmSync(join(to, left), { recursive: true, force: true });
		const first = `cairn-${stampOf(at)}`;
		let name = first;
		for (let count = 2; existsSync(join(to, `${name}.tar.gz`)); count++) name = `${first}-${count}`;
		return name;
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
		throw new Problem('folder-unwritable', `The folder for backups ${to} cannot be written (${code}).`);
	}
}

/** Lays everything that goes into the archive in the scratch folder. */
async function gather(folder: string, scratch: string, at: string): Promise<Manifest> {
	const copy = join(scratch, databaseName);
	withDatabase(join(folder, databaseName), 'WAL', (db) => copyDatabase(db, copy));
	// After the database: whatever it names is there by now.
	const names = keepAttachments(folder, scratch);
	const files: BackedUpFile[] = [];
	for (const name of [databaseName, ...names]) files.push(await describeFile(join(scratch, name), name));
	const manifest: Manifest = {
		format: 'cairn-backup',
		edition: 1,
		cairn: ownVersion(),
		at,
		files,
		...withDatabase(copy, 'DELETE', (db) => {
			const { schema, rows } = examineDatabase(db, { thorough: false });
			return { schema, rows, trail: trailHead(db) };
		})
	};
	writeFileSync(join(scratch, manifestName), JSON.stringify(manifest, null, '\t'));
	return manifest;
}

function withDatabase<Result>(
	file: string,
	journal: 'WAL' | 'DELETE',
	work: (db: Database) => Result
): Result {
	const db = openAsItIs(file, journal);
	try {
		return work(db);
	} finally {
		db.$client.close();
	}
}

/** Attachments never change once written: a second name for the file will do, or a copy on another disk. */
function keepAttachments(folder: string, scratch: string): string[] {
	const kept = join(folder, attachmentsName);
	if (!existsSync(kept)) return [];
	const found = readdirSync(kept, { recursive: true, withFileTypes: true });
	return found
		.filter((entry) => entry.isFile())
		.map((entry) => {
			const path = join(entry.parentPath, entry.name);
			const name = path.slice(folder.length + 1).replaceAll('\\', '/');
			mkdirSync(dirname(join(scratch, name)), { recursive: true });
			try {
				linkSync(path, join(scratch, name));
			} catch {
				copyFileSync(path, join(scratch, name));
			}
			return name;
		})
		.sort();
}

async function pack(scratch: string, archive: string, { files }: Manifest): Promise<void> {
	const names = [manifestName, ...files.map(({ name }) => name)];
	await create({ gzip: true, file: archive, cwd: scratch, portable: true, strict: true, mode: 0o600 }, names);
	syncFile(archive);
}

async function verify(archive: string, restored: string, aside: string): Promise<void> {
	try {
		await unpackChecked(archive, restored);
	} catch (error) {
		if (asDiskFull(error) || (error as Problem).code === 'disk-full') throw error;
		renameSync(archive, aside);
		const { message, details = [] } = error as Problem;
		throw new Problem(
			'backup-failed',
			`The backup was written, but restoring it to a scratch place failed, so it does not count as one. It is kept as ${aside}. Run “npm run --silent cairn -- doctor”.`,
			[message, ...details]
		);
	}
}

const full = (to: string) =>
	new Problem(
		'disk-full',
		`There is too little room on the disk of ${to} for a backup. Make room, then try again.`
	);

/** Left beside the backups for the doctor; where even that cannot be written, the age of the newest one tells. */
function noteFailure(to: string, name: string, error: unknown): void {
	try {
		writeFileSync(
			join(to, `${name}.failed.txt`),
			`${error instanceof Error ? error.message : String(error)}\n`
		);
	} catch {
		// Nothing more can be done.
	}
}

function ownVersion(): string {
	return (JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string }).version;
}
