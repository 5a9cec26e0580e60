/**
 * Puts the next replacement in the place of a file that cannot be read. The record keeps its number and gets the other
 * reference; what was given to the file that it stood for goes, and its readings begin again.
 */
import { and, eq } from 'drizzle-orm';
import { tidyText } from '#lib/judgement/written-text.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { frameEntries } from '../db/schema/drawing.ts';
import { answers, records, sources, writtenAnswers } from '../db/schema/evidence.ts';
import { adjudications, readingComments, readings } from '../db/schema/readings.ts';
import { passages } from '../db/schema/voices.ts';
import { FormProblem } from '../problems.ts';
import { findDrawn, listDrawn, type DrawnEntry } from '../queries/drawing.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findSource } from '../queries/sources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';

export type ReplacementAsked = {
	review: string;
	source: string;
	/** Reference of what is given up. */
	reference: string;
	/** Why; kept with the replacement and with the event. */
	reason: string;
	confirmed?: readonly string[];
};

export type ReplacementUsed = {
	reference: string;
	/** Number of the record; null where what is drawn are no records. */
	record: number | null;
	/** Answers to the file that was given up, which were deleted. */
	answers: number;
};

/** Letters. */
const longest = 1000;

/** Throws a Problem: not-found; form-invalid, also when no replacement is left. */
export function useReplacement(db: Database, by: By, asked: ReplacementAsked): ReplacementUsed {
	const { review, source: id, confirmed } = asked;
	const reason = tidyText(asked.reason);
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'arrange-evidence', of }, (note) => {
		const { key, id: slug } = findSource(db, review, id);
		const entries = listDrawn(db, key);
		const given = entries.find(
			({ reference, standing }) =>
				reference === asked.reference && (standing === 'drawn' || standing === 'used')
		);
		checkTexts(given, reason);
		refuseIdentifiers({ reason }, confirmed);
		const next = nextFor(given!, entries, findDrawn(db, key)?.column ?? null);
		const authorship = { changedBy: authorOf(by.actor), changedAt: by.at };
		const update = (reference: string, row: Partial<typeof frameEntries.$inferInsert>) =>
			db
				.update(frameEntries)
				.set({ ...row, ...authorship })
				.where(and(eq(frameEntries.sourceId, key), eq(frameEntries.reference, reference)))
				.run();
		const { record } = given!;
		update(given!.reference, { standing: 'replaced' });
		update(next.reference, { standing: 'used', record, standsFor: given!.reference, reason });
		const deleted = record === null ? 0 : clearRecord(db, key, record);
		if (record !== null)
			db.update(records)
				.set({ reference: next.reference, strata: next.strata })
				.where(and(eq(records.sourceId, key), eq(records.number, record)))
				.run();
		db.update(sources).set(authorship).where(eq(sources.id, key)).run();
		note({
			verb: 'replacement-used',
			organisation: of()!.organisation,
			review,
			subject: slug,
			facts: { record, answers: deleted },
			reason
		});
		return { reference: next.reference, record, answers: deleted };
	});
}

function checkTexts(given: DrawnEntry | undefined, reason: string): void {
	const faults: Record<string, string> = {};
	if (!given) faults.reference = 'Choose a reference that is in the sample now.';
	if (reason === '') faults.reason = 'Write why it is replaced.';
	if (reason.length > longest)
		faults.reason = `Write at most ${longest} letters; these are ${reason.length}.`;
	if (Object.keys(faults).length > 0) throw new FormProblem(faults);
}

/** The first replacement that is left, of a stratified sample in the same stratum. */
function nextFor(given: DrawnEntry, entries: readonly DrawnEntry[], column: string | null): DrawnEntry {
	const stratum = column === null ? null : given.strata[column];
	const next = entries.find(
		({ standing, strata }) => standing === 'replacement' && (column === null || strata[column] === stratum)
	);
	if (next) return next;
	const where = stratum === null ? '' : ` for ${stratum}`;
	throw new FormProblem({ reference: `There is no replacement left${where}.` });
}

/** All that was given to a record, by any reader. Returns how many answers went. */
function clearRecord(db: Database, key: number, record: number): number {
	for (const table of [writtenAnswers, adjudications, readingComments, readings, passages])
		db.delete(table)
			.where(and(eq(table.sourceId, key), eq(table.record, record)))
			.run();
	return db
		.delete(answers)
		.where(and(eq(answers.sourceId, key), eq(answers.record, record)))
		.run().changes;
}
