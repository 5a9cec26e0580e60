/**
 * Keeps where a file that was sent stands on its way to be taken in. It tells the trail nothing: until the file is
 * taken in nothing of it counts, and its beginning and end have their own events.
 */
import { and, eq, inArray, lt } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { stagedImports } from '../db/schema/imports.ts';

type Row = typeof stagedImports.$inferSelect;
export type StagedState = Row['state'];

/** Why a file was refused or stopped, to be shown to who sent it. */
export type StagedProblem = { code: string; message: string; details: readonly string[] };

export type Step = {
	state: StagedState;
	rows?: number;
	/** SHA-256 of the file, in hexadecimal. */
	fileDigest?: string;
	problem?: StagedProblem | null;
};

/** Takes a step, if the file stands in one of the states `from`; says whether it did. */
export function stepStaged(
	db: Database,
	id: string,
	from: readonly StagedState[],
	{ state, rows, fileDigest, problem = null }: Step
): boolean {
	const { changes } = db
		.update(stagedImports)
		.set({
			state,
			problem,
			...(rows === undefined ? {} : { rows }),
			...(fileDigest === undefined ? {} : { fileDigest })
		})
		.where(and(eq(stagedImports.id, id), inArray(stagedImports.state, [...from])))
		.run();
	return changes > 0;
}

/** Forgets those that were begun so long ago that they expired before `at`; returns nothing. */
export function forgetExpired(db: Database, at: string): void {
	db.delete(stagedImports).where(lt(stagedImports.expiresAt, at)).run();
}

/** Forgets one. */
export function forgetStaged(db: Database, id: string): void {
	db.delete(stagedImports).where(eq(stagedImports.id, id)).run();
}
