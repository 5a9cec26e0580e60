/** The exercise: one review over one partnership and period; a programme groups several. */
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { authorship } from './authorship.ts';

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
	...authorship()
});
