/**
 * Writes records with their coded answers under a source, many at a time. Prepared statements of fifty rows: a
 * statement for each row, or one built by the query builder, takes several times as long.
 */
import type { Database } from '../db/open.ts';

/** A record with its coded answers by the position of the question in its instrument. */
export type CodedRecord = {
	reference: string;
	strata: Readonly<Record<string, string>>;
	answers: readonly { question: number; code: number; text?: string }[];
};

const rowsAtOnce = 50;

/** Inserts rows of a table in groups of fifty; `columns` names the values of each row in order. */
function bulkInsert(db: Database, table: string, columns: readonly string[]) {
	const row = `(${columns.map(() => '?').join(',')})`;
	const statement = (rows: number) =>
		db.$client.prepare(
			`insert into ${table} (${columns.join(',')}) values ${Array.from({ length: rows }, () => row).join(',')}`
		);
	const many = statement(rowsAtOnce);
	let values: unknown[] = [];
	return {
		add(...row: unknown[]) {
			values.push(...row);
			if (values.length < rowsAtOnce * columns.length) return;
			many.run(...values);
			values = [];
		},
		end() {
			if (values.length > 0) statement(values.length / columns.length).run(...values);
			values = [];
		}
	};
}

/**
 * Records are numbered from 1 in the order given. To be called inside a transaction; `sourceId` is the key of a
 * source that has no records yet.
 */
export function recordAnswers(db: Database, sourceId: number, records: Iterable<CodedRecord>): void {
	const recordRows = bulkInsert(db, 'records', ['source_id', 'number', 'reference', 'strata']);
	const answerRows = bulkInsert(db, 'answers', ['source_id', 'question', 'record', 'reading', 'value']);
	const writtenRows = bulkInsert(db, 'written_answers', [
		'source_id',
		'question',
		'record',
		'reading',
		'text'
	]);
	let number = 0;
	for (const { reference, strata, answers } of records) {
		number += 1;
		recordRows.add(sourceId, number, reference, JSON.stringify(strata));
		for (const { question, code, text } of answers) {
			answerRows.add(sourceId, question, number, 1, code);
			if (text !== undefined) writtenRows.add(sourceId, question, number, 1, text);
		}
	}
	recordRows.end();
	answerRows.end();
	writtenRows.end();
}
