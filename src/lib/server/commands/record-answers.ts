/**
 * Writes records with their coded answers under a source, after those that are there. The answers go in question by
 * question, as they lie in their table, each question's in one statement from a list in JSON: row by row, or in the
 * order of the records, takes seven times as long, and all of it is time in which nobody else can save.
 */
import type { Database } from '../db/open.ts';
import { answerColumns, type AnswerColumns, type CodedRecord } from '../imports/answer-columns.ts';

export type { CodedRecord } from '../imports/answer-columns.ts';

/** How many records one statement takes: their list in JSON stays small. */
const recordsAtOnce = 5000;

/** `first` is the number of the first record that was added. */
export type Recorded = { records: number; answers: number; first: number };

/**
 * To be called inside a transaction. The records are numbered on from the highest number that the source has.
 * `batch`: the import that they come with.
 */
export function recordAnswers(
	{ $client }: Database,
	sourceId: number,
	records: Iterable<CodedRecord> | AnswerColumns,
	batch: string | null = null
): Recorded {
	const columns = 'codes' in records ? records : answerColumns(records);
	const last = $client
		.prepare('select coalesce(max(number), 0) from records where source_id = ?')
		.pluck()
		.get(sourceId) as number;
	const insertRecords = $client.prepare(
		`insert into records (source_id, number, reference, strata, batch_id, digest)
		 select @sourceId, @after + key + 1, value ->> 0, value ->> 1, @batch, value ->> 2 from json_each(@rows)`
	);
	for (let start = 0; start < columns.records.length; start += recordsAtOnce) {
		const rows = JSON.stringify(columns.records.slice(start, start + recordsAtOnce));
		insertRecords.run({ sourceId, after: last + start, batch, rows });
	}
	const insertAnswers = $client.prepare(
		`insert into answers (source_id, question, record, reading, value)
		 select @sourceId, @question, @after + key + 1, 1, value from json_each(@codes) where value is not null`
	);
	const insertWritten = $client.prepare(
		`insert into written_answers (source_id, question, record, reading, text)
		 select @sourceId, @question, @after + (value ->> 0) + 1, 1, value ->> 1 from json_each(@texts)`
	);
	let answers = 0;
	for (const [question, codes] of inOrder(columns.codes))
		answers += insertAnswers.run({
			sourceId,
			question,
			after: last,
			// A gap in the list is written as null.
			codes: JSON.stringify(codes)
		}).changes;
	for (const [question, texts] of inOrder(columns.written))
		for (let start = 0; start < texts.length; start += recordsAtOnce)
			insertWritten.run({
				sourceId,
				question,
				after: last,
				texts: JSON.stringify(texts.slice(start, start + recordsAtOnce))
			});
	return { records: columns.records.length, answers, first: last + 1 };
}

const inOrder = <Column>(columns: Map<number, Column>) => [...columns].sort(([a], [b]) => a - b);
