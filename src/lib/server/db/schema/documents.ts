/** What is quoted or frozen is kept whole: one JSON document with its digest, never updated. */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { authorship } from './authorship.ts';
import { sources } from './evidence.ts';

export const documentKinds = [
	'framework',
	'crosswalk',
	'instrument',
	'quantity-scale',
	'evaluation-scale',
	'readiness',
	'partnerships'
] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const documents = sqliteTable(
	'documents',
	{
		kind: text('kind', { enum: documentKinds }).notNull(),
		id: text('id').notNull(),
		edition: text('edition').notNull(),
		/** SHA-256 of the document's JSON without white space, in hexadecimal. */
		digest: text('digest').notNull(),
		document: text('document').notNull(),
		loadedAt: text('loaded_at').notNull()
	},
	(table) => [primaryKey({ columns: [table.kind, table.id, table.edition] })]
);

/** A version of an instrument in the making, for one source; once it is used it is a document above. */
export const instrumentDrafts = sqliteTable('instrument_drafts', {
	sourceId: integer('source_id')
		.primaryKey()
		.references(() => sources.id, { onDelete: 'cascade' }),
	/** id@edition of what it was made from; null where it began empty or from a file. */
	basedOn: text('based_on'),
	/** As an instrument, but it may have faults. */
	draft: text('draft', { mode: 'json' }).$type<unknown>().notNull(),
	...authorship()
});
