/** How a review is moved on: its stages, who does what by when, what people say to one another, who saw what. */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { stages } from '#lib/judgement/stage.ts';
import { authorship } from './authorship.ts';
import { people } from './people.ts';
import { reviews } from './reviews.ts';

const reviewId = () =>
	text('review_id')
		.notNull()
		.references(() => reviews.id, { onDelete: 'cascade' });
const personId = () =>
	text('person_id')
		.notNull()
		.references(() => people.id, { onDelete: 'cascade' });

/** Every move from one stage to another; `words`: what was said to it, as the leadership's confirmation. */
export const stageMoves = sqliteTable(
	'stage_moves',
	{
		reviewId: reviewId(),
		position: integer('position').notNull(),
		from: text('from_stage', { enum: stages }).notNull(),
		to: text('to_stage', { enum: stages }).notNull(),
		words: text('words').notNull().default(''),
		...authorship()
	},
	(table) => [primaryKey({ columns: [table.reviewId, table.position] })]
);

/** A section of the review given to a person, by when. */
export const assignments = sqliteTable('assignments', {
	id: text('id').primaryKey(),
	reviewId: reviewId(),
	/** Code of a theme or standard, or a section of work (judgement/stage.ts). */
	section: text('section').notNull(),
	personId: personId(),
	/** YYYY-MM-DD. */
	due: text('due_day'),
	...authorship()
});

export const commentKinds = ['comment', 'accuracy-point'] as const;

/** A remark on anything in a review; or a point of factual accuracy, which is answered. */
export const comments = sqliteTable('comments', {
	id: text('id').primaryKey(),
	reviewId: reviewId(),
	kind: text('kind', { enum: commentKinds }).notNull().default('comment'),
	/** `review`, `theme:T2`, `standard:8`, `component:8.7`, `finding:<name>`, `source:<name>`, `action:<name>`. */
	about: text('about').notNull(),
	text: text('text').notNull(),
	/** Ids of the people whom it is said to. */
	mentions: text('mentions', { mode: 'json' }).$type<string[]>().notNull(),
	/** Of a point of factual accuracy. */
	answer: text('answer', { enum: ['accepted', 'declined'] }),
	answerText: text('answer_text').notNull().default(''),
	answeredBy: text('answered_by'),
	/** ISO 8601, UTC, as is the one below. */
	answeredAt: text('answered_at'),
	withdrawnAt: text('withdrawn_at'),
	...authorship()
});

/** Up to where in the trail somebody has seen a review: at the visit before this one, and now. */
export const visits = sqliteTable(
	'visits',
	{
		reviewId: reviewId(),
		personId: personId(),
		/** Number of the last event there was at the end of the visit before. */
		seenEvent: integer('seen_event').notNull(),
		/** ISO 8601, UTC: when that visit was. */
		seenAt: text('seen_at').notNull(),
		/** As the two above, of the present visit. */
		nowEvent: integer('now_event').notNull(),
		nowAt: text('now_at').notNull()
	},
	(table) => [primaryKey({ columns: [table.reviewId, table.personId] })]
);
