/** The rule on keeping, what it would erase, and what it has erased. */
import { and, asc, desc, eq, gt, isNotNull, lte } from 'drizzle-orm';
import { dueAt, erasedNotice } from '#lib/pages/retention-words.ts';
import type { Database } from '../db/open.ts';
import { organisations } from '../db/schema/organisations.ts';
import { reviews } from '../db/schema/reviews.ts';
import { events } from '../db/schema/trail.ts';
import { findSetting } from './settings.ts';

export type RetentionRule = {
	/** Years after issue; null: nothing is erased by itself. */
	years: number | null;
	/** Number of the event that set it; 0 when it was never set. */
	version: number;
	/** Id of the person who set it, or the kind of another actor. */
	changedBy: string | null;
	changedAt: string | null;
};

export const retentionSetting = 'retention-years';

export function findRetentionRule(db: Database): RetentionRule {
	const years = findSetting(db, retentionSetting);
	const last = db
		.select()
		.from(events)
		.where(and(eq(events.verb, 'setting-changed'), eq(events.subject, retentionSetting)))
		.orderBy(desc(events.id))
		.get();
	return {
		years: typeof years === 'number' ? years : null,
		version: last?.id ?? 0,
		changedBy: last ? (last.person ?? last.actor) : null,
		changedAt: last?.at ?? null
	};
}

/** How much of a review the rule erases. Answers count those that were written apart. */
export type Erasable = {
	records: number;
	answers: number;
	writtenAnswers: number;
	passages: number;
	notes: number;
	attachments: number;
	/** Who was given which record to read. */
	givenRecords: number;
	/** Who read which record when, their remarks, and how differences between them were settled. */
	readings: number;
	comments: number;
	adjudications: number;
	/** The references that the sample was drawn from. */
	frameEntries: number;
	/** Files and answers on their way. */
	stagedImports: number;
	responses: number;
	/** Texts before and after changes, and reasons, in its history. */
	texts: number;
};

const ofSources = 'source_id in (select id from sources where review_id = ?)';

/** What is erased of each table; `?` is the review. The order leaves no row without its parent. */
export const erased: Record<keyof Erasable, string> = {
	givenRecords: `given_records where ${ofSources}`,
	writtenAnswers: `written_answers where ${ofSources}`,
	answers: `answers where ${ofSources}`,
	records: `records where ${ofSources}`,
	passages: `passages where ${ofSources}`,
	notes: `notes where ${ofSources}`,
	attachments: 'attachments where review_id = ?',
	readings: `readings where ${ofSources}`,
	comments: `reading_comments where ${ofSources}`,
	adjudications: `adjudications where ${ofSources}`,
	frameEntries: `frame_entries where ${ofSources}`,
	stagedImports: `staged_imports where ${ofSources}`,
	responses: `collected_responses where collection_id in (select id from collections where ${ofSources})`,
	texts: 'event_texts where event in (select id from events where review = ?)'
};

export function countErasable(db: Database, review: string): Erasable {
	const counts = Object.entries(erased).map(([name, rows]) => [
		name,
		db.$client.prepare(`select count(*) from ${rows}`).pluck().get(review)
	]);
	return Object.fromEntries(counts) as Erasable;
}

export type ReviewDue = { review: string; organisation: string | null; issuedAt: string; dueAt: string };
export type ReviewToErase = ReviewDue & { erases: Erasable };

export type ErasurePlan = {
	/** Those of which there is something left to erase, the longest due first. */
	due: ReviewToErase[];
	/** Those that become due, the next first. */
	later: ReviewDue[];
};

/** What a rule of so many years erases at a time (ISO 8601). The worked example holds nobody's records and stays. */
export function planErasures(db: Database, years: number | null, at: string): ErasurePlan {
	if (years === null) return { due: [], later: [] };
	const issued = db
		.select({ review: reviews.id, organisation: organisations.name, issuedAt: reviews.issuedAt })
		.from(reviews)
		.leftJoin(organisations, eq(organisations.id, reviews.organisationId))
		.where(and(isNotNull(reviews.issuedAt), eq(reviews.example, false)))
		.orderBy(asc(reviews.issuedAt), asc(reviews.id))
		.all()
		.map((row): ReviewDue => ({ ...row, issuedAt: row.issuedAt!, dueAt: dueAt(row.issuedAt!, years) }));
	const now = Date.parse(at);
	const isDue = (each: ReviewDue) => Date.parse(each.dueAt) <= now;
	return {
		due: issued
			.filter(isDue)
			.map((each) => ({ ...each, erases: countErasable(db, each.review) }))
			.filter(({ erases }) => Object.values(erases).some((count) => count > 0)),
		later: issued.filter((each) => !isDue(each))
	};
}

/** When the records of a review were erased, ISO 8601; null while they are kept. */
export function findErasedAt(db: Database, review: string): string | null {
	return erasedTimes(db).get(review) ?? null;
}

/** Up to which event each open database was looked through, and the first erasure of each review until then. */
const looked = new WeakMap<Database, { to: number; times: ReadonlyMap<string, string> }>();

/** Every page of a review asks for this: only the events since the last time are looked at. */
function erasedTimes(db: Database): ReadonlyMap<string, string> {
	const { to, times } = looked.get(db) ?? { to: 0, times: new Map<string, string>() };
	const last = (db.$client.prepare('select max(id) from events').pluck().get() as number | null) ?? 0;
	if (last === to) return times;
	const since = db
		.select({ review: events.review, at: events.at })
		.from(events)
		.where(and(gt(events.id, to), lte(events.id, last), eq(events.verb, 'review-erased')))
		.orderBy(desc(events.id))
		.all();
	const found = new Map([...since.map(({ review, at }) => [review ?? '', at] as const), ...times]);
	// What is not committed yet may be rolled back, and its numbers given to others.
	if (!db.$client.inTransaction) looked.set(db, { to: last, times: found });
	return found;
}

/** What every page of a review says once its records were erased; null while they are kept. */
export function findErasedNotice(db: Database, review: string): string | null {
	const at = findErasedAt(db, review);
	return at && erasedNotice(at);
}
