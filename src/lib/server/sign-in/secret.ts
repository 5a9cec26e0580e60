/**
 * The secret of an installation: it signs the cookies of sessions and encrypts second factors. Made at the first start
 * and kept beside the database, for this account alone, or given as CAIRN_SECRET.
 */
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../problems.ts';

/** Kept in the folder of the database. Who restores elsewhere takes it along, or second factors are set up anew. */
export const secretName = 'secret';

const shortest = 32;
const known = new Map<string, string>();

/** The secret of the Cairn that keeps its things in `folder`. Throws a Problem when it is too short or unreadable. */
export function secretOf(folder: string, environment: NodeJS.ProcessEnv = process.env): string {
	const given = environment.CAIRN_SECRET;
	if (given) return checked(given, 'CAIRN_SECRET');
	const file = join(folder, secretName);
	const secret = known.get(file) ?? checked(read(file) ?? make(folder, file), file);
	known.set(file, secret);
	return secret;
}

function read(file: string): string | null {
	try {
		return readFileSync(file, 'utf8').trim();
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw new Problem('folder-unwritable', `Cairn cannot read ${file}. Give its own account the right to.`);
	}
}

/** Written whole before it gets its name, so that two processes that start at once end up with the same one. */
function make(folder: string, file: string): string {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const draft = `${file}-${process.pid}-${randomBytes(4).toString('hex')}`;
	writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
	try {
		linkSync(draft, file);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	} finally {
		rmSync(draft, { force: true });
	}
	return readFileSync(file, 'utf8').trim();
}

function checked(secret: string, where: string): string {
	if (secret.length >= shortest) return secret;
	throw new Problem(
		'secret-too-short',
		`The secret in ${where} is shorter than ${shortest} characters. Take one that was drawn at random, for example with “openssl rand -base64 32”.`
	);
}
