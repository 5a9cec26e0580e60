/** Says something to an entry, or answers a topic. */
import { randomUUID } from 'node:crypto';
import { tidyText } from '#lib/judgement/written-text.ts';
import { authorOf } from '../access/actor.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { remarks } from '../db/schema/community.ts';
import { FormProblem, Problem } from '../problems.ts';
import { findSharedAbout } from '../queries/shared-about.ts';
import { speaksFor } from '../queries/writing-for.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';

/** Letters. */
const longest = 5_000;

export type NewRemark = {
	/** `entry:<id>` or `topic:<id>`. */
	about: string;
	text: string;
	/** What looks like an identifier and was confirmed as naming nobody. */
	confirmed?: readonly string[];
};

/**
 * Returns its id. Throws a Problem: not-found for what the actor does not see; changed-meanwhile for a topic that was
 * closed; form-invalid for no text, a long one, or one that may name somebody.
 */
export function writeRemark(db: Database, by: By, { about, text, confirmed }: NewRemark): string {
	return change(db, by, { action: 'join-in', of: () => installation }, (note) => {
		const shared = findSharedAbout(db, by.actor, about);
		const organisation = speaksFor(db, by.actor);
		if (!shared || organisation === null) throw notThere();
		if (shared.closed)
			throw new Problem('changed-meanwhile', 'This topic was closed, and takes no more answers.');
		const written = tidyText(text);
		if (written === '') throw new FormProblem({ text: 'Write something first.' });
		if (written.length > longest) throw new FormProblem({ text: `Write at most ${longest} letters.` });
		refuseIdentifiers({ text: written }, confirmed);
		const id = randomUUID();
		db.insert(remarks)
			.values({
				...{ id, about, organisationId: organisation, text: written },
				...{ writtenBy: authorOf(by.actor), writtenAt: by.at }
			})
			.run();
		note({
			verb: 'remark-written',
			organisation,
			subject: shared.id,
			facts: { about: shared.kind },
			after: written
		});
		return id;
	});
}
