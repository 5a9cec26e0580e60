/**
 * Keeps one answer that a reader gives at the desk, over the one that it was made from. A blank takes an answer away.
 * The words of both stand in the texts of the event, so that they go when the answers of the review are erased.
 */
import { and, eq } from 'drizzle-orm';
import { codeAnswer, isChosen } from '#lib/evidence/answer.ts';
import { fixedWords, type Question } from '#lib/evidence/instrument.ts';
import { tidyText } from '#lib/judgement/written-text.ts';
import type { DeskResult } from '#lib/pages/desk-answer.ts';
import { deskValue } from '#lib/pages/desk-questions.ts';
import type { Database } from '../db/open.ts';
import { answers, writtenAnswers } from '../db/schema/evidence.ts';
import { FormProblem, notFound } from '../problems.ts';
import {
	deskRecord,
	findDeskReading,
	whyDeskClosed,
	whyDeskStops,
	type DeskAsked,
	type DeskReading
} from '../queries/desk.ts';
import type { GivenAnswer } from '../queries/readings.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { holdReading } from './hold-reading.ts';
import { recordSubject } from './note-read.ts';
import { unconfirmedIn } from './refuse-identifiers.ts';

export type AnswerAsked = DeskAsked & {
	/** Code of the question. */
	question: string;
	/** Words of the answer, as in an answers file; empty for a blank. */
	answer: string;
	/** Words of the answer that stood there when this one was given. */
	from: string;
	/** What looks like an identifier and was confirmed as naming nobody. */
	confirmed?: readonly string[];
	/** Whether a complete record is reopened by it. */
	reopen?: boolean;
};

/** Letters of a written answer. */
const longest = 10_000;

/**
 * Throws a Problem: not-found for a record that is not there or was not given to the actor, or a question that the
 * instrument does not have; form-invalid for an answer that the question does not take.
 */
export function recordAnswer(db: Database, by: By, asked: AnswerAsked): DeskResult {
	const closed = whyDeskClosed(db, by.actor, asked);
	if (closed) return { closed };
	return change(db, by, { action: 'read-record', of: deskRecord(db, asked) }, (note): DeskResult => {
		const found = findDeskReading(db, by.actor, asked);
		const position = found.instrument.questions.findIndex(({ code }) => code === asked.question);
		const question = found.instrument.questions[position];
		if (!question) throw notFound('question', asked.question);
		const given = coded(question, asked.answer);
		const kept = found.answers.get(position);
		const saved = (answered: number): DeskResult => ({ saved: { at: by.at, answered } });

		const stops = whyDeskStops(found);
		if (stops) return stops;
		if (isSame(given, kept)) return saved(found.answers.size);
		if (found.isComplete && !asked.reopen) return { complete: true };
		if (!isSame(understood(question, asked.from), kept))
			return { conflict: { now: deskValue(question, kept) } };
		const named = unconfirmedIn({ answer: given?.text ?? '' }, { answer: kept?.text ?? '' }, asked.confirmed);
		if (named.length > 0) return { found: named };

		const subject = recordSubject(asked.source, asked.reference);
		const { review } = asked;
		if (found.isComplete)
			note({ verb: 'reading-reopened', review, subject, facts: { reading: found.reading } });
		holdReading(db, by, found, { state: 'in-progress', changes: isChange(question, kept, given) ? 1 : 0 });
		write(db, found, position, given);
		note({
			verb: 'answer-recorded',
			review,
			subject,
			facts: { question: asked.question, reading: found.reading, changed: kept !== undefined },
			before: kept ? deskValue(question, kept) : null,
			after: given ? deskValue(question, given) : null
		});
		return saved(found.answers.size + (given ? 1 : 0) - (kept ? 1 : 0));
	});
}

function coded(question: Question, words: string): GivenAnswer | undefined {
	const given = codeAnswer(question, tidyText(words));
	if (given === null) return undefined;
	if ('expected' in given) throw new FormProblem({ answer: `Expected ${given.expected}.` });
	if ((given.text?.length ?? 0) > longest)
		throw new FormProblem({ answer: `Write at most ${longest} letters; these are ${given.text!.length}.` });
	return { code: given.code, text: given.text ?? null };
}

/** What somebody saw before; null where it is no answer to this question at all. */
function understood(question: Question, words: string): GivenAnswer | undefined | null {
	const given = codeAnswer(question, tidyText(words));
	if (given === null) return undefined;
	return 'expected' in given ? null : { code: given.code, text: given.text ?? null };
}

function isSame(one: GivenAnswer | undefined | null, other: GivenAnswer | undefined): boolean {
	if (one === null) return false;
	return one?.code === other?.code && (one?.text ?? null) === (other?.text ?? null);
}

/** Whether an answer was changed after it had been given: one more of several choices is no change of those before. */
function isChange(
	question: Question,
	kept: GivenAnswer | undefined,
	given: GivenAnswer | undefined
): boolean {
	if (!kept) return false;
	if (question.type !== 'multiple-choice' || !given || kept.code < 0 || given.code < 0) return true;
	return (fixedWords(question) ?? []).some(
		(_, place) => isChosen(kept.code, place) && !isChosen(given.code, place)
	);
}

function write(db: Database, found: DeskReading, question: number, given: GivenAnswer | undefined): void {
	const at = { sourceId: found.source.key, question, record: found.record, reading: found.reading };
	for (const table of [writtenAnswers, answers])
		db.delete(table)
			.where(
				and(
					eq(table.sourceId, at.sourceId),
					eq(table.question, question),
					eq(table.record, at.record),
					eq(table.reading, at.reading)
				)
			)
			.run();
	if (!given) return;
	db.insert(answers)
		.values({ ...at, value: given.code })
		.run();
	if (given.text !== null)
		db.insert(writtenAnswers)
			.values({ ...at, text: given.text })
			.run();
}
