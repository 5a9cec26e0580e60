/** Adds a finding, with what it rests on. */
import { eq } from 'drizzle-orm';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { findings } from '../db/schema/conclusions.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { checkedLinks, storeLinks } from './store-links.ts';
import { checkedFinding, findingColumns, type FindingTexts } from './finding-texts.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';

export type AddFindingAsked = FindingTexts & {
	review: string;
	/** `linkValue` of each piece of evidence that it rests on. */
	links: readonly string[];
	confirmed?: readonly string[];
};

/**
 * Returns its id. It stands last of its weight. Throws a Problem: not-found for a review that is closed or where the
 * actor may not write; form-invalid, field by field, also for words that may name somebody and were not confirmed.
 */
export function addFinding(db: Database, by: By, asked: AddFindingAsked): string {
	const { review, confirmed } = asked;
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'write-conclusions', of }, (note) => {
		const written = checkedFinding(db, review, asked);
		const links = checkedLinks(db, review, asked.links);
		const { heading, text, reason } = written;
		refuseIdentifiers({ heading, text, reason }, confirmed);
		const rows = db
			.select({ slug: findings.slug, position: findings.position })
			.from(findings)
			.where(eq(findings.reviewId, review))
			.all();
		const slug = freeSlug(rows.map((row) => row.slug));
		db.insert(findings)
			.values({
				...findingColumns(written),
				reviewId: review,
				slug,
				position: Math.max(-1, ...rows.map(({ position }) => position)) + 1,
				changedBy: authorOf(by.actor),
				changedAt: by.at
			})
			.run();
		storeLinks(db, review, slug, links);
		note({
			verb: 'finding-added',
			review,
			subject: slug,
			facts: {
				weight: written.weight,
				direction: written.direction,
				element: written.element,
				links: links.length
			},
			after: `${heading}\n\n${text}`,
			reason: reason || null
		});
		return slug;
	});
}

function freeSlug(taken: readonly string[]): string {
	let number = taken.length + 1;
	while (taken.includes(`finding-${number}`)) number += 1;
	return `finding-${number}`;
}
