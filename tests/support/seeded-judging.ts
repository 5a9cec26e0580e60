/** What was judged apart in a seeded review: of an agreed judgement, of one that was set aside, and of one not agreed. */
import type { Database } from '#lib/server/db/open.ts';
import {
	ownJudgements,
	ownPerspectives,
	readiness,
	setAsideJudgements
} from '#lib/server/db/schema/judging.ts';

export type SeededJudging = {
	review: string;
	kind: 'self' | 'thematic';
	/** Who judged. */
	person: string;
	/** Stands in what those see who see the moderation. */
	moderated: string;
	/** Stands in what nobody sees who has not judged the same. */
	alone: string;
	/** ISO 8601. */
	at: string;
};

/** The theme or component that is agreed, and the one that is not. */
export const judgedIn = (kind: SeededJudging['kind']): [agreed: string, open: string] =>
	kind === 'self' ? ['1.1', '1.2'] : ['T2', 'T3'];

export function seedJudging(
	db: Database,
	{ review, kind, person, moderated, alone, at }: SeededJudging
): void {
	const [agreed, open] = judgedIn(kind);
	const authorship = { changedBy: person, changedAt: at };
	const own = { reviewId: review, personId: person, step: 2, ...authorship };
	db.insert(ownJudgements)
		.values([
			{ ...own, element: agreed, round: 1, reason: `Judged first ${moderated}` },
			{ ...own, element: agreed, round: 2, reason: `Judged again ${moderated}` },
			{ ...own, element: open, round: 1, reason: `Judged alone ${alone}` }
		])
		.run();
	db.insert(setAsideJudgements)
		.values({
			reviewId: review,
			element: agreed,
			round: 1,
			step: 2,
			reason: `Agreed first ${moderated}`,
			source: { document: moderated, lines: [1, 2] },
			agreedBy: person,
			agreedAt: at,
			why: `Why ${moderated}`,
			...authorship
		})
		.run();
	db.insert(ownPerspectives)
		.values({ reviewId: review, personId: person, perspective: 'worker', ...authorship })
		.run();
	if (kind === 'self')
		db.insert(readiness)
			.values({ reviewId: review, element: agreed, howWell: 2, agreed: 'moderation', ...authorship })
			.onConflictDoUpdate({
				target: [readiness.reviewId, readiness.element],
				set: { howWell: 2, agreed: 'moderation' }
			})
			.run();
	else
		db.$client
			.prepare('update judgements set round = 2 where review_id = ? and element = ?')
			.run(review, agreed);
}
