/** Notes that a conversation was opened, as far as the disk lets; reading goes on when nothing can be written. */
import type { By } from './commands/append-event.ts';
import { readConversation } from './commands/read-conversation.ts';
import type { Database } from './db/open.ts';
import { gateIsClosed } from './write-gate.ts';

export function openConversation(db: Database, { actor, at }: By, conversation: string): void {
	if (gateIsClosed()) return;
	try {
		readConversation(db, { actor, at }, { conversation });
	} catch {
		// Said to whoever writes something next, and by the health endpoint.
	}
}
