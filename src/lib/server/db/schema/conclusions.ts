/** Conclusion and what follows from it: findings and what they rest on, judgements, narratives, recommendations. */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { authorship } from './authorship.ts';
import { reviews } from './reviews.ts';

/** Where a published judgement or recommendation stands in its source document. */
export type PlaceInDocument = { document: string; lines: [number, number] };

const reviewId = () =>
	text('review_id')
		.notNull()
		.references(() => reviews.id, { onDelete: 'cascade' });

export const findings = sqliteTable(
	'findings',
	{
		reviewId: reviewId(),
		slug: text('slug').notNull(),
		position: integer('position').notNull(),
		element: text('element').notNull(),
		direction: text('direction', { enum: ['strength', 'area-for-improvement'] }).notNull(),
		weight: text('weight', { enum: ['ordinary', 'significant', 'critical'] }).notNull(),
		reason: text('reason'),
		heading: text('heading').notNull(),
		text: text('text').notNull(),
		elements: text('elements', { mode: 'json' }).$type<string[]>().notNull(),
		/** ISO 8601, UTC. What is withdrawn can be taken back. */
		withdrawnAt: text('withdrawn_at'),
		...authorship()
	},
	(table) => [primaryKey({ columns: [table.reviewId, table.slug] })]
);

/** What a finding rests on; the source, question and passage are named as in their review. */
export const links = sqliteTable(
	'links',
	{
		reviewId: reviewId(),
		finding: text('finding').notNull(),
		position: integer('position').notNull(),
		source: text('source').notNull(),
		question: text('question'),
		passage: text('passage')
	},
	(table) => [primaryKey({ columns: [table.reviewId, table.finding, table.position] })]
);

export const judgements = sqliteTable(
	'judgements',
	{
		reviewId: reviewId(),
		element: text('element').notNull(),
		step: integer('step').notNull(),
		reason: text('reason').notNull(),
		source: text('source', { mode: 'json' }).$type<PlaceInDocument | null>(),
		...authorship()
	},
	(table) => [primaryKey({ columns: [table.reviewId, table.element] })]
);

export const narratives = sqliteTable(
	'narratives',
	{
		reviewId: reviewId(),
		element: text('element').notNull(),
		part: text('part', { enum: ['summary'] }).notNull(),
		paragraphs: text('paragraphs', { mode: 'json' }).$type<string[]>().notNull(),
		...authorship()
	},
	(table) => [primaryKey({ columns: [table.reviewId, table.element, table.part] })]
);

export const recommendations = sqliteTable(
	'recommendations',
	{
		reviewId: reviewId(),
		number: integer('number').notNull(),
		element: text('element').notNull(),
		text: text('text').notNull(),
		findings: text('findings', { mode: 'json' }).$type<string[]>().notNull(),
		source: text('source', { mode: 'json' }).$type<PlaceInDocument | null>(),
		...authorship()
	},
	(table) => [primaryKey({ columns: [table.reviewId, table.number] })]
);
