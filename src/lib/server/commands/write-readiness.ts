/** Stores the readiness of a component and tells the trail; the one place where its row is written. */
import type { Readiness } from '#lib/judgement/readiness.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { readiness } from '../db/schema/judging.ts';
import { basisOf } from '../queries/judgement-basis.ts';
import { findReadinessRow, textsOfReadiness } from '../queries/readiness.ts';
import type { By } from './append-event.ts';
import type { NoteEvent } from './change.ts';

type Written = { review: string; before: Readiness; after: Readiness; version: number };

/**
 * `verb`: what the trail calls it. A stage that is set anew rests on the evidence of now, and is no longer what a
 * workshop or moderation agreed unless `after` says so.
 */
export function writeReadiness(
	db: Database,
	by: By,
	note: NoteEvent,
	{ review, before, after, version }: Written,
	verb: 'readiness-saved' | 'readiness-confirmed' = 'readiness-saved'
): void {
	const { element, ...values } = after;
	const isSetAnew = after.howWell !== before.howWell || verb === 'readiness-confirmed';
	const restsOn = after.howWell === null ? null : isSetAnew ? basisOf(db, review, element) : null;
	const kept = findReadinessRow(db, review, element);
	const row = {
		...values,
		basis: isSetAnew ? restsOn : (kept?.basis ?? null),
		version,
		changedBy: authorOf(by.actor),
		changedAt: by.at
	};
	db.insert(readiness)
		.values({ reviewId: review, element, ...row })
		.onConflictDoUpdate({ target: [readiness.reviewId, readiness.element], set: row })
		.run();
	note({
		verb,
		review,
		subject: element,
		facts: { version },
		before: readinessText(before),
		after: readinessText(after)
	});
}

const labels: Readonly<Record<string, string>> = {
	howWell: 'How well',
	words: 'Why',
	howDoWeKnow: 'How do we know',
	statement: 'Evidence',
	target: 'Target',
	targetBy: 'By when',
	whatNow: 'What now'
};

/** A component as the trail keeps it: a line for each thing that was said. */
export function readinessText(of: Readiness): string {
	return Object.entries(textsOfReadiness(of))
		.filter(([, text]) => text !== '')
		.map(([field, text]) => `${labels[field] ?? field}: ${text}`)
		.join('\n');
}
