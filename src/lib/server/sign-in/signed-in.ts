/** Who is behind a request: the person of its session, or a visitor. */
import type { RequestEvent } from '@sveltejs/kit';
import type { Actor } from '../access/actor.ts';
import { endIdleSession } from '../commands/end-sessions.ts';
import { seeSession } from '../commands/see-session.ts';
import type { Database } from '../db/open.ts';
import { keptFolder } from '../project-root.ts';
import { findActor, visitor } from '../queries/actors.ts';
import { findSession, type FoundSession } from '../queries/sessions.ts';
import { gateIsClosed } from '../write-gate.ts';
import { secretOf } from './secret.ts';
import { readSignedToken, sessionCookieName } from './session-cookie.ts';
import { longestIdle } from './settings.ts';

const minute = 60_000;

/** The session that a request brings, over or not. */
export function broughtSession(db: Database, event: RequestEvent): FoundSession | null {
	const cookie = event.cookies.get(sessionCookieName(event.url.origin));
	const token = readSignedToken(cookie, secretOf(keptFolder()));
	return token === null ? null : findSession(db, token, event.locals.at, longestIdle());
}

/** The person of the session, with what they are and may; a visitor when there is none that holds. */
export function findSignedIn(db: Database, event: RequestEvent): Actor {
	const { at } = event.locals;
	const session = broughtSession(db, event);
	if (!session) return visitor(db);
	if (session.over !== null) {
		if (session.over === 'idle') asFarAsTheDiskLets(() => endIdleSession(db, at, session));
		return visitor(db);
	}
	// The next request remembers it as well.
	if (Date.parse(at) - session.seenAt.getTime() >= minute && !gateIsClosed())
		asFarAsTheDiskLets(() => seeSession(db, session.id, at));
	return findActor(db, session.person) ?? visitor(db);
}

/** Reading goes on when nothing can be written. */
function asFarAsTheDiskLets(write: () => void): void {
	try {
		write();
	} catch {
		// Said to whoever writes something next, and by the health endpoint.
	}
}
