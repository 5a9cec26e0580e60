/**
 * Writes records with their coded answers under a source, after those that are there. The answers go in question by
 * question, as they lie in their table, each question's in one statement from a list in JSON: row by row, or in the
 * order of the records, takes seven times as long, and all of it is time in which nobody else can save.
 */
import type { Database } from '../db/open.ts';

/** A record with its coded answers by the position of the question in its instrument. */
export type CodedRecord = {
	reference: string;
	strata: Readonly<Record<string, string>>;
	/** Of what stood in its row, for an import; see evidence.ts. */
	digest?: string | null;
	answers: readonly { question: number; code: number; text?: string }[];
};

/** What is written in the tables: `column[i]` is the code of the i-th record, null where the question is blank. */
export type AnswerColumns = {
	/** Reference, strata in JSON and digest of each record. */
	records: [reference: string, strata: string, digest: string | null][];
	/** By question; a question that nobody answered has no column. */
	codes: Map<number, (number | null)[]>;
	/** By question: the position of the record, and the text. */
	written: Map<number, [record: number, text: string][]>;
};

/** How many records one statement takes: their list in JSON stays small. */
const recordsAtOnce = 5000;

/** Turns records into columns, which takes the longest and needs no database. */
export function answerColumns(records: Iterable<CodedRecord>): AnswerColumns {
	const columns: AnswerColumns = { records: [], codes: new Map(), written: new Map() };
	for (const { reference, strata, digest = null, answers } of records) {
		const at = columns.records.length;
		columns.records.push([reference.toWellFormed(), JSON.stringify(strata), digest]);
		for (const { question, code, text } of answers) {
			columnOf(columns.codes, question)[at] = code;
			// Half a letter alone (from a broken file) is one that no database can hold.
			if (text !== undefined) columnOf(columns.written, question).push([at, text.toWellFormed()]);
		}
	}
	return columns;
}

function columnOf<Cell>(columns: Map<number, Cell[]>, question: number): Cell[] {
	const column = columns.get(question) ?? [];
	columns.set(question, column);
	return column;
}

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
