/** Judging: each person's own judgement, the agreed readiness of components, and judging together in one room. */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Ground } from '#lib/judgement/basis.ts';
import { agreedWays, perspectives } from '#lib/judgement/readiness.ts';
import { authorship } from './authorship.ts';
import type { PlaceInDocument } from './conclusions.ts';
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
const basis = () => text('basis', { mode: 'json' }).$type<Ground[] | null>();

/** What one person judges alone: the evaluation of a theme, 1 to 6, or the stage of a component, 0 to 4. */
export const ownJudgements = sqliteTable(
	'own_judgements',
	{
		reviewId: reviewId(),
		element: text('element').notNull(),
		personId: personId(),
		/** 1; one more each time that an agreed judgement is set aside and judged again. */
		round: integer('round').notNull().default(1),
		step: integer('step').notNull(),
		/** Of a component only, 0 to 4. */
		howDoWeKnow: integer('how_do_we_know'),
		reason: text('reason').notNull(),
		/** As it was when they judged. */
		perspective: text('perspective', { enum: perspectives }),
		basis: basis(),
		...authorship()
	},
	(table) => [primaryKey({ columns: [table.reviewId, table.element, table.personId, table.round] })]
);

/** Judgements that were agreed once and set aside, to be judged again: what was agreed stays to be read. */
export const setAsideJudgements = sqliteTable(
	'set_aside_judgements',
	{
		reviewId: reviewId(),
		element: text('element').notNull(),
		/** Of own judgements, from which it was agreed. */
		round: integer('round').notNull(),
		step: integer('step').notNull(),
		/** Of a component only. */
		howDoWeKnow: integer('how_do_we_know'),
		reason: text('reason').notNull(),
		source: text('source', { mode: 'json' }).$type<PlaceInDocument | null>(),
		agreedBy: text('agreed_by').notNull(),
		/** ISO 8601, UTC. */
		agreedAt: text('agreed_at').notNull(),
		/** Why it was set aside. */
		why: text('why').notNull(),
		...authorship()
	},
	(table) => [primaryKey({ columns: [table.reviewId, table.element, table.round] })]
);

/** From where each person sees the work, in a self-evaluation. */
export const ownPerspectives = sqliteTable(
	'own_perspectives',
	{
		reviewId: reviewId(),
		personId: personId(),
		perspective: text('perspective', { enum: perspectives }).notNull(),
		...authorship()
	},
	(table) => [primaryKey({ columns: [table.reviewId, table.personId] })]
);

/** The readiness of a component as the review holds it. */
export const readiness = sqliteTable(
	'readiness',
	{
		reviewId: reviewId(),
		element: text('element').notNull(),
		howWell: integer('how_well'),
		words: text('words').notNull().default(''),
		howDoWeKnow: integer('how_do_we_know'),
		statement: text('statement').notNull().default(''),
		target: integer('target'),
		/** YYYY-MM-DD. */
		targetBy: text('target_day'),
		whatNow: text('what_now').notNull().default(''),
		/** Carried over from last year, and not looked at yet. */
		toConfirm: integer('to_confirm', { mode: 'boolean' }).notNull().default(false),
		agreed: text('agreed', { enum: agreedWays }),
		/** What the stage rested on when it was set. */
		basis: basis(),
		...authorship()
	},
	(table) => [primaryKey({ columns: [table.reviewId, table.element] })]
);

export const workshopStates = ['waiting', 'rating', 'revealed', 'closed'] as const;

/** One component after another on a big screen, rated on people's own telephones. */
export const workshops = sqliteTable('workshops', {
	id: text('id').primaryKey(),
	reviewId: reviewId(),
	/** Null once it is closed: a code lets nobody in afterwards. */
	joinCode: text('join_code').unique(),
	/** The component in hand. */
	element: text('element'),
	state: text('state', { enum: workshopStates }).notNull(),
	...authorship()
});

/** What somebody in the room rated; who they are is not asked. */
export const workshopRatings = sqliteTable(
	'workshop_ratings',
	{
		workshopId: text('workshop_id')
			.notNull()
			.references(() => workshops.id, { onDelete: 'cascade' }),
		element: text('element').notNull(),
		/** SHA-256 of the secret in their address, in hexadecimal. */
		participant: text('participant').notNull(),
		perspective: text('perspective', { enum: perspectives }),
		step: integer('step').notNull(),
		/** ISO 8601, UTC. */
		at: text('at').notNull()
	},
	(table) => [primaryKey({ columns: [table.workshopId, table.element, table.participant] })]
);
