/** Tests of change of improvement plans on their way to others: who may share one, what it takes along, where it went. */
import { eq } from 'drizzle-orm';
import { testFields } from '#lib/practice/share-test.ts';
import type { Actor } from '../access/actor.ts';
import { may } from '../access/may.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { entries } from '../db/schema/community.ts';
import { findActionRow, findTestRow } from './actions.ts';
import { entryResource } from './entries.ts';
import { listServable } from './entry-choices.ts';
import { findReviewResource } from './resources.ts';
import { listWritingFor, type WritingFor } from './writing-for.ts';

/**
 * The organisations in whose name somebody may share what was tried in a review: they work on its actions, and write
 * for the partnership whose actions they are. Empty for anybody else.
 */
export function listSharingFor(db: Database, actor: Actor, review: string): WritingFor[] {
	const resource = findReviewResource(db, review);
	if (!resource || !may(actor, 'work-on-actions', resource).yes) return [];
	if (!may(actor, 'join-in', installation).yes) return [];
	const whose = resource.underReview ?? resource.organisation;
	return listWritingFor(db, actor).filter(({ id }) => id === whose);
}

export type TestToShare = {
	/** `<review>/<action>/<test>`. */
	from: string;
	/** Of the action. */
	title: string;
	texts: Record<string, string>;
	writesFor: { value: string; label: string }[];
};

/** `from`: `<review>/<action>/<test>`, as an address has it; null for what is not there or not the actor's to share. */
export function findTestToShare(db: Database, actor: Actor, from: string): TestToShare | null {
	const [review = '', action = '', test = '', more] = from.split('/');
	const writesFor = more === undefined ? listSharingFor(db, actor, review) : [];
	if (writesFor.length === 0) return null;
	try {
		const row = findActionRow(db, review, action);
		const tried = findTestRow(db, review, action, test);
		if (row.withdrawnAt !== null || tried.withdrawnAt !== null) return null;
		const known = new Set(listServable(db).map(({ code }) => code));
		return {
			from,
			title: row.title,
			texts: testFields(row, tried, (code) => known.has(code)),
			writesFor: writesFor.map(({ id, name }) => ({ value: id, label: name }))
		};
	} catch {
		return null;
	}
}

/** By the name of the test: the entry that it was shared as, where the actor may see that. */
export function listSharedTests(
	db: Database,
	actor: Actor,
	{ review, action }: { review: string; action: string }
): Map<string, { id: string; title: string }> {
	const place = `${review}/${action}/`;
	return new Map(
		db
			.select()
			.from(entries)
			.where(eq(entries.kind, 'test-of-change'))
			.all()
			.filter(
				(row) =>
					row.sharedFrom?.startsWith(place) &&
					row.withdrawnAt === null &&
					may(actor, 'see-entry', entryResource(row)).yes
			)
			.map(({ id, title, sharedFrom }) => [sharedFrom!.slice(place.length), { id, title }])
	);
}
