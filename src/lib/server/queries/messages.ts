/** Reads what partnerships write to one another through Cairn: conversations of one's own organisations, and no others. */
import { asc, eq, inArray, or, sql } from 'drizzle-orm';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { messages } from '../db/schema/community.ts';
import { organisations } from '../db/schema/organisations.ts';
import { Problem } from '../problems.ts';
import { aboutMessage, type MessageAbout } from './message-about.ts';
import { authorName } from './authors.ts';
import { organisationNames } from './entries.ts';
import { listWritingFor } from './writing-for.ts';

/** Of messages that were sent at the same moment, the one that was kept first. */
const asSent = sql`${messages}.rowid`;

export type MessageRow = typeof messages.$inferSelect;

export type ConversationLine = {
	/** Id of its first message. */
	id: string;
	/** Name of the other organisation. */
	with: string;
	about: string;
	messages: number;
	/** To one's own organisation, and opened by nobody there. */
	unread: number;
	/** ISO 8601. */
	lastAt: string;
};

/** The last written to first; empty for who writes for no organisation. */
export function listConversations(db: Database, actor: Actor): ConversationLine[] {
	const own = new Set(listWritingFor(db, actor).map(({ id }) => id));
	const names = organisationNames(db);
	const byConversation = Map.groupBy(rowsOf(db, [...own]), ({ conversation }) => conversation);
	return [...byConversation]
		.map(([id, all]) => {
			const { fromOrganisation, toOrganisation, about } = all[0]!;
			const other = own.has(fromOrganisation) ? toOrganisation : fromOrganisation;
			return {
				id,
				with: names.get(other) ?? 'an organisation that is not here any more',
				about: aboutMessage(db, actor, about).words,
				messages: all.length,
				unread: all.filter((row) => own.has(row.toOrganisation) && row.readAt === null).length,
				lastAt: all.at(-1)!.sentAt
			};
		})
		.sort((a, b) => (a.lastAt < b.lastAt ? 1 : -1));
}

/** Messages to the actor's organisations that nobody there has opened. */
export function countUnread(db: Database, actor: Actor): number {
	const own = new Set(listWritingFor(db, actor).map(({ id }) => id));
	return rowsOf(db, [...own]).filter((row) => own.has(row.toOrganisation) && row.readAt === null).length;
}

/** In the order in which they were sent. */
function rowsOf(db: Database, own: readonly string[]): MessageRow[] {
	if (own.length === 0) return [];
	return db
		.select()
		.from(messages)
		.where(or(inArray(messages.fromOrganisation, [...own]), inArray(messages.toOrganisation, [...own])))
		.orderBy(asc(messages.sentAt), asSent)
		.all();
}

export const listMessages = (db: Database, conversation: string): MessageRow[] =>
	db
		.select()
		.from(messages)
		.where(eq(messages.conversation, conversation))
		.orderBy(asc(messages.sentAt), asSent)
		.all();

/** For whom somebody writes in a conversation, and to whom: the side that was written to last, where both are theirs. */
export function sidesOf(
	db: Database,
	actor: Actor,
	conversation: string
): { from: string; to: string } | null {
	const last = listMessages(db, conversation).at(-1);
	if (!last) return null;
	const own = new Set(listWritingFor(db, actor).map(({ id }) => id));
	const { fromOrganisation, toOrganisation } = last;
	if (own.has(toOrganisation)) return { from: toOrganisation, to: fromOrganisation };
	return own.has(fromOrganisation) ? { from: fromOrganisation, to: toOrganisation } : null;
}

export type ConversationPage = {
	id: string;
	/** Name of the other organisation. */
	with: string;
	about: Omit<MessageAbout, 'offeredBy'>;
	/** `by`: who wrote it, of one's own organisation; of the other it is not told. */
	messages: { id: string; by: string | null; whose: string; own: boolean; text: string; sentAt: string }[];
};

/** Throws a not-found Problem where it is not there or not the actor's. */
export function loadConversation(db: Database, actor: Actor, conversation: string): ConversationPage {
	const rows = listMessages(db, conversation);
	const sides = sidesOf(db, actor, conversation);
	if (!sides) throw new Problem('not-found', 'There is no conversation at this address that you can see.');
	const names = organisationNames(db);
	const named = (id: string) => names.get(id) ?? 'an organisation that is not here any more';
	const about = aboutMessage(db, actor, rows[0]!.about);
	return {
		id: conversation,
		with: named(sides.to),
		about: { words: about.words, href: about.href },
		messages: rows.map(({ id, fromPerson, fromOrganisation, text, sentAt }) => ({
			...{ id, text, sentAt },
			by: fromOrganisation === sides.from ? authorName(db, fromPerson) : null,
			whose: named(fromOrganisation),
			own: fromOrganisation === sides.from
		}))
	};
}

export type NewMessagePage = {
	to: { id: string; name: string };
	about: Omit<MessageAbout, 'offeredBy'> & { asked: string };
	/** In whose name it can be written. */
	from: { id: string; name: string }[];
};

/**
 * The form for a first message; `to`: id of an organisation, empty for the one whose entry it is about. Throws a
 * not-found Problem where nobody offered contact about it.
 */
export function loadNewMessage(
	db: Database,
	actor: Actor,
	{ about, ...asked }: { about: string; to: string }
): NewMessagePage {
	const found = aboutMessage(db, actor, about);
	const to = asked.to === '' && about.startsWith('entry:') ? (found.offeredBy[0] ?? '') : asked.to;
	const row = db
		.select({ id: organisations.id, name: organisations.name })
		.from(organisations)
		.where(eq(organisations.id, to))
		.get();
	const from = listWritingFor(db, actor)
		.filter(({ id }) => id !== to)
		.map(({ id, name }) => ({ id, name }));
	if (!row || from.length === 0 || !found.offeredBy.includes(to))
		throw new Problem(
			'not-found',
			'There is nobody to write to at this address: contact is offered by partnerships themselves, with what they share.'
		);
	return { to: row, about: { words: found.words, href: found.href, asked: about }, from };
}
