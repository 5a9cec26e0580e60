/** What a finding of a seeded review rests on besides measures, a phrase that is tied, and a draft that was dropped. */
import type { Database } from '#lib/server/db/open.ts';
import { droppedDrafts, links, phraseLinks } from '#lib/server/db/schema/conclusions.ts';

export type SeededFindings = {
	review: string;
	finding: string;
	/** Slug of the read files, code of one of their questions, reference of a record. */
	files: string;
	question: string;
	record: string;
	/** Slug of the source of the figure; its name; the id of a paper. */
	talks: string;
	figure: string;
	attachment: string;
	/** Stands in what everybody sees who sees the review. */
	inside: string;
	by: string;
	/** ISO 8601. */
	at: string;
};

export function seedFindings(db: Database, seeded: SeededFindings): void {
	const { review, finding, files, question, record, talks, figure, attachment, inside, by, at } = seeded;
	const authorship = { changedBy: by, changedAt: at };
	db.insert(links)
		.values([
			{ reviewId: review, finding, position: 101, source: files, record },
			{ reviewId: review, finding, position: 102, source: talks, figure },
			{ reviewId: review, finding, position: 103, source: '', attachment }
		])
		.run();
	db.insert(phraseLinks)
		.values({
			reviewId: review,
			text: `finding:${finding}`,
			phrase: `Most ${inside}`,
			nth: 0,
			source: files,
			question,
			said: { positive: 1, base: 2 },
			...authorship
		})
		.run();
	db.insert(droppedDrafts)
		.values({ reviewId: review, key: `measure/${files}/${question}/most`, ...authorship })
		.run();
}
