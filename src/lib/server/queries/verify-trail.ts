/** Reads the trail from its first event to its last, to see whether it is whole. */
import { setImmediate } from 'node:timers/promises';
import type { Database } from '../db/open.ts';
import { trailChecker, verifyEvents, type EarlierHead, type KeptEvent } from '../trail/verify.ts';
import type { TrailCheck, TrailHead } from '../trail/verify.ts';

/** Whether this database is of a schema that has the trail. */
export function hasTrail({ $client }: Database): boolean {
	return $client.prepare("select 1 from sqlite_schema where name = 'events'").get() !== undefined;
}

export function trailHead(db: Database): TrailHead | null {
	if (!hasTrail(db)) return null;
	const last = db.$client.prepare('select id, hash from events order by id desc limit 1').get();
	return (last as TrailHead | undefined) ?? null;
}

/** Texts that were erased leave their digest and are no fault. `against`: an earlier head that must still be there. */
export function verifyTrail(db: Database, against: EarlierHead | null = null): TrailCheck {
	if (!hasTrail(db)) return verifyEvents([], 0, against);
	return verifyEvents(
		slices(db).flatMap((slice) => slice),
		lastIdGiven(db),
		against
	);
}

/** The same for a server that has others to answer: it lets them in between two slices of the trail. */
export async function verifyTrailBesides(db: Database): Promise<TrailCheck> {
	const checker = trailChecker();
	for (const slice of slices(db)) {
		for (const event of slice) checker.take(event);
		await setImmediate();
	}
	return checker.end(lastIdGiven(db));
}

const sliceLength = 500;

/** No statement is left open between two slices: an open one would hold up every write of this connection. */
function* slices({ $client }: Database): Generator<KeptEvent[]> {
	const statement = $client.prepare(
		`select id, at, actor, person, verb, organisation, review, subject, facts, text_digest as textDigest,
			previous, hash, salt, before, after, reason
		from events left join event_texts on event_texts.event = events.id
		where id > ? order by id limit ${sliceLength}`
	);
	for (let after = Number.MIN_SAFE_INTEGER; ;) {
		const rows = statement.all(after) as Row[];
		if (rows.length === 0) return;
		yield rows.map(toKeptEvent);
		after = rows.at(-1)!.id;
	}
}

type Row = Omit<KeptEvent, 'texts'> & { salt: string | null } & Record<
		'before' | 'after' | 'reason',
		string | null
	>;

function toKeptEvent({ salt, before, after, reason, ...event }: Row): KeptEvent {
	return { ...event, texts: salt === null ? null : { salt, before, after, reason } };
}

/** The highest number ever given to an event: an end that was cut off shows by it. */
export function lastIdGiven({ $client }: Database): number {
	return (
		($client.prepare("select seq from sqlite_sequence where name = 'events'").pluck().get() as
			number | undefined) ?? 0
	);
}
