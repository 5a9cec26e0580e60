/** Surveys answered in Cairn itself, by link and without an account. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { authorship } from './authorship.ts';
import { sources } from './evidence.ts';

export const collectionModes = ['one-link', 'single-use'] as const;

export const collections = sqliteTable('collections', {
	id: text('id').primaryKey(),
	sourceId: integer('source_id')
		.notNull()
		.references(() => sources.id, { onDelete: 'cascade' }),
	mode: text('mode', { enum: collectionModes }).notNull(),
	/** Of the one link, which is meant to be passed on. Single-use links: below. */
	token: text('token').unique(),
	/** What the respondent reads first. */
	introduction: text('introduction').notNull(),
	/** ISO 8601, UTC, as is the one below. */
	closesAt: text('closes_at').notNull(),
	/** Closed by hand before. */
	closedAt: text('closed_at'),
	...authorship()
});

export const collectionLinks = sqliteTable('collection_links', {
	/** SHA-256 of the secret in the link, in hexadecimal. */
	tokenDigest: text('token_digest').primaryKey(),
	collectionId: text('collection_id')
		.notNull()
		.references(() => collections.id, { onDelete: 'cascade' }),
	/** From 1. */
	number: integer('number').notNull(),
	usedAt: text('used_at')
});

/** Answers on their way. Once they are sent they are a record of the source, and nothing here leads to it. */
export const collectedResponses = sqliteTable('collected_responses', {
	id: text('id').primaryKey(),
	collectionId: text('collection_id')
		.notNull()
		.references(() => collections.id, { onDelete: 'cascade' }),
	/** SHA-256 of the secret with which the respondent comes back. */
	resumeDigest: text('resume_digest').notNull().unique(),
	/** The single-use link that it came by. */
	linkDigest: text('link_digest').references(() => collectionLinks.tokenDigest, { onDelete: 'cascade' }),
	/** By question code, as they were given; emptied when sent. */
	answers: text('answers', { mode: 'json' }).$type<Record<string, string>>().notNull(),
	/** ISO 8601, UTC, as are the two below. */
	startedAt: text('started_at').notNull(),
	savedAt: text('saved_at').notNull(),
	sentAt: text('sent_at'),
	version: integer('version').notNull().default(1)
});
