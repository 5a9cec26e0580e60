/**
 * Reads what was settled where two readings of a record differed. It takes the place of the first reading's answer in
 * every count and on every page. There are few of them beside the answers, so they are read apart and put in: counting
 * three million answers is one pass over one table, as without them.
 */
import type { Database } from '../db/open.ts';

export type SettledAnswer = {
	/** Position in the instrument, from 0. */
	question: number;
	record: number;
	/** What counts, as it is kept. */
	code: number;
	text: string | null;
	/** Of the first reading, which it takes the place of; null where that left it blank. */
	first: number | null;
};

/** Those of a source, of one of its questions or of one of its records, by record and question. */
export function listSettledAnswers(
	db: Database,
	key: number,
	of: { question?: number; record?: number } = {}
): SettledAnswer[] {
	return db.$client
		.prepare(
			`select adjudications.question as question, adjudications.record as record, adjudications.value as code,
				adjudications.text as text, answers.value as first
			 from adjudications
			 join records on records.source_id = adjudications.source_id and records.number = adjudications.record
			 left join answers on answers.source_id = adjudications.source_id
				and answers.question = adjudications.question and answers.record = adjudications.record
				and answers.reading = 1
			 where adjudications.source_id = @key
				and (@question is null or adjudications.question = @question)
				and (@record is null or adjudications.record = @record)
			 order by adjudications.record, adjudications.question`
		)
		.all({ key, question: of.question ?? null, record: of.record ?? null }) as SettledAnswer[];
}

/** The strata of records, as they are kept, by the number of the record. Of those with something settled only. */
export function listSettledStrata(db: Database, key: number): Map<number, string> {
	const rows = db.$client
		.prepare(
			`select number, strata from records
			 where source_id = @key and number in (select record from adjudications where source_id = @key)`
		)
		.all({ key }) as { number: number; strata: string }[];
	return new Map(rows.map(({ number, strata }) => [number, strata]));
}
