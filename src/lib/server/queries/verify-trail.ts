/** Whether the trail is whole: no event altered, removed or moved, and each text the one that was written. */
import type { Database } from '../db/open.ts';
import { digestTexts, firstPrevious, hashEvent, type ChainedEvent } from '../trail/event.ts';

export type TrailHead = { id: number; hash: string };
export type TrailCheck = {
	events: number;
	/** The last event; null when there is none. */
	head: TrailHead | null;
	/** A sentence for each event that is not as it was written, the first fifty. */
	faults: string[];
};

type Kept = Omit<ChainedEvent, 'facts'> & {
	facts: string;
	salt: string | null;
	before: string | null;
	after: string | null;
	reason: string | null;
};

const mostFaults = 50;

/** Whether this database is of a schema that has the trail. */
export function hasTrail({ $client }: Database): boolean {
	return $client.prepare("select 1 from sqlite_schema where name = 'events'").get() !== undefined;
}

export function trailHead(db: Database): TrailHead | null {
	if (!hasTrail(db)) return null;
	const last = db.$client.prepare('select id, hash from events order by id desc limit 1').get();
	return (last as TrailHead | undefined) ?? null;
}

/** Reads the trail from its first event to its last. Texts that were erased leave their digest and are no fault. */
export function verifyTrail(db: Database): TrailCheck {
	const faults: string[] = [];
	if (!hasTrail(db)) return { events: 0, head: null, faults };
	const say = (fault: string) => faults.length < mostFaults && faults.push(fault);
	let [events, expected, previous] = [0, 1, firstPrevious];
	let head: TrailHead | null = null;
	for (const event of readTrail(db)) {
		if (event.id !== expected) say(missing(expected, event.id));
		else if (event.previous !== previous) say(`Event ${event.id} does not follow the event before it.`);
		if (!isAsHashed(event)) say(`Event ${event.id} is not as it was written.`);
		if (!textsAreAsDigested(event)) say(`The texts of event ${event.id} are not as they were written.`);
		events += 1;
		expected = event.id + 1;
		previous = event.hash;
		head = { id: event.id, hash: event.hash };
	}
	const given = lastIdGiven(db);
	if (given >= expected) say(missing(expected, given + 1));
	return { events, head, faults };
}

function missing(from: number, before: number): string {
	if (before < from) return `Event ${before} stands in the wrong place.`;
	return before - from === 1
		? `Event ${from} is missing.`
		: `Events ${from} to ${before - 1} are missing.`;
}

function readTrail({ $client }: Database): IterableIterator<Kept> {
	return $client
		.prepare(
			`select id, at, actor, person, verb, organisation, review, subject, facts, text_digest as textDigest,
				previous, hash, salt, before, after, reason
			from events left join event_texts on event_texts.event = events.id order by id`
		)
		.iterate() as IterableIterator<Kept>;
}

function isAsHashed({ hash, facts, ...event }: Kept): boolean {
	try {
		return hashEvent({ ...event, facts: JSON.parse(facts) as ChainedEvent['facts'] }) === hash;
	} catch {
		return false;
	}
}

function textsAreAsDigested({ textDigest, salt, before, after, reason }: Kept): boolean {
	if (salt === null) return true;
	return textDigest !== null && digestTexts({ salt, before, after, reason }) === textDigest;
}

/** The highest number ever given to an event: an end that was cut off shows by it. */
function lastIdGiven({ $client }: Database): number {
	return (
		($client.prepare("select seq from sqlite_sequence where name = 'events'").pluck().get() as
			| number
			| undefined) ?? 0
	);
}
