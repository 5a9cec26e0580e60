/** A full disk, said to people: what they wrote was not stored, nothing was half stored, and what to do. */
import { Problem } from '../problems.ts';

/** Without room a write fails as full, or as a fault of input and output where a log or its index cannot grow. */
const codes = /^(SQLITE_FULL|SQLITE_IOERR_(WRITE|FSYNC|SHMSIZE|SHMMAP|TRUNCATE)|ENOSPC|EDQUOT)$/;

/** The Problem `disk-full` when an error, or what caused it, is a full disk; otherwise null. */
export function asDiskFull(error: unknown): Problem | null {
	for (let each = error; each instanceof Error; each = each.cause)
		if (codes.test((each as NodeJS.ErrnoException).code ?? ''))
			return new Problem(
				'disk-full',
				'The disk of this Cairn is full: this was not stored, and nothing was half stored. Keep your text, tell the person who looks after Cairn, and save again when there is room.'
			);
	return null;
}
