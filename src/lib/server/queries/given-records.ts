/** Reads which records of a review were given to whom to read, and how far each has been answered. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { DeskState } from '#lib/pages/desk-page.ts';
import { nextToRead, stateOfReading } from '#lib/pages/reading-list.ts';
import { numberRuns } from '#lib/pages/team-words.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { records, sources } from '../db/schema/evidence.ts';
import { givenRecords } from '../db/schema/memberships.ts';
import { people } from '../db/schema/people.ts';
import { whyClosed } from './closed.ts';
import { findDocument } from './documents.ts';
import { countReadingAnswers, listReadings, readingKey } from './readings.ts';
import { findSource } from './sources.ts';
import { listVisibleReviews, maySee } from './visible-reviews.ts';

/** The records of one source that one person has. */
export type GivenRecords = {
	source: string;
	title: string;
	person: string;
	name: string;
	records: number;
	/** `1 to 10, 14`. */
	numbers: string;
};

/** By source in the order of the review, then by name. `person`: only theirs. */
export function listGivenRecords(db: Database, review: string, person?: string): GivenRecords[] {
	const rows = db
		.select({
			source: sources.slug,
			title: sources.title,
			person: people.id,
			name: people.name,
			record: givenRecords.record
		})
		.from(givenRecords)
		.innerJoin(sources, eq(sources.id, givenRecords.sourceId))
		.innerJoin(people, eq(people.id, givenRecords.personId))
		.where(
			and(
				eq(sources.reviewId, review),
				isNull(sources.withdrawnAt),
				person === undefined ? undefined : eq(people.id, person)
			)
		)
		.orderBy(asc(sources.position), asc(people.name), asc(people.id), asc(givenRecords.record))
		.all();
	return [...Map.groupBy(rows, (row) => `${row.source} ${row.person}`).values()].map((own) => {
		const { record, ...first } = own[0]!;
		return { ...first, records: own.length, numbers: numberRuns(own.map((each) => each.record)) };
	});
}

/** What of a review an actor has been given to read. */
export function listGivenTo(db: Database, actor: Actor, review: string): GivenRecords[] {
	return actor.kind === 'person' ? listGivenRecords(db, review, actor.id) : [];
}

/** A review in which an actor reads records, with the sources that these are of. */
export type OwnReading = { review: string; title: string; given: GivenRecords[] };

/** Of reviews in which they are a file reader, whether or not anything was given to them yet. */
export function listOwnReading(db: Database, actor: Actor): OwnReading[] {
	if (actor.kind !== 'person') return [];
	const reads = new Set(
		actor.duties
			.filter(({ duty, standing }) => duty === 'file-reader' && standing === 'confirmed')
			.map(({ review }) => review)
	);
	return listVisibleReviews(db, actor, 'see-given-records')
		.filter(({ id }) => reads.has(id))
		.map(({ id, title }) => ({ review: id, title, given: listGivenRecords(db, id, actor.id) }));
}

export type ReadingLine = {
	number: number;
	reference: string;
	/** 1, or 2 for a second, blind reading. */
	reading: number;
	/** Questions answered in this reading; not applicable and not recorded are answers, blank is none. */
	answered: number;
	questions: number;
	status: DeskState;
	/** Name of somebody else who was given the same and began it first; null for most. */
	heldBy: string | null;
};

export type ReadingList = {
	title: string;
	unit: { one: string; many: string };
	/** Whoever looks comes first, where they have anything. */
	readers: { person: string; name: string; own: boolean; lines: ReadingLine[] }[];
	/** Whether it is the list of everybody; else it is one's own. */
	everybody: boolean;
	/** What whoever looks goes on with; null where nothing is left. */
	next: { reference: string; status: DeskState } | null;
	/** Records that nobody was given and that have no answer: whoever leads can take them to read. */
	left: number;
	/** Whether answers are still taken: the review is open. */
	open: boolean;
};

/** Everybody's list for who sees all records; for a file reader their own. Throws a not-found Problem. */
export function loadReadingList(db: Database, reviewId: string, sourceId: string, actor: Actor): ReadingList {
	const source = findSource(db, reviewId, sourceId);
	const everybody = maySee(db, actor, reviewId, 'see-records');
	const instrument = source.instrument === null ? null : findDocument(db, 'instrument', source.instrument);
	const questions = instrument?.questions.length ?? 0;
	const own = actor.kind === 'person' ? actor.id : '';
	const rows = db
		.select({
			person: people.id,
			name: people.name,
			number: records.number,
			reference: records.reference,
			reading: givenRecords.reading
		})
		.from(givenRecords)
		.innerJoin(people, eq(people.id, givenRecords.personId))
		.innerJoin(
			records,
			and(eq(records.sourceId, givenRecords.sourceId), eq(records.number, givenRecords.record))
		)
		.where(eq(givenRecords.sourceId, source.key))
		.orderBy(asc(people.name), asc(people.id), asc(givenRecords.reading), asc(records.number))
		.all();
	const answered = countReadingAnswers(db, source.key);
	const begun = new Map(
		listReadings(db, source.key).map((each) => [readingKey(each.record, each.reading), each])
	);
	const given = new Set(rows.map((row) => `${row.person} ${readingKey(row.number, row.reading)}`));
	const toLine = ({ person, number, reference, reading }: (typeof rows)[number]): ReadingLine => {
		const key = readingKey(number, reading);
		const kept = begun.get(key) ?? null;
		const heldBy =
			kept?.person && kept.person !== person && given.has(`${kept.person} ${key}`) ? kept.name : null;
		const count = answered.get(key) ?? 0;
		const status = stateOfReading(kept, count, questions);
		return { number, reference, reading, answered: count, questions, status, heldBy };
	};
	const readers = [...Map.groupBy(rows, ({ person }) => person).values()]
		.filter(([first]) => everybody || first!.person === own)
		.map((lines) => ({
			person: lines[0]!.person,
			name: lines[0]!.name,
			own: lines[0]!.person === own,
			lines: lines.map(toLine)
		}))
		.sort((a, b) => Number(b.own) - Number(a.own));
	const mine = readers.find((reader) => reader.own)?.lines.filter(({ heldBy }) => heldBy === null) ?? [];
	return {
		title: source.title,
		unit: instrument?.unit ?? { one: 'record', many: 'records' },
		everybody,
		readers,
		next: nextToRead(mine),
		left: everybody && questions > 0 ? listUnread(db, source.key).length : 0,
		open: whyClosed(db, reviewId) === null
	};
}

/** Reference of what a reader goes on with after a record: the next that is not complete, going round; null for none. */
export function findNextToRead(
	db: Database,
	actor: Actor,
	reviewId: string,
	sourceId: string,
	after: string
): string | null {
	const list = loadReadingList(db, reviewId, sourceId, actor);
	const lines = list.readers.find(({ own }) => own)?.lines ?? [];
	const place = lines.findIndex(({ reference }) => reference === after);
	const round = [...lines.slice(place + 1), ...lines.slice(0, Math.max(0, place))];
	return round.find(({ status, heldBy }) => status !== 'completed' && heldBy === null)?.reference ?? null;
}

/** Numbers of the records that nobody was given for a first reading and that have no answer, in order. */
export function listUnread(db: Database, key: number): number[] {
	return db.$client
		.prepare(
			`select number from records where source_id = @key
			 and number not in (select record from given_records where source_id = @key and reading = 1)
			 and number not in (select record from answers where source_id = @key and reading = 1)
			 and number not in (select record from readings where source_id = @key and reading = 1)
			 order by number`
		)
		.pluck()
		.all({ key }) as number[];
}
