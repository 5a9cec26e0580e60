/** Adds a file to a draft of an entry, or to one that was returned. */
import { createHash, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { tidyLine } from '#lib/judgement/written-text.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { entryFiles } from '../db/schema/community.ts';
import { attachmentType } from '../files/attachment-type.ts';
import { attachmentWords } from '../files/attachment-words.ts';
import { refuseFile } from '../files/refuse-file.ts';
import { FormProblem, Problem } from '../problems.ts';
import { findEntryRow } from '../queries/entries.ts';
import { whyEntryClosed } from '../queries/entry-texts.ts';
import { findEntryResource } from '../queries/resources.ts';
import { largestAttachment, type AttachedFile } from './add-attachment.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';

/** Files of one entry. */
const mostFiles = 10;
/** Letters of a title. */
const longest = 200;

export type NewEntryFile = AttachedFile & { entry: string; title: string; confirmed?: readonly string[] };

/**
 * Returns its id. Throws a Problem: not-found for what is not there or not the actor's to change; table-refused for a
 * file that is too large or of a kind that is not taken; form-invalid; changed-meanwhile where the entry is sent,
 * published or withdrawn.
 */
export function addEntryFile(db: Database, by: By, asked: NewEntryFile): string {
	const { entry, bytes, fileName, confirmed } = asked;
	if (bytes.length > largestAttachment)
		refuseFile(fileName, `is larger than ${largestAttachment / 1_000_000} MB. Add a smaller one.`);
	const type = attachmentType(bytes, fileName);
	const words = attachmentWords(bytes, fileName, type);
	return change(db, by, { action: 'change-entry', of: () => findEntryResource(db, entry) }, (note) => {
		const row = findEntryRow(db, entry);
		const closed = whyEntryClosed(row);
		if (closed) throw new Problem('changed-meanwhile', closed);
		const title = tidyLine(asked.title);
		if (title === '') throw new FormProblem({ title: 'Write what it is called.' });
		if (title.length > longest) throw new FormProblem({ title: `Write at most ${longest} letters.` });
		const others = db
			.select({ id: entryFiles.id })
			.from(entryFiles)
			.where(eq(entryFiles.entryId, entry))
			.all();
		if (others.length >= mostFiles) throw new FormProblem({ file: `Add at most ${mostFiles} files.` });
		refuseIdentifiers({ title, file: words ?? '', name: fileName }, confirmed);
		const id = randomUUID();
		const digest = createHash('sha256').update(bytes).digest('hex');
		db.insert(entryFiles)
			.values({
				...{ id, entryId: entry, title, fileName: nameOf(fileName, type.ending), digest },
				...{ mediaType: type.media, size: bytes.length, bytes: Buffer.from(bytes) },
				...{ addedBy: authorOf(by.actor), addedAt: by.at }
			})
			.run();
		note({
			verb: 'entry-file-added',
			organisation: row.organisationId,
			subject: entry,
			facts: { size: bytes.length, digest },
			after: title
		});
		return id;
	});
}

/** Its own name without folders, with the ending that belongs to its content. */
function nameOf(fileName: string, ending: string): string {
	const name = tidyLine(fileName.replace(/^.*[\\/]/s, '')).replace(/\.[A-Za-z0-9]{1,5}$/, '');
	return `${name.slice(0, 100) || 'file'}.${ending}`;
}
