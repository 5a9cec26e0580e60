/** Reads the plan of action of a review, and what is said of one of its actions. */
import {
	derivePlanOfAction,
	elementOf,
	type ActionLine,
	type PlanOfAction
} from '#lib/pages/plan-of-action.ts';
import type { Kept } from '#lib/pages/save-answer.ts';
import { dayAndTime, dayOf } from '#lib/pages/times.ts';
import { servesOf, type Served, type ServedKind } from '#lib/improvement/serves.ts';
import { dateRange } from '#lib/reports/dates.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { loadActionChoices, loadImprovementLibrary, type ActionChoices } from './action-choices.ts';
import {
	findActionRow,
	findTestRow,
	keptAction,
	keptTest,
	listActionRows,
	listActions,
	listTestRows,
	whyActionClosed
} from './actions.ts';
import { authorName } from './authors.ts';
import { whyClosed } from './closed.ts';
import { listRecommendations } from './conclusions.ts';
import { listReadiness } from './readiness.ts';
import { listRecommendationRows } from './recommendations.ts';
import { loadReportInput } from './report-input.ts';
import { findReview, reviewExists } from './reviews.ts';
import { listSharedTests, listSharingFor } from './shared-tests.ts';
import { maySee } from './visible-reviews.ts';

export type Withdrawn = { id: string; words: string; when: string };

export type PlanOfActionPage = PlanOfAction & {
	withdrawn: { actions: Withdrawn[]; recommendations: Withdrawn[] };
	/** Why conclusions can be changed no more; null while they can. Actions go on. */
	closed: string | null;
};

/** `by`: standard, change or driver, as the address has it; `at`: the time now, ISO 8601. Throws a not-found Problem. */
export function loadPlanOfAction(
	db: Database,
	reviewId: string,
	{ by, at }: { by: string | null; at: string }
): PlanOfActionPage {
	const gone = (row: { withdrawnAt: string | null; changedBy: string }) =>
		`${dayAndTime(row.withdrawnAt!)}, by ${authorName(db, row.changedBy)}`;
	return {
		...derivePlan(db, reviewId, by, dayOf(at)),
		withdrawn: {
			actions: listActionRows(db, reviewId)
				.filter(({ withdrawnAt }) => withdrawnAt !== null)
				.map((row) => ({ id: row.slug, words: row.title, when: gone(row) })),
			recommendations: listRecommendationRows(db, reviewId)
				.filter(({ withdrawnAt }) => withdrawnAt !== null)
				.map((row) => ({ id: String(row.number), words: row.text, when: gone(row) }))
		},
		closed: whyClosed(db, reviewId)
	};
}

function derivePlan(db: Database, reviewId: string, by: string | null, today: string): PlanOfAction {
	return derivePlanOfAction(
		loadReportInput(db, reviewId, today),
		listActions(db, reviewId),
		listReadiness(db, reviewId),
		loadImprovementLibrary(db),
		{ by, today }
	);
}

export type ActionPage = {
	kept: Kept;
	choices: ActionChoices;
	line: ActionLine | null;
	serves: Record<ServedKind, Served[]>;
	tests: {
		id: string;
		plan: string;
		do: string;
		study: string;
		act: string;
		when: string;
		/** The entry that it was shared as, where whoever looks sees that. */
		shared: { id: string; title: string } | null;
	}[];
	/** Whoever looks may share tests of it with other partnerships. */
	mayShare: boolean;
	withdrawnTests: Withdrawn[];
	/** Last year's, where it was carried over. */
	before: { review: string; title: string; action: string } | null;
	withdrawn: boolean;
	closed: string | null;
};

/** Throws a not-found Problem. `at`: the time now, ISO 8601. */
export function loadActionPage(
	db: Database,
	actor: Actor,
	{ review, action, at }: { review: string; action: string; at: string }
): ActionPage {
	const row = findActionRow(db, review, action);
	const choices = loadActionChoices(db, actor, review);
	const tests = listTestRows(db, review, action);
	const shared = listSharedTests(db, actor, { review, action });
	const plan = derivePlan(db, review, null, dayOf(at));
	const lines = [...plan.groups.flatMap((group) => group.actions), ...plan.none];
	return {
		kept: keptAction(db, row, choices.served),
		choices,
		line: lines.find(({ id }) => id === action) ?? null,
		serves: servesOf(
			{ elements: row.elements, element: elementOf(listRecommendations(db, review), row) },
			loadImprovementLibrary(db)
		),
		tests: tests
			.filter(({ withdrawnAt }) => withdrawnAt === null)
			.map(({ slug, plan: planned, do: done, study, act, from, to }) => ({
				id: slug,
				plan: planned,
				do: done,
				study,
				act,
				when: from === null && to === null ? '' : dateRange(from, to),
				shared: shared.get(slug) ?? null
			})),
		mayShare: row.withdrawnAt === null && listSharingFor(db, actor, review).length > 0,
		withdrawnTests: tests
			.filter(({ withdrawnAt }) => withdrawnAt !== null)
			.map((each) => ({
				id: each.slug,
				words: each.plan,
				when: `${dayAndTime(each.withdrawnAt!)}, by ${authorName(db, each.changedBy)}`
			})),
		before: beforeOf(db, actor, row.carriedFrom),
		withdrawn: row.withdrawnAt !== null,
		closed: row.withdrawnAt === null ? whyActionClosed(db, row) : null
	};
}

/** A file can name any review as the one before: nothing is told of one that is not theirs to see. */
function beforeOf(db: Database, actor: Actor, carriedFrom: string | null): ActionPage['before'] {
	const [review = '', action = ''] = carriedFrom?.split('/') ?? [];
	if (!reviewExists(db, review) || !maySee(db, actor, review)) return null;
	return { review, title: findReview(db, review).title, action };
}

export type TestPage = { kept: Kept; title: string; withdrawn: boolean; closed: string | null };

/** Throws a not-found Problem. */
export function loadTestPage(db: Database, review: string, action: string, test: string): TestPage {
	const row = findActionRow(db, review, action);
	const own = findTestRow(db, review, action, test);
	return {
		kept: keptTest(db, own),
		title: row.title,
		withdrawn: own.withdrawnAt !== null,
		closed: whyActionClosed(db, row)
	};
}
