/** Settles what counts where two readings of a record differ, with a reason. Both readings stay as they were given. */
import { answerWords, codeAnswer } from '#lib/evidence/answer.ts';
import type { Question } from '#lib/evidence/instrument.ts';
import { tidyText } from '#lib/judgement/written-text.ts';
import { authorOf } from '../access/actor.ts';
import { may } from '../access/may.ts';
import type { Database } from '../db/open.ts';
import { adjudications } from '../db/schema/readings.ts';
import { notFound, Problem, refuseFaults } from '../problems.ts';
import { whyClosed } from '../queries/closed.ts';
import { findDocument } from '../queries/documents.ts';
import { findRecordResource } from '../queries/resources.ts';
import { listCompared, listDoubleReadings, type ComparedAnswer } from '../queries/second-readings.ts';
import { findSource } from '../queries/sources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { recordSubject } from './note-read.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';

export type Adjudication = {
	review: string;
	source: string;
	reference: string;
	/** Code of the question. */
	question: string;
	/** What counts, in the words of an answers file. */
	answer: string;
	reason: string;
	/** Version of what was settled before that whoever asks has seen; 0 where nothing was. */
	version: number;
	confirmed?: readonly string[];
};

/** Words, and letters. */
const fewest = 3;
const longest = 2000;

/**
 * Throws a Problem: not-found for what is not there, or not read twice to the end; form-invalid for an answer that the
 * question does not take, or without a reason; names-somebody; changed-meanwhile when somebody else settled it since
 * or the review was closed.
 */
export function adjudicate(db: Database, by: By, asked: Adjudication): void {
	const { review, reference } = asked;
	const of = () => findRecordResource(db, review, asked.source, reference);
	const record = of();
	const closed = whyClosed(db, review);
	if (closed && record && may(by.actor, 'see-record', record).yes)
		throw new Problem('changed-meanwhile', closed);
	change(db, by, { action: 'adjudicate', of }, (note) => {
		const { question, position, compared, key } = findCompared(db, asked);
		const reason = tidyText(asked.reason);
		const given = codeAnswer(question, asked.answer);
		const refused =
			given === null
				? 'Choose the answer that counts.'
				: 'expected' in given
					? `Expected ${given.expected}.`
					: isSame(compared)
						? 'Both readings say the same; there is nothing to settle.'
						: null;
		refuseFaults({ answer: refused, reason: faultOf(reason) });
		refuseIdentifiers({ reason }, asked.confirmed, { reason: compared.settled?.reason ?? '' });
		const { code } = given as { code: number };
		const { settled } = compared;
		if (settled && settled.code === code && settled.reason === reason) return;
		if ((settled?.version ?? 0) !== asked.version)
			throw new Problem(
				'changed-meanwhile',
				'Somebody else has settled this since. Look at what they chose before you choose.'
			);
		const row = { value: code, text: null, reason, changedBy: authorOf(by.actor), changedAt: by.at };
		const version = asked.version + 1;
		db.insert(adjudications)
			.values({ sourceId: key, question: position, record: compared.record, ...row })
			.onConflictDoUpdate({
				target: [adjudications.sourceId, adjudications.question, adjudications.record],
				set: { ...row, version }
			})
			.run();
		const before = settled?.code ?? compared.first?.code;
		note({
			verb: 'reading-settled',
			organisation: record!.review.organisation,
			review,
			subject: recordSubject(asked.source, reference),
			facts: { question: question.code, again: settled !== null },
			before: before === undefined ? null : answerWords(question, before),
			after: answerWords(question, code),
			reason
		});
	});
}

/** Answers of one's own words are never the same, and none counts: they are shown, not settled. */
export const isSettled = ({ type }: Question): boolean => type !== 'text';

const isSame = ({ first, second, settled }: ComparedAnswer) =>
	settled === null && first?.code === second?.code;

function faultOf(reason: string): string | null {
	if (reason.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length < fewest)
		return 'Write why it counts, in a few words at least.';
	return reason.length > longest ? `Write at most ${longest} letters; these are ${reason.length}.` : null;
}

function findCompared(db: Database, { review, source: id, reference, question: code }: Adjudication) {
	const source = findSource(db, review, id);
	if (source.instrument === null) throw notFound('question', code);
	const { questions } = findDocument(db, 'instrument', source.instrument);
	const position = questions.findIndex((each) => each.code === code);
	const question = questions[position];
	if (!question || !isSettled(question)) throw notFound('question that can be settled', code);
	const double = listDoubleReadings(db, source.key, questions.length).filter(
		(each) => each.reference === reference && each.complete
	);
	const compared = listCompared(db, source.key, double, questions.length).find(
		(each) => each.question === position
	);
	if (!compared) throw notFound('record that was read twice to its end', reference);
	return { question, position, compared, key: source.key };
}
