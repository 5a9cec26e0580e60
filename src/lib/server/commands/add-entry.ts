/** Begins an entry that an organisation shares: practice, a resource or a test of change. It begins as a draft. */
import { randomUUID } from 'node:crypto';
import { entryKinds } from '#lib/practice/entry-kinds.ts';
import { authorOf } from '../access/actor.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { entries } from '../db/schema/community.ts';
import { FormProblem } from '../problems.ts';
import { listWritingFor } from '../queries/writing-for.ts';
import { listSharingFor } from '../queries/shared-tests.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';
import { checkedEntry, entryNames, type EntryTexts } from './entry-texts.ts';
import { plainName } from './plain-name.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';

export type NewEntry = {
	kind: string;
	/** As the form has them; only the title is needed to begin. */
	texts: EntryTexts;
	/** Id of the organisation whose it is; the only one that the actor writes for, where it is left out. */
	organisation?: string;
	/** Of a test of change, where it stands: `<review>/<action>/<test>`. */
	sharedFrom?: string | null;
	/** What looks like an identifier and was confirmed as naming nobody. */
	confirmed?: readonly string[];
};

/**
 * Returns its id, which is made of the title and stays. Throws a Problem: not-found for somebody who shares nothing,
 * or who may not share what was tried in the review that it comes from; form-invalid, also for words that may name somebody.
 */
export function addEntry(db: Database, by: By, asked: NewEntry): string {
	const { confirmed, sharedFrom = null } = asked;
	return change(db, by, { action: 'join-in', of: () => installation }, (note) => {
		const own = listWritingFor(db, by.actor);
		if (own.length === 0) throw notThere();
		const of =
			own.length === 1 && !asked.organisation ? own[0] : own.find(({ id }) => id === asked.organisation);
		if (!of) throw new FormProblem({ organisation: 'Choose for whom you share it.' });
		const kind = entryKinds.find((each) => each === asked.kind);
		if (!kind) throw new FormProblem({ kind: 'Choose what it is.' });
		if (sharedFrom !== null) {
			const mayShare = listSharingFor(db, by.actor, sharedFrom.split('/')[0] ?? '');
			if (!mayShare.some(({ id }) => id === of.id)) throw notThere();
		}
		const { texts, values } = checkedEntry(db, kind, asked.texts);
		refuseIdentifiers(entryNames(kind, texts), confirmed);
		const id = nameOf(values.title, kind);
		db.insert(entries)
			.values({
				...values,
				...{ id, kind, organisationId: of.id, example: of.example, sharedFrom },
				...{ writtenBy: authorOf(by.actor), changedBy: authorOf(by.actor), changedAt: by.at }
			})
			.run();
		note({ verb: 'entry-added', organisation: of.id, subject: id, facts: { kind }, after: values.title });
		return id;
	});
}

/** Of the title; the end is by chance, so that no name tells of another's draft. */
function nameOf(title: string, kind: string): string {
	return `${plainName(title) || kind}-${randomUUID().slice(0, 6)}`;
}
