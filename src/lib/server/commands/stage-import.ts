/** Begins to take in a file that was sent: from here on it has a page where one sees how far it is. */
import { randomUUID } from 'node:crypto';
import { maskIdentifiers } from '#lib/evidence/identifiers.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { stagedImports } from '../db/schema/imports.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findSource } from '../queries/sources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

export type StageAsked = {
	review: string;
	source: string;
	/** As the browser gives it. */
	fileName: string;
};

/** How long what was read waits, in milliseconds. */
const longestWait = 24 * 60 * 60 * 1000;
const longestName = 120;

/** Returns its id. Throws a Problem not-found for a review that takes no answers from this actor. */
export function stageImport(db: Database, by: By, { review, source: id, fileName }: StageAsked): string {
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'take-in-answers', of }, (note) => {
		const source = findSource(db, review, id);
		const staged = randomUUID();
		db.insert(stagedImports)
			.values({
				id: staged,
				sourceId: source.key,
				personId: by.actor.kind === 'person' ? by.actor.id : null,
				fileName: plainName(fileName),
				state: 'reading',
				startedAt: by.at,
				expiresAt: new Date(Date.parse(by.at) + longestWait).toISOString(),
				changedBy: authorOf(by.actor),
				changedAt: by.at
			})
			.run();
		note({ verb: 'import-begun', organisation: of()!.organisation, review, subject: source.id });
		return staged;
	});
}

/** Without its folders; what may name somebody in it is left out. */
function plainName(fileName: string): string {
	const name = fileName.replace(/^.*[\\/]/s, '').replace(/\s+/g, ' ');
	return maskIdentifiers(name.toWellFormed()).slice(0, longestName) || 'A file';
}
