import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { reviewWorld, start } from '../../../../tests/support/review-world.ts';
import { entries, messages } from '../db/schema/community.ts';
import { organisations } from '../db/schema/organisations.ts';
import { events, eventTexts } from '../db/schema/trail.ts';
import { NamesProblem, Problem } from '../problems.ts';
import { loadOwnStart } from '../queries/own-start.ts';
import { countUnread, listConversations, loadConversation, loadNewMessage } from '../queries/messages.ts';
import { readConversation } from './read-conversation.ts';
import { answerMessage, mostConversations, sendMessage } from './send-message.ts';

/** The isle shares something and offers contact. */
function world({ contact = true } = {}) {
	const made = reviewWorld('self-evaluation');
	made.db
		.insert(entries)
		.values({
			...{ id: 'visits', kind: 'practice', organisationId: 'isle', title: 'Visits in the evening' },
			...{ texts: {}, links: [], elements: ['8.7'], careGroups: [], contact, state: 'published' },
			...{ writtenBy: 'effie', publishedAt: start, changedBy: 'effie', changedAt: start }
		})
		.run();
	return made;
}
const first = { about: 'entry:visits', to: 'isle', from: '', text: 'How did you begin?' };
type World = ReturnType<typeof world>;
const begun = (made: World) => sendMessage(made.db, made.by('ailsa'), first);

describe('a message to another partnership', () => {
	test('is read and answered by those who write for either, and reaches no third organisation', () => {
		const made = world();
		const { db, actor, by } = made;
		const conversation = begun(made);
		expect(countUnread(db, actor('effie'))).toBe(1);
		expect(loadConversation(db, actor('effie'), conversation).messages).toMatchObject([
			{ text: 'How did you begin?', whose: expect.stringContaining('north') as string, by: null, own: false }
		]);
		answerMessage(db, by('effie'), { conversation, text: 'With one team.' });
		// Whoever else writes for the same organisation.
		expect(loadConversation(db, actor('iain'), conversation).messages.map(({ text }) => text)).toEqual([
			'How did you begin?',
			'With one team.'
		]);
		expect(listConversations(db, actor('struan'))).toEqual([]);
		expect(countUnread(db, actor('struan'))).toBe(0);
		expect(() => loadConversation(db, actor('struan'), conversation)).toThrow(Problem);
		expect(() => answerMessage(db, by('struan'), { conversation, text: 'And us?' })).toThrow(Problem);
		// Of the partnership itself, but with a role that only reads.
		expect(() => loadConversation(db, actor('morag'), conversation)).toThrow(Problem);
	});

	test('is one line at the start of whoever may read it, until somebody of the organisation has opened it', () => {
		const made = world();
		const { db, actor, by } = made;
		const conversation = begun(made);
		const steps = (name: 'effie' | 'struan') => {
			const person = actor(name);
			if (person.kind !== 'person') throw new Error('a person');
			return loadOwnStart(db, person, start).next.filter(({ href }) => href === '/practice/messages');
		};
		expect(steps('effie')).toEqual([
			{ words: 'Read 1 message from other organisations', href: '/practice/messages' }
		]);
		expect(steps('struan')).toEqual([]);
		expect(() => readConversation(db, by('struan'), { conversation })).toThrow(Problem);
		readConversation(db, by('effie'), { conversation });
		expect(steps('effie')).toEqual([]);
	});

	test('goes only to who offered contact about it, and never to oneself', () => {
		const silent = world({ contact: false });
		expect(() => begun(silent)).toThrow(Problem);
		const made = world();
		const send = (changed: Partial<typeof first>) => () =>
			sendMessage(made.db, made.by('ailsa'), { ...first, ...changed });
		expect(send({ to: 'south' })).toThrow(Problem);
		expect(send({ about: 'entry:gone' })).toThrow(Problem);
		expect(send({ about: 'nothing' })).toThrow(Problem);
		expect(send({ from: 'isle' })).toThrow(Problem);
		expect(() => sendMessage(made.db, made.by('effie'), first)).toThrow(Problem);
		expect(made.db.select().from(messages).all()).toEqual([]);
		// About an element, to a partnership that offers contact with anything it shares.
		expect(send({ about: '8.7' })()).not.toBe('');
		expect(loadNewMessage(made.db, made.actor('ailsa'), { about: 'entry:visits', to: '' }).to.id).toBe(
			'isle'
		);
	});

	test('does not go between the example and the real world', () => {
		const made = world();
		made.db.update(entries).set({ example: true }).where(eq(entries.id, 'visits')).run();
		made.db.update(organisations).set({ example: true }).where(eq(organisations.id, 'isle')).run();
		expect(() => begun(made)).toThrow(Problem);
		expect(() => sendMessage(made.db, made.by('ailsa'), { ...first, about: '8.7' })).toThrow(Problem);
	});

	test('keeps its words out of the trail, and nothing that may name somebody', () => {
		const made = world();
		const { db, by } = made;
		const text = 'Ring 0141 496 0123 after four.';
		expect(() => sendMessage(db, by('ailsa'), { ...first, text })).toThrow(NamesProblem);
		const conversation = begun(made);
		answerMessage(db, by('effie'), { conversation, text: 'With one team.' });
		const told = JSON.stringify([db.select().from(events).all(), db.select().from(eventTexts).all()]);
		expect(told).toContain('message-sent');
		expect(told).not.toContain('How did you begin');
		expect(told).not.toContain('one team');
	});

	test('begins at most so many conversations a day; answering goes on, and the next day too', () => {
		const made = world();
		const { db, by } = made;
		const all = Array.from({ length: mostConversations }, () => begun(made));
		expect(new Set(all).size).toBe(mostConversations);
		expect(() => begun(made)).toThrow(/which is the most in one day/);
		expect(() => sendMessage(db, by('iain'), first)).not.toThrow();
		answerMessage(db, by('ailsa'), { conversation: all[0]!, text: 'One thing more.' });
		expect(sendMessage(db, by('ailsa', '2026-03-03T00:00:01.000Z'), first)).not.toBe('');
	});
});
