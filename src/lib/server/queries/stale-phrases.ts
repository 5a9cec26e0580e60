/** Finds phrases that were tied to a measure which says something else now, in narratives and in plain texts. */
import { eq } from 'drizzle-orm';
import { measureId, type Said } from '#lib/judgement/phrase-ties.ts';
import { tiesOf, wordsOf } from '#lib/judgement/narrative-words.ts';
import { componentAddress, findingAddress, themeAddress } from '#lib/pages/review-addresses.ts';
import type { Database } from '../db/open.ts';
import { findings, phraseLinks } from '../db/schema/conclusions.ts';
import { listNarratives } from './conclusions.ts';
import { listMeasuresToCheck } from './measures-to-check.ts';

export type StalePhrase = {
	phrase: string;
	/** `47 of 60`, as it was when it was tied, and as it is; null where the measure is gone. */
	was: string;
	is: string | null;
	href: string;
};

/** In the order of the texts. Throws a not-found Problem. */
export function listStalePhrases(db: Database, review: string): StalePhrase[] {
	const ties = [...tiesOfTexts(db, review), ...tiesOfNarratives(db, review)];
	if (ties.length === 0) return [];
	const measures = new Map(listMeasuresToCheck(db, review).map((measure) => [measure.id, measure]));
	return ties.flatMap(({ phrase, measure, said, href }) => {
		const now = measures.get(measure);
		if (now && now.positive === said.positive && now.base === said.base) return [];
		return [{ phrase, was: kOfN(said), is: now ? kOfN(now) : null, href }];
	});
}

type Placed = { phrase: string; measure: string; said: Said; href: string };

const kOfN = ({ positive, base }: Said): string => `${positive} of ${base}`;

function tiesOfTexts(db: Database, review: string): Placed[] {
	const withdrawn = new Set(
		db
			.select({ slug: findings.slug, withdrawnAt: findings.withdrawnAt })
			.from(findings)
			.where(eq(findings.reviewId, review))
			.all()
			.filter(({ withdrawnAt }) => withdrawnAt !== null)
			.map(({ slug }) => slug)
	);
	return db
		.select()
		.from(phraseLinks)
		.where(eq(phraseLinks.reviewId, review))
		.all()
		.flatMap(({ text, phrase, source, question, said }) => {
			const [kind, id = ''] = text.split(':');
			if (kind === 'finding' && withdrawn.has(id)) return [];
			const href =
				kind === 'finding'
					? findingAddress(review, id)
					: kind === 'readiness'
						? componentAddress(review, id)
						: themeAddress(review, id);
			return [{ phrase, measure: measureId(source, question), said, href }];
		});
}

function tiesOfNarratives(db: Database, review: string): Placed[] {
	return listNarratives(db, review).flatMap(({ element, document, part }) => {
		if (!document) return [];
		const words = wordsOf(document);
		return tiesOf(document).map(({ start, end, measure }) => ({
			phrase: words.slice(start, end),
			measure: measureId(measure.source, measure.question),
			said: measure.said,
			href: `${themeAddress(review, element)}/${part}`
		}));
	});
}
