/** Moves a finding before the one above it of the same side and weight, or behind the one below it. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { findings } from '../db/schema/conclusions.ts';
import { findFindingRow, themeOfElement } from '../queries/findings.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

/**
 * The first does not move up, nor the last down. Throws a Problem not-found for what is not there, closed, or not the
 * actor's.
 */
export function moveFinding(
	db: Database,
	by: By,
	{ review, finding, way }: { review: string; finding: string; way: 'up' | 'down' }
): void {
	const of = () => findReviewResource(db, review);
	change(db, by, { action: 'write-conclusions', of }, (note) => {
		const row = findFindingRow(db, review, finding);
		const theme = themeOfElement(db, review, row.element)?.code;
		const beside = db
			.select()
			.from(findings)
			.where(
				and(
					eq(findings.reviewId, review),
					eq(findings.direction, row.direction),
					eq(findings.weight, row.weight),
					isNull(findings.withdrawnAt)
				)
			)
			.orderBy(asc(findings.position))
			.all()
			.filter(({ element }) => themeOfElement(db, review, element)?.code === theme);
		const at = beside.findIndex(({ slug }) => slug === finding);
		const other = at < 0 ? undefined : beside[way === 'up' ? at - 1 : at + 1];
		if (!other) return;
		for (const [slug, position] of [
			[row.slug, other.position],
			[other.slug, row.position]
		] as const)
			db.update(findings)
				.set({ position, changedBy: authorOf(by.actor), changedAt: by.at })
				.where(and(eq(findings.reviewId, review), eq(findings.slug, slug)))
				.run();
		note({ verb: 'finding-saved', review, subject: finding, facts: { moved: way, version: row.version } });
	});
}
