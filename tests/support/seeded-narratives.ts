/** The summary of a theme and an earlier version of it, in every kind of part that a narrative has. */
import { and, eq } from 'drizzle-orm';
import type { Database } from '#lib/server/db/open.ts';
import { narratives, narrativeVersions } from '#lib/server/db/schema/conclusions.ts';
import { readNotation } from '#lib/judgement/narrative-notation.ts';
import { plainParagraphs } from '#lib/judgement/narrative-text.ts';

export type SeededNarrative = { review: string; inside: string; by: string; at: string };

export function seedNarrativeVersion(db: Database, { review, inside, by, at }: SeededNarrative): void {
	const document = readNotation(
		`## Before ${inside}\n\n**Once** ${inside}.\n\n- Item ${inside}\n\n> Quoted ${inside}`
	);
	db.insert(narrativeVersions)
		.values({
			reviewId: review,
			element: 'T2',
			part: 'summary',
			version: 0,
			paragraphs: plainParagraphs(document),
			document,
			changedBy: by,
			changedAt: at
		})
		.run();
	db.update(narratives)
		.set({ document })
		.where(and(eq(narratives.reviewId, review), eq(narratives.element, 'T2')))
		.run();
}
