/**
 * Counts and reads answers. `key` is the key of a source, questions are named by their position in the
 * instrument, from 0. Counting groups the clustered table once, whatever the number of questions.
 */
import type { Database } from '../db/open.ts';

/** Coded answer → how many gave it. */
export type CodeCounts = Map<number, number>;

/** Counts of every question of a source: position → counts. */
export function countAnswers(db: Database, key: number): Map<number, CodeCounts> {
	const rows = db.$client
		.prepare(
			'select question, value, count(*) as answers from answers where source_id = ? and reading = 1 group by question, value'
		)
		.all(key) as { question: number; value: number; answers: number }[];
	const byQuestion = new Map<number, CodeCounts>();
	for (const { question, value, answers } of rows) {
		const counts = byQuestion.get(question) ?? new Map<number, number>();
		byQuestion.set(question, counts.set(value, answers));
	}
	return byQuestion;
}

export type CountedStratum = { stratum: string; records: number; questions: Map<number, CodeCounts> };

/** The same for each value of a strata column, in the order of the values. Records without the column: "not stated". */
export function countAnswersByStratum(db: Database, key: number, column: string): CountedStratum[] {
	const path = `$.${JSON.stringify(column)}`;
	const stratum = `coalesce(nullif(json_extract(records.strata, @path), ''), 'not stated')`;
	const sizes = db.$client
		.prepare(
			`select ${stratum} as stratum, count(*) as records from records where source_id = @key group by 1 order by 1`
		)
		.all({ key, path }) as { stratum: string; records: number }[];
	const rows = db.$client
		.prepare(
			`select ${stratum} as stratum, question, value, count(*) as answers
			 from answers join records on records.source_id = answers.source_id and records.number = answers.record
			 where answers.source_id = @key and reading = 1 group by 1, question, value`
		)
		.all({ key, path }) as { stratum: string; question: number; value: number; answers: number }[];
	const strata = new Map<string, CountedStratum>(
		sizes.map((size) => [size.stratum, { ...size, questions: new Map() }])
	);
	for (const row of rows) {
		const { questions } = strata.get(row.stratum)!;
		const counts = questions.get(row.question) ?? new Map<number, number>();
		questions.set(row.question, counts.set(row.value, row.answers));
	}
	return [...strata.values()];
}

/** The names of the strata columns of a source, in alphabetical order. */
export function listStrataColumns(db: Database, key: number): string[] {
	return db.$client
		.prepare(
			'select distinct each.key from records, json_each(records.strata) as each where source_id = ? order by 1'
		)
		.pluck()
		.all(key) as string[];
}

export type AnsweredRecord = { number: number; reference: string; strata: Record<string, string> };

/** Records with one question's coded answer; null where it is blank. In the order of the records. */
export function listAnswersTo(
	db: Database,
	key: number,
	question: number
): (AnsweredRecord & { code: number | null; text: string | null })[] {
	const rows = db.$client
		.prepare(
			`select number, reference, strata, answers.value as code, written_answers.text as text
			 from records
			 left join answers on answers.source_id = records.source_id and answers.record = records.number
				and answers.question = @question and answers.reading = 1
			 left join written_answers on written_answers.source_id = records.source_id
				and written_answers.record = records.number and written_answers.question = @question
				and written_answers.reading = 1
			 where records.source_id = @key order by number`
		)
		.all({ key, question }) as {
		number: number;
		reference: string;
		strata: string;
		code: number | null;
		text: string | null;
	}[];
	return rows.map((row) => ({ ...row, strata: JSON.parse(row.strata) as Record<string, string> }));
}

export type CodedAnswerRow = { question: number; record: number; code: number; text: string | null };

/** Every answer of a source, or of one of its records, by record and question. */
export function* eachAnswer(db: Database, key: number, record?: number): Generator<CodedAnswerRow> {
	const statement = db.$client.prepare(
		`select answers.question, answers.record, answers.value as code, written_answers.text as text
		 from answers left join written_answers using (source_id, question, record, reading)
		 where source_id = @key and reading = 1 ${record === undefined ? '' : 'and record = @record'}
		 order by answers.record, answers.question`
	);
	yield* statement.iterate(record === undefined ? { key } : { key, record }) as Iterable<CodedAnswerRow>;
}

/** Every record of a source in order. */
export function listRecords(db: Database, key: number): AnsweredRecord[] {
	const rows = db.$client
		.prepare('select number, reference, strata from records where source_id = ? order by number')
		.all(key) as { number: number; reference: string; strata: string }[];
	return rows.map((row) => ({ ...row, strata: JSON.parse(row.strata) as Record<string, string> }));
}
