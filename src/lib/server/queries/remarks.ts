/** Reads what was said to an entry or a topic: by whose, never by whom, and in each world only what was said in it. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { dayAndTime } from '#lib/pages/times.ts';
import { authorOf, type Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { remarks } from '../db/schema/community.ts';
import { organisations } from '../db/schema/organisations.ts';
import { worldOf } from './world.ts';

export type RemarkLine = {
	id: string;
	text: string;
	/** Name of the organisation that its writer belongs to. */
	whose: string;
	/** `14:02 on 3 July 2026`. */
	when: string;
	own: boolean;
};

/** `about`: `entry:<id>` or `topic:<id>`, which the actor sees. Oldest first. */
export function listRemarks(db: Database, actor: Actor, about: string): RemarkLine[] {
	return db
		.select({ remark: remarks, whose: organisations.name })
		.from(remarks)
		.innerJoin(organisations, eq(organisations.id, remarks.organisationId))
		.where(
			and(
				eq(remarks.about, about),
				isNull(remarks.withdrawnAt),
				eq(organisations.example, worldOf(actor) === 'example')
			)
		)
		.orderBy(asc(remarks.writtenAt), asc(remarks.id))
		.all()
		.map(({ remark, whose }) => ({
			id: remark.id,
			text: remark.text,
			whose,
			when: dayAndTime(remark.writtenAt),
			own: remark.writtenBy === authorOf(actor)
		}));
}
