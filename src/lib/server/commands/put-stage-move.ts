/** Moves a review to a stage and writes the move down: for the commands that move it on, back, and to its issue. */
import { eq } from 'drizzle-orm';
import type { ReviewStage } from '#lib/judgement/stage.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { reviews } from '../db/schema/reviews.ts';
import { stageMoves } from '../db/schema/staging.ts';
import { listMoves } from '../queries/stages.ts';
import type { By } from './append-event.ts';

/** `words`: what was said to it; empty for nothing. Must run inside the transaction of the move. */
export function putStageMove(
	db: Database,
	by: By,
	{ review, from, to, words }: { review: string; from: ReviewStage; to: ReviewStage; words: string }
): void {
	const position = (listMoves(db, review).at(-1)?.position ?? -1) + 1;
	const authorship = { changedBy: authorOf(by.actor), changedAt: by.at };
	db.insert(stageMoves)
		.values({ reviewId: review, position, from, to, words, ...authorship })
		.run();
	db.update(reviews).set({ stage: to }).where(eq(reviews.id, review)).run();
}
