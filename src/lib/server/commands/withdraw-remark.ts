/** Takes back what one said to an entry or a topic: nobody reads it any more. */
import { and, eq, isNull } from 'drizzle-orm';
import { authorOf } from '../access/actor.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { remarks } from '../db/schema/community.ts';
import { findSharedAbout } from '../queries/shared-about.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';

/** Throws a Problem not-found for what is not there, is somebody else's, or is said to what the actor does not see. */
export function withdrawRemark(db: Database, by: By, { remark }: { remark: string }): void {
	change(db, by, { action: 'join-in', of: () => installation }, (note) => {
		const own = and(
			eq(remarks.id, remark),
			eq(remarks.writtenBy, authorOf(by.actor)),
			isNull(remarks.withdrawnAt)
		);
		const row = db.select().from(remarks).where(own).get();
		const shared = row && findSharedAbout(db, by.actor, row.about);
		if (!row || !shared) throw notThere();
		db.update(remarks).set({ withdrawnAt: by.at }).where(eq(remarks.id, remark)).run();
		note({
			verb: 'remark-withdrawn',
			organisation: row.organisationId,
			subject: shared.id,
			facts: { about: shared.kind },
			before: row.text
		});
	});
}
