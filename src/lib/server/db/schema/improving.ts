/** What is done next: improvement actions, and the small tests by which a change is tried. */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { actionStatuses, type Target } from '#lib/improvement/action.ts';
import { authorship } from './authorship.ts';
import { reviews } from './reviews.ts';

const reviewId = () =>
	text('review_id')
		.notNull()
		.references(() => reviews.id, { onDelete: 'cascade' });

/** The fields are said in improvement/action.ts. */
export const actions = sqliteTable(
	'actions',
	{
		reviewId: reviewId(),
		slug: text('slug').notNull(),
		position: integer('position').notNull(),
		title: text('title').notNull(),
		text: text('text').notNull().default(''),
		recommendation: integer('recommendation'),
		element: text('element'),
		elements: text('elements', { mode: 'json' }).$type<string[]>().notNull(),
		owner: text('owner').notNull().default(''),
		/** Id of the person, where it is one who signs in here. */
		ownerPerson: text('owner_person'),
		/** YYYY-MM-DD. */
		due: text('due_day'),
		measure: text('measure').notNull().default(''),
		source: text('source'),
		question: text('question'),
		figure: text('figure'),
		target: text('target', { mode: 'json' }).$type<Target | null>(),
		status: text('status', { enum: actionStatuses }).notNull().default('not-started'),
		evidence: text('evidence').notNull().default(''),
		/** Id of the attachment that shows that it is done. */
		attachment: text('attachment'),
		carriedFrom: text('carried_from'),
		/** ISO 8601, UTC. */
		withdrawnAt: text('withdrawn_at'),
		...authorship()
	},
	(table) => [primaryKey({ columns: [table.reviewId, table.slug] })]
);

export const testsOfChange = sqliteTable(
	'tests_of_change',
	{
		reviewId: reviewId(),
		action: text('action').notNull(),
		slug: text('slug').notNull(),
		position: integer('position').notNull(),
		plan: text('plan').notNull(),
		do: text('do_text').notNull().default(''),
		study: text('study').notNull().default(''),
		act: text('act').notNull().default(''),
		/** YYYY-MM-DD, as is the one below. */
		from: text('from_day'),
		to: text('to_day'),
		/** ISO 8601, UTC. */
		withdrawnAt: text('withdrawn_at'),
		...authorship()
	},
	(table) => [primaryKey({ columns: [table.reviewId, table.action, table.slug] })]
);
