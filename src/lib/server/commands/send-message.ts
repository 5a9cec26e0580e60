/** Writes to another partnership through Cairn: a first message, or an answer. Nobody's address is shown or needed. */
import { randomUUID } from 'node:crypto';
import { and, eq, gte, sql } from 'drizzle-orm';
import { tidyText } from '#lib/judgement/written-text.ts';
import { startOfDay } from '#lib/pages/uk-days.ts';
import { dayOf } from '#lib/pages/times.ts';
import { authorOf } from '../access/actor.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { messages } from '../db/schema/community.ts';
import { FormProblem, Problem, refuseFaults } from '../problems.ts';
import { loadNewMessage, listMessages, sidesOf } from '../queries/messages.ts';
import { findConversationResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';

/** Letters. */
export const longestMessage = 5_000;
/** New conversations of one person on one day. */
export const mostConversations = 20;

type Written = { text: string; confirmed?: readonly string[] };

export type FirstMessage = Written & {
	/** `entry:<id>`, or the code of an element. */
	about: string;
	/** Ids of organisations; `from` is one of the actor's own, empty for the first. */
	to: string;
	from: string;
};

/**
 * Begins a conversation and returns its id. Throws a Problem: not-found where the actor may not join in, or nobody
 * offered contact; form-invalid; asked-too-often once `mostConversations` were begun since midnight in Scotland.
 */
export function sendMessage(db: Database, by: By, asked: FirstMessage): string {
	return change(db, by, { action: 'join-in', of: () => installation }, (note) => {
		const page = loadNewMessage(db, by.actor, asked);
		const from = asked.from === '' ? page.from[0] : page.from.find(({ id }) => id === asked.from);
		if (!from) throw new FormProblem({ from: 'Choose one of your own organisations.' });
		const text = checkedText(asked);
		refuseTooMany(db, by);
		const id = randomUUID();
		insert(db, by, { id, conversation: id, about: asked.about, from: from.id, to: page.to.id, text });
		note({
			verb: 'message-sent',
			organisation: from.id,
			subject: id,
			facts: { to: page.to.id, conversation: id, first: true }
		});
		return id;
	});
}

/** Answers in a conversation of one's own organisation. Throws a Problem: not-found, form-invalid. */
export function answerMessage(db: Database, by: By, asked: Written & { conversation: string }): void {
	const { conversation } = asked;
	const of = () => findConversationResource(db, conversation);
	change(db, by, { action: 'see-conversation', of }, (note) => {
		const sides = sidesOf(db, by.actor, conversation);
		const first = listMessages(db, conversation)[0];
		if (!sides || !first) throw notThere();
		const text = checkedText(asked);
		const id = randomUUID();
		insert(db, by, { id, conversation, about: first.about, ...sides, text });
		note({
			verb: 'message-sent',
			organisation: sides.from,
			subject: id,
			facts: { to: sides.to, conversation, first: false }
		});
	});
}

function checkedText({ text: written, confirmed }: Written): string {
	const text = tidyText(written);
	refuseFaults({
		text:
			text === ''
				? 'Write what you want to ask or say.'
				: text.length > longestMessage
					? `Write at most ${longestMessage} letters; these are ${text.length}.`
					: null
	});
	refuseIdentifiers({ text }, confirmed);
	return text;
}

function refuseTooMany(db: Database, by: By): void {
	const begun = db
		.select({ id: messages.id })
		.from(messages)
		.where(
			and(
				eq(messages.fromPerson, authorOf(by.actor)),
				sql`${messages.id} = ${messages.conversation}`,
				gte(messages.sentAt, startOfDay(dayOf(by.at)))
			)
		)
		.all().length;
	if (begun >= mostConversations)
		throw new Problem(
			'asked-too-often',
			`You began ${mostConversations} conversations today, which is the most in one day. Nothing was sent: send this one tomorrow. You can go on answering.`
		);
}

type Row = { id: string; conversation: string; about: string; from: string; to: string; text: string };

function insert(db: Database, by: By, { id, conversation, about, from, to, text }: Row): void {
	db.insert(messages)
		.values({
			...{ id, conversation, about, text },
			fromPerson: authorOf(by.actor),
			fromOrganisation: from,
			toOrganisation: to,
			sentAt: by.at
		})
		.run();
}
