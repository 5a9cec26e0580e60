/**
 * Who reads a record, how far they are, what they remark; and what two readings of it were settled as. Which reading
 * somebody has been given: given_records (memberships.ts).
 */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { authorship } from './authorship.ts';
import { sources } from './evidence.ts';
import { people } from './people.ts';

const sourceId = () =>
	integer('source_id')
		.notNull()
		.references(() => sources.id, { onDelete: 'cascade' });

export const readingStates = ['in-progress', 'complete'] as const;
export type ReadingState = (typeof readingStates)[number];

/** Made with the first answer: whoever gave it holds this reading of the record. */
export const readings = sqliteTable(
	'readings',
	{
		sourceId: sourceId(),
		record: integer('record').notNull(),
		/** 1 or 2. */
		reading: integer('reading').notNull(),
		personId: text('person_id').references(() => people.id, { onDelete: 'set null' }),
		state: text('state', { enum: readingStates }).notNull(),
		/** ISO 8601, UTC, as is the one below. */
		startedAt: text('started_at').notNull(),
		completedAt: text('completed_at'),
		/** Answers that were changed after they had been given. */
		changes: integer('changes').notNull().default(0),
		/** On the file as a whole. */
		comment: text('comment'),
		...authorship()
	},
	(table) => [primaryKey({ columns: [table.sourceId, table.record, table.reading] })]
);

export const readingComments = sqliteTable(
	'reading_comments',
	{
		sourceId: sourceId(),
		record: integer('record').notNull(),
		reading: integer('reading').notNull(),
		/** Position of the question in its instrument version, from 0. */
		question: integer('question').notNull(),
		text: text('text').notNull(),
		...authorship()
	},
	(table) => [primaryKey({ columns: [table.sourceId, table.record, table.reading, table.question] })]
);

/** What counts where two readings differed: it takes the place of the first reading's answer. */
export const adjudications = sqliteTable(
	'adjudications',
	{
		sourceId: sourceId(),
		question: integer('question').notNull(),
		record: integer('record').notNull(),
		/** As an answer's. */
		value: integer('value').notNull(),
		/** Of a written answer. */
		text: text('text'),
		reason: text('reason').notNull(),
		...authorship()
	},
	(table) => [primaryKey({ columns: [table.sourceId, table.question, table.record] })]
);
