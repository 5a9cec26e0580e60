/**
 * Takes in the workbook that a file reader filled in without a network: every cell that they changed or, when one of
 * them cannot be taken in, none. Each answer is recorded as one given at the desk.
 */
import { plainWord } from '#lib/evidence/plain-word.ts';
import type { Table } from '#lib/evidence/imports/table.ts';
import type { DeskResult } from '#lib/pages/desk-answer.ts';
import { deskValue } from '#lib/pages/desk-questions.ts';
import { readReaderWorkbook, type ChangedCell } from '#lib/pages/read-reader-workbook.ts';
import type { NamesSomebody } from '#lib/pages/save-answer.ts';
import type { Database } from '../db/open.ts';
import { FormProblem, NamesProblem, notFound, Problem } from '../problems.ts';
import { findDeskReading, type DeskAsked, type DeskReading } from '../queries/desk.ts';
import { findDocument } from '../queries/documents.ts';
import { loadReadingList } from '../queries/given-records.ts';
import { listReadingComments } from '../queries/readings.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findSource } from '../queries/sources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { completeReading } from './complete-reading.ts';
import { recordAnswer } from './record-answer.ts';
import { saveComment } from './save-comment.ts';

export type WorkbookAsked = {
	review: string;
	source: string;
	/** As it was read from the file. */
	table: Pick<Table, 'sheets' | 'leftOut'>;
	/** Whether to mark the records that are answered in full as complete. */
	complete: boolean;
	/** What looks like an identifier and was confirmed as naming nobody. */
	confirmed?: readonly string[];
};

export type TakenIn = {
	/** Of the workbook, all of which were found again. */
	rows: number;
	answers: number;
	comments: number;
	/** Records that these are of. */
	records: number;
	completed: number;
	/** Records that were to be completed and have questions without an answer. */
	blanks: number;
};

/**
 * Throws a Problem: not-found; workbook-refused with every cell that cannot be taken in as a detail; form-invalid
 * where words may name somebody and were not confirmed.
 */
export function takeInWorkbook(db: Database, by: By, asked: WorkbookAsked): TakenIn {
	const { review } = asked;
	return change(db, by, { action: 'see-given-records', of: () => findReviewResource(db, review) }, (note) => {
		const source = findSource(db, review, asked.source);
		if (source.instrument === null) throw notFound('workbook of the source', source.id);
		const instrument = findDocument(db, 'instrument', source.instrument);
		const of = { review, source: source.id, instrument: source.instrument };
		const { changes, rows, faults } = readReaderWorkbook(asked.table, of, instrument);
		const own = new Map(
			(
				loadReadingList(db, review, source.id, by.actor).readers.find((reader) => reader.own)?.lines ?? []
			).map((line) => [line.reference, line])
		);
		const found: NamesSomebody[] = [];
		const strangers = new Set<string>();
		const fresh = changes.filter((cell) => !isKept(db, by, asked, cell));
		for (const cell of fresh) {
			if (own.get(cell.reference)?.reading !== cell.reading) {
				// Once for the whole file: a workbook of somebody else has hundreds of cells.
				if (!strangers.has(cell.reference))
					faults.push(`${cell.place}: “${cell.reference}” was not given to you to read, or was taken back.`);
				strangers.add(cell.reference);
				continue;
			}
			const stands = kept(db, by, asked, cell);
			if ('found' in stands)
				found.push(
					...stands.found.map(({ kind, words }) => ({
						field: 'file',
						kind: `${kind} in ${cell.place.toLowerCase()}`,
						words
					}))
				);
			else if (!('saved' in stands)) faults.push(`${cell.place}: ${whyNot(stands)}.`);
		}
		if (faults.length > 0)
			throw new Problem(
				'workbook-refused',
				`Nothing of the workbook was taken in: ${faults.length === 1 ? 'a cell' : `${faults.length} cells`} cannot be.`,
				faults
			);
		if (found.length > 0) throw new NamesProblem(found);
		const answers = fresh.filter(({ what }) => what === 'answer').length;
		const records = new Set(fresh.map(({ reference }) => reference));
		const { completed, blanks } = asked.complete ? completeAll(db, by, asked) : { completed: 0, blanks: 0 };
		const taken = {
			rows,
			answers,
			comments: fresh.length - answers,
			records: records.size,
			completed,
			blanks
		};
		if (fresh.length + completed > 0)
			note({ verb: 'workbook-taken-in', review, subject: source.id, facts: { ...taken } });
		return taken;
	});
}

/** A fault of the answer itself is said as any other. */
function kept(
	db: Database,
	by: By,
	{ review, source, confirmed }: WorkbookAsked,
	cell: ChangedCell
): DeskResult {
	const { reference, question, text, was: from } = cell;
	const at = { review, source, reference, confirmed };
	try {
		return cell.what === 'comment' || question === null
			? saveComment(db, by, { ...at, question, text, from })
			: recordAnswer(db, by, { ...at, question, answer: text, from });
	} catch (problem) {
		if (!(problem instanceof FormProblem)) throw problem;
		return { closed: Object.values(problem.fields).join(' ').replace(/\.$/, '') };
	}
}

function whyNot(result: Exclude<DeskResult, { saved: unknown } | { found: unknown }>): string {
	if ('conflict' in result)
		return `this was changed in Cairn after the workbook was made, to “${result.conflict.now || 'nothing'}”`;
	if ('held' in result) return `${result.held} answers this already`;
	if ('complete' in result) return 'it is marked as complete. Reopen it at the desk first';
	return result.closed.replace(/\.$/, '');
}

/** Whether a cell says what stands there already: a workbook that is sent twice is taken in once. */
function isKept(db: Database, by: By, { review, source }: WorkbookAsked, cell: ChangedCell): boolean {
	const found = findOwnDesk(db, by, { review, source, reference: cell.reference });
	if (!found || found.reading !== cell.reading) return false;
	const position = found.instrument.questions.findIndex(({ code }) => code === cell.question);
	if (cell.what === 'comment') {
		const kept =
			position < 0
				? found.kept?.comment
				: listReadingComments(db, found.source.key, found.record, found.reading).get(position);
		return (kept ?? '') === cell.text;
	}
	return (
		plainWord(deskValue(found.instrument.questions[position]!, found.answers.get(position))) ===
		plainWord(cell.text)
	);
}

/** Null for a record that is not there or was not given to the actor. */
function findOwnDesk(db: Database, by: By, asked: DeskAsked): DeskReading | null {
	try {
		return findDeskReading(db, by.actor, asked);
	} catch (problem) {
		if (problem instanceof Problem && problem.code === 'not-found') return null;
		throw problem;
	}
}

/** Those that are answered in full and not complete yet; how many, and how many of the others were begun. */
function completeAll(
	db: Database,
	by: By,
	{ review, source }: WorkbookAsked
): { completed: number; blanks: number } {
	const { readers } = loadReadingList(db, review, source, by.actor);
	const lines = readers.find((reader) => reader.own)?.lines ?? [];
	const full = lines.filter(
		({ answered, questions, status, heldBy }) =>
			heldBy === null && answered === questions && status !== 'completed'
	);
	for (const { reference } of full) completeReading(db, by, { review, source, reference });
	const begun = lines.filter(({ answered, questions }) => answered > 0 && answered < questions);
	return { completed: full.length, blanks: begun.length };
}
