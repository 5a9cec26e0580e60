/** Takes a file of answers into a source of a review, as one batch: all of them or, when anything is wrong, none. */
import { randomUUID } from 'node:crypto';
import { shown } from '#lib/evidence/answers-file-problem.ts';
import { describeProblem, readAnswersFile, type AnswersFile } from '#lib/evidence/answers-file.ts';
import { findIdentifiers } from '#lib/evidence/identifiers.ts';
import { fixedWords, type Instrument } from '#lib/evidence/instrument.ts';
import { sampleMismatch } from '#lib/measures/sample-mismatch.ts';
import { dayOf } from '#lib/pages/times.ts';
import { longDate } from '#lib/reports/dates.ts';
import type { Database } from '../db/open.ts';
import { digestOf, recordDigest } from '../imports/record-digest.ts';
import { Problem } from '../problems.ts';
import { listKnown } from '../queries/batches.ts';
import { findDocument } from '../queries/documents.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findSource } from '../queries/sources.ts';
import { addBatch } from './add-batch.ts';
import { change } from './change.ts';
import type { ImportedBy } from './import-review.ts';
import type { CodedRecord } from '../imports/answer-columns.ts';

export type AnswersImport = ImportedBy & {
	review: string;
	source: string;
	/** The text of the file. */
	text: string;
	/** Of the file; left out where it has none. */
	fileName?: string;
};

/** `duplicates`: rows that came with an earlier import and were left out. */
export type TakenIn = Pick<AnswersFile, 'dropped'> & { batch: string; records: number; duplicates: number };

/**
 * Records are added after those that are there; a row that is there already, under its reference and with the same
 * answers, is left out. Throws a Problem: not-found; answers-refused (with every fault as a detail: row, column,
 * value, what is expected), sample-mismatch, nothing-new, instrument-without-options.
 */
export function importAnswers(
	db: Database,
	{ review, source: id, text, fileName, actor, at, identifiersChecked = false }: AnswersImport
): TakenIn {
	const source = findSource(db, review, id);
	if (source.instrument === null)
		throw new Problem('instrument-invalid', `The source ${id} has no instrument, so it takes no answers.`);
	const instrument = findDocument(db, 'instrument', source.instrument);
	requireOptions(instrument);
	const file = readAnswersFile(text, instrument);
	refuseProblems(file.problems.filter(({ code }) => !identifiersChecked || code !== 'identifier'));
	const records = codedRecords(file, instrument);
	const of = () => findReviewResource(db, review);
	return change(db, { actor, at }, { action: 'take-in-answers', of }, (note) => {
		const { key, sample, recordCount } = findSource(db, review, id);
		const fresh = withoutKnown(records, listKnown(db, key).references);
		const mismatch = sampleMismatch(sample, recordCount + fresh.length);
		if (mismatch) throw new Problem('sample-mismatch', `${mismatch} Nothing was stored.`);
		const duplicates = records.length - fresh.length;
		const batch = {
			id: randomUUID(),
			name: nameOf(fileName, at),
			way: 'command-line' as const,
			format: 'cairn',
			fileName: fileName === undefined ? null : withoutIdentifiers(fileName),
			fileDigest: digestOf(text),
			dropped: file.dropped,
			duplicates
		};
		addBatch(db, { actor, at }, key, batch, fresh);
		const facts = { batch: batch.id, records: fresh.length, duplicates };
		note({ verb: 'answers-imported', organisation: of()!.organisation, review, subject: id, facts });
		return { batch: batch.id, records: fresh.length, duplicates, dropped: file.dropped };
	});
}

type CodedRow = CodedRecord & { row: number };

/** Throws when a reference is there already with other answers, or when nothing is left. */
function withoutKnown(records: readonly CodedRow[], known: ReadonlyMap<string, string | null>): CodedRow[] {
	const faults: AnswersFile['problems'] = records
		.filter(({ reference, digest }) => ![undefined, null, digest].includes(known.get(reference)))
		.map(({ row, reference }) => ({
			code: 'duplicate-reference',
			row,
			column: 'reference',
			value: shown(reference),
			expected: 'one that the source does not have yet: there it has other answers'
		}));
	refuseProblems(faults);
	const fresh = records.filter(({ reference }) => !known.has(reference));
	if (fresh.length === 0)
		throw new Problem(
			'nothing-new',
			`All ${records.length} rows came with an earlier import. Nothing was stored.`
		);
	return fresh;
}

/** A name that is offered; a file may be called after a person. */
const nameOf = (fileName: string | undefined, at: string) =>
	(fileName === undefined ? null : withoutIdentifiers(fileName)) ?? `Answers of ${longDate(dayOf(at))}`;

const withoutIdentifiers = (name: string) => (findIdentifiers(name).length > 0 ? null : name);

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
export function requireOptions({ id, questions }: Instrument): void {
	const open = questions.filter(
		(question) => ['single-choice', 'multiple-choice'].includes(question.type) && !fixedWords(question)
	);
	if (open.length > 0)
		throw new Problem(
			'instrument-without-options',
			`The instrument ${id} gives no options for ${open.map((question) => question.code).join(', ')}. Answers to a choice can only be kept when its options are given.`
		);
}

function codedRecords(file: AnswersFile, { questions }: Instrument): CodedRow[] {
	return file.records.map(({ reference, strata, answers, row }) => {
		const coded = questions.flatMap(({ code }, question) => {
			const answer = answers.get(code);
			return answer ? [{ question, ...answer }] : [];
		});
		return { row, reference, strata, answers: coded, digest: recordDigest({ strata, answers: coded }) };
	});
}
