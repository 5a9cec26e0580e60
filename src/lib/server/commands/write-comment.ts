/** Says something of anything in a review to those who work on it, and to some of them by name. */
import { randomUUID } from 'node:crypto';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { comments } from '../db/schema/staging.ts';
import { FormProblem } from '../problems.ts';
import { findAbout } from '../queries/about.ts';
import { listPeopleInReview, type PersonInReview } from '../queries/people-in-review.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';
import { checkedComment } from './comment-texts.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';

export type CommentAsked = {
	review: string;
	/** As in queries/about.ts. */
	about: string;
	text: string;
	/** Ids of people of the review; whoever is named with an @ in the text is added. */
	mentions: readonly string[];
	confirmed?: readonly string[];
};

/**
 * Returns its id. Throws a Problem: not-found for what is not there or where the actor may not say anything;
 * form-invalid, also for a text that may name somebody.
 */
export function writeComment(db: Database, by: By, asked: CommentAsked): string {
	const { review, about } = asked;
	return change(db, by, { action: 'comment', of: () => findReviewResource(db, review) }, (note) => {
		if (!findAbout(db, review, about)) throw notThere();
		const text = checkedComment(asked.text);
		refuseIdentifiers({ text }, asked.confirmed);
		const people = listPeopleInReview(db, review);
		if (asked.mentions.some((id) => !people.some(({ person }) => person === id)))
			throw new FormProblem({ mentions: 'Choose people who work on this review.' });
		const author = authorOf(by.actor);
		const mentions = [...new Set([...asked.mentions, ...namedIn(text, people)])].filter(
			(id) => id !== author
		);
		const id = randomUUID();
		db.insert(comments)
			.values({
				...{ id, reviewId: review, kind: 'comment', about, text, mentions },
				...{ changedBy: author, changedAt: by.at }
			})
			.run();
		// Without the text: what is said of a theme is held back from those who have yet to judge it.
		note({ verb: 'comment-written', review, subject: about, facts: { mentions: mentions.length } });
		return id;
	});
}

/** Whoever is written with an @ before their whole name. */
function namedIn(text: string, people: readonly PersonInReview[]): string[] {
	const plain = text.toLowerCase();
	return people
		.filter(({ name }) => {
			const at = plain.indexOf(`@${name.toLowerCase()}`);
			return at >= 0 && !/\p{L}/u.test(plain.charAt(at + name.length + 1));
		})
		.map(({ person }) => person);
}
