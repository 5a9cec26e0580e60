/** Reads judgements given apart and the one that was agreed of them: of a theme, or of a core component. */
import { and, asc, eq } from 'drizzle-orm';
import type { Element, Framework } from '#lib/frameworks/framework.ts';
import { elementsOfKind, findFramework } from '#lib/frameworks/lookup.ts';
import type { Ground } from '#lib/judgement/basis.ts';
import type { OwnJudgement } from '#lib/judgement/own-judgement.ts';
import type { Perspective } from '#lib/judgement/readiness.ts';
import { sha256 } from '#lib/measures/sampling/sha-256.ts';
import { sectionElements } from '#lib/reports/derive-input.ts';
import type { Database } from '../db/open.ts';
import { judgements, type PlaceInDocument } from '../db/schema/conclusions.ts';
import { ownJudgements, ownPerspectives, readiness, setAsideJudgements } from '../db/schema/judging.ts';
import { duties, memberships } from '../db/schema/memberships.ts';
import { people } from '../db/schema/people.ts';
import { reviews } from '../db/schema/reviews.ts';
import { notFound } from '../problems.ts';
import { authorName } from './authors.ts';
import { findDocument, listDocuments } from './documents.ts';
import { findReview } from './reviews.ts';

export type Step = { step: number; name: string; descriptor: string };

/** What is judged in a review: every theme of a thematic review, every core component of a self-evaluation. */
export type Judged = {
	kind: 'theme' | 'component';
	/** `words`: those of a component, with whose they are; null where the title says all. */
	elements: { code: string; title: string; words: { text: string; source: string } | null }[];
	steps: Step[];
	/** How we know, of components; empty for themes. */
	knowing: Step[];
	/** Whether everybody judges alone first: always in a thematic review. */
	independent: boolean;
};

/** Throws a not-found Problem. */
export function listJudged(db: Database, reviewId: string): Judged {
	const review = findReview(db, reviewId);
	const all = listDocuments(db, 'framework');
	const frameworks = review.frameworks.map((reference) => findFramework(all, reference));
	if (review.kind === 'thematic-review') {
		const { steps } = findDocument(db, 'evaluation-scale', review.evaluationScale);
		const elements = frameworks[0]
			? sectionElements(frameworks[0]).map(({ code, title }) => ({ code, title, words: null }))
			: [];
		return { kind: 'theme', elements, steps: [...steps], knowing: [], independent: true };
	}
	const { howWell, howDoWeKnow } = findDocument(db, 'readiness', 'sds-readiness');
	return {
		kind: 'component',
		// Of a component in development no stage is asked for.
		elements: frameworks.flatMap((framework) =>
			framework ? elementsOfKind(framework, 'core-component').filter(isAsked).map(withWords(framework)) : []
		),
		steps: [...howWell],
		knowing: [...howDoWeKnow],
		independent: isIndependent(db, reviewId)
	};
}

const isAsked = ({ status }: Element) => status !== 'in-development';

const withWords =
	({ publisher, title: called, edition }: Framework) =>
	({ code, title, text }: Element) => ({
		code,
		title,
		words: { text, source: `${publisher}, ${called}, ${edition} edition` }
	});

function isIndependent(db: Database, review: string): boolean {
	const row = db
		.select({ independent: reviews.independent })
		.from(reviews)
		.where(eq(reviews.id, review))
		.get();
	return row?.independent ?? false;
}

/** One element that is judged, with the scale. Throws a not-found Problem that lists those there are. */
export function findJudged(db: Database, review: string, code: string) {
	const { elements, ...judged } = listJudged(db, review);
	const element = elements.find((each) => each.code === code);
	if (element) return { ...judged, code, title: element.title, words: element.words };
	throw notFound(
		judged.kind,
		code,
		elements.map((each) => each.code)
	);
}

/** What was agreed, by whom and how. */
export type Agreed = {
	step: number;
	howDoWeKnow: number | null;
	reason: string;
	/** `published`: it came with a bundle, and nobody here agreed it. */
	way: 'moderation' | 'workshop' | 'published';
	by: string;
	at: string;
	version: number;
	source: PlaceInDocument | null;
	basis: Ground[] | null;
};

/** The agreed judgement that holds now; null where there is none, or it was set aside. */
export function findAgreed(db: Database, review: string, { kind, code }: Named): Agreed | null {
	if (kind === 'theme') {
		const row = db
			.select()
			.from(judgements)
			.where(and(eq(judgements.reviewId, review), eq(judgements.element, code)))
			.get();
		if (!row || row.setAsideAt) return null;
		const own = listOwn(db, review, code, row.round);
		return {
			...{ step: row.step, howDoWeKnow: null, reason: row.reason, basis: row.basis, source: row.source },
			way: own.length === 0 ? 'published' : 'moderation',
			...authorOfRow(db, row)
		};
	}
	const row = db
		.select()
		.from(readiness)
		.where(and(eq(readiness.reviewId, review), eq(readiness.element, code)))
		.get();
	if (!row || row.agreed === null || row.howWell === null) return null;
	const own = listOwn(db, review, code, roundOf(db, review, code));
	return {
		...{ step: row.howWell, howDoWeKnow: row.howDoWeKnow, reason: row.words, basis: row.basis, source: null },
		way: row.agreed === 'moderation' && own.length === 0 ? 'published' : row.agreed,
		...authorOfRow(db, row)
	};
}

/** What the stage of a component rests on, agreed or not; null where none is set, or it came with a bundle. */
export function findStageBasis(db: Database, review: string, component: string): Ground[] | null {
	const row = db
		.select({ howWell: readiness.howWell, basis: readiness.basis })
		.from(readiness)
		.where(and(eq(readiness.reviewId, review), eq(readiness.element, component)))
		.get();
	return row?.howWell == null ? null : row.basis;
}

/** Who agreed what is in force, as its row names them. */
export function findAgreedAuthor(db: Database, review: string, { kind, code }: Named): string {
	const table = kind === 'theme' ? judgements : readiness;
	const row = db
		.select({ by: table.changedBy })
		.from(table)
		.where(and(eq(table.reviewId, review), eq(table.element, code)))
		.get();
	return row?.by ?? 'cairn';
}

export type Named = { kind: Judged['kind']; code: string };

const authorOfRow = (db: Database, row: { version: number; changedBy: string; changedAt: string }) => ({
	by: authorName(db, row.changedBy),
	at: row.changedAt,
	version: row.version
});

export type SetAside = typeof setAsideJudgements.$inferSelect;

/** What was agreed before and set aside, the latest first. */
export function listSetAside(db: Database, review: string, element: string): SetAside[] {
	return db
		.select()
		.from(setAsideJudgements)
		.where(and(eq(setAsideJudgements.reviewId, review), eq(setAsideJudgements.element, element)))
		.orderBy(asc(setAsideJudgements.round))
		.all()
		.reverse();
}

/** In which round of own judgements an element is: 1, and one more each time that an agreed one was set aside. */
export function roundOf(db: Database, review: string, element: string): number {
	return listSetAside(db, review, element).length + 1;
}

/** Own judgements of one element in one round, by name. For the eyes of whoever may see them: judging-sight.ts. */
export function listOwn(db: Database, review: string, element: string, round: number): OwnJudgement[] {
	return db
		.select({
			person: ownJudgements.personId,
			name: people.name,
			step: ownJudgements.step,
			howDoWeKnow: ownJudgements.howDoWeKnow,
			reason: ownJudgements.reason,
			perspective: ownJudgements.perspective,
			at: ownJudgements.changedAt,
			version: ownJudgements.version
		})
		.from(ownJudgements)
		.innerJoin(people, eq(people.id, ownJudgements.personId))
		.where(
			and(
				eq(ownJudgements.reviewId, review),
				eq(ownJudgements.element, element),
				eq(ownJudgements.round, round)
			)
		)
		.orderBy(asc(people.name), asc(people.id))
		.all();
}

/** Stands for own judgements as they are now: another where one was given, changed or taken back. */
export const seenMark = (given: readonly Pick<OwnJudgement, 'person' | 'version'>[]): string =>
	sha256(given.map(({ person, version }) => `${person} ${version}`).join('\n')).slice(0, 16);

/** The row of somebody's own judgement in a round. */
export function findOwnRow(db: Database, review: string, element: string, person: string, round: number) {
	return db
		.select()
		.from(ownJudgements)
		.where(
			and(
				eq(ownJudgements.reviewId, review),
				eq(ownJudgements.element, element),
				eq(ownJudgements.personId, person),
				eq(ownJudgements.round, round)
			)
		)
		.get();
}

/** Everybody whose duty it is to judge, by name; people who left are not waited for. */
export function listJudges(db: Database, review: string): { person: string; name: string }[] {
	return db
		.selectDistinct({ person: people.id, name: people.name })
		.from(duties)
		.innerJoin(people, eq(people.id, duties.personId))
		.innerJoin(memberships, and(eq(memberships.personId, people.id), eq(memberships.standing, 'confirmed')))
		.where(and(eq(duties.reviewId, review), eq(duties.duty, 'judge'), eq(duties.standing, 'confirmed')))
		.orderBy(asc(people.name), asc(people.id))
		.all();
}

/** Names of the judges of the team who have not judged. */
export function awaitedJudges(
	db: Database,
	review: string,
	given: readonly Pick<OwnJudgement, 'person'>[]
): string[] {
	return listJudges(db, review)
		.filter((judge) => !given.some(({ person }) => person === judge.person))
		.map(({ name }) => name);
}

/** From where somebody sees the work; null while they have not said. */
export function findPerspective(db: Database, review: string, person: string): Perspective | null {
	const row = db
		.select({ perspective: ownPerspectives.perspective })
		.from(ownPerspectives)
		.where(and(eq(ownPerspectives.reviewId, review), eq(ownPerspectives.personId, person)))
		.get();
	return row?.perspective ?? null;
}
