/** What is quoted or frozen is kept whole: one JSON document with its digest, never updated. */
import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

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
