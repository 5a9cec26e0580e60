/** Takes a file of answers into a source of a review: all of them or, when anything is wrong, none. */
import { eq } from 'drizzle-orm';
import { describeProblem, readAnswersFile, type AnswersFile } from '#lib/evidence/answers-file.ts';
import { fixedWords, type Instrument } from '#lib/evidence/instrument.ts';
import { sampleMismatch } from '#lib/measures/sample-mismatch.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { sources } from '../db/schema/evidence.ts';
import { Problem } from '../problems.ts';
import { findDocument } from '../queries/documents.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findSource } from '../queries/sources.ts';
import { change } from './change.ts';
import type { ImportedBy } from './import-review.ts';
import { recordAnswers, type CodedRecord } from './record-answers.ts';

export type AnswersImport = ImportedBy & {
	review: string;
	source: string;
	/** The text of the file. */
	text: string;
};

export type TakenIn = Pick<AnswersFile, 'dropped'> & { records: number };

/**
 * Returns how many records were taken in, and which columns were dropped because they name people. Throws a Problem: not-found, source-has-answers, answers-refused (with
 * every fault as a detail: row, column, value, what is expected), sample-mismatch, instrument-without-options.
 */
export function importAnswers(
	db: Database,
	{ review, source: id, text, actor, at, identifiersChecked = false }: AnswersImport
): TakenIn {
	const source = findSource(db, review, id);
	if (source.instrument === null)
		throw new Problem('instrument-invalid', `The source ${id} has no instrument, so it takes no answers.`);
	const instrument = findDocument(db, 'instrument', source.instrument);
	requireOptions(instrument);
	const file = readAnswersFile(text, instrument);
	refuseProblems(file.problems.filter(({ code }) => !identifiersChecked || code !== 'identifier'));
	const mismatch = sampleMismatch(source.sample, file.records.length);
	if (mismatch) throw new Problem('sample-mismatch', `${mismatch} Nothing was stored.`);
	const of = () => findReviewResource(db, review);
	change(db, { actor, at }, { action: 'take-in-answers', of }, (note) => {
		if (findSource(db, review, id).recordCount > 0)
			throw new Problem(
				'source-has-answers',
				`The source ${id} has answers already (${source.recordCount} records). Nothing was stored.`
			);
		recordAnswers(db, source.key, codedRecords(file, instrument));
		db.update(sources)
			.set({ changedBy: authorOf(actor), changedAt: at })
			.where(eq(sources.id, source.key))
			.run();
		note({ verb: 'answers-imported', review, subject: id, facts: { records: file.records.length } });
	});
	return { records: file.records.length, dropped: file.dropped };
}

/** Throws when there are any problems; every one is a detail. */
export function refuseProblems(problems: AnswersFile['problems']): void {
	if (problems.length > 0)
		throw new Problem(
			'answers-refused',
			`The file of answers has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}. Nothing was taken in.`,
			problems.map(describeProblem)
		);
}

/** A kept answer is the position of its word, so the words must be known before the file is read. */
function requireOptions({ id, questions }: Instrument): void {
	const open = questions.filter(
		(question) => ['single-choice', 'multiple-choice'].includes(question.type) && !fixedWords(question)
	);
	if (open.length > 0)
		throw new Problem(
			'instrument-without-options',
			`The instrument ${id} gives no options for ${open.map((question) => question.code).join(', ')}. Answers to a choice can only be kept when its options are given.`
		);
}

function* codedRecords(file: AnswersFile, { questions }: Instrument): Generator<CodedRecord> {
	for (const { reference, strata, answers } of file.records)
		yield {
			reference,
			strata,
			answers: questions.flatMap(({ code }, question) => {
				const answer = answers.get(code);
				return answer ? [{ question, ...answer }] : [];
			})
		};
}
