/** Answers a point of factual accuracy: accepted or declined, with words. A point is answered anew by another answer. */
import { and, eq, isNull } from 'drizzle-orm';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { comments } from '../db/schema/staging.ts';
import { FormProblem, Problem } from '../problems.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';
import { checkedComment } from './comment-texts.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';

export type PointAnswer = {
	review: string;
	point: string;
	/** `accepted` or `declined`. */
	answer: string;
	text: string;
	/** When the answer that was seen there was given, ISO 8601; empty for none. */
	seen?: string;
	confirmed?: readonly string[];
};

/**
 * Throws a Problem: not-found where there is no such point or the actor may not answer it; form-invalid;
 * changed-meanwhile where somebody answered it since it was looked at.
 */
export function answerAccuracyPoint(db: Database, by: By, asked: PointAnswer): void {
	const { review, point } = asked;
	change(db, by, { action: 'answer-accuracy', of: () => findReviewResource(db, review) }, (note) => {
		const row = db
			.select()
			.from(comments)
			.where(
				and(
					eq(comments.id, point),
					eq(comments.reviewId, review),
					eq(comments.kind, 'accuracy-point'),
					isNull(comments.withdrawnAt)
				)
			)
			.get();
		if (!row) throw notThere();
		const answer = (['accepted', 'declined'] as const).find((each) => each === asked.answer);
		if (!answer) throw new FormProblem({ answer: 'Choose whether it is accepted.' });
		const answerText = checkedComment(asked.text);
		if (row.answer === answer && row.answerText === answerText) return;
		if ((row.answeredAt ?? '') !== (asked.seen ?? ''))
			throw new Problem(
				'changed-meanwhile',
				'Nothing was saved: somebody else has answered this point meanwhile. Their answer stands above; yours is still in the form.'
			);
		refuseIdentifiers({ text: answerText }, asked.confirmed);
		db.update(comments)
			.set({ answer, answerText, answeredBy: authorOf(by.actor), answeredAt: by.at })
			.where(eq(comments.id, point))
			.run();
		note({ verb: 'accuracy-point-answered', review, subject: row.about, facts: { answer } });
	});
}
