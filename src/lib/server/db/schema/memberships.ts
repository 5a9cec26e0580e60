/** Who belongs to an organisation in which role, who has which duty in a review, and who is asked to join. */
import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { duties as dutyNames, roles, standings } from '../../access/actor.ts';
import { authorship } from './authorship.ts';
import { sources } from './evidence.ts';
import { organisations } from './organisations.ts';
import { people } from './people.ts';
import { reviews } from './reviews.ts';

const personId = () =>
	text('person_id')
		.notNull()
		.references(() => people.id, { onDelete: 'cascade' });

export const memberships = sqliteTable(
	'memberships',
	{
		id: text('id').primaryKey(),
		personId: personId(),
		organisationId: text('organisation_id')
			.notNull()
			.references(() => organisations.id, { onDelete: 'cascade' }),
		role: text('role', { enum: roles }).notNull(),
		standing: text('standing', { enum: standings }).notNull(),
		...authorship()
	},
	(table) => [uniqueIndex('memberships_once').on(table.personId, table.organisationId, table.role)]
);

export const duties = sqliteTable(
	'duties',
	{
		id: text('id').primaryKey(),
		personId: personId(),
		reviewId: text('review_id')
			.notNull()
			.references(() => reviews.id, { onDelete: 'cascade' }),
		duty: text('duty', { enum: dutyNames }).notNull(),
		standing: text('standing', { enum: standings }).notNull(),
		...authorship()
	},
	(table) => [uniqueIndex('duties_once').on(table.personId, table.reviewId, table.duty)]
);

/** The records that a file reader has been given to read. */
export const givenRecords = sqliteTable(
	'given_records',
	{
		sourceId: integer('source_id')
			.notNull()
			.references(() => sources.id, { onDelete: 'cascade' }),
		/** Its number in the source. */
		record: integer('record').notNull(),
		personId: personId(),
		/** Which reading of it they do: 1, or 2 for a second, blind one. */
		reading: integer('reading').notNull().default(1),
		...authorship()
	},
	(table) => [primaryKey({ columns: [table.sourceId, table.record, table.personId] })]
);

export const invitations = sqliteTable('invitations', {
	id: text('id').primaryKey(),
	/** `join`: a role in an organisation, and perhaps a duty in a review; `password`: choose a new password. */
	purpose: text('purpose', { enum: ['join', 'password'] }).notNull(),
	/** SHA-256 of the secret in the link, in hexadecimal: the link itself is kept nowhere. */
	tokenDigest: text('token_digest').notNull().unique(),
	/** In small letters. */
	email: text('email').notNull(),
	organisationId: text('organisation_id').references(() => organisations.id, { onDelete: 'cascade' }),
	role: text('role', { enum: roles }),
	reviewId: text('review_id').references(() => reviews.id, { onDelete: 'cascade' }),
	duty: text('duty', { enum: dutyNames }),
	/** ISO 8601, UTC, as are the two below. */
	expiresAt: text('expires_at').notNull(),
	usedAt: text('used_at'),
	revokedAt: text('revoked_at'),
	...authorship()
});
