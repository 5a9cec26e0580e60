/** Opens a survey to be answered by link: one link for everybody, or a link for each person that works once. */
import { randomUUID } from 'node:crypto';
import { isDay } from '#lib/evidence/iso-date.ts';
import { tidyText } from '#lib/judgement/written-text.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { collectionLinks, collections, collectionModes } from '../db/schema/collecting.ts';
import { FormProblem, refuseFaults } from '../problems.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findSource } from '../queries/sources.ts';
import { newToken } from '../secret-link.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';

export type CollectionAsked = {
	review: string;
	source: string;
	mode: string;
	/** How many links, where each is for one person. */
	links: string;
	introduction: string;
	/** Last day on which it can be answered, YYYY-MM-DD. */
	closes: string;
	confirmed?: readonly string[];
};

const mostLinks = 2_000;
/** Letters. */
const longest = 5_000;

/** Opened by whom it may; the secret of every link, which for links of one person are kept nowhere. */
export type OpenedCollection = { id: string; tokens: string[] };

/**
 * Throws a Problem: not-found for what is not there, closed, or not the actor's to lead; form-invalid, field by field,
 * and for a source that has no questions or whose respondents were drawn.
 */
export function openCollection(db: Database, by: By, asked: CollectionAsked): OpenedCollection {
	const { review, confirmed } = asked;
	const mode = collectionModes.find((each) => each === asked.mode);
	const introduction = tidyText(asked.introduction);
	const links = mode === 'single-use' ? Number(asked.links) : 0;
	return change(db, by, { action: 'arrange-evidence', of: () => findReviewResource(db, review) }, (note) => {
		const source = findSource(db, review, asked.source);
		refuseFaults({
			mode: mode ? whyNoLink(source) : 'Choose whom the link is for.',
			links:
				mode !== 'single-use' || (Number.isSafeInteger(links) && links >= 1 && links <= mostLinks)
					? null
					: `Write how many links are needed, from 1 to ${mostLinks}.`,
			introduction: introduction.length > longest ? `Write at most ${longest} letters.` : null,
			closes: closingFault(asked.closes, by.at)
		});
		if (!mode) throw new FormProblem({});
		refuseIdentifiers({ introduction }, confirmed);
		const id = randomUUID();
		const one = mode === 'one-link' ? newToken() : null;
		db.insert(collections)
			.values({
				id,
				sourceId: source.key,
				mode,
				token: one?.token ?? null,
				introduction,
				closesAt: endOf(asked.closes),
				changedBy: authorOf(by.actor),
				changedAt: by.at
			})
			.run();
		const many = Array.from({ length: links }, newToken);
		many.forEach(({ digest }, index) =>
			db
				.insert(collectionLinks)
				.values({ tokenDigest: digest, collectionId: id, number: index + 1 })
				.run()
		);
		note({ verb: 'collection-opened', review, subject: source.id, facts: { links } });
		return { id, tokens: (one ? [one] : many).map(({ token }) => token) };
	});
}

/** Why nobody can answer a source by link, in a sentence; null where they can. */
function whyNoLink({ instrument, sample }: ReturnType<typeof findSource>): string | null {
	if (instrument === null) return 'Choose the questions of the source first.';
	// Anybody may answer by link: that is no sample that was drawn, and no interval would be true.
	return sample.design === 'self-selected' || sample.design === 'purposive'
		? null
		: 'Who answers by link has chosen to. Say so first where the source is edited: “self-selected”.';
}

/** `at`: the time now. */
export function closingFault(day: string, at: string): string | null {
	if (!isDay(day.trim())) return 'Write the last day, such as 2026-06-30.';
	return endOf(day) > at ? null : 'This day is over. Choose a later one.';
}

/** The last moment of a day; the clock is that of the server. */
export const endOf = (day: string): string => `${day.trim()}T23:59:59.999Z`;
