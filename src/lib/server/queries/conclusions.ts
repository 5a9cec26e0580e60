/**
 * Reads what a review concludes: findings with what they rest on, evaluations, narratives, recommendations. What was
 * withdrawn, or emptied, is not part of it.
 */
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Evaluation, Finding, Link, Narrative } from '#lib/judgement/judgement.ts';
import type { NarrativeDocument } from '#lib/judgement/narrative-document.ts';
import type { Recommendation } from '#lib/improvement/recommendation.ts';
import type { Database } from '../db/open.ts';
import { findings, judgements, links, narratives, recommendations } from '../db/schema/conclusions.ts';
import { sources } from '../db/schema/evidence.ts';

/** The optional fields of an object that are null in the database are left out. */
function present<Row extends object>(row: Row): { [Key in keyof Row]: NonNullable<Row[Key]> } {
	return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as never;
}

export function listFindings(db: Database, reviewId: string): Finding[] {
	const withdrawn = new Set(
		db
			.select({ slug: sources.slug })
			.from(sources)
			.where(and(eq(sources.reviewId, reviewId), isNotNull(sources.withdrawnAt)))
			.all()
			.map(({ slug }) => slug)
	);
	const linked = Map.groupBy(
		db
			.select()
			.from(links)
			.where(eq(links.reviewId, reviewId))
			.orderBy(asc(links.position))
			.all()
			// Nothing rests on a source that counts nowhere; attachments are listed apart (finding-papers.ts).
			.filter(({ source, attachment }) => attachment === null && !withdrawn.has(source)),
		(link) => link.finding
	);
	return db
		.select({
			id: findings.slug,
			element: findings.element,
			direction: findings.direction,
			weight: findings.weight,
			reason: findings.reason,
			heading: findings.heading,
			text: findings.text,
			elements: findings.elements
		})
		.from(findings)
		.where(and(eq(findings.reviewId, reviewId), isNull(findings.withdrawnAt)))
		.orderBy(asc(findings.position))
		.all()
		.map((finding) => ({
			...present(finding),
			links: (linked.get(finding.id) ?? []).map(({ source, question, passage, record, figure }): Link =>
				present({ source, question, passage, record, figure })
			)
		}));
}

export function listEvaluations(db: Database, reviewId: string): Evaluation[] {
	return (
		db
			.select({
				element: judgements.element,
				step: judgements.step,
				reason: judgements.reason,
				source: judgements.source
			})
			.from(judgements)
			// One that was set aside, to be judged again, is no conclusion any more.
			.where(and(eq(judgements.reviewId, reviewId), isNull(judgements.setAsideAt)))
			.orderBy(asc(judgements.element))
			.all()
			.map(present)
	);
}

export function listNarratives(db: Database, reviewId: string): Narrative[] {
	return db
		.select({
			element: narratives.element,
			part: narratives.part,
			paragraphs: narratives.paragraphs,
			document: narratives.document
		})
		.from(narratives)
		.where(eq(narratives.reviewId, reviewId))
		.orderBy(asc(narratives.element), asc(narratives.part))
		.all()
		.filter(({ paragraphs }) => paragraphs.length > 0)
		.map(({ document, ...rest }) =>
			document === null ? rest : { ...rest, document: document as NarrativeDocument }
		);
}

export function listRecommendations(db: Database, reviewId: string): Recommendation[] {
	const there = new Set(
		db
			.select({ id: findings.slug })
			.from(findings)
			.where(and(eq(findings.reviewId, reviewId), isNull(findings.withdrawnAt)))
			.all()
			.map(({ id }) => id)
	);
	return db
		.select({
			number: recommendations.number,
			element: recommendations.element,
			text: recommendations.text,
			findings: recommendations.findings,
			source: recommendations.source
		})
		.from(recommendations)
		.where(and(eq(recommendations.reviewId, reviewId), isNull(recommendations.withdrawnAt)))
		.orderBy(asc(recommendations.number))
		.all()
		.map((row) => present({ ...row, findings: row.findings.filter((id) => there.has(id)) }));
}
