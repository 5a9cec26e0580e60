/** Records turned into columns, as they are written down: it takes the longest of it all and needs no database. */

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
