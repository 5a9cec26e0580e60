/** Reads the trail: of one review with its texts, or of an installation or organisations without what reviews say. */
import {
	and,
	count,
	desc,
	eq,
	gte,
	inArray,
	isNull,
	like,
	lt,
	max,
	ne,
	notInArray,
	or,
	sql,
	type SQL
} from 'drizzle-orm';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { findings } from '../db/schema/conclusions.ts';
import { people } from '../db/schema/people.ts';
import { reviews } from '../db/schema/reviews.ts';
import { events, eventTexts } from '../db/schema/trail.ts';
import { verbsOf, type Kind } from '../trail/sentences.ts';
import { listMembershipTimes } from './membership-times.ts';
import type { Verb } from '../trail/verbs.ts';

export type TrailScope =
	| { of: 'review'; review: string }
	| { of: 'installation' }
	/** Events of these organisations, of their reviews, and of their people while they belonged there. */
	| { of: 'organisations'; ids: readonly string[] };

export type TrailFilter = {
	/** Id of a person, or the kind of another actor. */
	who: string | null;
	kind: Kind | null;
	/** From this moment on, and before that one: ISO 8601, UTC. */
	from: string | null;
	to: string | null;
	/** Codes of a theme or standard and of all below it: events of their summaries, judgements and findings. */
	elements: readonly string[] | null;
	/** Elements of which it is not told who judged them apart, but for one's own; left out: it is told of all. */
	apart?: { reader: string | null; elements: readonly string[] };
};

export type TrailEvent = Pick<
	typeof events.$inferSelect,
	'id' | 'at' | 'actor' | 'person' | 'verb' | 'organisation' | 'review' | 'subject' | 'facts'
> & {
	/** Null where there are none, they were erased, or they belong to a review that this is not the history of. */
	before: string | null;
	after: string | null;
	reason: string | null;
};

/** What readers answer and remark is told without its words: those stand on the page of the record, for who sees it. */
const withoutWords = ['answer-recorded', 'reading-comment-saved'];

/**
 * Newest first, those before the event with the number `before`, at most `most` of them. `folded`: the answers that
 * one person gave to one record in a day are one event, the last of them, that says how many they were.
 */
export function listTrail(
	db: Database,
	scope: TrailScope,
	filter: TrailFilter,
	{ before = null, most, folded = false }: { before?: number | null; most: number; folded?: boolean }
): TrailEvent[] {
	const ofScope = scope.of === 'review' ? sql`1` : isNull(events.review);
	const shown = and(ofScope, notInArray(events.verb, withoutWords));
	const text = (column: SQL) => sql<string | null>`case when ${shown} then ${column} end`;
	const listed = db
		.select({
			id: events.id,
			at: events.at,
			actor: events.actor,
			person: events.person,
			verb: events.verb,
			organisation: events.organisation,
			review: events.review,
			subject: events.subject,
			facts: events.facts,
			before: text(sql`${eventTexts.before}`),
			after: text(sql`${eventTexts.after}`),
			reason: text(sql`${eventTexts.reason}`)
		})
		.from(events)
		.leftJoin(eventTexts, eq(eventTexts.event, events.id))
		.where(
			and(
				within(db, scope),
				matching(filter),
				before === null ? undefined : lt(events.id, before),
				folded ? lastOfAnswers(db, scope, filter) : undefined
			)
		)
		.orderBy(desc(events.id))
		.limit(most)
		.all();
	if (!folded) return listed;
	return listed.map((event) =>
		event.verb === 'answer-recorded' ? { ...event, facts: foldedFacts(db, scope, filter, event) } : event
	);
}

/** The day of an event, in UTC: near enough for what is read in office hours. */
const day = sql`substr(${events.at}, 1, 10)`;

/** Of the answers that one person gave to one record in a day, the last one only. */
function lastOfAnswers(db: Database, scope: TrailScope, filter: TrailFilter): SQL | undefined {
	const last = db
		.select({ id: max(events.id) })
		.from(events)
		.where(and(within(db, scope), matching(filter), eq(events.verb, 'answer-recorded')))
		.groupBy(events.review, events.person, events.subject, sql`${events.facts} ->> 'reading'`, day);
	return or(ne(events.verb, 'answer-recorded'), inArray(events.id, last));
}

/** How many questions were answered, and how many answers changed. */
function foldedFacts(
	db: Database,
	scope: TrailScope,
	filter: TrailFilter,
	event: TrailEvent
): TrailEvent['facts'] {
	const same = (
		column: typeof events.person | typeof events.review | typeof events.subject,
		value: string | null
	) => (value === null ? isNull(column) : eq(column, value));
	const counts = db
		.select({
			questions: sql<number>`count(distinct ${events.facts} ->> 'question')`,
			changes: sql<number>`coalesce(sum(${events.facts} ->> 'changed'), 0)`
		})
		.from(events)
		.where(
			and(
				within(db, scope),
				matching(filter),
				eq(events.verb, 'answer-recorded'),
				same(events.review, event.review),
				same(events.person, event.person),
				same(events.subject, event.subject),
				sql`${events.facts} ->> 'reading' = ${event.facts.reading}`,
				eq(day, event.at.slice(0, 10))
			)
		)
		.get()!;
	return { reading: event.facts.reading ?? 1, ...counts };
}

export function countTrail(db: Database, scope: TrailScope, filter: TrailFilter): number {
	return db
		.select({ rows: count() })
		.from(events)
		.where(and(within(db, scope), matching(filter)))
		.get()!.rows;
}

/** Everybody who has an event there: people by id, in the order of their names, then the other kinds of actors. */
export function listTrailActors(
	db: Database,
	scope: TrailScope,
	apart?: TrailFilter['apart']
): { people: string[]; others: Actor['kind'][] } {
	const rows = db
		.selectDistinct({ actor: events.actor, person: events.person, name: people.name })
		.from(events)
		.leftJoin(people, eq(people.id, events.person))
		.where(and(within(db, scope), notToldApart(apart)))
		.orderBy(people.name)
		.all();
	return {
		people: rows.flatMap(({ person }) => person ?? []),
		others: [...new Set(rows.filter(({ person }) => person === null).map(({ actor }) => actor))]
	};
}

function within(db: Database, scope: TrailScope): SQL | undefined {
	if (scope.of === 'installation') return undefined;
	if (scope.of === 'review') return eq(events.review, scope.review);
	const ids = [...scope.ids];
	const theirReviews = db
		.select({ id: reviews.id })
		.from(reviews)
		.where(inArray(reviews.organisationId, ids));
	return or(
		inArray(events.organisation, ids),
		inArray(events.review, theirReviews),
		// What people do in another organisation is that organisation's; what belongs to none is their own account.
		and(isNull(events.organisation), isNull(events.review), ofTheirPeople(db, ids))
	);
}

/** Events of people, or about them, while they belonged to one of the organisations: nothing from before or after. */
function ofTheirPeople(db: Database, organisations: readonly string[]): SQL {
	const times = JSON.stringify(listMembershipTimes(db, organisations));
	const time = sql`(select value ->> 'person' as person, value ->> 'after' as after, value ->> 'before' as before,
		value ->> 'from' as since from json_each(${times}))`;
	const during = sql`told.id > time.after and (time.before is null or told.id < time.before) and told.at >= time.since`;
	return sql`${events.id} in (
		select told.id from ${time} as time join ${events} as told on told.person = time.person and ${during}
		union select told.id from ${time} as time join ${events} as told on told.subject = time.person and ${during})`;
}

function matching({ who, kind, from, to, elements, apart }: TrailFilter): SQL | undefined {
	return and(
		who === null
			? undefined
			: or(eq(events.person, who), and(isNull(events.person), sql`${events.actor} = ${who}`)),
		kind === null ? undefined : inArray(events.verb, verbsOf(kind)),
		from === null ? undefined : gte(events.at, from),
		to === null ? undefined : lt(events.at, to),
		elements === null ? undefined : aboutElements(elements),
		notToldApart(apart)
	);
}

/** Who has judged an element is kept from those who have yet to judge it. */
function notToldApart(apart: TrailFilter['apart']): SQL | undefined {
	if (apart === undefined || apart.elements.length === 0) return undefined;
	const { reader, elements } = apart;
	return or(
		notInArray(events.verb, ['own-judgement-given', 'judgement-looked-at-again']),
		eq(events.person, reader ?? ''),
		notInArray(events.subject, [...elements])
	);
}

/** What is told of a theme, standard or component itself. */
const ofElements: readonly Verb[] = [
	'narrative-saved',
	'readiness-saved',
	'readiness-confirmed',
	'own-judgement-given',
	'judgement-agreed',
	'judgement-set-aside',
	'judgement-looked-at-again'
];

/** A summary or judgement names its element; the theme of a finding is where it stands now. */
function aboutElements(elements: readonly string[]): SQL | undefined {
	const codes = sql`(select value from json_each(${JSON.stringify(elements)}))`;
	return or(
		and(inArray(events.verb, [...ofElements]), inArray(events.subject, [...elements])),
		and(
			like(events.verb, 'finding-%'),
			sql`exists (select 1 from ${findings} where ${findings.reviewId} = ${events.review}
				and ${findings.slug} = ${events.subject} and (${findings.element} in ${codes}
					or exists (select 1 from json_each(${findings.elements}) where value in ${codes})))`
		)
	);
}
