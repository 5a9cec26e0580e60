/** Moves a review on to its next stage, or back to one before, with the reason. The last move is `issueReview`. */
import { eq } from 'drizzle-orm';
import { stages, type ReviewStage } from '#lib/judgement/stage.ts';
import { nextStage, stageName, stagesBefore } from '#lib/judgement/stages.ts';
import { tidyText } from '#lib/judgement/written-text.ts';
import type { Database } from '../db/open.ts';
import { reviews } from '../db/schema/reviews.ts';
import { FormProblem, Problem } from '../problems.ts';
import { findReviewRow } from '../queries/plan.ts';
import { findReviewResource } from '../queries/resources.ts';
import { loadStageFacts, needsToMove, stageOf } from '../queries/stages.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { putStageMove } from './put-stage-move.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';

export type MoveAsked = {
	review: string;
	/** One of `stages` but the last. */
	to: string;
	/** The stage that it was moved from, as the page showed it: a form that is sent twice moves it once. */
	from: string;
	/** Why it goes back; may be empty for a move on. */
	words: string;
	confirmed?: readonly string[];
};

/** Letters. */
const longest = 2000;

/**
 * Moving a thematic review on to the checking shares its draft with the partnership under review, where that is here.
 * Throws a Problem: not-found for a review that is not there, is closed or is not the actor's to lead; stage-not-ready
 * with what is missing as details; changed-meanwhile; form-invalid.
 */
export function moveStage(db: Database, by: By, asked: MoveAsked): void {
	const { review } = asked;
	const words = tidyText(asked.words);
	change(db, by, { action: 'move-stage', of: () => findReviewResource(db, review) }, (note) => {
		const row = findReviewRow(db, review);
		const from = stageOf(row);
		const to = stages.find((stage) => stage === asked.to && stage !== 'issued');
		if (to === undefined || to === from) throw new FormProblem({ to: 'Choose the stage to move to.' });
		if (asked.from !== from) throw movedMeanwhile(from, row.kind);
		const back = stagesBefore(from).includes(to);
		if (!back && nextStage(from) !== to)
			throw new FormProblem({ to: 'A review moves on one stage at a time.' });
		if (back && words === '') throw new FormProblem({ words: 'Write why the review goes back.' });
		if (words.length > longest) throw new FormProblem({ words: `Write at most ${longest} letters.` });
		refuseIdentifiers({ words }, asked.confirmed);
		const facts = loadStageFacts(db, review);
		if (!back) refuseMissing(needsToMove(to, facts));
		putStageMove(db, by, { review, from, to, words });
		const { organisationId: organisation } = row;
		note({
			verb: 'stage-moved',
			organisation,
			review,
			facts: { from, to, back },
			...(words === '' ? {} : { reason: words })
		});
		if (to !== 'checking' || row.kind !== 'thematic-review' || !facts.canShare || facts.shared) return;
		db.update(reviews).set({ draftSharedAt: by.at }).where(eq(reviews.id, review)).run();
		note({ verb: 'draft-shared', organisation, review });
	});
}

/** Throws stage-not-ready with a sentence for each thing that is missing. */
export function refuseMissing(needs: readonly { met: boolean; words: string; missing: string }[]): void {
	const missing = needs.filter(({ met }) => !met);
	if (missing.length === 0) return;
	throw new Problem(
		'stage-not-ready',
		'The review cannot move on yet',
		missing.map((need) => `${need.words}: not yet. ${need.missing}`)
	);
}

const movedMeanwhile = (stage: ReviewStage, kind: 'thematic-review' | 'self-evaluation') =>
	new Problem(
		'changed-meanwhile',
		`The review has been moved meanwhile: it is at the stage “${stageName(stage, kind)}”. Nothing was changed`
	);
