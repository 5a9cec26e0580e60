/** Reads every phrase of a review that is tied to a measure, and whether that says the same still. */
import { asc, eq } from 'drizzle-orm';
import { measureId } from '#lib/judgement/phrase-ties.ts';
import type { Database } from '../db/open.ts';
import { phraseLinks } from '../db/schema/conclusions.ts';
import { formatCount } from '#lib/measures/figures.ts';
import { listMeasuresToCheck } from './measures-to-check.ts';

export type TiedPhrase = {
	/** Names the text: see TextCheck. */
	text: string;
	phrase: string;
	source: string;
	question: string;
	/** Null for a measure that the review has no more. */
	measure: { title: string; label: string; kOfN: string; spoken: string } | null;
	/** `47 of 60`: what it said when it was tied, where it says something else now. Null where it says the same. */
	before: string | null;
};

/** What has changed stands first. Throws a not-found Problem. */
export function loadTiedPhrases(db: Database, reviewId: string): TiedPhrase[] {
	const measures = new Map(listMeasuresToCheck(db, reviewId).map((measure) => [measure.id, measure]));
	return db
		.select()
		.from(phraseLinks)
		.where(eq(phraseLinks.reviewId, reviewId))
		.orderBy(asc(phraseLinks.text), asc(phraseLinks.phrase), asc(phraseLinks.nth))
		.all()
		.map(({ text, phrase, source, question, said }): TiedPhrase => {
			const measure = measures.get(measureId(source, question));
			const same = measure?.positive === said.positive && measure.base === said.base;
			return {
				text,
				phrase,
				source,
				question,
				measure: measure
					? {
							title: measure.sourceTitle,
							label: measure.label,
							kOfN: measure.kOfN,
							spoken: measure.spoken
						}
					: null,
				before: same ? null : `${formatCount(said.positive)} of ${formatCount(said.base)}`
			};
		})
		.sort((a, b) => Number(b.before !== null) - Number(a.before !== null));
}
