/** Evidence: sources, how each was drawn, their records and the coded answers. What was said: voices.ts. */
import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Drawn, Heard, SecondDrawn } from '#lib/evidence/sample.ts';
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
		/** Numbers by group, for sources without records. */
		heard: text('heard', { mode: 'json' }).$type<Heard[]>().notNull().default([]),
		/** Carried over from last year: somebody is to confirm that it still holds. */
		toConfirm: integer('to_confirm', { mode: 'boolean' }).notNull().default(false),
		/** ISO 8601, UTC. What is withdrawn counts nowhere, and can be brought back. */
		withdrawnAt: text('withdrawn_at'),
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
	howDrawn: text('how_drawn').notNull(),
	/** The draw, where Cairn made it. */
	drawn: text('drawn', { mode: 'json' }).$type<Drawn | null>(),
	/** The draw of the files that are read a second time. */
	second: text('second', { mode: 'json' }).$type<SecondDrawn | null>()
});

/** Each time that answers came in, from a file or another tool: a named batch, which can be withdrawn. */
export const batchWays = ['file', 'workbook', 'link', 'command-line'] as const;

export const batches = sqliteTable('batches', {
	id: text('id').primaryKey(),
	sourceId: integer('source_id')
		.notNull()
		.references(() => sources.id, { onDelete: 'cascade' }),
	name: text('name').notNull(),
	way: text('way', { enum: batchWays }).notNull(),
	/** As what it was recognised: `microsoft-forms`, `smartsurvey`, … */
	format: text('format'),
	fileName: text('file_name'),
	/** SHA-256 of the file, in hexadecimal. */
	fileDigest: text('file_digest'),
	records: integer('records').notNull(),
	answers: integer('answers').notNull(),
	/** Columns that name people, which were not kept, and how many cells they filled. */
	dropped: text('dropped', { mode: 'json' }).$type<{ column: string; values: number }[]>().notNull(),
	/** Rows left out because an earlier import has them. */
	duplicates: integer('duplicates').notNull().default(0),
	/** ISO 8601, UTC, as is the one below. */
	takenInAt: text('taken_in_at').notNull(),
	/** Its records are gone; the file can be brought in again. */
	withdrawnAt: text('withdrawn_at'),
	reason: text('reason'),
	...authorship()
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
		strata: text('strata', { mode: 'json' }).$type<Record<string, string>>().notNull(),
		/** The import that it came with. */
		batchId: text('batch_id').references(() => batches.id),
		/** Of what stood in its row, to know it again where it has no reference of its own. */
		digest: text('digest')
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
		/** 1: the first, which counts unless it was adjudicated (readings.ts); 2: a second, blind one. */
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
