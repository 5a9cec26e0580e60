/**
 * Whether a trail is whole: no event altered, removed, inserted or moved, and each text the one that was written.
 * Pure but for hashing. It holds one event at a time, so that a trail of any length can be checked.
 */
import { digestTexts, firstPrevious, hashEvent, type ChainedEvent, type EventTexts } from './event.ts';

/** An event as it lies in the database: facts as JSON, texts null where it has none or they were erased. */
export type KeptEvent = Omit<ChainedEvent, 'facts'> & { facts: string; texts: EventTexts | null };

export type TrailHead = { id: number; hash: string };

/** The last event of the trail at some earlier time; of a hash alone the number is not known. */
export type EarlierHead = { id: number | null; hash: string };

export type TrailCheck = {
	events: number;
	/** The last event; null when there is none. */
	head: TrailHead | null;
	/** Events whose texts were erased under the rule on keeping, which the trail itself tells of. */
	textsErased: number;
	/** A sentence for each event that is not as it was written, the first fifty. */
	faults: string[];
};

const mostFaults = 50;

/**
 * Takes events in the order of their numbers. `end` is told the highest number that was ever given to an event, so
 * that an end that was cut off shows.
 */
export function trailChecker(against: EarlierHead | null = null) {
	const faults: string[] = [];
	const say = (fault: string) => void (faults.length < mostFaults && faults.push(fault));
	const erasures = erasureTally();
	let [events, expected, previous] = [0, 1, firstPrevious];
	let head: TrailHead | null = null;
	let met = against === null;

	return {
		take(event: KeptEvent): void {
			if (event.id !== expected) say(missing(expected, event.id));
			if (event.previous !== previous && event.id === expected)
				say(`Event ${event.id} does not follow the event before it.`);
			const told = isAsHashed(event);
			if (!told) say(`Event ${event.id} is not as it was written.`);
			if (!textsAreAsDigested(event)) say(`The texts of event ${event.id} are not as they were written.`);
			erasures.take(event, told);
			met ||= against!.hash === event.hash && (against!.id ?? event.id) === event.id;
			events += 1;
			expected = event.id + 1;
			previous = event.hash;
			head = { id: event.id, hash: event.hash };
		},
		end(lastGiven: number): TrailCheck {
			if (lastGiven >= expected) say(missing(expected, lastGiven + 1));
			if (!met) say(notMet(against!));
			for (const event of erasures.unexplained())
				say(
					`The texts of event ${event} are gone, and the trail tells of no erasure of its review after it.`
				);
			return { events, head, textsErased: erasures.explained(), faults };
		}
	};
}

/** The whole check at once, of events in the order of their numbers. */
export function verifyEvents(
	trail: Iterable<KeptEvent>,
	lastGiven: number,
	against: EarlierHead | null = null
): TrailCheck {
	const checker = trailChecker(against);
	for (const event of trail) checker.take(event);
	return checker.end(lastGiven);
}

/**
 * Texts that are gone wait, by their review, for the event that tells of their erasure. At most a few numbers are
 * held for each review, whatever the number of events.
 */
function erasureTally() {
	const waiting = new Map<string | null, { first: number; count: number }>();
	let explained = 0;
	return {
		take({ id, verb, review, textDigest, texts }: KeptEvent, told: boolean): void {
			if (textDigest !== null && texts === null) {
				const { first, count } = waiting.get(review) ?? { first: id, count: 0 };
				waiting.set(review, { first, count: count + 1 });
			}
			if (verb !== 'review-erased' || !told || review === null) return;
			explained += waiting.get(review)?.count ?? 0;
			waiting.delete(review);
		},
		explained: () => explained,
		unexplained: () => [...waiting.values()].map(({ first }) => first)
	};
}

function missing(from: number, before: number): string {
	if (before < from) return `Event ${before} stands in the wrong place.`;
	return before - from === 1 ? `Event ${from} is missing.` : `Events ${from} to ${before - 1} are missing.`;
}

function notMet({ id, hash }: EarlierHead): string {
	const which = id === null ? 'An event' : `Event ${id}`;
	return `${which} with the hash ${hash} was the last of this trail once, and is not in it now.`;
}

function isAsHashed({ hash, facts, texts: _, ...event }: KeptEvent): boolean {
	try {
		return hashEvent({ ...event, facts: JSON.parse(facts) as ChainedEvent['facts'] }) === hash;
	} catch {
		return false;
	}
}

function textsAreAsDigested({ textDigest, texts }: KeptEvent): boolean {
	return texts === null || (textDigest !== null && digestTexts(texts) === textDigest);
}
