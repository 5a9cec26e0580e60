/**
 * Issues a review, the last of its stages: from then on nothing in it changes, and the partnership under review reads
 * it. A self-evaluation is confirmed by its leadership with it.
 */
import { eq } from 'drizzle-orm';
import { wordsToIssue } from '#lib/judgement/stages.ts';
import { tidyLine, tidyText } from '#lib/judgement/written-text.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { reviews } from '../db/schema/reviews.ts';
import { FormProblem, Problem } from '../problems.ts';
import { findReviewRow } from '../queries/plan.ts';
import { findReviewResource } from '../queries/resources.ts';
import { loadStageFacts, needsToMove, stageOf } from '../queries/stages.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { refuseMissing } from './move-stage.ts';
import { putStageMove } from './put-stage-move.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';

export type IssueAsked = {
	review: string;
	/** Somebody confirmed that it is to be so, since it cannot be undone. */
	sure: boolean;
	/** What leadership says to a self-evaluation, or how accuracy was checked where no draft could be shared. */
	words?: string;
	/** Who confirms a self-evaluation: a role, never a name. */
	role?: string;
	/** What looks like an identifier and was confirmed as naming nobody. */
	confirmed?: readonly string[];
};

/** Letters. */
const longest = { words: 2000, role: 120 };

/**
 * Throws a Problem: not-found for a review that is not there, is closed already or is not the actor's to lead;
 * stage-not-ready with what is missing as details; form-invalid unless they are sure and wrote what is asked.
 */
export function issueReview(db: Database, by: By, asked: IssueAsked): void {
	const { review, sure } = asked;
	change(db, by, { action: 'issue-review', of: () => findReviewResource(db, review) }, (note) => {
		const row = findReviewRow(db, review);
		const from = stageOf(row);
		const facts = loadStageFacts(db, review);
		if (from !== 'checking')
			throw new Problem('stage-not-ready', 'The review is issued from the last stage before that', [
				'Move it through its stages first.'
			]);
		refuseMissing(needsToMove('issued', facts));
		const words = checkedWords(wordsToIssue(facts), asked);
		if (!sure) throw new FormProblem({ sure: 'Confirm that the review is to be issued.' });
		putStageMove(db, by, { review, from, to: 'issued', words });
		const { organisationId: organisation, version } = row;
		const authorship = { version: version + 1, changedBy: authorOf(by.actor), changedAt: by.at };
		db.update(reviews)
			.set({ issuedAt: by.at, ...authorship })
			.where(eq(reviews.id, review))
			.run();
		note({ verb: 'review-issued', organisation, review, ...(words === '' ? {} : { after: words }) });
	});
}

/** What stands with the move: `Chief officer: We have read it.` Throws form-invalid, field by field. */
function checkedWords(kind: ReturnType<typeof wordsToIssue>, asked: IssueAsked): string {
	if (kind === null) return '';
	const words = tidyText(asked.words ?? '');
	const role = kind === 'confirmation' ? tidyLine(asked.role ?? '') : '';
	const faults: Record<string, string> = {};
	if (kind === 'confirmation' && role === '') faults.role = 'Write the role of who confirms it.';
	else if (role.length > longest.role) faults.role = `Write at most ${longest.role} letters.`;
	if (words === '')
		faults.words =
			kind === 'confirmation'
				? 'Write what leadership says to it.'
				: 'Write how its factual accuracy was checked.';
	else if (words.length > longest.words) faults.words = `Write at most ${longest.words} letters.`;
	if (Object.keys(faults).length > 0) throw new FormProblem(faults);
	refuseIdentifiers({ words, role }, asked.confirmed);
	return role === '' ? words : `${role}: ${words}`;
}
