/** Saves the summary of a theme: its paragraphs, as somebody wrote them. */
import { paragraphsOf, textOfParagraphs } from '#lib/judgement/written-text.ts';
import type { SaveResult } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { narratives } from '../db/schema/conclusions.ts';
import { FormProblem } from '../problems.ts';
import { whyClosed } from '../queries/closed.ts';
import { findSummary, findTheme } from '../queries/narratives.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { saveOver, type SaveAsked } from './save-over.ts';

export type SummaryAsked = SaveAsked & {
	review: string;
	/** Code of the theme or standard. */
	element: string;
	text: string;
};

/** Letters. More than any report has for a theme; the differences of longer texts could not be shown in time. */
const longest = 30_000;

/**
 * Throws a Problem: not-found for a review or theme that is not there or that the actor may not write in;
 * form-invalid when the text is too long.
 */
export function saveNarrative(db: Database, by: By, asked: SummaryAsked): SaveResult {
	const { review, element } = asked;
	const paragraphs = paragraphsOf(asked.text);
	const text = textOfParagraphs(paragraphs);
	if (text.length > longest)
		throw new FormProblem({ text: `Write at most ${longest} letters; these are ${text.length}.` });
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'open-conclusions', of }, (note) => {
		findTheme(db, review, element);
		const closed = whyClosed(db, review);
		if (closed) return { closed };
		const kept = findSummary(db, review, element);
		const write = (version: number) => {
			const row = { paragraphs, version, changedBy: authorOf(by.actor), changedAt: by.at };
			db.insert(narratives)
				.values({ reviewId: review, element, part: 'summary', ...row })
				.onConflictDoUpdate({
					target: [narratives.reviewId, narratives.element, narratives.part],
					set: row
				})
				.run();
			note({
				verb: 'narrative-saved',
				review,
				subject: element,
				facts: { version },
				before: kept.texts.text ?? '',
				after: text
			});
		};
		return saveOver(kept, { text }, asked, write, by.at);
	});
}
