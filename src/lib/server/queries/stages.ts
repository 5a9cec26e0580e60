/** Reads at which stage a review is, how it came there, and what must be true before it goes on. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { branchOf, elementsOfKind, findFramework } from '#lib/frameworks/lookup.ts';
import type { Element, Framework } from '#lib/frameworks/framework.ts';
import type { ReviewStage } from '#lib/judgement/stage.ts';
import {
	needsBefore,
	needsOnTheWay,
	nextStage,
	stageName,
	stagesBefore,
	wordsToIssue,
	type Judged,
	type Need,
	type StageFacts
} from '#lib/judgement/stages.ts';
import { dayAndTime } from '#lib/pages/times.ts';
import { sectionElements } from '#lib/reports/derive-input.ts';
import type { Database } from '../db/open.ts';
import { findings, judgements } from '../db/schema/conclusions.ts';
import { ownJudgements, readiness } from '../db/schema/judging.ts';
import { duties } from '../db/schema/memberships.ts';
import type { reviews } from '../db/schema/reviews.ts';
import { comments, stageMoves } from '../db/schema/staging.ts';
import { authorName } from './authors.ts';
import { listDocuments } from './documents.ts';
import { isIndependent } from './readiness.ts';
import { listPhrasesToMend, type PhraseToMend } from './phrases-to-mend.ts';
import { findReviewRow } from './plan.ts';
import { findReviewResource } from './resources.ts';
import { listSources, type SourceSummary } from './sources.ts';

type Row = typeof reviews.$inferSelect;

/** A review that was issued before there were stages is issued all the same. */
export const stageOf = ({ issuedAt, stage }: Pick<Row, 'issuedAt' | 'stage'>): ReviewStage =>
	issuedAt === null ? stage : 'issued';

/** Whether a source has brought anything. */
export function hasBrought({ recordCount, peopleMet, notes, passages, figures }: SourceSummary): boolean {
	return recordCount > 0 || peopleMet !== null || notes.length + passages.length + figures.length > 0;
}

/** What the moves of a review ask about. Throws a not-found Problem. */
export function loadStageFacts(db: Database, review: string): StageFacts {
	const row = findReviewRow(db, review);
	const sources = listSources(db, review);
	const framework = findFramework(listDocuments(db, 'framework'), row.frameworks[0] ?? '');
	const components =
		row.kind === 'self-evaluation' && framework ? elementsOfKind(framework, 'core-component') : [];
	const points = listPoints(db, review);
	return {
		kind: row.kind,
		led: isLed(db, row),
		sources: sources.length,
		sourcesIn: sources.filter(hasBrought).length,
		sourcesToConfirm: sources.filter(({ toConfirm }) => toConfirm).map(({ title }) => title),
		...(components.length > 0
			? judgedComponents(db, review, components)
			: { judged: framework ? judgedThemes(db, review, framework) : [], readinessToConfirm: [] }),
		canShare: (findReviewResource(db, review)?.underReview ?? null) !== null,
		shared: row.draftSharedAt !== null,
		points: { all: points.length, answered: points.filter(({ answer }) => answer !== null).length }
	};
}

const listPoints = (db: Database, review: string) =>
	db
		.select({ answer: comments.answer })
		.from(comments)
		.where(
			and(eq(comments.reviewId, review), eq(comments.kind, 'accuracy-point'), isNull(comments.withdrawnAt))
		)
		.all();

/** By a duty, or by who leads in the organisation that carries it out. */
function isLed(db: Database, { id, organisationId }: Row): boolean {
	if (organisationId !== null) return true;
	const lead = db
		.select({ id: duties.id })
		.from(duties)
		.where(and(eq(duties.reviewId, id), eq(duties.duty, 'lead'), eq(duties.standing, 'confirmed')))
		.get();
	return lead !== undefined;
}

function elementsJudged(db: Database, review: string): ReadonlySet<string> {
	const rows = db
		.select({ element: ownJudgements.element })
		.from(ownJudgements)
		.where(eq(ownJudgements.reviewId, review))
		.all();
	return new Set(rows.map(({ element }) => element));
}

function judgedThemes(db: Database, review: string, framework: Framework): Judged[] {
	const own = elementsJudged(db, review);
	const agreed = new Set(
		db
			.select({ element: judgements.element, reason: judgements.reason })
			.from(judgements)
			.where(and(eq(judgements.reviewId, review), isNull(judgements.setAsideAt)))
			.all()
			.filter(({ reason }) => reason.trim() !== '')
			.map(({ element }) => element)
	);
	const found = new Set(
		db
			.select({ element: findings.element, elements: findings.elements })
			.from(findings)
			.where(and(eq(findings.reviewId, review), isNull(findings.withdrawnAt)))
			.all()
			.flatMap(({ element, elements }) => [element, ...elements])
	);
	return sectionElements(framework).map(({ code, kind }) => {
		const codes = branchOf(framework, code).map((element) => element.code);
		const done = agreed.has(code);
		return {
			name: `${kind} ${code.replace(/^[A-Z]+(?=\d)/, '')}`,
			begun: done || own.has(code),
			done,
			found: codes.some((each) => found.has(each))
		};
	});
}

/**
 * Of a component in development no stage is asked for. Of any other without one, the words say why not. Where everybody
 * judges on their own first, a stage counts once it was agreed.
 */
function judgedComponents(
	db: Database,
	review: string,
	components: readonly Element[]
): Pick<StageFacts, 'judged' | 'developing' | 'readinessToConfirm'> {
	const own = elementsJudged(db, review);
	const rows = db.select().from(readiness).where(eq(readiness.reviewId, review)).all();
	const byCode = new Map(rows.map((row) => [row.element, row]));
	const independent = isIndependent(db, review);
	const judged = (component: Element): Judged => {
		const { code: name } = component;
		const row = byCode.get(name);
		const staged = row?.howWell != null && (!independent || row.agreed !== null);
		const done = staged || (row?.howWell == null && !!row?.words.trim());
		return { name, begun: done || own.has(name), done, found: true };
	};
	const isDeveloping = ({ status }: Element) => status === 'in-development';
	return {
		judged: components.filter((component) => !isDeveloping(component)).map(judged),
		developing: components.filter(isDeveloping).map(judged),
		readinessToConfirm: components.map(({ code }) => code).filter((code) => byCode.get(code)?.toConfirm)
	};
}

export type StageLine = {
	stage: ReviewStage;
	name: string;
	/** Whether the review has been there, is there, or comes to it. */
	standing: 'past' | 'present' | 'ahead';
};

export type MoveLine = { position: number; words: string; when: string };

export type StagePage = {
	kind: Row['kind'];
	stage: ReviewStage;
	name: string;
	lines: StageLine[];
	/** Null once it is issued. */
	next: { stage: ReviewStage; name: string; needs: Need[]; ready: boolean } | null;
	/** What the report says against its data: told before it goes out, and no bar to that. */
	toMend: PhraseToMend[];
	/** What is asked with the last move; null where nothing is, or it is not the next. */
	asked: ReturnType<typeof wordsToIssue>;
	/** Stages to which it can be taken back. */
	back: { stage: ReviewStage; name: string }[];
	/** What was said to moves, newest last. */
	said: MoveLine[];
};

/** Throws a not-found Problem. */
export function loadStage(db: Database, review: string): Pick<StagePage, 'kind' | 'stage' | 'name'> {
	const row = findReviewRow(db, review);
	const stage = stageOf(row);
	return { kind: row.kind, stage, name: stageName(stage, row.kind) };
}

/** Throws a not-found Problem. */
export function loadStagePage(db: Database, review: string): StagePage {
	const row = findReviewRow(db, review);
	const facts = loadStageFacts(db, review);
	const stage = stageOf(row);
	const name = (of: ReviewStage) => stageName(of, row.kind);
	const next = nextStage(stage);
	const needs = next === null ? [] : needsToMove(next, facts);
	const past = stagesBefore(stage);
	const all: ReviewStage[] = ['planning', 'gathering', 'judging', 'moderating', 'checking', 'issued'];
	return {
		kind: row.kind,
		stage,
		name: name(stage),
		lines: all.map((each) => ({
			stage: each,
			name: name(each),
			standing: each === stage ? 'present' : stage === 'issued' || past.includes(each) ? 'past' : 'ahead'
		})),
		next:
			next === null ? null : { stage: next, name: name(next), needs, ready: needs.every(({ met }) => met) },
		toMend: next === 'checking' || next === 'issued' ? listPhrasesToMend(db, review) : [],
		asked: next === 'issued' ? wordsToIssue(facts) : null,
		back: past.map((each) => ({ stage: each, name: name(each) })),
		said: listMoves(db, review)
			.filter(({ words }) => words !== '')
			.map(({ position, to, words, changedBy, changedAt }) => ({
				position,
				words,
				when: `${name(to)}, ${dayAndTime(changedAt)}, by ${authorName(db, changedBy)}`
			}))
	};
}

/** Before it is issued all must be true still; before any other stage what that one asks for. */
export function needsToMove(to: ReviewStage, facts: StageFacts): Need[] {
	return to === 'issued' ? needsOnTheWay(to, facts) : needsBefore(to, facts);
}

export function listMoves(db: Database, review: string) {
	return db
		.select()
		.from(stageMoves)
		.where(eq(stageMoves.reviewId, review))
		.orderBy(asc(stageMoves.position))
		.all();
}
