/** Reads a source as it is edited, withdrawn or not, and those of a review that were withdrawn. */
import { and, asc, count, eq, isNotNull } from 'drizzle-orm';
import type { Source } from '#lib/evidence/source.ts';
import type { Kept } from '#lib/pages/save-answer.ts';
import { dayAndTime } from '#lib/pages/times.ts';
import { sourceKindNames } from '#lib/reports/review-words.ts';
import { heardText, type SourceTexts } from '../commands/source-texts.ts';
import type { Database } from '../db/open.ts';
import { answers, records, samples, sources, writtenAnswers } from '../db/schema/evidence.ts';
import { collectedResponses, collections } from '../db/schema/collecting.ts';
import { eventTexts, events } from '../db/schema/trail.ts';
import { notFound } from '../problems.ts';
import { authorName } from './authors.ts';
import { whyClosed } from './closed.ts';

export type SourceRow = typeof sources.$inferSelect;
export type SampleRow = typeof samples.$inferSelect;

/** Throws a not-found Problem. */
export function findSourceRow(
	db: Database,
	reviewId: string,
	slug: string
): { row: SourceRow; sample: SampleRow } {
	const found = db
		.select()
		.from(sources)
		.innerJoin(samples, eq(samples.sourceId, sources.id))
		.where(and(eq(sources.reviewId, reviewId), eq(sources.slug, slug)))
		.get();
	if (found) return { row: found.sources, sample: found.samples };
	throw notFound(`source in review ${reviewId}`, slug);
}

const written = (number: number | null) => (number === null ? '' : String(number));

export function keptSource(db: Database, row: SourceRow, sample: SampleRow): Kept & { texts: SourceTexts } {
	return {
		texts: {
			title: row.title,
			heardFrom: row.heardFrom,
			peopleMet: written(row.peopleMet),
			heard: heardText(row.heard),
			design: sample.design,
			frameSize: written(sample.frameSize),
			asked: written(sample.asked),
			howDrawn: sample.howDrawn,
			from: row.from ?? '',
			to: row.to ?? '',
			owner: row.owner,
			note: row.note ?? ''
		},
		version: row.version,
		by: authorName(db, row.changedBy),
		at: row.changedAt
	};
}

/** Why a source cannot be changed just now, in a sentence: it was withdrawn, or its review is closed. */
export function whySourceClosed(db: Database, row: SourceRow): string | null {
	const closed = whyClosed(db, row.reviewId);
	if (closed || !row.withdrawnAt) return closed;
	return `${authorName(db, row.changedBy)} withdrew this source at ${dayAndTime(row.withdrawnAt)}.`;
}

/** Whether anybody answered its questions, or is about to: then it keeps them. */
export function hasAnswers(db: Database, key: number): boolean {
	const answered = db.select().from(answers).where(eq(answers.sourceId, key)).limit(1).get();
	const wrote = db.select().from(writtenAnswers).where(eq(writtenAnswers.sourceId, key)).limit(1).get();
	const answering = db
		.select({ id: collectedResponses.id })
		.from(collectedResponses)
		.innerJoin(collections, eq(collections.id, collectedResponses.collectionId))
		.where(eq(collections.sourceId, key))
		.limit(1)
		.get();
	return [answered, wrote, answering].some((found) => found !== undefined);
}

export function countSourceRecords(db: Database, key: number): number {
	return db.select({ rows: count() }).from(records).where(eq(records.sourceId, key)).get()!.rows;
}

export type SourceEditor = {
	kind: Source['kind'];
	kept: Kept;
	withdrawn: boolean;
	/** Why nothing in the review can be changed; null while it can. */
	closed: string | null;
	/** Cairn drew the sample, so that how it was drawn is said by the draw. */
	drawn: boolean;
};

/** Throws a not-found Problem. */
export function loadSourceEditor(db: Database, reviewId: string, slug: string): SourceEditor {
	const { row, sample } = findSourceRow(db, reviewId, slug);
	return {
		kind: row.kind,
		kept: keptSource(db, row, sample),
		withdrawn: row.withdrawnAt !== null,
		closed: whyClosed(db, reviewId),
		drawn: sample.drawn !== null
	};
}

export type WithdrawnSource = { id: string; title: string; kind: string; when: string; why: string };

/** In the order in which they stood. */
export function listWithdrawnSources(db: Database, reviewId: string): WithdrawnSource[] {
	return db
		.select()
		.from(sources)
		.where(and(eq(sources.reviewId, reviewId), isNotNull(sources.withdrawnAt)))
		.orderBy(asc(sources.position))
		.all()
		.map((row) => ({
			id: row.slug,
			title: row.title,
			kind: sourceKindNames[row.kind],
			when: `${dayAndTime(row.withdrawnAt!)}, by ${authorName(db, row.changedBy)}`,
			why: whyWithdrawn(db, row)
		}));
}

/** The reason stands in the trail; one that was erased there is gone. */
function whyWithdrawn(db: Database, row: SourceRow): string {
	const told = db
		.select({ reason: eventTexts.reason })
		.from(events)
		.innerJoin(eventTexts, eq(eventTexts.event, events.id))
		.where(
			and(
				eq(events.review, row.reviewId),
				eq(events.subject, row.slug),
				eq(events.verb, 'source-withdrawn'),
				eq(events.at, row.withdrawnAt!)
			)
		)
		.get();
	return told?.reason ?? '';
}
