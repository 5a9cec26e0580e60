/** Reads what was written in answer to a question, one answer after the other, to be coded. */
import type { Instrument } from '#lib/evidence/instrument.ts';
import type { Database } from '../db/open.ts';
import { notFound } from '../problems.ts';
import { findDocument } from './documents.ts';
import type { SourceRow } from './voices.ts';

/** An answer in its place: the number of its record, from 1, and the position of its question, from 0. */
export type WrittenPlace = { record: number; question: number; reference: string; text: string };

/** A question that is answered in one's own words, with its instrument. Throws a not-found Problem. */
export function findTextQuestion(
	db: Database,
	source: Pick<SourceRow, 'instrument' | 'title'>,
	code: string
): { instrument: Instrument; position: number } {
	const instrument = source.instrument === null ? null : findDocument(db, 'instrument', source.instrument);
	const position =
		instrument?.questions.findIndex((each) => each.code === code && each.type === 'text') ?? -1;
	if (instrument && position >= 0) return { instrument, position };
	const known = instrument?.questions.filter(({ type }) => type === 'text') ?? [];
	throw notFound(
		`question of “${source.title}” that is answered in writing, with the code`,
		code,
		known.map((each) => each.code)
	);
}

/** Throws a not-found Problem. */
export function findWrittenAnswer(
	db: Database,
	source: SourceRow,
	code: string,
	record: number
): WrittenPlace {
	const { position } = findTextQuestion(db, source, code);
	const row = db.$client
		.prepare(
			`select records.reference as reference, text from written_answers
			 join records on records.source_id = written_answers.source_id and records.number = written_answers.record
			 where written_answers.source_id = ? and question = ? and record = ? and reading = 1`
		)
		.get(source.id, position, record) as { reference: string; text: string } | undefined;
	if (!row) throw notFound('answer to this question in record', String(record));
	return { ...row, record, question: position };
}

/** The numbers of the records that have something written in answer to a question, in their order. */
export function listWrittenRecords(db: Database, key: number, question: number): number[] {
	return db.$client
		.prepare(
			`select record from written_answers where source_id = ? and question = ? and reading = 1
			 and trim(text) <> '' order by record`
		)
		.pluck()
		.all(key, question) as number[];
}
