/**
 * What a partnership has of its own for the period of a release and did not give to it: shown beside the groups to those
 * of its people who see the review, and to nobody else.
 */
import { and, desc, eq, gte, isNotNull, isNull, lte } from 'drizzle-orm';
import { resultKinds } from '#lib/benchmark/result-kinds.ts';
import type { Value } from '#lib/benchmark/value.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { reviews } from '../db/schema/reviews.ts';
import { findPlace } from './partnerships.ts';
import type { OwnValues, PublishedRelease } from './releases.ts';
import { resultsOf } from './review-results.ts';
import { maySee } from './visible-reviews.ts';

export type OwnAlone = { cell: string; review: string; value: Value };

/**
 * Of each kind of result of which the partnership gave nothing at all: the values of its latest issued review that the
 * actor may see and that ended within the release, where the release holds the same cell in the same version.
 */
export function listOwnAlone(
	db: Database,
	actor: Actor,
	{ partnership, values }: OwnValues,
	{ example, from, to, release }: PublishedRelease
): OwnAlone[] {
	const kindOf = new Map(release.cells.map(({ cell }) => [cell.id, cell.kind]));
	const given = new Set(values.map(({ cell }) => kindOf.get(cell)));
	const compared = new Set(release.cells.map(({ cell }) => `${cell.id} ${cell.version}`));
	const missing = resultKinds.filter(
		(kind) => !given.has(kind) && release.cells.some(({ cell }) => cell.kind === kind)
	);
	if (missing.length === 0) return [];
	const own = listOwnReviews(db, { example, from, to }, partnership.code).filter((id) =>
		maySee(db, actor, id)
	);
	return missing.flatMap((kind) => {
		for (const review of own) {
			const found = resultsOf(db, review, kind)
				.filter(({ cell }) => compared.has(`${cell.id} ${cell.version}`))
				.map(({ cell, value }) => ({ cell: cell.id, review, value }));
			if (found.length > 0) return found;
		}
		return [];
	});
}

/** Issued ones of the same world, the latest first. */
function listOwnReviews(
	db: Database,
	{ example, from, to }: Pick<PublishedRelease, 'example' | 'from' | 'to'>,
	code: string
): string[] {
	return db
		.select({ id: reviews.id, partnership: reviews.partnership })
		.from(reviews)
		.where(
			and(
				eq(reviews.example, example),
				isNotNull(reviews.issuedAt),
				isNull(reviews.withdrawnAt),
				gte(reviews.to, from),
				lte(reviews.to, to)
			)
		)
		.orderBy(desc(reviews.to), desc(reviews.id))
		.all()
		.filter(({ partnership }) => findPlace(db, partnership)?.code === code)
		.map(({ id }) => id);
}
