/** What was said and noted, the passages of it that give evidence, figures of performance, and who was involved. */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { directions, figureCharts, involvementStages, type FigureTable } from '#lib/evidence/voices.ts';
import { authorship } from './authorship.ts';
import { sources } from './evidence.ts';
import { reviews } from './reviews.ts';

const sourceId = () =>
	integer('source_id')
		.notNull()
		.references(() => sources.id, { onDelete: 'cascade' });

/** Notes of a conversation or an observation, or the text of a document. */
export const notes = sqliteTable(
	'notes',
	{
		sourceId: sourceId(),
		slug: text('slug').notNull(),
		position: integer('position').notNull(),
		title: text('title').notNull(),
		/** YYYY-MM-DD. */
		day: text('day'),
		text: text('text').notNull(),
		/** ISO 8601, UTC. */
		withdrawnAt: text('withdrawn_at'),
		...authorship()
	},
	(table) => [primaryKey({ columns: [table.sourceId, table.slug] })]
);

/** A few words that give evidence: marked in a note, in a written answer, or written down by themselves. */
export const passages = sqliteTable(
	'passages',
	{
		sourceId: sourceId(),
		slug: text('slug').notNull(),
		position: integer('position').notNull(),
		text: text('text').notNull(),
		elements: text('elements', { mode: 'json' }).$type<string[]>().notNull(),
		direction: text('direction', { enum: directions }),
		/** The words as they were said. */
		quotation: integer('quotation', { mode: 'boolean' }).notNull().default(false),
		/** A group, never a person. */
		saidBy: text('said_by'),
		/** Slug of the note that it is marked in, and from where to where, in UTF-16 units from 0. */
		note: text('note'),
		starts: integer('starts'),
		ends: integer('ends'),
		/** Number of the record and position of the question, for a written answer. */
		record: integer('record'),
		question: integer('question'),
		/** ISO 8601, UTC. */
		withdrawnAt: text('withdrawn_at'),
		...authorship()
	},
	(table) => [primaryKey({ columns: [table.sourceId, table.slug] })]
);

/** A small table of performance data: people by option by year. */
export const figures = sqliteTable(
	'figures',
	{
		sourceId: sourceId(),
		slug: text('slug').notNull(),
		position: integer('position').notNull(),
		title: text('title').notNull(),
		/** What the numbers count: people, pounds, per cent. */
		unit: text('unit').notNull(),
		period: text('period').notNull(),
		/** Where the numbers come from. */
		origin: text('origin').notNull(),
		chart: text('chart', { enum: figureCharts }).notNull(),
		table: text('table', { mode: 'json' }).$type<FigureTable>().notNull(),
		elements: text('elements', { mode: 'json' }).$type<string[]>().notNull(),
		/** ISO 8601, UTC. */
		withdrawnAt: text('withdrawn_at'),
		...authorship()
	},
	(table) => [primaryKey({ columns: [table.sourceId, table.slug] })]
);

/** Who was involved in the review, how, and what changed because of it. */
export const involvement = sqliteTable(
	'involvement',
	{
		reviewId: text('review_id')
			.notNull()
			.references(() => reviews.id, { onDelete: 'cascade' }),
		slug: text('slug').notNull(),
		position: integer('position').notNull(),
		stage: text('stage', { enum: involvementStages }).notNull(),
		groups: text('groups', { mode: 'json' }).$type<string[]>().notNull(),
		number: integer('number'),
		/** YYYY-MM-DD. */
		day: text('day'),
		how: text('how').notNull(),
		/** What changed because of it; null while nothing has. */
		changed: text('changed'),
		/** ISO 8601, UTC. */
		withdrawnAt: text('withdrawn_at'),
		...authorship()
	},
	(table) => [primaryKey({ columns: [table.reviewId, table.slug] })]
);
