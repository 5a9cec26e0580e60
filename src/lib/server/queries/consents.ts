/** Reads what is shared of each review for comparison, since when and by whom. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { ResultKind } from '#lib/benchmark/result-kinds.ts';
import type { Actor } from '../access/actor.ts';
import { may } from '../access/may.ts';
import type { ReviewResource } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { consents } from '../db/schema/comparing.ts';
import { reviews } from '../db/schema/reviews.ts';
import { Problem } from '../problems.ts';
import { findPlace } from './partnerships.ts';
import { findReviewResource } from './resources.ts';
import type { World } from './world.ts';

export type Consent = typeof consents.$inferSelect;

/** The consent that stands for a kind of result; undefined where nothing of it is shared. */
export function findConsent(db: Database, review: string, kind: ResultKind): Consent | undefined {
	return db
		.select()
		.from(consents)
		.where(and(eq(consents.reviewId, review), eq(consents.kind, kind), isNull(consents.withdrawnAt)))
		.get();
}

/** Throws a Problem changed-meanwhile when another consent stands than the one that somebody looked at. */
export function refuseUnseen(standing: Consent | undefined, seen: string | undefined): void {
	if (seen !== undefined && seen !== (standing?.id ?? ''))
		throw new Problem(
			'changed-meanwhile',
			'Somebody has changed what is shared in the meantime. Look at it again, then choose.'
		);
}

/** All that was ever consented to of a review, the first of them first. */
export function listConsents(db: Database, review: string): Consent[] {
	return db
		.select()
		.from(consents)
		.where(eq(consents.reviewId, review))
		.orderBy(asc(consents.givenAt), asc(consents.id))
		.all();
}

/** Why nothing of a review is shared for comparison, whoever asks; null where it may be. */
export function whyNotToShare(db: Database, review: string): string | null {
	const row = db.select().from(reviews).where(eq(reviews.id, review)).get();
	if (!row) return null;
	if (row.withdrawnAt) return 'This review was withdrawn, and what is withdrawn is not compared.';
	if (!row.issuedAt) return 'This review is not issued yet. Only what is final is compared.';
	if (findPlace(db, row.partnership)?.example !== row.example)
		return 'This review is shown as an example of how Cairn works. It is not compared with others.';
	return null;
}

/**
 * What `change` asks `may` about. Throws a Problem not-to-share to somebody who leads the partnership of the review
 * where nothing of it can be; everybody else learns no more than that it is not there.
 */
export function findReviewToShare(db: Database, actor: Actor, review: string): ReviewResource | null {
	const resource = findReviewResource(db, review);
	if (!resource || !may(actor, 'consent-to-share', { ...resource, withdrawn: false }).yes) return resource;
	const why = whyNotToShare(db, review);
	if (why) throw new Problem('not-to-share', why);
	return resource;
}

/**
 * Where the trail tells of a choice: to the partnership whose it is, and in the history of the review only where that is
 * its own; who reviews another does not learn there what it shares.
 */
export function choiceToldTo({ id, organisation, underReview }: ReviewResource): {
	organisation: string | null;
	review: string | null;
} {
	return underReview === null ? { organisation, review: id } : { organisation: underReview, review: null };
}

export type StandingConsent = {
	review: string;
	kind: ResultKind;
	named: boolean;
	givenAt: string;
	/** Code of its partnership as it is written in the review. */
	partnership: string;
	/** Last day of its period, YYYY-MM-DD. */
	to: string;
	/** Of the review: another when anything about it was changed. */
	version: number;
};

/** Every consent of a world that stands, of reviews that are issued and not withdrawn, in a fixed order. */
export function listStandingConsents(db: Database, world: World): StandingConsent[] {
	return db
		.select({ consent: consents, review: reviews })
		.from(consents)
		.innerJoin(reviews, eq(reviews.id, consents.reviewId))
		.where(and(isNull(consents.withdrawnAt), eq(reviews.example, world === 'example')))
		.orderBy(asc(consents.reviewId), asc(consents.kind))
		.all()
		.filter(({ review }) => review.issuedAt !== null && review.withdrawnAt === null)
		.map(({ consent, review }) => ({
			review: review.id,
			kind: consent.kind,
			named: consent.named,
			givenAt: consent.givenAt,
			partnership: review.partnership,
			to: review.to,
			version: review.version
		}));
}
