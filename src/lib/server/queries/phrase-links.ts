/** Reads which phrases of plain texts are tied to a measure. */
import { and, asc, eq } from 'drizzle-orm';
import { measureId, type PhraseLink } from '#lib/judgement/phrase-ties.ts';
import type { Database } from '../db/open.ts';
import { phraseLinks } from '../db/schema/conclusions.ts';

/** Those of one text: see TextCheck. */
export function listPhraseLinks(db: Database, reviewId: string, text: string): PhraseLink[] {
	return db
		.select()
		.from(phraseLinks)
		.where(and(eq(phraseLinks.reviewId, reviewId), eq(phraseLinks.text, text)))
		.orderBy(asc(phraseLinks.phrase), asc(phraseLinks.nth))
		.all()
		.map(({ phrase, nth, source, question, said }) => ({
			phrase,
			nth,
			measure: measureId(source, question),
			said
		}));
}
