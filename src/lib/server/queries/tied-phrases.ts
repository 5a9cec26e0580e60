/** Reads every phrase of a review that is tied to a measure, and whether that says the same still. */
import { asc, eq } from 'drizzle-orm';
import { tiesOf, wordsOf } from '#lib/judgement/narrative-words.ts';
import { measureId, type Said } from '#lib/judgement/phrase-ties.ts';
import type { Database } from '../db/open.ts';
import { phraseLinks } from '../db/schema/conclusions.ts';
import { formatCount } from '#lib/measures/figures.ts';
import { listNarratives } from './conclusions.ts';
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
	return [...linksOfTexts(db, reviewId), ...linksOfNarratives(db, reviewId)]
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

type Link = Pick<TiedPhrase, 'text' | 'phrase' | 'source' | 'question'> & { said: Said };

const linksOfTexts = (db: Database, reviewId: string): Link[] =>
	db
		.select()
		.from(phraseLinks)
		.where(eq(phraseLinks.reviewId, reviewId))
		.orderBy(asc(phraseLinks.text), asc(phraseLinks.phrase), asc(phraseLinks.nth))
		.all();

/** A narrative keeps its links itself. */
const linksOfNarratives = (db: Database, reviewId: string): Link[] =>
	listNarratives(db, reviewId).flatMap(({ element, part, document }) => {
		if (!document) return [];
		const words = wordsOf(document);
		return tiesOf(document).map(({ start, end, measure: { source, question, said } }) => ({
			text: `narrative:${element}:${part}`,
			phrase: words.slice(start, end),
			...{ source, question, said }
		}));
	});
