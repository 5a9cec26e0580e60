/** Takes back a comment of one's own: nobody sees it any more. */
import { and, eq, isNull } from 'drizzle-orm';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { comments } from '../db/schema/staging.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';

/** Throws a Problem not-found for a comment that is not there or is somebody else's, or in a closed review. */
export function withdrawComment(
	db: Database,
	by: By,
	{ review, comment }: { review: string; comment: string }
): void {
	change(db, by, { action: 'comment', of: () => findReviewResource(db, review) }, (note) => {
		const author = authorOf(by.actor);
		const row = db
			.select()
			.from(comments)
			.where(
				and(
					eq(comments.id, comment),
					eq(comments.reviewId, review),
					eq(comments.kind, 'comment'),
					eq(comments.changedBy, author),
					isNull(comments.withdrawnAt)
				)
			)
			.get();
		if (!row) throw notThere();
		db.update(comments).set({ withdrawnAt: by.at }).where(eq(comments.id, comment)).run();
		note({ verb: 'comment-withdrawn', review, subject: row.about });
	});
}
