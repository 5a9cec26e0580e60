/** Adds a file to a review, or a further revision of one that is there: its bytes, what it is, and what it is on. */
import { createHash, randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { tidyLine } from '#lib/judgement/written-text.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { attachmentFiles, attachments } from '../db/schema/attachments.ts';
import { attachmentType } from '../files/attachment-type.ts';
import { attachmentWords } from '../files/attachment-words.ts';
import { refuseFile } from '../files/refuse-file.ts';
import { FormProblem } from '../problems.ts';
import { findAttachmentRow } from '../queries/attachments.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { checkedAttachment, type AttachmentTexts } from './attachment-texts.ts';
import { change } from './change.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';

/** Bytes. */
export const largestAttachment = 15_000_000;

export type AttachedFile = { fileName: string; bytes: Uint8Array };

type Asked = AttachedFile & {
	review: string;
	/** What looks like an identifier and was confirmed as naming nobody. */
	confirmed?: readonly string[];
} & (AttachmentTexts | { replaces: string });

/**
 * Returns its id. Throws a Problem: not-found; form-invalid; table-refused for a file that is too large or of a kind
 * that is not taken; changed-meanwhile as form-invalid when what is replaced has a later revision already.
 */
export function addAttachment(db: Database, by: By, asked: Asked): string {
	const { review, bytes, fileName, confirmed } = asked;
	if (bytes.length > largestAttachment)
		refuseFile(fileName, `is larger than ${largestAttachment / 1_000_000} MB. Attach a smaller one.`);
	const type = attachmentType(bytes, fileName);
	const words = attachmentWords(bytes, fileName, type);
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'gather-evidence', of }, (note) => {
		const before = 'replaces' in asked ? earlier(db, review, asked.replaces) : null;
		const { values, texts } = before
			? { values: before.values, texts: { title: before.values.title } }
			: checkedAttachment(db, review, asked as AttachmentTexts);
		refuseIdentifiers({ title: texts.title, file: words ?? '', name: fileName }, confirmed);
		const id = randomUUID();
		const revision = (before?.revision ?? 0) + 1;
		const digest = createHash('sha256').update(bytes).digest('hex');
		db.insert(attachments)
			.values({
				...values,
				id,
				reviewId: review,
				fileName: nameOf(fileName, type.ending),
				mediaType: type.media,
				size: bytes.length,
				digest,
				revision,
				replaces: before?.id ?? null,
				changedBy: authorOf(by.actor),
				changedAt: by.at
			})
			.run();
		db.insert(attachmentFiles)
			.values({ attachmentId: id, bytes: Buffer.from(bytes) })
			.run();
		note({ verb: 'attachment-added', review, subject: id, facts: { revision, size: bytes.length, digest } });
		return id;
	});
}

function earlier(db: Database, review: string, id: string) {
	const { title, sourceId, elements, from, to, revision } = findAttachmentRow(db, review, id);
	const later = db
		.select({ id: attachments.id })
		.from(attachments)
		.where(and(eq(attachments.replaces, id), isNull(attachments.withdrawnAt)))
		.get();
	if (later)
		throw new FormProblem({ file: 'There is a later revision already. Open that one and replace it.' });
	return { id, revision, values: { title, sourceId, elements, from, to } };
}

/** Its own name without folders, with the ending that belongs to its content. */
function nameOf(fileName: string, ending: string): string {
	const name = tidyLine(fileName.replace(/^.*[\\/]/s, '')).replace(/\.[A-Za-z0-9]{1,5}$/, '');
	return `${name.slice(0, 100) || 'attachment'}.${ending}`;
}
