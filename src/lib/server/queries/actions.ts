/** Reads improvement actions and their tests of change. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Action, TestOfChange } from '#lib/improvement/action.ts';
import type { ServedKind } from '#lib/improvement/serves.ts';
import { tied } from '#lib/improvement/tied.ts';
import type { Kept } from '#lib/pages/save-answer.ts';
import { dayAndTime } from '#lib/pages/times.ts';
import type { Database } from '../db/open.ts';
import { actions, testsOfChange } from '../db/schema/improving.ts';
import { reviews } from '../db/schema/reviews.ts';
import { notFound } from '../problems.ts';
import { authorName } from './authors.ts';

export type ActionRow = typeof actions.$inferSelect;
type ServedCodes = Record<ServedKind, readonly { value: string }[]>;
export type TestRow = typeof testsOfChange.$inferSelect;

/** The actions that stand, in the order in which they were added, each with its tests of change. */
export function listActions(db: Database, reviewId: string): Action[] {
	const tests = Map.groupBy(
		db
			.select()
			.from(testsOfChange)
			.where(and(eq(testsOfChange.reviewId, reviewId), isNull(testsOfChange.withdrawnAt)))
			.orderBy(asc(testsOfChange.position))
			.all(),
		({ action }) => action
	);
	return db
		.select()
		.from(actions)
		.where(and(eq(actions.reviewId, reviewId), isNull(actions.withdrawnAt)))
		.orderBy(asc(actions.position))
		.all()
		.map((row) => ({ ...actionOf(row), tests: (tests.get(row.slug) ?? []).map(testOf) }));
}

function actionOf(row: ActionRow): Omit<Action, 'tests'> {
	const { slug, title, text, recommendation, element, elements, owner, due, measure } = row;
	const { source, question, figure, target, status, evidence, carriedFrom } = row;
	return {
		...{ id: slug, title, text, recommendation, element, elements, owner, due, measure },
		...{ source, question, figure, target, status, evidence, carriedFrom }
	};
}

const testOf = (row: TestRow): TestOfChange => ({
	id: row.slug,
	plan: row.plan,
	do: row.do,
	study: row.study,
	act: row.act,
	from: row.from,
	to: row.to
});

/** Withdrawn or not, in their order. */
export function listActionRows(db: Database, reviewId: string): ActionRow[] {
	return db.select().from(actions).where(eq(actions.reviewId, reviewId)).orderBy(asc(actions.position)).all();
}

/** The row of an action, withdrawn or not. Throws a not-found Problem that lists those there are. */
export function findActionRow(db: Database, reviewId: string, slug: string): ActionRow {
	const rows = listActionRows(db, reviewId);
	const row = rows.find((each) => each.slug === slug);
	if (row) return row;
	throw notFound(
		'improvement action',
		slug,
		rows.map((each) => each.slug)
	);
}

/** Those of one action, withdrawn or not, in their order. */
export function listTestRows(db: Database, reviewId: string, action: string): TestRow[] {
	return db
		.select()
		.from(testsOfChange)
		.where(and(eq(testsOfChange.reviewId, reviewId), eq(testsOfChange.action, action)))
		.orderBy(asc(testsOfChange.position))
		.all();
}

/** Throws a not-found Problem. */
export function findTestRow(db: Database, reviewId: string, action: string, slug: string): TestRow {
	const row = listTestRows(db, reviewId, action).find((each) => each.slug === slug);
	if (row) return row;
	throw notFound('test of change', slug);
}

/** As the form of an action has it. `served`: the codes of each kind that can be chosen. */
export function keptAction(db: Database, row: ActionRow, served: ServedCodes): Kept {
	const chosen = (kind: ServedKind) =>
		served[kind]
			.filter(({ value }) => row.elements.includes(value))
			.map(({ value }) => value)
			.join(' ');
	return {
		texts: {
			title: row.title,
			text: row.text,
			recommendation: row.recommendation === null ? '' : String(row.recommendation),
			element: row.element ?? '',
			standards: chosen('standard'),
			changes: chosen('change'),
			drivers: chosen('driver'),
			owner: row.owner,
			person: row.ownerPerson ?? '',
			due: row.due ?? '',
			status: row.status,
			measure: row.measure,
			tied: tied(row),
			target: row.target === null ? '' : String(row.target.value),
			evidence: row.evidence,
			attachment: row.attachment ?? ''
		},
		version: row.version,
		by: authorName(db, row.changedBy),
		at: row.changedAt
	};
}

export function keptTest(db: Database, row: TestRow): Kept {
	return {
		texts: {
			plan: row.plan,
			do: row.do,
			study: row.study,
			act: row.act,
			from: row.from ?? '',
			to: row.to ?? ''
		},
		version: row.version,
		by: authorName(db, row.changedBy),
		at: row.changedAt
	};
}

/**
 * Why an action, or a test of one, cannot be changed just now: it was withdrawn, or its review was. Actions go on
 * after a review is issued.
 */
export function whyActionClosed(db: Database, row: ActionRow, test?: TestRow): string | null {
	const review = db
		.select({ withdrawnAt: reviews.withdrawnAt })
		.from(reviews)
		.where(eq(reviews.id, row.reviewId))
		.get();
	if (review?.withdrawnAt) return `This review was withdrawn at ${dayAndTime(review.withdrawnAt)}.`;
	const gone = [row, test].find((each) => each?.withdrawnAt);
	if (!gone) return null;
	const what = gone === row ? 'action' : 'test of change';
	return `${authorName(db, gone.changedBy)} withdrew this ${what} at ${dayAndTime(gone.withdrawnAt!)}.`;
}
