/** The partnership under review says where the draft that was shared with it is not right. */
import { randomUUID } from 'node:crypto';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { comments } from '../db/schema/staging.ts';
import { FormProblem } from '../problems.ts';
import { findAbout } from '../queries/about.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { checkedComment } from './comment-texts.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';

export type PointAsked = {
	review: string;
	/** `review`, or `theme:` with the code of a theme: the section of the report that it is about. */
	about: string;
	text: string;
	confirmed?: readonly string[];
};

/** Returns its id. Throws a Problem: not-found where the actor may not; form-invalid, also where it may name somebody. */
export function makeAccuracyPoint(db: Database, by: By, asked: PointAsked): string {
	const { review, about } = asked;
	return change(db, by, { action: 'check-accuracy', of: () => findReviewResource(db, review) }, (note) => {
		if (!/^(review$|theme:|standard:)/.test(about) || !findAbout(db, review, about))
			throw new FormProblem({ about: 'Choose the section that it is about.' });
		const text = checkedComment(asked.text);
		refuseIdentifiers({ text }, asked.confirmed);
		const id = randomUUID();
		db.insert(comments)
			.values({
				...{ id, reviewId: review, kind: 'accuracy-point', about, text, mentions: [] },
				...{ changedBy: authorOf(by.actor), changedAt: by.at }
			})
			.run();
		// Without the text: observers read the history, and points are for who makes and answers them.
		note({ verb: 'accuracy-point-made', review, subject: about });
		return id;
	});
}
