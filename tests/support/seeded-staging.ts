/** What is said and done on the way of a seeded review: a move, a section given to somebody, comments, a point of accuracy. */
import type { Database } from '#lib/server/db/open.ts';
import { assignments, comments, stageMoves, visits } from '#lib/server/db/schema/staging.ts';

export type SeededStaging = {
	review: string;
	kind: 'self' | 'thematic';
	/** Who works on it, and somebody of the partnership under review. */
	person: string;
	reviewed: string;
	/** Stands in what those see who see the plan. */
	planned: string;
	/** Stands in what those see who see comments. */
	said: string;
	/** Stands in what those see who see points of accuracy. */
	pointed: string;
	/** ISO 8601. */
	at: string;
};

export function seedStaging(
	db: Database,
	{ review, kind, person, reviewed, planned, said, pointed, at }: SeededStaging
): void {
	const own = { reviewId: review, changedBy: person, changedAt: at };
	db.insert(stageMoves)
		.values({ ...own, position: 0, from: 'gathering', to: 'planning', words: `Because ${planned}` })
		.run();
	db.insert(assignments)
		.values({ ...own, id: `given-${review}`, section: 'plan', personId: person, due: '2026-02-01' })
		.run();
	db.insert(comments)
		.values({ ...own, id: `said-${review}`, about: 'review', text: `Said ${said}`, mentions: [person] })
		.run();
	db.insert(visits)
		.values({ reviewId: review, personId: person, seenEvent: 0, seenAt: at, nowEvent: 0, nowAt: at })
		.run();
	if (kind === 'self') return;
	db.insert(comments)
		.values({
			...{ ...own, changedBy: reviewed, id: `point-${review}`, kind: 'accuracy-point', about: 'theme:T2' },
			...{ text: `Not so ${pointed}`, mentions: [], answer: 'accepted', answerText: `Mended ${pointed}` },
			...{ answeredBy: person, answeredAt: at }
		})
		.run();
}
