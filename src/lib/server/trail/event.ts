/** One event of the trail and its place in the chain: each carries the hash of the one before it. Pure but for hashing. */
import { createHash } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import type { Verb } from './verbs.ts';

/** What a command notes of its change. Texts are those that are not personal; they are kept apart from the event. */
export type Note = {
	verb: Verb;
	organisation?: string | null;
	review?: string | null;
	/** To what: an element, finding, record, person, file. */
	subject?: string | null;
	/** Small facts that name nobody: a role, a count, a version. */
	facts?: Record<string, string | number | boolean | null>;
	before?: string | null;
	after?: string | null;
	reason?: string | null;
};

export type ChainedEvent = {
	id: number;
	/** ISO 8601, UTC. */
	at: string;
	actor: Actor['kind'];
	person: string | null;
	verb: string;
	organisation: string | null;
	review: string | null;
	subject: string | null;
	facts: Record<string, string | number | boolean | null>;
	textDigest: string | null;
	previous: string;
	hash: string;
};

export type EventTexts = { salt: string; before: string | null; after: string | null; reason: string | null };

export const firstPrevious = '0'.repeat(64);

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The hash of an event: over everything else in it, in a fixed order, with the hash of the event before it. */
export function hashEvent(event: Omit<ChainedEvent, 'hash'>): string {
	const { id, at, actor, person, verb, organisation, review, subject, facts, textDigest, previous } = event;
	const inOrder = Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1));
	return sha256(
		JSON.stringify([
			id,
			at,
			actor,
			person,
			verb,
			organisation,
			review,
			subject,
			inOrder,
			textDigest,
			previous
		])
	);
}

export function digestTexts({ salt, before, after, reason }: EventTexts): string {
	return sha256(JSON.stringify([salt, before, after, reason]));
}
