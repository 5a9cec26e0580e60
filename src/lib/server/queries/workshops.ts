/** Reads workshops: the one that a review holds, the one that a code lets into, and what was rated. */
import { and, count, desc, eq, isNotNull } from 'drizzle-orm';
import type { Element, Framework } from '#lib/frameworks/framework.ts';
import { elementsOfKind } from '#lib/frameworks/lookup.ts';
import type { ReadinessScale } from '#lib/frameworks/scales.ts';
import { isOverByItself, type Rating } from '#lib/judgement/workshop.ts';
import type { WorkshopResource } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { workshopRatings, workshops } from '../db/schema/judging.ts';
import { notFound } from '../problems.ts';
import { listDocuments } from './documents.ts';
import { findStandards } from './readiness.ts';
import { findReviewResource } from './resources.ts';

/** A workshop that is neither closed nor over by itself. */
export type OpenWorkshop = typeof workshops.$inferSelect & { joinCode: string };

const openOnly = (row: typeof workshops.$inferSelect | undefined, at: string): OpenWorkshop | null =>
	row && row.joinCode !== null && !isOverByItself(row.changedAt, at)
		? { ...row, joinCode: row.joinCode }
		: null;

/** The workshop that goes on in a review; null where none does. `at`: the time now. */
export function findHeldWorkshop(db: Database, review: string, at: string): OpenWorkshop | null {
	const row = db
		.select()
		.from(workshops)
		.where(and(eq(workshops.reviewId, review), isNotNull(workshops.joinCode)))
		.orderBy(desc(workshops.changedAt))
		.get();
	return openOnly(row, at);
}

/** The workshop that a code lets into; null where it lets into none any more, or never did. */
export function findWorkshop(db: Database, code: string, at: string): OpenWorkshop | null {
	return openOnly(db.select().from(workshops).where(eq(workshops.joinCode, code)).get(), at);
}

/** As far as it matters to who may rate. */
export function findWorkshopResource(db: Database, code: string, at: string): WorkshopResource | null {
	const workshop = findWorkshop(db, code, at);
	const review = workshop && findReviewResource(db, workshop.reviewId);
	return review && { kind: 'workshop', review, open: true };
}

/** How many have rated a component. */
export function countRatings(db: Database, workshop: string, element: string): number {
	return db
		.select({ rows: count() })
		.from(workshopRatings)
		.where(and(eq(workshopRatings.workshopId, workshop), eq(workshopRatings.element, element)))
		.get()!.rows;
}

/** What was rated of a component: for the room once it is revealed, and for nobody before. */
export function listRatings(db: Database, workshop: string, element: string): Rating[] {
	const { step, perspective, workshopId } = workshopRatings;
	return db
		.select({ step, perspective })
		.from(workshopRatings)
		.where(and(eq(workshopId, workshop), eq(workshopRatings.element, element)))
		.all();
}

/** How many rated each component that anybody rated, by its code. */
export function countRated(db: Database, workshop: string): Map<string, number> {
	const rows = db
		.select({ element: workshopRatings.element, rows: count() })
		.from(workshopRatings)
		.where(eq(workshopRatings.workshopId, workshop))
		.groupBy(workshopRatings.element)
		.all();
	return new Map(rows.map(({ element, rows: rated }) => [element, rated]));
}

/** What somebody rated a component; null where they have not. */
export function findOwnRating(
	db: Database,
	workshop: string,
	element: string,
	participant: string
): number | null {
	const row = db
		.select({ step: workshopRatings.step })
		.from(workshopRatings)
		.where(
			and(
				eq(workshopRatings.workshopId, workshop),
				eq(workshopRatings.element, element),
				eq(workshopRatings.participant, participant)
			)
		)
		.get();
	return row?.step ?? null;
}

/** The components that a room can rate, in the order of the standards: those for which a stage is asked. */
export function ratedComponents(framework: Framework): Element[] {
	return elementsOfKind(framework, 'core-component').filter(({ status }) => status !== 'in-development');
}

/** Throws a not-found Problem in a review that is no self-evaluation, and for a code that cannot be rated. */
export function findRatedComponent(db: Database, review: string, code: string): Element {
	const framework = findSelfEvaluated(db, review);
	const component = ratedComponents(framework).find((each) => each.code === code);
	if (!component) throw notFound('component', code);
	return component;
}

/** The standards that a self-evaluation judges by. Throws a not-found Problem for any other review. */
export function findSelfEvaluated(db: Database, review: string): Framework {
	const resource = findReviewResource(db, review);
	const framework = resource?.reviewKind === 'self-evaluation' ? findStandards(db, review) : undefined;
	if (!framework) throw notFound('self-evaluation', review);
	return framework;
}

/** The stages of readiness that come with Cairn. */
export function readinessScale(db: Database): ReadinessScale {
	return listDocuments(db, 'readiness')[0]!;
}
