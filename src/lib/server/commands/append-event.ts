/** Appends one event to the trail. Must run inside the transaction of the change that it tells of. */
import { randomBytes } from 'node:crypto';
import { desc } from 'drizzle-orm';
import type { Actor, Person } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { events, eventTexts } from '../db/schema/trail.ts';
import { lastIdGiven } from '../queries/verify-trail.ts';
import { digestTexts, firstPrevious, hashEvent, type Note } from '../trail/event.ts';

/** Who does something, and when (ISO 8601). */
export type By = {
	actor: Actor;
	at: string;
	/** Of whom the trail tells, where Cairn does what a person asked for who may nothing yet. */
	author?: Person;
};

/** Returns the id of the event. Throws when it is not inside a transaction, or tells of another than who acted. */
export function appendEvent(db: Database, by: By, note: Note): number {
	if (by.author && by.actor.kind !== 'cairn')
		throw new Error('An event tells of another than who acted only where Cairn itself acted');
	const { author: actor = by.actor, at } = by;
	if (!db.$client.inTransaction)
		throw new Error('An event is written only inside the transaction of its change');
	const last = db.select({ id: events.id, hash: events.hash }).from(events).orderBy(desc(events.id)).get();
	const texts = textsOf(note);
	const unhashed = {
		// After the highest number ever given, not after the last event there is: an end that was cut off stays a gap.
		id: Math.max(last?.id ?? 0, lastIdGiven(db)) + 1,
		at,
		actor: actor.kind,
		person: actor.kind === 'person' ? actor.id : null,
		verb: note.verb,
		organisation: note.organisation ?? null,
		review: note.review ?? null,
		subject: note.subject ?? null,
		facts: note.facts ?? {},
		textDigest: texts && digestTexts(texts),
		previous: last?.hash ?? firstPrevious
	};
	const { id } = unhashed;
	db.insert(events)
		.values({ ...unhashed, hash: hashEvent(unhashed) })
		.run();
	if (texts)
		db.insert(eventTexts)
			.values({ ...texts, event: id })
			.run();
	return id;
}

function textsOf({ before = null, after = null, reason = null }: Note) {
	if (before === null && after === null && reason === null) return null;
	return { salt: randomBytes(16).toString('hex'), before, after, reason };
}
