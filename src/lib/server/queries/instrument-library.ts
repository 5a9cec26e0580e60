/** The instruments that a source may be given: those that come with Cairn, and those of the same organisation. */
import { and, eq, isNotNull } from 'drizzle-orm';
import type { Instrument } from '#lib/evidence/instrument.ts';
import { referenceOf } from '#lib/frameworks/source.ts';
import type { Database } from '../db/open.ts';
import { sources } from '../db/schema/evidence.ts';
import { reviews } from '../db/schema/reviews.ts';
import { listDocuments } from './documents.ts';
import { shippedInstruments } from './library.ts';

/**
 * In the order of their ids and editions. Of an organisation these are the instruments that sources of its reviews
 * have; of a review without one, its own. Never those of others.
 */
export function listChoosable(
	db: Database,
	reviewId: string
): { shipped: boolean; instrument: Instrument }[] {
	const shipped = new Set(shippedInstruments());
	const own = new Set(ownReferences(db, reviewId));
	return listDocuments(db, 'instrument').flatMap((instrument) => {
		const reference = referenceOf(instrument);
		if (!shipped.has(reference) && !own.has(reference)) return [];
		return [{ shipped: shipped.has(reference), instrument }];
	});
}

/** The instrument of this name, where it may be chosen; undefined for any other. */
export function findChoosable(db: Database, reviewId: string, reference: string): Instrument | undefined {
	return listChoosable(db, reviewId).find(({ instrument }) => referenceOf(instrument) === reference)
		?.instrument;
}

function ownReferences(db: Database, reviewId: string): string[] {
	const review = db
		.select({ organisation: reviews.organisationId })
		.from(reviews)
		.where(eq(reviews.id, reviewId))
		.get();
	const organisation = review?.organisation ?? null;
	return db
		.selectDistinct({ instrument: sources.instrument })
		.from(sources)
		.innerJoin(reviews, eq(reviews.id, sources.reviewId))
		.where(
			and(
				isNotNull(sources.instrument),
				organisation === null ? eq(reviews.id, reviewId) : eq(reviews.organisationId, organisation)
			)
		)
		.all()
		.flatMap(({ instrument }) => instrument ?? []);
}
