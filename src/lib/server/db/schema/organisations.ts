/** The organisations that share an installation: partnerships, scrutiny bodies, the national body. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { organisationKinds } from '../../access/actor.ts';
import { authorship } from './authorship.ts';

export const organisations = sqliteTable('organisations', {
	/** Readable, used in addresses. */
	id: text('id').primaryKey(),
	kind: text('kind', { enum: organisationKinds }).notNull(),
	name: text('name').notNull(),
	/** Code of the integration authority, for a partnership. */
	partnership: text('partnership'),
	/** Looks after the installation; there is one. */
	host: integer('host', { mode: 'boolean' }).notNull().default(false),
	/** Belongs to the example world. */
	example: integer('example', { mode: 'boolean' }).notNull().default(false),
	...authorship()
});
