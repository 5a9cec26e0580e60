/** Who is behind a request: the person of its session, or a visitor. */
import type { RequestEvent } from '@sveltejs/kit';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { visitor } from '../queries/actors.ts';

export async function findSignedIn(db: Database, _event: RequestEvent): Promise<Actor> {
	return visitor(db);
}
