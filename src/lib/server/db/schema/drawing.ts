/** The frame that a sample is drawn from, and what became of each of its members. */
import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { authorship } from './authorship.ts';
import { sources } from './evidence.ts';

/** `used`: a replacement that took a place; `replaced`: drawn, and given up for a replacement. */
export const frameStandings = ['left', 'drawn', 'replacement', 'used', 'replaced'] as const;
export type FrameStanding = (typeof frameStandings)[number];

export const frameEntries = sqliteTable(
	'frame_entries',
	{
		sourceId: integer('source_id')
			.notNull()
			.references(() => sources.id, { onDelete: 'cascade' }),
		/** In the frame as it was given, from 1. */
		position: integer('position').notNull(),
		/** Pseudonymous. */
		reference: text('reference').notNull(),
		strata: text('strata', { mode: 'json' }).$type<Record<string, string>>().notNull(),
		standing: text('standing', { enum: frameStandings }).notNull(),
		/** In which it was drawn, from 1; the replacements follow the sample. Null for what was left. */
		drawOrder: integer('draw_order'),
		/** Number of the record that it is, or was. */
		record: integer('record'),
		/** Of a replacement that was used: the reference of what it stands for, and why. */
		standsFor: text('stands_for'),
		reason: text('reason'),
		...authorship()
	},
	(table) => [
		primaryKey({ columns: [table.sourceId, table.position] }),
		uniqueIndex('frame_entries_reference').on(table.sourceId, table.reference)
	]
);
