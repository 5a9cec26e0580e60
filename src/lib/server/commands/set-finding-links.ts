/** Changes what a finding rests on. */
import { and, eq } from 'drizzle-orm';
import type { SaveResult } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { findings } from '../db/schema/conclusions.ts';
import { listKeptLinks } from '../queries/finding-links.ts';
import { findFindingRow, whyFindingClosed } from '../queries/findings.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { checkedLinks, storeLinks, valuesOf } from './store-links.ts';

export type LinksAsked = {
	review: string;
	finding: string;
	/** `linkValue` of what was linked when the form was opened, and of what is to be linked. */
	before: readonly string[];
	links: readonly string[];
};

/**
 * Only what was ticked or unticked in the form changes: what somebody else linked or took out meanwhile stays so.
 * Throws a Problem: not-found for what is not there or what the actor may not write; form-invalid for evidence that
 * the review does not have.
 */
export function setFindingLinks(
	db: Database,
	by: By,
	{ review, finding, before, links: wanted }: LinksAsked
): Exclude<SaveResult, { conflict: unknown } | { found: unknown }> {
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'open-conclusions', of }, (note) => {
		const row = findFindingRow(db, review, finding);
		const closed = whyFindingClosed(db, row);
		if (closed) return { closed };
		const kept = valuesOf(listKeptLinks(db, review, finding));
		const removed = new Set(before.filter((value) => !wanted.includes(value)));
		const values = [
			...kept.filter((value) => !removed.has(value)),
			...wanted.filter((value) => !before.includes(value) && !kept.includes(value))
		];
		const saved = { saved: { version: row.version, at: row.changedAt } };
		if (values.length === kept.length && values.every((value) => kept.includes(value))) return saved;
		const checked = checkedLinks(db, review, values, kept);
		storeLinks(db, review, finding, checked);
		db.update(findings)
			.set({ changedBy: authorOf(by.actor), changedAt: by.at })
			.where(and(eq(findings.reviewId, review), eq(findings.slug, finding)))
			.run();
		note({
			verb: 'finding-saved',
			review,
			subject: finding,
			facts: { version: row.version, links: checked.length, linksBefore: kept.length }
		});
		return { saved: { version: row.version, at: by.at } };
	});
}
