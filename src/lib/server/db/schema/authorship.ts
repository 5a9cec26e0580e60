/** Every row that is worked on carries a version for optimistic concurrency, and who changed it last and when. */
import { integer, text } from 'drizzle-orm/sqlite-core';

export const authorship = () => ({
	version: integer('version').notNull().default(1),
	changedBy: text('changed_by').notNull(),
	/** ISO 8601, UTC. */
	changedAt: text('changed_at').notNull()
});
