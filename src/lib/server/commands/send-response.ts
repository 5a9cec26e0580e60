/** Sends a response: it becomes a record of its source, and nothing that is left leads from the link to it. */
import { randomBytes, randomUUID } from 'node:crypto';
import { and, eq, isNull, like } from 'drizzle-orm';
import { codeAnswer } from '#lib/evidence/answer.ts';
import type { Instrument } from '#lib/evidence/instrument.ts';
import type { SurveyAnswers } from '#lib/pages/survey-page.ts';
import type { Database } from '../db/open.ts';
import { batches } from '../db/schema/evidence.ts';
import { collectedResponses, collectionLinks } from '../db/schema/collecting.ts';
import { Problem } from '../problems.ts';
import { findResponse, followLink, type FollowedLink } from '../queries/collections.ts';
import { change, notThere } from './change.ts';
import { recordAnswers, type CodedRecord } from './record-answers.ts';
import { respondent } from './start-response.ts';

/**
 * One that was sent stays sent, once. Throws a Problem: link-over or not-found for what is not there or closed;
 * form-invalid where no question is answered.
 */
export function sendResponse(
	db: Database,
	at: string,
	{ token, response: named }: { token: string; response: string }
): void {
	const of = () => followLink(db, token, at).resource;
	change(db, { actor: respondent, at }, { action: 'answer-survey', of }, (note) => {
		const followed = followLink(db, token, at);
		const { instrument, review, source, link } = followed;
		const response = findResponse(db, followed, named);
		if (followed.used) return;
		if (!response) throw notThere();
		if (response.sentAt) return;
		// Of what leads back to the link the day alone is kept: by the second, it could be found among the records.
		const day = `${at.slice(0, 10)}T00:00:00.000Z`;
		const answers = codedAnswers(instrument, response.answers);
		if (answers.length === 0)
			throw new Problem('form-invalid', 'Answer at least one question; then it can be sent.');
		const reference = `link-${randomBytes(5).toString('hex')}`;
		const batch = openBatch(db, at, followed);
		const recorded = recordAnswers(db, source.key, [{ reference, strata: {}, answers }], batch.id);
		db.update(batches)
			.set({ records: batch.records + 1, answers: batch.answers + recorded.answers })
			.where(eq(batches.id, batch.id))
			.run();
		db.update(collectedResponses)
			.set({
				answers: {},
				linkDigest: null,
				startedAt: day,
				savedAt: day,
				sentAt: day,
				version: response.version + 1
			})
			.where(eq(collectedResponses.id, response.id))
			.run();
		if (link !== null)
			db.update(collectionLinks).set({ usedAt: day }).where(eq(collectionLinks.tokenDigest, link)).run();
		note({ verb: 'response-sent', review, subject: source.id, facts: { answers: answers.length } });
	});
}

function codedAnswers({ questions }: Instrument, answers: SurveyAnswers): CodedRecord['answers'] {
	return questions.flatMap((asked, question) => {
		const coded = codeAnswer(asked, answers[asked.code] ?? '');
		return coded && 'code' in coded ? [{ question, ...coded }] : [];
	});
}

/** What came by one link, or by the links that were made together, is one batch, and can be withdrawn as one. */
function openBatch(db: Database, at: string, { collection, source }: FollowedLink) {
	const begins = `link-${collection.id}`;
	const batch = db
		.select()
		.from(batches)
		.where(and(eq(batches.sourceId, source.key), like(batches.id, `${begins}%`), isNull(batches.withdrawnAt)))
		.get();
	if (batch) return batch;
	return db
		.insert(batches)
		.values({
			id: `${begins}-${randomUUID().slice(0, 8)}`,
			sourceId: source.key,
			name: 'Answered by link',
			way: 'link',
			format: 'cairn-link',
			records: 0,
			answers: 0,
			dropped: [],
			takenInAt: at,
			changedBy: 'visitor',
			changedAt: at
		})
		.returning()
		.get();
}
