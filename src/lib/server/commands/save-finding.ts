/** Saves a finding: its direction, its heading, its text, its elements, its weight and, where that is more, why. */
import { and, eq } from 'drizzle-orm';
import type { SaveResult } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { findings } from '../db/schema/conclusions.ts';
import { findFindingRow, keptFinding, whyFindingClosed } from '../queries/findings.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { checkedFinding, findingColumns, type FindingTexts } from './finding-texts.ts';
import { movePhrases } from './move-phrases.ts';
import { saveOver, type SaveAsked } from './save-over.ts';

export type FindingAsked = SaveAsked &
	Pick<FindingTexts, 'heading' | 'text' | 'weight' | 'reason'> &
	Partial<FindingTexts> & {
		review: string;
		finding: string;
	};

/**
 * What is left out stays as it is. Throws a Problem: not-found for what is not there or what the actor may not write;
 * form-invalid, field by field, for a text that is missing or too long, a weight without its reason, and an element
 * that the review does not have.
 */
export function saveFinding(db: Database, by: By, asked: FindingAsked): SaveResult {
	const { review, finding } = asked;
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'open-conclusions', of }, (note) => {
		const row = findFindingRow(db, review, finding);
		const closed = whyFindingClosed(db, row);
		if (closed) return { closed };
		const kept = keptFinding(db, row);
		const there = { element: row.element, elements: row.elements.join(' ') };
		const written = checkedFinding(
			db,
			review,
			{
				...asked,
				direction: asked.direction ?? row.direction,
				element: asked.element ?? there.element,
				elements: asked.elements ?? there.elements
			},
			there
		);
		const write = (version: number) => {
			db.update(findings)
				.set({
					...findingColumns(written),
					version,
					changedBy: authorOf(by.actor),
					changedAt: by.at
				})
				.where(and(eq(findings.reviewId, review), eq(findings.slug, finding)))
				.run();
			movePhrases(db, by, { review, text: `finding:${finding}`, before: row.text, after: written.text });
			note({
				verb: 'finding-saved',
				review,
				subject: finding,
				facts: {
					version,
					weight: written.weight,
					weightBefore: row.weight,
					direction: written.direction,
					element: written.element
				},
				before: `${row.heading}\n\n${row.text}`,
				after: `${written.heading}\n\n${written.text}`,
				reason: written.reason || null
			});
		};
		return saveOver(kept, written, asked, write, by.at);
	});
}
