/** Withdraws an attachment: it is listed apart and counts nowhere, and it can be brought back. */
import { eq } from 'drizzle-orm';
import type { Saved } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { attachments } from '../db/schema/attachments.ts';
import { findAttachmentRow } from '../queries/attachments.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

/** One that is so already stays as it is. Throws a Problem not-found for what is not there or cannot be changed. */
export function withdrawAttachment(
	db: Database,
	by: By,
	{ review, attachment }: { review: string; attachment: string }
): Saved {
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'gather-evidence', of }, (note) => {
		const row = findAttachmentRow(db, review, attachment);
		if (row.withdrawnAt) return { saved: { version: row.version, at: row.changedAt } };
		const version = row.version + 1;
		db.update(attachments)
			.set({ withdrawnAt: by.at, version, changedBy: authorOf(by.actor), changedAt: by.at })
			.where(eq(attachments.id, attachment))
			.run();
		note({
			verb: 'attachment-withdrawn',
			review,
			subject: attachment,
			facts: { version },
			before: row.title
		});
		return { saved: { version, at: by.at } };
	});
}
