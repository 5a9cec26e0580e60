/** Surveys that are answered by link in a seeded review: by one link for all and by one of one's own, half answered. */
import type { Database } from '#lib/server/db/open.ts';
import { collectedResponses, collectionLinks, collections } from '#lib/server/db/schema/collecting.ts';
import { ownResponse } from '#lib/server/queries/collections.ts';
import { findSource } from '#lib/server/queries/sources.ts';
import { digestOf } from '#lib/server/secret-link.ts';

export type SeededCollections = {
	review: string;
	/** Slug of the survey, and the code of a written question of it. */
	source: string;
	question: string;
	/** Stands in what respondents read first. */
	title: string;
	/** Of the link for all; and what was answered by it. The latter is its respondent’s alone, as is the last. */
	link: string;
	answered: string;
	/** The secret in a link for one person, and what was answered by that. */
	own: string;
	by: string;
	at: string;
};

/** The tokens and last parts of the addresses at which the two are answered. */
export type AnswerAddress = { token: string; response: string };

export function seedCollections(db: Database, seeded: SeededCollections): AnswerAddress[] {
	const { review, question, title, link, answered, own, by, at } = seeded;
	const { key: sourceId } = findSource(db, review, seeded.source);
	const collection = {
		sourceId,
		introduction: `Welcome ${title}`,
		closesAt: '2099-01-01T00:00:00.000Z',
		changedBy: by,
		changedAt: at
	};
	const [forAll, forOne] = [`all-of-${review}`, `each-of-${review}`];
	const single = { token: `own-${own}`, digest: digestOf(`own-${own}`) };
	db.insert(collections)
		.values([
			{ ...collection, id: forAll, mode: 'one-link', token: `link-${link}` },
			{ ...collection, id: forOne, mode: 'single-use', token: null }
		])
		.run();
	db.insert(collectionLinks)
		.values({ tokenDigest: single.digest, collectionId: forOne, number: 1, usedAt: at })
		.run();
	const begun = { startedAt: at, savedAt: at };
	const resume = `resume-${answered}`;
	db.insert(collectedResponses)
		.values([
			{
				...begun,
				id: `open-${review}`,
				collectionId: forAll,
				resumeDigest: digestOf(resume),
				answers: { [question]: `Answered ${answered}` }
			},
			{
				...begun,
				id: `own-${review}`,
				collectionId: forOne,
				resumeDigest: digestOf(`${single.digest} none`),
				linkDigest: single.digest,
				answers: { [question]: `Answered ${own}` }
			}
		])
		.run();
	return [
		{ token: `link-${link}`, response: resume },
		{ token: single.token, response: ownResponse }
	];
}
