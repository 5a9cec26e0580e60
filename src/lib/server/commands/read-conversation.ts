/** Notes that what was written to one's organisation was opened; for all who write for it, as a letter to an office is. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { messages } from '../db/schema/community.ts';
import { listMessages, sidesOf } from '../queries/messages.ts';
import { findConversationResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

/** Changes and tells nothing where all was read before. Throws a Problem not-found for what is not the actor's. */
export function readConversation(db: Database, by: By, { conversation }: { conversation: string }): void {
	const of = () => findConversationResource(db, conversation);
	change(db, by, { action: 'see-conversation', of }, (note) => {
		const own = sidesOf(db, by.actor, conversation)?.from;
		const unread = listMessages(db, conversation).filter(
			({ toOrganisation, readAt }) => toOrganisation === own && readAt === null
		);
		if (own === undefined || unread.length === 0) return;
		db.update(messages)
			.set({ readAt: by.at })
			.where(
				and(
					eq(messages.conversation, conversation),
					eq(messages.toOrganisation, own),
					isNull(messages.readAt)
				)
			)
			.run();
		note({
			verb: 'conversation-read',
			organisation: own,
			subject: conversation,
			facts: { count: unread.length }
		});
	});
}
