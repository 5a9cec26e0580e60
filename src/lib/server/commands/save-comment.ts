/** Keeps what a reader remarks on a record, or on their answer to one of its questions. */
import { and, eq } from 'drizzle-orm';
import { tidyText } from '#lib/judgement/written-text.ts';
import type { DeskResult } from '#lib/pages/desk-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { readingComments } from '../db/schema/readings.ts';
import { FormProblem, notFound } from '../problems.ts';
import {
	deskRecord,
	findDeskReading,
	whyDeskClosed,
	whyDeskStops,
	type DeskAsked,
	type DeskReading
} from '../queries/desk.ts';
import { listReadingComments } from '../queries/readings.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { holdReading } from './hold-reading.ts';
import { recordSubject } from './note-read.ts';
import { unconfirmedIn } from './refuse-identifiers.ts';

export type CommentAsked = DeskAsked & {
	/** Code of the question; null for the record as a whole. */
	question: string | null;
	/** Empty to take it away. */
	text: string;
	/** What stood there when it was written. */
	from: string;
	/** What looks like an identifier and was confirmed as naming nobody. */
	confirmed?: readonly string[];
};

/** Letters. */
const longest = 5_000;

/** A complete record stays complete. Throws a Problem as recordAnswer does. */
export function saveComment(db: Database, by: By, asked: CommentAsked): DeskResult {
	const closed = whyDeskClosed(db, by.actor, asked);
	if (closed) return { closed };
	return change(db, by, { action: 'read-record', of: deskRecord(db, asked) }, (note): DeskResult => {
		const found = findDeskReading(db, by.actor, asked);
		const { source, record, reading, kept } = found;
		const position = found.instrument.questions.findIndex(({ code }) => code === asked.question);
		if (asked.question !== null && position < 0) throw notFound('question', asked.question);
		const text = tidyText(asked.text);
		if (text.length > longest)
			throw new FormProblem({ comment: `Write at most ${longest} letters; these are ${text.length}.` });
		const before =
			asked.question === null
				? (kept?.comment ?? '')
				: (listReadingComments(db, source.key, record, reading).get(position) ?? '');
		const saved: DeskResult = { saved: { at: by.at, answered: found.answers.size } };

		const stops = whyDeskStops(found);
		if (stops) return stops;
		if (text === before) return saved;
		if (tidyText(asked.from) !== before) return { conflict: { now: before } };
		const named = unconfirmedIn({ comment: text }, { comment: before }, asked.confirmed);
		if (named.length > 0) return { found: named };

		holdReading(db, by, found, {
			state: found.isComplete ? 'complete' : 'in-progress',
			...(asked.question === null ? { comment: text } : {})
		});
		if (asked.question !== null) write(db, by, found, position, text);
		note({
			verb: 'reading-comment-saved',
			review: asked.review,
			subject: recordSubject(asked.source, asked.reference),
			facts: { question: asked.question, reading },
			before,
			after: text
		});
		return saved;
	});
}

function write(db: Database, by: By, found: DeskReading, question: number, text: string): void {
	const at = { sourceId: found.source.key, record: found.record, reading: found.reading, question };
	db.delete(readingComments)
		.where(
			and(
				eq(readingComments.sourceId, at.sourceId),
				eq(readingComments.record, at.record),
				eq(readingComments.reading, at.reading),
				eq(readingComments.question, question)
			)
		)
		.run();
	if (text === '') return;
	db.insert(readingComments)
		.values({ ...at, text, changedBy: authorOf(by.actor), changedAt: by.at })
		.run();
}
