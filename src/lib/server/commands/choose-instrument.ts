/** Gives a source the instrument whose questions it asks, or none. */
import { eq } from 'drizzle-orm';
import type { Instrument } from '#lib/evidence/instrument.ts';
import { referenceOf } from '#lib/frameworks/source.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { sources } from '../db/schema/evidence.ts';
import { FormProblem, Problem } from '../problems.ts';
import { whyFixed } from '../queries/instrument-editor.ts';
import { findChoosable } from '../queries/instrument-library.ts';
import { linksToQuestions } from '../queries/question-links.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findSourceRow } from '../queries/source-editor.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

export type InstrumentAsked = {
	review: string;
	source: string;
	/** id@edition; empty for a source that asks no questions. */
	instrument: string;
};

/**
 * Throws a Problem: not-found for what is not there, what the actor may not arrange, and a review that is closed;
 * form-invalid for an instrument that is not in the library of the review; source-has-answers; question-in-use.
 */
export function chooseInstrument(
	db: Database,
	by: By,
	{ review, source, instrument }: InstrumentAsked
): void {
	const of = () => findReviewResource(db, review);
	change(db, by, { action: 'arrange-evidence', of }, (note) => {
		const { row } = findSourceRow(db, review, source);
		const fixed = whyFixed(db, row);
		if (fixed) throw new Problem('source-has-answers', fixed);
		const chosen = instrument === '' ? null : findChoosable(db, review, instrument);
		if (chosen === undefined) throw new FormProblem({ instrument: 'Choose an instrument from the list.' });
		const reference = chosen && referenceOf(chosen);
		if (reference === row.instrument) return;
		refuseLostQuestions(db, review, source, chosen);
		db.update(sources)
			.set({ instrument: reference, changedBy: authorOf(by.actor), changedAt: by.at })
			.where(eq(sources.id, row.id))
			.run();
		const facts = { instrument: reference, questions: chosen?.questions.length ?? null };
		note({ verb: 'instrument-chosen', review, subject: source, facts });
	});
}

/** Throws a Problem question-in-use where a finding rests on a question of the source that would be gone. */
export function refuseLostQuestions(
	db: Database,
	review: string,
	source: string,
	instrument: Instrument | null
): void {
	const codes = new Set(instrument?.questions.map(({ code }) => code));
	const lost = linksToQuestions(db, review, source).filter(({ question }) => !codes.has(question));
	if (lost.length === 0) return;
	throw new Problem(
		'question-in-use',
		'Findings rest on questions that would be gone. Change these findings first, or keep the questions.',
		lost.map(({ question, heading }) => `The finding “${heading}” rests on question ${question}.`)
	);
}
