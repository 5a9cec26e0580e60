/** Notes that a review was opened, as far as the disk lets; reading goes on when nothing can be written. */
import type { Actor } from './access/actor.ts';
import { noteVisit } from './commands/note-visit.ts';
import type { Database } from './db/open.ts';
import { maySee } from './queries/visible-reviews.ts';
import { gateIsClosed } from './write-gate.ts';

/** `at`: the time now, ISO 8601. */
export function visitReview(db: Database, actor: Actor, review: string, at: string): void {
	if (actor.kind !== 'person' || gateIsClosed() || !maySee(db, actor, review)) return;
	try {
		noteVisit(db, { review, person: actor.id, at });
	} catch {
		// Said to whoever writes something next, and by the health endpoint.
	}
}
