/** Conclusion and what follows from it: findings and what they rest on, judgements, narratives, recommendations. */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Ground } from '#lib/judgement/basis.ts';
import { narrativeParts } from '#lib/judgement/judgement.ts';
import { authorship } from './authorship.ts';
import { reviews } from './reviews.ts';

/** Where a published judgement or recommendation stands in its source document. */
export type PlaceInDocument = { document: string; lines: [number, number] };

/** The counts of a measure. */
export type Said = { positive: number; base: number };

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
		passage: text('passage'),
		/** Id of an attachment; then the source is empty. */
		attachment: text('attachment'),
		/** Reference of a record of the source. */
		record: text('record'),
		figure: text('figure')
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
		/** The round of own judgements that it was agreed from. */
		round: integer('round').notNull().default(1),
		/** What it rested on when it was agreed; null for one that came in with a bundle. */
		basis: text('basis', { mode: 'json' }).$type<Ground[] | null>(),
		/** ISO 8601, UTC: set aside, to be judged again. Its words stay until another takes its place. */
		setAsideAt: text('set_aside_at'),
		...authorship()
	},
	(table) => [primaryKey({ columns: [table.reviewId, table.element] })]
);

/** Findings that Cairn proposed from the evidence and somebody dropped, so that they do not come back. */
export const droppedDrafts = sqliteTable(
	'dropped_drafts',
	{
		reviewId: reviewId(),
		/** Names the draft: judgement/propose-findings.ts. */
		key: text('key').notNull(),
		...authorship()
	},
	(table) => [primaryKey({ columns: [table.reviewId, table.key] })]
);

/** A phrase of a plain text, tied to the measure that it speaks of. */
export const phraseLinks = sqliteTable(
	'phrase_links',
	{
		reviewId: reviewId(),
		/** Which text: `finding:<name>`, `readiness:8.7:words`, `evaluation:T2`. */
		text: text('text').notNull(),
		phrase: text('phrase').notNull(),
		/** Which occurrence of the phrase in the text, from 0. */
		nth: integer('nth').notNull(),
		source: text('source').notNull(),
		question: text('question').notNull(),
		/** What the measure said when they were tied. */
		said: text('said', { mode: 'json' }).$type<Said>().notNull(),
		...authorship()
	},
	(table) => [primaryKey({ columns: [table.reviewId, table.text, table.phrase, table.nth] })]
);

export const narratives = sqliteTable(
	'narratives',
	{
		reviewId: reviewId(),
		element: text('element').notNull(),
		part: text('part', { enum: narrativeParts }).notNull(),
		/** The same in plain text, a line a paragraph: what is checked, searched and compared. */
		paragraphs: text('paragraphs', { mode: 'json' }).$type<string[]>().notNull(),
		/** With headings, lists, bold, quotations and links to measures; null for a plain text. */
		document: text('document', { mode: 'json' }).$type<unknown>(),
		...authorship()
	},
	(table) => [primaryKey({ columns: [table.reviewId, table.element, table.part] })]
);

/** Earlier versions of a narrative. */
export const narrativeVersions = sqliteTable(
	'narrative_versions',
	{
		reviewId: reviewId(),
		element: text('element').notNull(),
		part: text('part', { enum: narrativeParts }).notNull(),
		version: integer('version').notNull(),
		paragraphs: text('paragraphs', { mode: 'json' }).$type<string[]>().notNull(),
		document: text('document', { mode: 'json' }).$type<unknown>(),
		changedBy: text('changed_by').notNull(),
		/** ISO 8601, UTC. */
		changedAt: text('changed_at').notNull()
	},
	(table) => [primaryKey({ columns: [table.reviewId, table.element, table.part, table.version] })]
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
		/** ISO 8601, UTC. */
		withdrawnAt: text('withdrawn_at'),
		...authorship()
	},
	(table) => [primaryKey({ columns: [table.reviewId, table.number] })]
);
