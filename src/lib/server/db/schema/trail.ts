/** The trail: who did what and when, chained by hash; and the few settings of the installation. */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { actorKinds } from '../../access/actor.ts';

export const events = sqliteTable(
	'events',
	{
		/** Without gaps, and never used again. */
		id: integer('id').primaryKey({ autoIncrement: true }),
		/** ISO 8601, UTC. */
		at: text('at').notNull(),
		actor: text('actor', { enum: actorKinds }).notNull(),
		/** Id of the person, where one acted. Their name is looked up when the trail is read. */
		person: text('person'),
		/** What was done: see trail/verbs.ts. */
		verb: text('verb').notNull(),
		organisation: text('organisation'),
		review: text('review'),
		/** To what: an element, finding, record, person, file. */
		subject: text('subject'),
		/** Small facts that name nobody: a role, a count, a version. */
		facts: text('facts', { mode: 'json' })
			.$type<Record<string, string | number | boolean | null>>()
			.notNull(),
		/** SHA-256 of salt and texts, in hexadecimal, where the event has texts. */
		textDigest: text('text_digest'),
		/** Hash of the event before this one; of the first, 64 zeros. */
		previous: text('previous').notNull(),
		hash: text('hash').notNull().unique()
	},
	(table) => [
		index('events_review').on(table.review, table.id),
		index('events_organisation').on(table.organisation, table.id)
	]
);

/** Texts of an event lie apart from it: when they are erased, the chain of hashes still holds. */
export const eventTexts = sqliteTable('event_texts', {
	event: integer('event')
		.primaryKey()
		.references(() => events.id),
	/** Random, so that a digest that is left does not give a short text away. */
	salt: text('salt').notNull(),
	before: text('before'),
	after: text('after'),
	reason: text('reason')
});

export const settings = sqliteTable('settings', {
	name: text('name').primaryKey(),
	value: text('value', { mode: 'json' }).$type<unknown>().notNull()
});
