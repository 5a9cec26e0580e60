/**
 * The code of the first set-up: drawn anew at each start, printed where only who runs the machine reads it, and good
 * until there is somebody. 80 bits: no guessing finds it.
 */
import { timingSafeEqual, createHash } from 'node:crypto';
import type { Database } from '../db/open.ts';
import { isUnclaimed } from '../queries/actors.ts';
import { draw } from './recovery-codes.ts';

let code: string | null = null;

/** The line that the server prints at its start while nobody has an account; null when somebody has. */
export function offerSetUp(db: Database, origin: string): string | null {
	if (!isUnclaimed(db)) return null;
	code = Array.from({ length: 4 }, () => draw(4)).join('-');
	return `To set up this Cairn, open ${origin}/set-up and give the code ${code}`;
}

/** However it is typed: case, spaces and dashes do not count. Compared in constant time. */
export function isSetUpCode(written: string): boolean {
	if (code === null) return false;
	return timingSafeEqual(digest(written), digest(code));
}

/** After use it opens nothing. */
export function closeSetUp(): void {
	code = null;
}

const digest = (text: string) =>
	createHash('sha256')
		.update(text.toLowerCase().replace(/[^a-z0-9]/g, ''))
		.digest();
