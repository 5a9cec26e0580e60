/** Asks somebody who is signed in for their password once more, before they change how they sign in. */
import type { RequestEvent } from '@sveltejs/kit';
import type { Database } from '../db/open.ts';
import { keptFolder } from '../project-root.ts';
import { findPasswordHash } from '../queries/sessions.ts';
import { guessKey } from './guess-key.ts';
import { verifyPassword } from './password-hash.ts';
import { secretOf } from './secret.ts';

export const passwordGuessKey = (event: RequestEvent, person: string) =>
	guessKey(secretOf(keptFolder()), 'password', person, event.getClientAddress());

export async function isOwnPassword(db: Database, person: string, password: string): Promise<boolean> {
	const hash = findPasswordHash(db, person);
	return hash !== null && (await verifyPassword({ hash, password }));
}
