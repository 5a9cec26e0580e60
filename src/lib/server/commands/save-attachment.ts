/** Saves what is written about an attachment; the file itself never changes. */
import { eq } from 'drizzle-orm';
import type { SaveResult } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { attachments } from '../db/schema/attachments.ts';
import { findAttachmentRow, keptAttachment, whyAttachmentClosed } from '../queries/attachments.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { checkedAttachment, type AttachmentTexts } from './attachment-texts.ts';
import { change } from './change.ts';
import { saveOver, type SaveAsked } from './save-over.ts';

/** Throws a Problem: not-found for what is not there or not the actor's to write; form-invalid, field by field. */
export function saveAttachment(
	db: Database,
	by: By,
	asked: SaveAsked & AttachmentTexts & { review: string; attachment: string }
): SaveResult {
	const { review, attachment } = asked;
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'open-evidence', of }, (note) => {
		const row = findAttachmentRow(db, review, attachment);
		const closed = whyAttachmentClosed(db, row);
		if (closed) return { closed };
		const { texts, values } = checkedAttachment(db, review, asked);
		const kept = keptAttachment(db, row);
		const write = (version: number) => {
			db.update(attachments)
				.set({ ...values, version, changedBy: authorOf(by.actor), changedAt: by.at })
				.where(eq(attachments.id, attachment))
				.run();
			note({
				verb: 'attachment-saved',
				review,
				subject: attachment,
				facts: { version },
				before: row.title,
				after: texts.title
			});
		};
		return saveOver(kept, texts, asked, write, by.at);
	});
}
