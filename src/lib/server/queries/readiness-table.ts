/** What the table of a self-evaluation shows: every component, what changed, and what was given to whoever looks. */
import { and, eq, gt, ne } from 'drizzle-orm';
import type { Readiness } from '#lib/judgement/readiness.ts';
import { filtersIn, type ReadinessSteps, type ReadinessTable } from '#lib/pages/readiness-cells.ts';
import { deriveReadinessTable, type TableInput } from '#lib/pages/readiness-table.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { readiness } from '../db/schema/judging.ts';
import { reviews } from '../db/schema/reviews.ts';
import { assignments, visits } from '../db/schema/staging.ts';
import { findDocument } from './documents.ts';
import { findStandards, isIndependent, listReadiness } from './readiness.ts';
import { reviewExists } from './reviews.ts';
import { maySee } from './visible-reviews.ts';

export type ReadinessTablePage = {
	table: ReadinessTable;
	scale: ReadinessSteps;
	/** `Social Work Scotland, SDS standards, 2021 edition`. */
	edition: string;
	independent: boolean;
};

/**
 * `today` is YYYY-MM-DD, `filters` as the address has them. Null for a review by whose frameworks no component is
 * judged. Throws a not-found Problem for a review that is not there.
 */
export function loadReadinessTable(
	db: Database,
	actor: Actor,
	{ review, today, filters }: { review: string; today: string; filters: string | null }
): ReadinessTablePage | null {
	const framework = findStandards(db, review);
	if (!framework) return null;
	const scale = findDocument(db, 'readiness', 'sds-readiness');
	const kept = listReadiness(db, review);
	const person = actor.kind === 'person' ? actor.id : null;
	return {
		table: deriveReadinessTable({
			framework,
			scale,
			readiness: kept,
			today,
			changed: changedSince(db, actor, review, kept),
			mine: person === null ? null : assignedTo(db, review, person),
			filters: filtersIn(filters)
		}),
		scale: { howWell: scale.howWell, howDoWeKnow: scale.howDoWeKnow },
		edition: `${framework.publisher}, ${framework.edition} edition`,
		independent: isIndependent(db, review)
	};
}

/** Codes of the standards that are given to a person; null where none of the review's sections is given to anybody. */
function assignedTo(db: Database, review: string, person: string): ReadonlySet<string> | null {
	const given = db.select().from(assignments).where(eq(assignments.reviewId, review)).all();
	if (given.length === 0) return null;
	return new Set(given.filter(({ personId }) => personId === person).map(({ section }) => section));
}

/** Against last year's review where this one was carried over from it and they see that; else since the person was here before. */
function changedSince(
	db: Database,
	actor: Actor,
	review: string,
	now: readonly Readiness[]
): TableInput['changed'] {
	const person = actor.kind === 'person' ? actor.id : null;
	const from = db.select({ id: reviews.carriedFrom }).from(reviews).where(eq(reviews.id, review)).get()?.id;
	// A file can name any review as the one before: what is not theirs to see is compared with nothing.
	if (from && reviewExists(db, from) && maySee(db, actor, from)) {
		const before = new Map(listReadiness(db, from).map((each) => [each.element, each]));
		const codes = now.filter((each) => isOther(each, before.get(each.element))).map(({ element }) => element);
		return { since: 'last-year', codes: new Set(codes) };
	}
	if (person === null) return null;
	const visit = db
		.select({ seenAt: visits.seenAt })
		.from(visits)
		.where(and(eq(visits.reviewId, review), eq(visits.personId, person)))
		.get();
	if (!visit) return null;
	const rows = db
		.select({ element: readiness.element })
		.from(readiness)
		.where(
			and(
				eq(readiness.reviewId, review),
				gt(readiness.changedAt, visit.seenAt),
				ne(readiness.changedBy, person)
			)
		)
		.all();
	return { since: 'last-visit', codes: new Set(rows.map(({ element }) => element)) };
}

/** Whether the stage or the strength of the evidence is another. */
function isOther(now: Readiness, before: Readiness | undefined): boolean {
	return now.howWell !== (before?.howWell ?? null) || now.howDoWeKnow !== (before?.howDoWeKnow ?? null);
}
