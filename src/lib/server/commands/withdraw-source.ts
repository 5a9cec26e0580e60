/** Withdraws a source: it counts nowhere any more, nothing of it is erased, and it can be brought back. */
import { eq } from 'drizzle-orm';
import { tidyText } from '#lib/judgement/written-text.ts';
import type { Saved } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { sources } from '../db/schema/evidence.ts';
import { refuseFaults } from '../problems.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findSourceRow } from '../queries/source-editor.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';

export type WithdrawSourceAsked = {
	review: string;
	source: string;
	/** Why; kept with the event. */
	reason: string;
	confirmed?: readonly string[];
};

/** Letters. */
const longest = 2000;

/**
 * One that is withdrawn already stays as it is. Throws a Problem: not-found for what is not there, what the actor may
 * not arrange, and a review that is closed; form-invalid without a reason, or for one that may name somebody.
 */
export function withdrawSource(
	db: Database,
	by: By,
	{ review, source, reason, confirmed }: WithdrawSourceAsked
): Saved {
	const why = tidyText(reason);
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'arrange-evidence', of }, (note) => {
		const { row } = findSourceRow(db, review, source);
		if (row.withdrawnAt) return { saved: { version: row.version, at: row.changedAt } };
		const tooLong = why.length > longest ? `Write at most ${longest} letters.` : null;
		refuseFaults({ reason: why === '' ? 'Write why it is withdrawn.' : tooLong });
		refuseIdentifiers({ reason: why }, confirmed);
		const version = row.version + 1;
		db.update(sources)
			.set({ withdrawnAt: by.at, version, changedBy: authorOf(by.actor), changedAt: by.at })
			.where(eq(sources.id, row.id))
			.run();
		note({ verb: 'source-withdrawn', review, subject: source, facts: { version }, reason: why });
		return { saved: { version, at: by.at } };
	});
}
