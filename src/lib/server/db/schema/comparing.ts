/** Comparing: what each partnership consents to share, the frozen releases made from it, and keys for the feed. */
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { resultKinds } from '#lib/benchmark/result-kinds.ts';
import { people } from './people.ts';
import { authorship } from './authorship.ts';
import { reviews } from './reviews.ts';

/** One row for each time that somebody consented; it ends when they withdraw it or choose anew. */
export const consents = sqliteTable(
	'consents',
	{
		id: text('id').primaryKey(),
		reviewId: text('review_id')
			.notNull()
			.references(() => reviews.id, { onDelete: 'cascade' }),
		kind: text('kind', { enum: resultKinds }).notNull(),
		/** By name: members see the partnership's own values beside its name. */
		named: integer('named', { mode: 'boolean' }).notNull(),
		givenBy: text('given_by').notNull(),
		/** ISO 8601, UTC, as is the one below. */
		givenAt: text('given_at').notNull(),
		withdrawnBy: text('withdrawn_by'),
		withdrawnAt: text('withdrawn_at')
	},
	(table) => [
		index('consents_review').on(table.reviewId),
		uniqueIndex('consents_standing')
			.on(table.reviewId, table.kind)
			.where(sql`withdrawn_at is null`)
	]
);

export const releaseStates = ['making', 'made', 'failed', 'dropped', 'published'] as const;

/** A release in the making: what it is to take in, how far it is, and what came out, for administrators to look at. */
export const releaseDrafts = sqliteTable('release_drafts', {
	id: text('id').primaryKey(),
	/** Of the example world or of real partnerships; never of both. */
	example: integer('example', { mode: 'boolean' }).notNull(),
	title: text('title').notNull(),
	/** YYYY-MM-DD: reviews whose own period ends within these days are taken in. */
	from: text('from_day').notNull(),
	to: text('to_day').notNull(),
	/** At least so many others in any group that is shown; 5 or more. */
	others: integer('others').notNull(),
	/** Own words of whoever makes it, beside the method note that Cairn writes. */
	note: text('note').notNull().default(''),
	state: text('state', { enum: releaseStates }).notNull().default('making'),
	/** Steps of the work, done and in all; and what it is at, in a few words. */
	done: integer('done').notNull().default(0),
	steps: integer('steps').notNull().default(0),
	at: text('at_step').notNull().default(''),
	/** What is wrong, for one that failed. */
	problem: text('problem'),
	/** JSON of the release as it would be published, with what is held back and why; null until it is made. */
	draft: text('draft'),
	/** Number of the release that it became. */
	release: integer('release'),
	...authorship()
});

/** Published, frozen, never changed: `document` is what members see, `grounds` what it was made from, seen by nobody. */
export const releases = sqliteTable('releases', {
	/** Rising; of both worlds together. */
	number: integer('number').primaryKey(),
	example: integer('example', { mode: 'boolean' }).notNull(),
	title: text('title').notNull(),
	from: text('from_day').notNull(),
	to: text('to_day').notNull(),
	/** SHA-256 of the document, in hexadecimal. */
	digest: text('digest').notNull(),
	document: text('document').notNull(),
	/** Who shared what, by value: so that later releases can be checked against it, and own values are shown to oneself. */
	grounds: text('grounds').notNull(),
	publishedBy: text('published_by').notNull(),
	/** ISO 8601, UTC. */
	publishedAt: text('published_at').notNull()
});

/** Keys by which a spreadsheet reads the feed as one person, who sees no more by it than in the pages. */
export const feedKeys = sqliteTable(
	'feed_keys',
	{
		id: text('id').primaryKey(),
		personId: text('person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		/** What it is for, in their own words. */
		title: text('title').notNull(),
		/** SHA-256 of the key, in hexadecimal; the key itself is shown once and not kept. */
		digest: text('digest').notNull().unique(),
		/** ISO 8601, UTC, as are the two below. */
		madeAt: text('made_at').notNull(),
		usedAt: text('used_at'),
		revokedAt: text('revoked_at')
	},
	(table) => [index('feed_keys_person').on(table.personId)]
);
