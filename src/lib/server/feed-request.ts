/**
 * Who asks for the feed: whoever brings a key in a header, never in the address, acts as its person; else the session
 * counts as everywhere. A key opens nothing but the feed, since nothing else looks at it.
 */
import type { RequestEvent } from '@sveltejs/kit';
import { may } from './access/may.ts';
import { installation } from './access/resource.ts';
import { guessMinutes, takeGuess } from './commands/count-guess.ts';
import { useFeedKey } from './commands/use-feed-key.ts';
import { feedKeyDigest, keyIn } from './feed-key.ts';
import { keptFolder } from './project-root.ts';
import { findActor } from './queries/actors.ts';
import { findFeedKey } from './queries/feed-keys.ts';
import { guessKey } from './sign-in/guess-key.ts';
import { secretOf } from './sign-in/secret.ts';
import { gateIsClosed } from './write-gate.ts';

/** Wrong keys from one address that are looked at in five minutes. */
export const mostWrongKeys = 30;

const minute = 60_000;

/**
 * The answer to a request for the feed that may not go on, or null. Where a good key is brought, `locals.actor` is its
 * person from here on. What is asked without a key goes on to the guard, if there is a session or it is a browser that
 * can be shown where to sign in.
 */
export function byFeedKey(event: RequestEvent): Response | null {
	if (!event.route.id?.startsWith('/feed/') || event.route.id === '/feed/openapi.json') return null;
	const authorization = event.request.headers.get('authorization');
	const { actor } = event.locals;
	if (authorization === null) {
		const signedIn = actor.kind !== 'visitor' || actor.exploring;
		const browser = event.request.headers.get('accept')?.includes('text/html') ?? false;
		return signedIn || browser ? null : withoutKey('Give a key for the feed.');
	}
	const key = keyIn(authorization);
	const found = key === null ? null : findFeedKey(event.locals.db, feedKeyDigest(key));
	const person = found && findActor(event.locals.db, found.person);
	if (!found || !person || !may(person, 'see-releases', installation).yes) return wrongKey(event);
	event.locals.actor = person;
	noteUse(event, found);
	return null;
}

function noteUse(
	{ locals: { db, at } }: RequestEvent,
	{ id, usedAt }: { id: string; usedAt: string | null }
) {
	if (gateIsClosed() || (usedAt !== null && Date.parse(at) - Date.parse(usedAt) < minute)) return;
	try {
		useFeedKey(db, id, at);
	} catch {
		// Reading goes on when nothing can be written.
	}
}

/** The same words for a key that never was, is revoked, or whose person may see nothing any more. */
function wrongKey(event: RequestEvent): Response {
	const { db, at } = event.locals;
	const counted = guessKey(secretOf(keptFolder()), 'feed', '', event.getClientAddress());
	if (takeGuess(db, counted, at, mostWrongKeys))
		return withoutKey('This key opens nothing. Make another one in your account.');
	return Response.json(
		{ message: `Too many wrong keys. Wait ${guessMinutes} minutes.` },
		{ status: 429, headers: { 'retry-after': String(guessMinutes * 60) } }
	);
}

const withoutKey = (message: string) =>
	Response.json(
		{ message },
		{
			status: 401,
			headers: { 'www-authenticate': 'Basic realm="Cairn feed", charset="UTF-8", Bearer realm="Cairn feed"' }
		}
	);
