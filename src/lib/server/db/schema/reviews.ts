/** The exercise: one review over one partnership and period; a programme groups several. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { stages } from '#lib/judgement/stage.ts';
import { authorship } from './authorship.ts';
import { organisations } from './organisations.ts';

export const programmes = sqliteTable('programmes', {
	id: text('id').primaryKey(),
	title: text('title').notNull()
});

export const reviews = sqliteTable('reviews', {
	/** Readable, used in addresses: south-lanarkshire-2018. */
	id: text('id').primaryKey(),
	kind: text('kind', { enum: ['thematic-review', 'self-evaluation'] }).notNull(),
	title: text('title').notNull(),
	/** Code of the integration authority. */
	partnership: text('partnership').notNull(),
	programmeId: text('programme_id').references(() => programmes.id),
	from: text('from_day').notNull(),
	to: text('to_day').notNull(),
	frameworks: text('frameworks', { mode: 'json' }).$type<string[]>().notNull(),
	quantityScale: text('quantity_scale').notNull(),
	evaluationScale: text('evaluation_scale').notNull(),
	about: text('about', { mode: 'json' }).$type<string[]>().notNull(),
	standing: text('standing'),
	notice: text('notice'),
	/** Who carries it out; null for one that came in before there was anybody. */
	organisationId: text('organisation_id').references(() => organisations.id),
	stage: text('stage', { enum: stages }).notNull().default('planning'),
	/** Id of last year's review, whose evidence and readiness were carried over. */
	carriedFrom: text('carried_from'),
	/** Contributors judge on their own first, and see one another's judgements afterwards. */
	independent: integer('independent', { mode: 'boolean' }).notNull().default(false),
	/** Belongs to the example world: invented or reconstructed, and open to all who look round. */
	example: integer('example', { mode: 'boolean' }).notNull().default(false),
	/** ISO 8601, UTC, as are the two below: from when the partnership under review may read the draft. */
	draftSharedAt: text('draft_shared_at'),
	issuedAt: text('issued_at'),
	withdrawnAt: text('withdrawn_at'),
	...authorship()
});
