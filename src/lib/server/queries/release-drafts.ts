/** Reads releases in the making: for the administrators who make them. */
import { and, desc, eq } from 'drizzle-orm';
import type { MadeRelease } from '#lib/benchmark/release.ts';
import type { Database } from '../db/open.ts';
import { releaseDrafts } from '../db/schema/comparing.ts';

type Row = typeof releaseDrafts.$inferSelect;
/** Without what came of it. */
export type ReleaseDraft = Omit<Row, 'draft'>;
/** What came of it, with the digest of what it was made from. */
export type KeptRelease = MadeRelease & { inputs: string };

const columns = {
	id: releaseDrafts.id,
	example: releaseDrafts.example,
	title: releaseDrafts.title,
	from: releaseDrafts.from,
	to: releaseDrafts.to,
	others: releaseDrafts.others,
	note: releaseDrafts.note,
	state: releaseDrafts.state,
	done: releaseDrafts.done,
	steps: releaseDrafts.steps,
	at: releaseDrafts.at,
	problem: releaseDrafts.problem,
	release: releaseDrafts.release,
	version: releaseDrafts.version,
	changedBy: releaseDrafts.changedBy,
	changedAt: releaseDrafts.changedAt
} satisfies Record<keyof ReleaseDraft, unknown>;

/** Those of both worlds, what was changed last at the top. */
export function listDrafts(db: Database): ReleaseDraft[] {
	return db.select(columns).from(releaseDrafts).orderBy(desc(releaseDrafts.changedAt)).all();
}

export function findDraft(db: Database, id: string): ReleaseDraft | undefined {
	return db.select(columns).from(releaseDrafts).where(eq(releaseDrafts.id, id)).get();
}

/** The one of a world that is being made just now. */
export function findMaking(db: Database, example: boolean): ReleaseDraft | undefined {
	return db
		.select(columns)
		.from(releaseDrafts)
		.where(and(eq(releaseDrafts.example, example), eq(releaseDrafts.state, 'making')))
		.get();
}

/** Null while nothing came of it. It holds values: only counts of it are shown. */
export function loadKept(db: Database, id: string): KeptRelease | null {
	const row = db
		.select({ draft: releaseDrafts.draft })
		.from(releaseDrafts)
		.where(eq(releaseDrafts.id, id))
		.get();
	return row?.draft ? (JSON.parse(row.draft) as KeptRelease) : null;
}
