/** Reads the readiness of core components: what a self-evaluation holds, and one component as it is edited. */
import { and, asc, eq } from 'drizzle-orm';
import type { Element, Framework } from '#lib/frameworks/framework.ts';
import { childrenOf, elementsOfKind, findElement, findFramework } from '#lib/frameworks/lookup.ts';
import { untouched, type Readiness } from '#lib/judgement/readiness.ts';
import type { Kept } from '#lib/pages/save-answer.ts';
import type { Database } from '../db/open.ts';
import { readiness } from '../db/schema/judging.ts';
import { reviews } from '../db/schema/reviews.ts';
import { notFound } from '../problems.ts';
import { authorName } from './authors.ts';
import { listDocuments } from './documents.ts';
import { findReview } from './reviews.ts';

type Row = typeof readiness.$inferSelect;

function toReadiness(row: Row): Readiness {
	const { element, howWell, words, howDoWeKnow, statement, target, targetBy, whatNow } = row;
	const { toConfirm, agreed } = row;
	return {
		...{ element, howWell, words, howDoWeKnow, statement },
		...{ target, targetBy, whatNow, toConfirm, agreed }
	};
}

/** Of every component that anything was said of, by their codes. */
export function listReadiness(db: Database, reviewId: string): Readiness[] {
	return db
		.select()
		.from(readiness)
		.where(eq(readiness.reviewId, reviewId))
		.orderBy(asc(readiness.element))
		.all()
		.map(toReadiness);
}

/** The row of a component; undefined where nothing was said of it. */
export function findReadinessRow(db: Database, reviewId: string, element: string): Row | undefined {
	return db
		.select()
		.from(readiness)
		.where(and(eq(readiness.reviewId, reviewId), eq(readiness.element, element)))
		.get();
}

/** Untouched where nothing was said of the component. */
export function findReadiness(db: Database, reviewId: string, element: string): Readiness {
	const row = findReadinessRow(db, reviewId, element);
	return row ? toReadiness(row) : untouched(element);
}

/** The fields of a component as a form has them: steps as figures, empty where nothing is chosen. */
export function textsOfReadiness(of: Readiness): Record<string, string> {
	return {
		howWell: String(of.howWell ?? ''),
		words: of.words,
		howDoWeKnow: String(of.howDoWeKnow ?? ''),
		statement: of.statement,
		target: String(of.target ?? ''),
		targetBy: of.targetBy ?? '',
		whatNow: of.whatNow
	};
}

/** As it is edited; of version 0 and without text where nothing was said. */
export function keptReadiness(db: Database, reviewId: string, element: string): Kept {
	const row = findReadinessRow(db, reviewId, element);
	return {
		texts: textsOfReadiness(row ? toReadiness(row) : untouched(element)),
		version: row?.version ?? 0,
		by: row ? authorName(db, row.changedBy) : '',
		at: row?.changedAt ?? ''
	};
}

/** The edition whose core components a review may judge: the first of its frameworks that has any. */
export function findStandards(db: Database, reviewId: string): Framework | undefined {
	const known = listDocuments(db, 'framework');
	return findReview(db, reviewId)
		.frameworks.flatMap((reference) => findFramework(known, reference) ?? [])
		.find((framework) => elementsOfKind(framework, 'core-component').length > 0);
}

/**
 * A core component of a self-evaluation with its standard. Throws a not-found Problem for a code that is none, and in a
 * review that is no self-evaluation.
 */
export function findComponent(
	db: Database,
	reviewId: string,
	code: string
): { framework: Framework; component: Element; standard: Element } {
	const framework = findReview(db, reviewId).kind === 'self-evaluation' && findStandards(db, reviewId);
	const component = framework ? findElement(framework, code) : undefined;
	if (framework && component?.kind === 'core-component') {
		const standard = findElement(framework, component.parent ?? '');
		if (standard) return { framework, component, standard };
	}
	throw notFound(
		'component',
		code,
		framework ? elementsOfKind(framework, 'core-component').map((each) => each.code) : []
	);
}

/** A standard of a self-evaluation with its components. Throws a not-found Problem, as for a component. */
export function findStandard(
	db: Database,
	reviewId: string,
	code: string
): { framework: Framework; standard: Element; components: Element[] } {
	const framework = findReview(db, reviewId).kind === 'self-evaluation' && findStandards(db, reviewId);
	const standard = framework ? findElement(framework, code) : undefined;
	if (framework && standard?.kind === 'standard')
		return { framework, standard, components: childrenOf(framework, code, 'core-component') };
	throw notFound(
		'standard',
		code,
		framework ? elementsOfKind(framework, 'standard').map((each) => each.code) : []
	);
}

/** Whether everybody judges on their own first, and the stage is agreed after that. */
export function isIndependent(db: Database, reviewId: string): boolean {
	return !!db.select({ independent: reviews.independent }).from(reviews).where(eq(reviews.id, reviewId)).get()
		?.independent;
}
