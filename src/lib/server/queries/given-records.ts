/** Reads which records of a review were given to whom to read, and how far each has been answered. */
import { and, asc, countDistinct, eq } from 'drizzle-orm';
import { numberRuns } from '#lib/pages/team-words.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { answers, records, sources } from '../db/schema/evidence.ts';
import { givenRecords } from '../db/schema/memberships.ts';
import { people } from '../db/schema/people.ts';
import { findDocument } from './documents.ts';
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
		.where(and(eq(sources.reviewId, review), person === undefined ? undefined : eq(people.id, person)))
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
	/** Questions with an answer; not applicable and not recorded are answers, blank is none. */
	answered: number;
	questions: number;
	status: 'not-started' | 'in-progress' | 'completed';
};

export type ReadingList = {
	title: string;
	unit: { one: string; many: string };
	readers: { person: string; name: string; lines: ReadingLine[] }[];
	/** Whether it is the list of everybody; else it is one's own. */
	everybody: boolean;
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
			answered: countDistinct(answers.question)
		})
		.from(givenRecords)
		.innerJoin(people, eq(people.id, givenRecords.personId))
		.innerJoin(
			records,
			and(eq(records.sourceId, givenRecords.sourceId), eq(records.number, givenRecords.record))
		)
		.leftJoin(answers, and(eq(answers.sourceId, records.sourceId), eq(answers.record, records.number)))
		.where(and(eq(givenRecords.sourceId, source.key), everybody ? undefined : eq(givenRecords.personId, own)))
		.groupBy(people.id, records.number)
		.orderBy(asc(people.name), asc(people.id), asc(records.number))
		.all();
	return {
		title: source.title,
		unit: instrument?.unit ?? { one: 'record', many: 'records' },
		everybody,
		readers: [...Map.groupBy(rows, ({ person }) => person).values()].map((lines) => ({
			person: lines[0]!.person,
			name: lines[0]!.name,
			lines: lines.map(({ number, reference, answered }) => ({
				number,
				reference,
				answered,
				questions,
				status: answered === 0 ? 'not-started' : answered < questions ? 'in-progress' : 'completed'
			}))
		}))
	};
}
