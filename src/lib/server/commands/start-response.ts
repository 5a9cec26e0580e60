/** Begins a response to a survey by link. Whoever answers stays unknown, also where they are signed in. */
import { randomUUID } from 'node:crypto';
import type { Database } from '../db/open.ts';
import { collectedResponses } from '../db/schema/collecting.ts';
import { Problem } from '../problems.ts';
import { countStarted, findResponse, followLink, ownResponse } from '../queries/collections.ts';
import { digestOf, newToken } from '../secret-link.ts';
import { change } from './change.ts';

/** What respondents are to the trail. */
export const respondent = { kind: 'visitor', exploring: false } as const;

/** So many in a minute are no people. */
const mostAMinute = 240;
const mostAtAll = 50_000;

/**
 * Returns the last part of the address at which the response is answered: a secret of its own for the one link for all,
 * always the same for a link of one's own. Throws a Problem: link-over, asked-too-often, not-found once it is closed.
 */
export function startResponse(db: Database, at: string, token: string): string {
	const followed = followLink(db, token, at);
	const { collection, link, review, source } = followed;
	const of = () => followLink(db, token, at).resource;
	return change(db, { actor: respondent, at }, { action: 'answer-survey', of }, (note) => {
		if (link !== null && (followed.used || findResponse(db, followed, ownResponse))) return ownResponse;
		const aMinuteAgo = new Date(Date.parse(at) - 60_000).toISOString();
		if (countStarted(db, collection.id, aMinuteAgo) >= mostAMinute)
			throw tooMany('Wait a minute, and try again.');
		if (countStarted(db, collection.id, '') >= mostAtAll) throw tooMany('No more can be taken.');
		const resume = newToken();
		db.insert(collectedResponses)
			.values({
				id: randomUUID(),
				collectionId: collection.id,
				resumeDigest: link === null ? resume.digest : digestOf(`${link} ${resume.token}`),
				linkDigest: link,
				answers: {},
				startedAt: at,
				savedAt: at
			})
			.run();
		note({ verb: 'response-started', review, subject: source.id });
		return link === null ? resume.token : ownResponse;
	});
}

const tooMany = (then: string) =>
	new Problem('asked-too-often', `A great many people are answering at this moment. ${then}`);
