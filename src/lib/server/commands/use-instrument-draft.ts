/** Puts the version in the making into use: it is kept for good as the next edition, and the source asks it. */
import { eq } from 'drizzle-orm';
import { draftFaults, instrumentJson } from '#lib/evidence/instrument-draft.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { instrumentDrafts } from '../db/schema/documents.ts';
import { sources } from '../db/schema/evidence.ts';
import { Problem } from '../problems.ts';
import { findDocument, listDocuments } from '../queries/documents.ts';
import { findDraft, noDraft, whyFixed } from '../queries/instrument-editor.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findSourceRow } from '../queries/source-editor.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { refuseLostQuestions } from './choose-instrument.ts';
import { keepDocument } from './keep-document.ts';

export type UseAsked = {
	review: string;
	source: string;
	/** Of the version in the making, as it was looked at. */
	version: number;
};

/**
 * Returns the id@edition under which it is kept. Throws a Problem: not-found for what is not there, what the actor may
 * not arrange, and a review that is closed; source-has-answers; changed-meanwhile; instrument-invalid with every
 * fault, named by its question; question-in-use.
 */
export function useInstrumentDraft(db: Database, by: By, { review, source, version }: UseAsked): string {
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'arrange-evidence', of }, (note) => {
		const { row } = findSourceRow(db, review, source);
		const fixed = whyFixed(db, row);
		if (fixed) throw new Problem('source-has-answers', fixed);
		const found = findDraft(db, row.id);
		if (!found) throw noDraft();
		if (found.version !== version)
			throw new Problem(
				'changed-meanwhile',
				'Somebody has written in it in the meantime. Look at it again first.'
			);
		const faults = draftFaults(found.draft);
		if (faults.length > 0)
			throw new Problem(
				'instrument-invalid',
				'This version cannot be used yet',
				faults.map(({ place, message }) => `${place}: ${message}.`)
			);
		const { id } = found.draft;
		const edition = nextEdition(db, id);
		keepDocument(db, { kind: 'instrument', id, edition, json: instrumentJson(found.draft, edition) }, by.at);
		const reference = `${id}@${edition}`;
		const kept = findDocument(db, 'instrument', reference);
		refuseLostQuestions(db, review, source, kept);
		db.update(sources)
			.set({ instrument: reference, changedBy: authorOf(by.actor), changedAt: by.at })
			.where(eq(sources.id, row.id))
			.run();
		db.delete(instrumentDrafts).where(eq(instrumentDrafts.sourceId, row.id)).run();
		const facts = { instrument: reference, edition, questions: kept.questions.length };
		note({ verb: 'instrument-used', review, subject: source, facts });
		return reference;
	});
}

/** One more than the highest whole number among those that were used. */
function nextEdition(db: Database, id: string): string {
	const editions = listDocuments(db, 'instrument')
		.filter((instrument) => instrument.id === id)
		.map(({ edition }) => Number(edition))
		.filter(Number.isSafeInteger);
	return String(Math.max(0, ...editions) + 1);
}
