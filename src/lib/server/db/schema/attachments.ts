/** Files that belong to a review. In the database, so that one transaction and every backup hold them. */
import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { authorship } from './authorship.ts';
import { sources } from './evidence.ts';
import { reviews } from './reviews.ts';

export const attachments = sqliteTable('attachments', {
	id: text('id').primaryKey(),
	reviewId: text('review_id')
		.notNull()
		.references(() => reviews.id, { onDelete: 'cascade' }),
	sourceId: integer('source_id').references(() => sources.id, { onDelete: 'set null' }),
	title: text('title').notNull(),
	fileName: text('file_name').notNull(),
	/** By its content, not by its name. */
	mediaType: text('media_type').notNull(),
	/** Bytes. */
	size: integer('size').notNull(),
	/** SHA-256, in hexadecimal. */
	digest: text('digest').notNull(),
	/** From 1; a later one replaces it and both are kept. */
	revision: integer('revision').notNull(),
	replaces: text('replaces'),
	/** From when it holds, and until when. YYYY-MM-DD. */
	from: text('from_day'),
	to: text('to_day'),
	elements: text('elements', { mode: 'json' }).$type<string[]>().notNull(),
	/** ISO 8601, UTC. */
	withdrawnAt: text('withdrawn_at'),
	...authorship()
});

export const attachmentFiles = sqliteTable('attachment_files', {
	attachmentId: text('attachment_id')
		.primaryKey()
		.references(() => attachments.id, { onDelete: 'cascade' }),
	bytes: blob('bytes', { mode: 'buffer' }).notNull()
});
