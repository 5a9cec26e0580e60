/**
 * Reads the readings of a source. A reading is one person's going through the questions on one record: the first (1)
 * is the one that counts, a second (2) is done blind by somebody else, to see how far two readers agree. Who is to do
 * which stands in `given_records`; a row of `readings` is there from the first answer on, and names who holds it. The
 * answers of both lie in `answers` and `written_answers` by the number of the reading. Answers that were brought in
 * with their source have the number 1 and no row: nobody read them here.
 */
import { and, asc, eq } from 'drizzle-orm';
import { stateOfReading } from '#lib/pages/reading-list.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { givenRecords } from '../db/schema/memberships.ts';
import { people } from '../db/schema/people.ts';
import { adjudications, readings } from '../db/schema/readings.ts';

/** `comment`: on the record as a whole; `changes`: answers changed after they had been given. */
export type Reading = {
	record: number;
	reading: number;
	/** Null for somebody who has left. */
	person: string | null;
	name: string | null;
	state: 'in-progress' | 'complete';
	/** ISO 8601, UTC, as is the one below. */
	startedAt: string;
	completedAt: string | null;
	changes: number;
	comment: string;
};

const columns = {
	record: readings.record,
	reading: readings.reading,
	person: readings.personId,
	name: people.name,
	state: readings.state,
	startedAt: readings.startedAt,
	completedAt: readings.completedAt,
	changes: readings.changes,
	comment: readings.comment
};

/** Every reading that was begun, by record and number. `key`: of the source, as everywhere below. */
export function listReadings(db: Database, key: number): Reading[] {
	return db
		.select(columns)
		.from(readings)
		.leftJoin(people, eq(people.id, readings.personId))
		.where(eq(readings.sourceId, key))
		.orderBy(asc(readings.record), asc(readings.reading))
		.all()
		.map((row) => ({ ...row, comment: row.comment ?? '' }));
}

/** Null where nobody has begun it. */
export function findReading(db: Database, key: number, record: number, reading: number): Reading | null {
	const row = db
		.select(columns)
		.from(readings)
		.leftJoin(people, eq(people.id, readings.personId))
		.where(and(eq(readings.sourceId, key), eq(readings.record, record), eq(readings.reading, reading)))
		.get();
	return row ? { ...row, comment: row.comment ?? '' } : null;
}

export type GivenAnswer = { code: number; text: string | null };

/** The answers of one reading of a record, by place in the instrument from 0. Nothing of any other reading. */
export function listReadingAnswers(
	db: Database,
	key: number,
	record: number,
	reading: number
): Map<number, GivenAnswer> {
	const rows = db.$client
		.prepare(
			`select answers.question, answers.value as code, written_answers.text as text
			 from answers left join written_answers using (source_id, question, record, reading)
			 where source_id = ? and record = ? and reading = ? order by answers.question`
		)
		.all(key, record, reading) as (GivenAnswer & { question: number })[];
	return new Map(rows.map(({ question, code, text }) => [question, { code, text }]));
}

/** The comments of one reading of a record on single questions, by place in the instrument from 0. */
export function listReadingComments(
	db: Database,
	key: number,
	record: number,
	reading: number
): Map<number, string> {
	const rows = db.$client
		.prepare('select question, text from reading_comments where source_id = ? and record = ? and reading = ?')
		.all(key, record, reading) as { question: number; text: string }[];
	return new Map(rows.map(({ question, text }) => [question, text]));
}

/** How many questions each reading of each record has answered: `record/reading` → count. */
export function countReadingAnswers(db: Database, key: number): Map<string, number> {
	const rows = db.$client
		.prepare(
			'select record, reading, count(*) as answered from answers where source_id = ? group by record, reading'
		)
		.all(key) as { record: number; reading: number; answered: number }[];
	return new Map(rows.map(({ record, reading, answered }) => [readingKey(record, reading), answered]));
}

export const readingKey = (record: number, reading: number): string => `${record}/${reading}`;

/** Which reading of a record a person was given; null where none. */
export function findGivenReading(db: Database, key: number, record: number, person: string): number | null {
	const row = db
		.select({ reading: givenRecords.reading })
		.from(givenRecords)
		.where(
			and(eq(givenRecords.sourceId, key), eq(givenRecords.record, record), eq(givenRecords.personId, person))
		)
		.get();
	return row?.reading ?? null;
}

export type OwnReading = {
	reading: number;
	/** Null where nobody has begun it. */
	kept: Reading | null;
	/** Name of somebody else who answers it already; whom it was taken back from holds it no more. */
	heldBy: string | null;
};

/** The reading of a record that an actor was given; null where none. */
export function findOwnReading(db: Database, actor: Actor, key: number, record: number): OwnReading | null {
	if (actor.kind !== 'person') return null;
	const reading = findGivenReading(db, key, record, actor.id);
	if (reading === null) return null;
	const kept = findReading(db, key, record, reading);
	const other = kept?.person != null && kept.person !== actor.id ? kept : null;
	const holds = other && findGivenReading(db, key, record, other.person!) === reading;
	return { reading, kept, heldBy: holds ? other.name : null };
}

/**
 * Which reading of which record an actor must not meet: record → number of the reading. Whoever was given one reading
 * sees nothing of the other, on any page, until both are complete, whatever else they are in the review.
 */
export function listHiddenReadings(
	db: Database,
	actor: Actor,
	key: number,
	questions: number
): ReadonlyMap<number, number> {
	if (actor.kind !== 'person') return new Map();
	const own = db
		.select({ record: givenRecords.record, reading: givenRecords.reading })
		.from(givenRecords)
		.where(and(eq(givenRecords.sourceId, key), eq(givenRecords.personId, actor.id)))
		.all();
	if (own.length === 0) return new Map();
	const kept = new Map(
		listReadings(db, key).map((each) => [readingKey(each.record, each.reading), each] as const)
	);
	const answered = countReadingAnswers(db, key);
	const isComplete = (record: number, reading: number) =>
		stateOfReading(
			kept.get(readingKey(record, reading)) ?? null,
			answered.get(readingKey(record, reading)) ?? 0,
			questions
		) === 'completed';
	return new Map(
		own
			.filter(({ record }) => !(isComplete(record, 1) && isComplete(record, 2)))
			.map(({ record, reading }) => [record, 3 - reading])
	);
}

/** Whether what two readings of a record differ in was settled, if only in part: then neither changes any more. */
export function isAdjudicated(db: Database, key: number, record: number): boolean {
	return (
		db
			.select({ record: adjudications.record })
			.from(adjudications)
			.where(and(eq(adjudications.sourceId, key), eq(adjudications.record, record)))
			.limit(1)
			.get() !== undefined
	);
}
