/** What is waiting to come in from files of other tools, and how their columns were understood. What came in: evidence.ts. */
import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { authorship } from './authorship.ts';
import { batches, sources } from './evidence.ts';
import { organisations } from './organisations.ts';
import { people } from './people.ts';
import { reviews } from './reviews.ts';

const sourceId = () =>
	integer('source_id')
		.notNull()
		.references(() => sources.id, { onDelete: 'cascade' });

/** How the columns of a file were mapped to an instrument, for the next file with the same headings. */
export const importMappings = sqliteTable(
	'import_mappings',
	{
		id: text('id').primaryKey(),
		reviewId: text('review_id')
			.notNull()
			.references(() => reviews.id, { onDelete: 'cascade' }),
		/** Whose reviews may use it again. */
		organisationId: text('organisation_id').references(() => organisations.id, { onDelete: 'cascade' }),
		/** id of the instrument, whatever its edition. */
		instrument: text('instrument').notNull(),
		headerDigest: text('header_digest').notNull(),
		mapping: text('mapping', { mode: 'json' }).$type<unknown>().notNull(),
		...authorship()
	},
	(table) => [uniqueIndex('import_mappings_once').on(table.reviewId, table.instrument, table.headerDigest)]
);

export const stagedStates = ['reading', 'waiting', 'taking-in', 'done', 'refused'] as const;

/** A file that was sent and is not taken in yet. What was read of it lies in the data folder, a day at most. */
export const stagedImports = sqliteTable('staged_imports', {
	id: text('id').primaryKey(),
	sourceId: sourceId(),
	personId: text('person_id').references(() => people.id, { onDelete: 'cascade' }),
	fileName: text('file_name').notNull(),
	fileDigest: text('file_digest'),
	state: text('state', { enum: stagedStates }).notNull(),
	/** Rows done of the rows that there are. */
	progress: integer('progress').notNull().default(0),
	rows: integer('rows'),
	/** What was understood of it. */
	found: text('found', { mode: 'json' }).$type<unknown>(),
	/** Why it was refused. */
	problem: text('problem', { mode: 'json' }).$type<unknown>(),
	batchId: text('batch_id').references(() => batches.id, { onDelete: 'set null' }),
	/** ISO 8601, UTC, as is the one below. */
	startedAt: text('started_at').notNull(),
	expiresAt: text('expires_at').notNull(),
	...authorship()
});
