/** Evidence: sources, how each was drawn, their records, the coded answers, and what was said. */
import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { designs, sourceKinds, type PublishedFigure } from '#lib/evidence/source.ts';
import { authorship } from './authorship.ts';
import { reviews } from './reviews.ts';

export const sources = sqliteTable(
	'sources',
	{
		id: integer('id').primaryKey(),
		reviewId: text('review_id')
			.notNull()
			.references(() => reviews.id, { onDelete: 'cascade' }),
		/** Readable, unique in its review, used in addresses. */
		slug: text('slug').notNull(),
		position: integer('position').notNull(),
		kind: text('kind', { enum: sourceKinds }).notNull(),
		title: text('title').notNull(),
		/** id@edition of its instrument. */
		instrument: text('instrument'),
		from: text('from_day'),
		to: text('to_day'),
		owner: text('owner', { enum: ['reviewers', 'partnership'] }).notNull(),
		heardFrom: text('heard_from').notNull(),
		peopleMet: integer('people_met'),
		note: text('note'),
		published: text('published', { mode: 'json' }).$type<PublishedFigure[] | null>(),
		...authorship()
	},
	(table) => [uniqueIndex('sources_slug').on(table.reviewId, table.slug)]
);

export const samples = sqliteTable('samples', {
	sourceId: integer('source_id')
		.primaryKey()
		.references(() => sources.id, { onDelete: 'cascade' }),
	design: text('design', { enum: designs }).notNull(),
	frameSize: integer('frame_size'),
	asked: integer('asked'),
	strata: text('strata', { mode: 'json' }).$type<{ column: string; sizes: Record<string, number> } | null>(),
	howDrawn: text('how_drawn').notNull()
});

export const records = sqliteTable(
	'records',
	{
		sourceId: integer('source_id')
			.notNull()
			.references(() => sources.id, { onDelete: 'cascade' }),
		/** Position in the source, from 1; the answers name the record by it. */
		number: integer('number').notNull(),
		/** Pseudonymous. */
		reference: text('reference').notNull(),
		strata: text('strata', { mode: 'json' }).$type<Record<string, string>>().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.sourceId, table.number] }),
		uniqueIndex('records_reference').on(table.sourceId, table.reference)
	]
);

/**
 * Clustered on its key (WITHOUT ROWID, written into the migration by hand): a third of the room of a table with
 * an index, and a question's answers lie together.
 */
export const answers = sqliteTable(
	'answers',
	{
		sourceId: integer('source_id')
			.notNull()
			.references(() => sources.id, { onDelete: 'cascade' }),
		/** Position of the question in its instrument version, from 0. */
		question: integer('question').notNull(),
		record: integer('record').notNull(),
		reading: integer('reading').notNull(),
		/** See src/lib/evidence/answer.ts. */
		value: integer('value').notNull()
	},
	(table) => [primaryKey({ columns: [table.sourceId, table.question, table.record, table.reading] })]
);

export const writtenAnswers = sqliteTable(
	'written_answers',
	{
		sourceId: integer('source_id')
			.notNull()
			.references(() => sources.id, { onDelete: 'cascade' }),
		question: integer('question').notNull(),
		record: integer('record').notNull(),
		reading: integer('reading').notNull(),
		text: text('text').notNull()
	},
	(table) => [primaryKey({ columns: [table.sourceId, table.question, table.record, table.reading] })]
);

export const passages = sqliteTable(
	'passages',
	{
		sourceId: integer('source_id')
			.notNull()
			.references(() => sources.id, { onDelete: 'cascade' }),
		slug: text('slug').notNull(),
		position: integer('position').notNull(),
		text: text('text').notNull(),
		elements: text('elements', { mode: 'json' }).$type<string[]>().notNull(),
		...authorship()
	},
	(table) => [primaryKey({ columns: [table.sourceId, table.slug] })]
);
