/**
 * Counts and reads answers. `key` is the key of a source, questions are named by their position in the
 * instrument, from 0. Counting groups the clustered table once, whatever the number of questions. What counts is
 * the first reading of a record or, where a second one differed and that was settled, what it was settled as.
 */
import { notApplicable, notRecorded } from '#lib/evidence/answer.ts';
import type { Database } from '../db/open.ts';
import { listSettledAnswers, listSettledStrata, type SettledAnswer } from './settled-answers.ts';

/** Coded answer → how many gave it. */
export type CodeCounts = Map<number, number>;

/** One value of one strata column: the records that have it. Records without the column have "not stated". */
export type Within = { column: string; stratum: string };

/** The stratum of a record as SQL; `path` is a parameter that `pathOf` gives. */
const stratumAt = (path: string) =>
	`coalesce(nullif(json_extract(records.strata, ${path}), ''), 'not stated')`;
const pathOf = (column: string) => `$.${JSON.stringify(column)}`;

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
	for (const settled of listSettledAnswers(db, key)) countSettled(byQuestion, settled);
	return byQuestion;
}

/** Takes the first reading's answer out of the counts of its question, and what it was settled as into them. */
function countSettled(
	questions: Map<number, CodeCounts>,
	{ question, first, code }: Pick<SettledAnswer, 'question' | 'first' | 'code'>
): void {
	const counts = questions.get(question) ?? new Map<number, number>();
	questions.set(question, counts);
	if (first !== null) {
		const left = (counts.get(first) ?? 0) - 1;
		if (left > 0) counts.set(first, left);
		else counts.delete(first);
	}
	counts.set(code, (counts.get(code) ?? 0) + 1);
}

export type CountedStratum = { stratum: string; records: number; questions: Map<number, CodeCounts> };

/**
 * The same for each value of a strata column, in the order of the values. Records without the column: "not stated".
 * `within`: only those of a stratum of another column.
 */
export function countAnswersByStratum(
	db: Database,
	key: number,
	column: string,
	within?: Within
): CountedStratum[] {
	const stratum = stratumAt('@path');
	const chosen = within === undefined ? '' : `and ${stratumAt('@withinPath')} = @within`;
	const asked = {
		key,
		path: pathOf(column),
		...(within && { withinPath: pathOf(within.column), within: within.stratum })
	};
	const sizes = db.$client
		.prepare(
			`select ${stratum} as stratum, count(*) as records from records
			 where source_id = @key ${chosen} group by 1 order by 1`
		)
		.all(asked) as { stratum: string; records: number }[];
	const rows = db.$client
		.prepare(
			`select ${stratum} as stratum, question, value, count(*) as answers
			 from answers join records on records.source_id = answers.source_id and records.number = answers.record
			 where answers.source_id = @key and reading = 1 ${chosen} group by 1, question, value`
		)
		.all(asked) as { stratum: string; question: number; value: number; answers: number }[];
	const strata = new Map<string, CountedStratum>(
		sizes.map((size) => [size.stratum, { ...size, questions: new Map() }])
	);
	for (const row of rows) {
		const { questions } = strata.get(row.stratum)!;
		const counts = questions.get(row.question) ?? new Map<number, number>();
		questions.set(row.question, counts.set(row.value, row.answers));
	}
	const settled = listSettledAnswers(db, key);
	const strataOf = settled.length === 0 ? new Map<number, string>() : listSettledStrata(db, key);
	for (const each of settled) {
		const own = JSON.parse(strataOf.get(each.record)!) as Record<string, string>;
		if (within !== undefined && stratumIn(own, within.column) !== within.stratum) continue;
		countSettled(strata.get(stratumIn(own, column))!.questions, each);
	}
	return [...strata.values()];
}

/** As `stratumAt` in SQL. */
const stratumIn = (strata: Record<string, string>, column: string) =>
	(Object.hasOwn(strata, column) && strata[column]) || 'not stated';

/** The names of the strata columns of a source, in alphabetical order. */
export function listStrataColumns(db: Database, key: number): string[] {
	return db.$client
		.prepare(
			'select distinct each.key from records, json_each(records.strata) as each where source_id = ? order by 1'
		)
		.pluck()
		.all(key) as string[];
}

/** How many of the listed frame are in each stratum of a column; nothing where the frame was not listed. */
export function countFrameByStratum(db: Database, key: number, column: string): Record<string, number> {
	const rows = db.$client
		.prepare(
			`select coalesce(nullif(json_extract(strata, @path), ''), 'not stated') as stratum, count(*) as size
			 from frame_entries where source_id = @key group by 1`
		)
		.all({ key, path: pathOf(column) }) as { stratum: string; size: number }[];
	return Object.fromEntries(rows.map(({ stratum, size }) => [stratum, size]));
}

/** How many records are in each stratum of each column, in alphabetical order. */
export function listStrata(
	db: Database,
	key: number
): { column: string; strata: { stratum: string; records: number }[] }[] {
	return listStrataColumns(db, key).map((column) => ({
		column,
		strata: db.$client
			.prepare(
				`select ${stratumAt('@path')} as stratum, count(*) as records from records
				 where source_id = @key group by 1 order by 1`
			)
			.all({ key, path: pathOf(column) }) as { stratum: string; records: number }[]
	}));
}

/** Records that have the same stratum in every column. Per question: any answer, not applicable, not recorded. */
export type CountedAtom = {
	strata: string[];
	records: number;
	questions: Map<number, { answered: number; notApplicable: number; notRecorded: number }>;
};

/** The records by all strata columns at once, without their answers: quick, however many these are. */
export function listAtoms(
	db: Database,
	key: number,
	columns: readonly string[]
): { atoms: CountedAtom[]; atomOf: Map<string, CountedAtom> } {
	const kept = db.$client
		.prepare('select strata, count(*) as records from records where source_id = ? group by strata')
		.all(key) as { strata: string; records: number }[];
	const atoms = new Map<string, CountedAtom>();
	/** By the strata of a record as they are kept. */
	const atomOf = new Map<string, CountedAtom>();
	for (const { strata, records } of kept) {
		const own = JSON.parse(strata) as Record<string, string>;
		const values = columns.map((column) => stratumIn(own, column));
		const name = JSON.stringify(values);
		const atom = atoms.get(name) ?? { strata: values, records: 0, questions: new Map() };
		atoms.set(name, atom);
		atomOf.set(strata, atom);
		atom.records += records;
	}
	return { atoms: [...atoms.values()], atomOf };
}

/** The same with the answers to every question counted. */
export function countAtoms(db: Database, key: number, columns: readonly string[]): CountedAtom[] {
	const { atoms, atomOf } = listAtoms(db, key, columns);
	const rows = db.$client
		.prepare(
			`select records.strata as strata, question, count(*) as answered,
				sum(value = @notApplicable) as notApplicable, sum(value = @notRecorded) as notRecorded
			 from answers join records on records.source_id = answers.source_id and records.number = answers.record
			 where answers.source_id = @key and reading = 1 group by 1, question`
		)
		.all({ key, notApplicable, notRecorded }) as {
		strata: string;
		question: number;
		answered: number;
		notApplicable: number;
		notRecorded: number;
	}[];
	for (const { strata, question, ...counts } of rows) {
		const { questions } = atomOf.get(strata)!;
		const before = questions.get(question) ?? { answered: 0, notApplicable: 0, notRecorded: 0 };
		questions.set(question, {
			answered: before.answered + counts.answered,
			notApplicable: before.notApplicable + counts.notApplicable,
			notRecorded: before.notRecorded + counts.notRecorded
		});
	}
	const settled = listSettledAnswers(db, key);
	const strataOf = settled.length === 0 ? new Map<number, string>() : listSettledStrata(db, key);
	for (const { record, question, first, code } of settled) {
		const { questions } = atomOf.get(strataOf.get(record)!)!;
		const before = questions.get(question) ?? { answered: 0, notApplicable: 0, notRecorded: 0 };
		const moved = (of: number) => Number(code === of) - Number(first === of);
		questions.set(question, {
			answered: before.answered + (first === null ? 1 : 0),
			notApplicable: before.notApplicable + moved(notApplicable),
			notRecorded: before.notRecorded + moved(notRecorded)
		});
	}
	return atoms;
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
	const settled = new Map(
		listSettledAnswers(db, key, { question }).map(({ record, code, text }) => [record, { code, text }])
	);
	return rows.map((row) => ({
		...row,
		...settled.get(row.number),
		strata: JSON.parse(row.strata) as Record<string, string>
	}));
}

export type CodedAnswerRow = { question: number; record: number; code: number; text: string | null };

/** Every answer of a source that counts, or of one of its records, by record and question. */
export function* eachAnswer(db: Database, key: number, record?: number): Generator<CodedAnswerRow> {
	const settled = listSettledAnswers(db, key, record === undefined ? {} : { record });
	let next = 0;
	const isBefore = (a: Place, b: Place) =>
		a.record < b.record || (a.record === b.record && a.question < b.question);
	for (const row of eachFirstAnswer(db, key, record)) {
		while (next < settled.length && isBefore(settled[next]!, row)) yield answerOf(settled[next++]!);
		const own = settled[next];
		if (own && !isBefore(row, own)) {
			next++;
			yield answerOf(own);
		} else yield row;
	}
	while (next < settled.length) yield answerOf(settled[next++]!);
}

type Place = Pick<CodedAnswerRow, 'question' | 'record'>;

const answerOf = ({ question, record, code, text }: SettledAnswer): CodedAnswerRow => ({
	question,
	record,
	code,
	text
});

function* eachFirstAnswer(db: Database, key: number, record: number | undefined): Generator<CodedAnswerRow> {
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

/** Whether a source has a record of this reference. */
export function hasRecord(db: Database, key: number, reference: string): boolean {
	return (
		db.$client
			.prepare('select 1 from records where source_id = ? and reference = ?')
			.pluck()
			.get(key, reference) !== undefined
	);
}
