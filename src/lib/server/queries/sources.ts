/** Reads evidence sources, how each was drawn, and what was said in them. Records and answers: answers.ts. */
import { and, asc, count, eq } from 'drizzle-orm';
import type { Passage, Source } from '#lib/evidence/source.ts';
import type { Database } from '../db/open.ts';
import { passages, records, samples, sources } from '../db/schema/evidence.ts';
import { notFound } from '../problems.ts';

/** A source without its records: `key` is its key in the database, `recordCount` how many records it has. */
export type SourceSummary = Omit<Source, 'records'> & { key: number; recordCount: number };

type Row = { sources: typeof sources.$inferSelect; samples: typeof samples.$inferSelect };

function select(db: Database) {
	return db.select().from(sources).innerJoin(samples, eq(samples.sourceId, sources.id)).$dynamic();
}

function toSource(db: Database, { sources: row, samples: sample }: Row): SourceSummary {
	return {
		key: row.id,
		id: row.slug,
		kind: row.kind,
		title: row.title,
		instrument: row.instrument,
		sample: {
			design: sample.design,
			frameSize: sample.frameSize,
			asked: sample.asked,
			strata: sample.strata,
			howDrawn: sample.howDrawn
		},
		from: row.from,
		to: row.to,
		owner: row.owner,
		heardFrom: row.heardFrom,
		peopleMet: row.peopleMet,
		...(row.note === null ? {} : { note: row.note }),
		published: row.published,
		passages: listPassages(db, row.id),
		recordCount: countRecords(db, row.id)
	};
}

function listPassages(db: Database, key: number): Passage[] {
	return db
		.select({ id: passages.slug, text: passages.text, elements: passages.elements })
		.from(passages)
		.where(eq(passages.sourceId, key))
		.orderBy(asc(passages.position))
		.all();
}

function countRecords(db: Database, key: number): number {
	return db.select({ rows: count() }).from(records).where(eq(records.sourceId, key)).get()!.rows;
}

/** The sources of a review in its order. */
export function listSources(db: Database, reviewId: string): SourceSummary[] {
	return select(db)
		.where(eq(sources.reviewId, reviewId))
		.orderBy(asc(sources.position))
		.all()
		.map((row) => toSource(db, row));
}

/** Throws a not-found Problem that lists the sources there are. */
export function findSource(db: Database, reviewId: string, id: string): SourceSummary {
	const row = select(db)
		.where(and(eq(sources.reviewId, reviewId), eq(sources.slug, id)))
		.get();
	if (row) return toSource(db, row);
	throw notFound(
		`source in review ${reviewId}`,
		id,
		listSources(db, reviewId).map((source) => source.id)
	);
}
