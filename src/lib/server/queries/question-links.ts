/** Which findings rest on the questions of a source. */
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { findings, links } from '../db/schema/conclusions.ts';

/** A line for each link; findings that were withdrawn rest on nothing. */
export function linksToQuestions(
	db: Database,
	review: string,
	source: string
): { question: string; heading: string }[] {
	return db
		.select({ question: links.question, heading: findings.heading })
		.from(links)
		.innerJoin(findings, and(eq(findings.reviewId, links.reviewId), eq(findings.slug, links.finding)))
		.where(
			and(
				eq(links.reviewId, review),
				eq(links.source, source),
				isNotNull(links.question),
				isNull(findings.withdrawnAt)
			)
		)
		.all()
		.map(({ question, heading }) => ({ question: question!, heading }));
}
