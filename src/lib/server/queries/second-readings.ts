/**
 * Reads what was drawn for a second, blind reading, and both readings of a record side by side. Blindness is kept
 * here: no answer of either reading leaves this file before both are complete, whoever asks.
 */
import { and, asc, eq, ne } from 'drizzle-orm';
import type { SecondDrawn } from '#lib/evidence/sample.ts';
import type { FirstReading } from '#lib/measures/sampling/second-readings.ts';
import { stateOfReading } from '#lib/pages/reading-list.ts';
import type { DeskState } from '#lib/pages/desk-page.ts';
import type { Database } from '../db/open.ts';
import { records, samples } from '../db/schema/evidence.ts';
import { duties, givenRecords } from '../db/schema/memberships.ts';
import { people } from '../db/schema/people.ts';
import { countReadingAnswers, listReadings, readingKey, type GivenAnswer } from './readings.ts';

/** Null where none was drawn. `key`: of the source, as everywhere below. */
export function findSecondDrawn(db: Database, key: number): SecondDrawn | null {
	const row = db.select({ second: samples.second }).from(samples).where(eq(samples.sourceId, key)).get();
	return row?.second ?? null;
}

export type Reader = { person: string; name: string };

/** The file readers of a review, asked or confirmed, by name. */
export function listFileReaders(db: Database, review: string): Reader[] {
	return db
		.select({ person: people.id, name: people.name })
		.from(duties)
		.innerJoin(people, eq(people.id, duties.personId))
		.where(and(eq(duties.reviewId, review), eq(duties.duty, 'file-reader'), ne(duties.standing, 'revoked')))
		.orderBy(asc(people.name), asc(people.id))
		.all();
}

/** Said where nobody could read blind what somebody else read first. */
export function tooFewReaders(names: readonly string[]): string {
	const who = names.length === 0 ? 'Nobody reads files here yet' : `Only ${names[0]} reads files here`;
	return `${who}, and a second reading is done by somebody else than the first. Add another file reader to the team.`;
}

/** Every record of a source with whoever reads it first: was given it, or answers it. */
export function listFirstReadings(db: Database, key: number): FirstReading[] {
	const given = db
		.select({ record: givenRecords.record, person: givenRecords.personId })
		.from(givenRecords)
		.where(and(eq(givenRecords.sourceId, key), eq(givenRecords.reading, 1)))
		.all();
	const held = listReadings(db, key).filter(({ reading }) => reading === 1);
	const readers = Map.groupBy(
		[...given, ...held.map(({ record, person }) => ({ record, person }))],
		({ record }) => record
	);
	return db
		.select({ reference: records.reference, record: records.number })
		.from(records)
		.where(eq(records.sourceId, key))
		.orderBy(asc(records.number))
		.all()
		.map((row) => ({
			...row,
			readers: [
				...new Set((readers.get(row.record) ?? []).flatMap(({ person }) => (person === null ? [] : [person])))
			]
		}));
}

/** One of the two readings of a record. */
export type HalfReading = {
	person: string | null;
	/** Who reads it, or in words why there is nobody to name. */
	name: string;
	state: DeskState;
	comment: string;
};

export type DoubleReading = {
	record: number;
	reference: string;
	first: HalfReading;
	second: HalfReading;
	/** Both are read to their end: only then is there anything to compare. */
	complete: boolean;
};

/** Records that were given for a second reading, or have one, in their order. `questions`: of the instrument. */
export function listDoubleReadings(db: Database, key: number, questions: number): DoubleReading[] {
	const given = db
		.select({
			record: givenRecords.record,
			reading: givenRecords.reading,
			person: people.id,
			name: people.name
		})
		.from(givenRecords)
		.innerJoin(people, eq(people.id, givenRecords.personId))
		.where(eq(givenRecords.sourceId, key))
		.orderBy(asc(people.name))
		.all();
	const kept = listReadings(db, key);
	const twice = new Set(
		[...given, ...kept].filter(({ reading }) => reading === 2).map(({ record }) => record)
	);
	if (twice.size === 0) return [];
	const keptBy = new Map(kept.map((each) => [readingKey(each.record, each.reading), each]));
	const givenTo = Map.groupBy(given, ({ record, reading }) => readingKey(record, reading));
	const answered = countReadingAnswers(db, key);
	const half = (record: number, reading: number): HalfReading => {
		const at = readingKey(record, reading);
		const row = keptBy.get(at) ?? null;
		const own = row ?? givenTo.get(at)?.[0] ?? null;
		const state = stateOfReading(row, answered.get(at) ?? 0, questions);
		const nobody = row ? 'a reader who has left' : state === 'not-started' ? 'nobody yet' : 'brought in';
		return { person: own?.person ?? null, name: own?.name ?? nobody, state, comment: row?.comment ?? '' };
	};
	return db
		.select({ record: records.number, reference: records.reference })
		.from(records)
		.where(eq(records.sourceId, key))
		.orderBy(asc(records.number))
		.all()
		.filter(({ record }) => twice.has(record))
		.map((row) => {
			const [first, second] = [half(row.record, 1), half(row.record, 2)];
			const complete = first.state === 'completed' && second.state === 'completed';
			// Nor is anything that was remarked told before.
			const blind = (each: HalfReading) => (complete ? each : { ...each, comment: '' });
			return { ...row, first: blind(first), second: blind(second), complete };
		});
}

export type Settlement = {
	code: number;
	reason: string;
	version: number;
	/** As in `changed_by`. */
	by: string;
	at: string;
};

/** What both readings of one question on one record gave; `settled` what counts in their place, where that was said. */
export type ComparedAnswer = {
	record: number;
	question: number;
	first: GivenAnswer | null;
	second: GivenAnswer | null;
	settled: Settlement | null;
};

/** The answers of the records that both readers have read to their end; of others nothing. By record and question. */
export function listCompared(
	db: Database,
	key: number,
	doubles: readonly DoubleReading[],
	questions: number
): ComparedAnswer[] {
	const complete = doubles.filter((each) => each.complete).map(({ record }) => record);
	if (complete.length === 0) return [];
	const statement = db.$client.prepare(
		`select record, reading, value as code, written_answers.text as text
		 from answers left join written_answers using (source_id, question, record, reading)
		 where source_id = @key and question = @question and record in (select value from json_each(@records))`
	);
	const settled = new Map(
		listSettlements(db, key).map(({ record, question, ...rest }) => [`${record}/${question}`, rest])
	);
	const asked = JSON.stringify(complete);
	const byPlace = new Map<string, Map<number, GivenAnswer>>();
	for (let question = 0; question < questions; question++)
		for (const row of statement.all({ key, question, records: asked }) as (GivenAnswer & {
			record: number;
			reading: number;
		})[]) {
			const place = `${row.record}/${question}`;
			const both = byPlace.get(place) ?? new Map<number, GivenAnswer>();
			byPlace.set(place, both.set(row.reading, { code: row.code, text: row.text }));
		}
	return complete.flatMap((record) =>
		Array.from({ length: questions }, (_, question) => {
			const place = `${record}/${question}`;
			const both = byPlace.get(place);
			return {
				record,
				question,
				first: both?.get(1) ?? null,
				second: both?.get(2) ?? null,
				settled: settled.get(place) ?? null
			};
		})
	);
}

function listSettlements(db: Database, key: number): (Settlement & { record: number; question: number })[] {
	return db.$client
		.prepare(
			`select record, question, value as code, reason, version, changed_by as by, changed_at as at
			 from adjudications where source_id = ?`
		)
		.all(key) as (Settlement & { record: number; question: number })[];
}
