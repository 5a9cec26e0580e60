/** Reads surveys that are answered by link: for who leads the review, and for whoever holds a link. */
import { and, asc, count, eq, gt, isNotNull } from 'drizzle-orm';
import type { Instrument } from '#lib/evidence/instrument.ts';
import type { SurveyAnswers } from '#lib/pages/survey-page.ts';
import type { CollectionResource } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { collectedResponses, collectionLinks, collections } from '../db/schema/collecting.ts';
import { sources } from '../db/schema/evidence.ts';
import { Problem } from '../problems.ts';
import { digestOf } from '../secret-link.ts';
import { findDocument } from './documents.ts';
import { findReviewResource } from './resources.ts';
import { findSource, type SourceSummary } from './sources.ts';

export type Collection = typeof collections.$inferSelect;

/** A link that was followed, and what it leads to. */
export type FollowedLink = {
	collection: Collection;
	/** Digest of the link where it is for one person; null for the one link for all. */
	link: string | null;
	/** Whether a link for one person has done its work. */
	used: boolean;
	review: string;
	source: SourceSummary;
	instrument: Instrument;
	/** Whether answers are taken: it is neither closed nor past its day, and its review is open. */
	resource: CollectionResource;
};

/** `at`: ISO 8601. Throws a Problem link-over for a link that leads nowhere. */
export function followLink(db: Database, token: string, at: string): FollowedLink {
	const found = findByToken(db, token);
	if (!found) throw nowhere();
	const { collection, link, used } = found;
	const row = db
		.select({ review: sources.reviewId, slug: sources.slug })
		.from(sources)
		.where(eq(sources.id, collection.sourceId))
		.get()!;
	const review = findReviewResource(db, row.review)!;
	const source = findSource(db, row.review, row.slug);
	if (source.instrument === null || review.withdrawn) throw nowhere();
	const open =
		collection.closedAt === null && collection.closesAt > at && !review.issued && !review.withdrawn;
	return {
		collection,
		link,
		used,
		review: row.review,
		source,
		instrument: findDocument(db, 'instrument', source.instrument),
		resource: { kind: 'collection', review, open }
	};
}

const nowhere = () =>
	new Problem('link-over', 'This link leads to no survey. Ask whoever gave it to you for a new one.');

function findByToken(
	db: Database,
	token: string
): { collection: Collection; link: string | null; used: boolean } | null {
	const one = db.select().from(collections).where(eq(collections.token, token)).get();
	if (one) return { collection: one, link: null, used: false };
	const link = digestOf(token);
	const single = db
		.select({ collection: collections, usedAt: collectionLinks.usedAt })
		.from(collectionLinks)
		.innerJoin(collections, eq(collections.id, collectionLinks.collectionId))
		.where(eq(collectionLinks.tokenDigest, link))
		.get();
	return single ? { collection: single.collection, link, used: single.usedAt !== null } : null;
}

/** Stands in the address of whoever came by a link of their own: the link itself brings them back. */
export const ownResponse = 'my-answers';

export type Response = { id: string; answers: SurveyAnswers; sentAt: string | null; version: number };

/** The response that an address names; null where there is none. `named`: the last part of the address. */
export function findResponse(
	db: Database,
	{ collection, link }: Pick<FollowedLink, 'collection' | 'link'>,
	named: string
): Response | null {
	const { id, answers, sentAt, version, collectionId, linkDigest, resumeDigest } = collectedResponses;
	const which = link === null ? eq(resumeDigest, digestOf(named)) : eq(linkDigest, link);
	if (link !== null && named !== ownResponse) return null;
	return (
		db
			.select({ id, answers, sentAt, version })
			.from(collectedResponses)
			.where(and(eq(collectionId, collection.id), which))
			.get() ?? null
	);
}

/** How many responses were begun after a time, ISO 8601. */
export function countStarted(db: Database, collection: string, after: string): number {
	const { collectionId, startedAt } = collectedResponses;
	return db
		.select({ rows: count() })
		.from(collectedResponses)
		.where(and(eq(collectionId, collection), gt(startedAt, after)))
		.get()!.rows;
}

export type CollectionLine = {
	id: string;
	mode: Collection['mode'];
	token: string | null;
	introduction: string;
	closesAt: string;
	closedAt: string | null;
	/** Links for one person each; 0 for one link for all. */
	links: number;
	begun: number;
	sent: number;
};

/** In the order in which they were opened. */
export function listCollections(db: Database, key: number): CollectionLine[] {
	const rows = db
		.select()
		.from(collections)
		.where(eq(collections.sourceId, key))
		.orderBy(asc(collections.changedAt), asc(collections.id))
		.all();
	return rows.map(({ id, mode, token, introduction, closesAt, closedAt }) => ({
		id,
		mode,
		token,
		introduction,
		closesAt,
		closedAt,
		links: db
			.select({ rows: count() })
			.from(collectionLinks)
			.where(eq(collectionLinks.collectionId, id))
			.get()!.rows,
		begun: countStarted(db, id, ''),
		sent: db
			.select({ rows: count() })
			.from(collectedResponses)
			.where(and(eq(collectedResponses.collectionId, id), isNotNull(collectedResponses.sentAt)))
			.get()!.rows
	}));
}
