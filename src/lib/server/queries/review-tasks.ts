/** Gathers what the task list of a review is told from, as far as whoever looks may know it. */
import { and, count, eq, isNotNull, isNull } from 'drizzle-orm';
import { deriveTasks, type Task, type TaskFacts } from '#lib/pages/review-tasks.ts';
import type { ReviewOverview } from '#lib/pages/review-overview.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { judgements, recommendations } from '../db/schema/conclusions.ts';
import { frameEntries } from '../db/schema/drawing.ts';
import { actions } from '../db/schema/improving.ts';
import { ownJudgements } from '../db/schema/judging.ts';
import { findReviewRow } from './plan.ts';
import { listJudged, listJudges, roundOf } from './judging.ts';
import { listSources } from './sources.ts';
import { loadStageFacts, stageOf } from './stages.ts';
import { listTeam } from './team.ts';
import { maySee } from './visible-reviews.ts';

/** `overview`: of the same review. `at`: the time now, ISO 8601. Throws a not-found Problem. */
export function loadTasks(
	db: Database,
	actor: Actor,
	review: string,
	{ stages, period, themes }: Pick<ReviewOverview, 'stages' | 'period' | 'themes'>,
	at: string
): Task[] {
	const row = findReviewRow(db, review);
	const { kind, judged, readinessToConfirm, canShare, shared, points } = loadStageFacts(db, review);
	const sources = listSources(db, review);
	const self = kind === 'self-evaluation' && judged.some(({ name }) => name.includes('.'));
	return deriveTasks({
		kind,
		stage: stageOf(row),
		period,
		team: new Set(
			listTeam(db, review)
				.filter(({ standing }) => standing === 'confirmed')
				.map(({ person }) => person)
		).size,
		sources: sources.length,
		instruments: sources.filter(({ instrument }) => instrument !== null).length,
		samples: samplesOf(db, sources),
		stages,
		readiness: self
			? {
					done: judged.filter(({ done }) => done).length,
					of: judged.length,
					toConfirm: readinessToConfirm.length,
					standards: themes.length,
					written: themes.filter(({ summarised }) => summarised).length,
					findings: themes.reduce((sum, theme) => sum + theme.strengths + theme.areas, 0)
				}
			: null,
		...judgingOf(db, actor, review, judged),
		canShare,
		shared,
		points,
		actions: actionsOf(db, review, at.slice(0, 10)),
		recommendations: recommendationsOf(db, review)
	});
}

function samplesOf(db: Database, all: ReturnType<typeof listSources>): TaskFacts['samples'] {
	const drawnFrom = all.filter(
		({ instrument, sample }) =>
			instrument !== null && ['random', 'stratified', 'census'].includes(sample.design)
	);
	if (drawnFrom.length === 0) return null;
	return {
		of: drawnFrom.length,
		drawn: drawnFrom.filter(({ recordCount }) => recordCount > 0).length,
		records: drawnFrom.reduce((sum, { recordCount }) => sum + recordCount, 0),
		replaced: drawnFrom.reduce((sum, { key }) => sum + countReplaced(db, key), 0)
	};
}

const countReplaced = (db: Database, key: number): number =>
	db
		.select({ rows: count() })
		.from(frameEntries)
		.where(and(eq(frameEntries.sourceId, key), eq(frameEntries.standing, 'replaced')))
		.get()!.rows;

/**
 * What whoever looks has judged themselves, and what is agreed. An element is ready when everybody whose duty it is
 * has judged it, which says nothing of what they judged.
 */
function judgingOf(
	db: Database,
	actor: Actor,
	review: string,
	judged: readonly { name: string; done: boolean }[]
): Pick<TaskFacts, 'own' | 'moderation'> {
	const { elements, independent, kind } = listJudged(db, review);
	const judges = listJudges(db, review).map(({ person }) => person);
	const given = listGivenNow(db, review);
	const all = elements.map(({ code }, at) => ({
		name: judged[at]?.name ?? code,
		done: judged[at]?.done ?? false,
		by: given.get(code) ?? new Set<string>()
	}));
	const me = actor.kind === 'person' ? actor.id : '';
	const mine = all.filter(({ by }) => by.has(me));
	const ready = all.filter(
		({ done, by }) =>
			!done &&
			by.size > 0 &&
			judges.every((person) => by.has(person)) &&
			// Of a component nobody is waited for: that somebody has judged it is told to who has themselves.
			(kind === 'theme' || by.has(me))
	);
	const moderates = independent && maySee(db, actor, review, 'see-moderation');
	return {
		own:
			kind === 'theme' && (judges.includes(me) || mine.length > 0)
				? {
						given: mine.length,
						of: all.length,
						missing: all.filter(({ by }) => !by.has(me)).map(({ name }) => name)
					}
				: null,
		moderation: moderates
			? {
					agreed: all.filter(({ done }) => done).length,
					of: all.length,
					ready: ready.map(({ name }) => name),
					setAside: countSetAside(db, review)
				}
			: null
	};
}

/** Who has judged each element in its present round. */
function listGivenNow(db: Database, review: string): ReadonlyMap<string, ReadonlySet<string>> {
	const rows = db.select().from(ownJudgements).where(eq(ownJudgements.reviewId, review)).all();
	return new Map(
		[...Map.groupBy(rows, ({ element }) => element)].map(([element, given]) => {
			const present = roundOf(db, review, element);
			return [
				element,
				new Set(given.filter(({ round }) => round === present).map(({ personId }) => personId))
			];
		})
	);
}

const countSetAside = (db: Database, review: string): number =>
	db
		.select({ rows: count() })
		.from(judgements)
		.where(and(eq(judgements.reviewId, review), isNotNull(judgements.setAsideAt)))
		.get()!.rows;

function actionsOf(db: Database, review: string, today: string): TaskFacts['actions'] {
	const all = db
		.select({ status: actions.status, due: actions.due })
		.from(actions)
		.where(and(eq(actions.reviewId, review), isNull(actions.withdrawnAt)))
		.all();
	const open = all.filter(({ status }) => status === 'not-started' || status === 'in-progress');
	return {
		all: all.length,
		completed: all.length - open.length,
		overdue: open.filter(({ due }) => due !== null && due < today).length
	};
}

function recommendationsOf(db: Database, review: string): TaskFacts['recommendations'] {
	const all = db
		.select({ number: recommendations.number })
		.from(recommendations)
		.where(and(eq(recommendations.reviewId, review), isNull(recommendations.withdrawnAt)))
		.all();
	const answered = new Set(
		db
			.select({ recommendation: actions.recommendation })
			.from(actions)
			.where(and(eq(actions.reviewId, review), isNull(actions.withdrawnAt)))
			.all()
			.map(({ recommendation }) => recommendation)
	);
	return { all: all.length, without: all.filter(({ number }) => !answered.has(number)).length };
}
