/** Saves what is written about a review as a whole: its title, its period, what the report says of itself first. */
import { eq } from 'drizzle-orm';
import { paragraphsOf } from '#lib/judgement/written-text.ts';
import type { SaveResult } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { reviews } from '../db/schema/reviews.ts';
import { whyClosed } from '../queries/closed.ts';
import { findReviewRow, keptPlan } from '../queries/plan.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { checkedPlan, type PlanTexts } from './plan-texts.ts';
import { saveOver, type SaveAsked } from './save-over.ts';

export type PlanAsked = SaveAsked & PlanTexts & { review: string };

/** Throws a Problem: not-found for a review that is not there or that the actor does not lead; form-invalid. */
export function savePlan(db: Database, by: By, asked: PlanAsked): SaveResult {
	const { review } = asked;
	const written = checkedPlan(asked);
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'open-plan', of }, (note) => {
		const closed = whyClosed(db, review);
		if (closed) return { closed };
		const row = findReviewRow(db, review);
		const kept = keptPlan(db, row);
		const write = (version: number) => {
			const { title, from, to } = written;
			const authorship = { version, changedBy: authorOf(by.actor), changedAt: by.at };
			db.update(reviews)
				.set({ title, from, to, about: paragraphsOf(written.about), ...authorship })
				.where(eq(reviews.id, review))
				.run();
			note({
				verb: 'plan-saved',
				organisation: row.organisationId,
				review,
				facts: { version },
				before: said(kept.texts as PlanTexts),
				after: said(written)
			});
		};
		return saveOver(kept, written, asked, write, by.at);
	});
}

/** The plan as the trail keeps it. */
const said = ({ title, from, to, about }: PlanTexts) =>
	[title, `${from} to ${to}`, about].filter((part) => part !== '').join('\n\n');
