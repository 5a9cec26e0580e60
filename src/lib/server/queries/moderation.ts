/** Reads the moderation of a review as far as whoever looks may see it. */
import { eq } from 'drizzle-orm';
import { deriveModeration, type ModerationPage } from '#lib/pages/moderation-page.ts';
import type { Perspective } from '#lib/judgement/readiness.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { ownJudgements } from '../db/schema/judging.ts';
import { listToLookAgain } from './look-again.ts';
import { findAgreed, findOwnRow, findPerspective, listJudged, roundOf } from './judging.ts';
import { listOwnSeen } from './judging-sight.ts';
import { maySee } from './visible-reviews.ts';

export type ModerationView = ModerationPage & {
	/** Whether everybody judges alone first; whether whoever looks may choose that. */
	independent: boolean;
	mayChoose: boolean;
	/** From where they see the work; null where they have not said, or judge nothing here. */
	perspective: Perspective | null;
	mayJudge: boolean;
};

/** Throws a not-found Problem. Judgements that are hidden from the actor count nowhere on it. */
export function loadModeration(db: Database, actor: Actor, review: string): ModerationView {
	const { kind, elements, steps, independent } = listJudged(db, review);
	const viewer = actor.kind === 'person' ? actor.id : null;
	const judges = maySee(db, actor, review, 'open-conclusions');
	const again = judges
		? new Set(listToLookAgain(db, review).map(({ element }) => element))
		: new Set<string>();
	const touched = new Set(
		db
			.selectDistinct({ element: ownJudgements.element })
			.from(ownJudgements)
			.where(eq(ownJudgements.reviewId, review))
			.all()
			.map(({ element }) => element)
	);
	const moderated = elements.map(({ code, title, words }) => {
		const agreed = findAgreed(db, review, { kind, code });
		const given = touched.has(code) ? listOwnSeen(db, actor, review, { kind, code }) : agreed ? [] : null;
		const own =
			judges && viewer !== null
				? touched.has(code) && findOwnRow(db, review, code, viewer, roundOf(db, review, code)) !== undefined
				: null;
		return {
			...{ code, title, text: words?.text ?? null, given, own },
			agreed: agreed?.step ?? null,
			toLookAgain: again.has(code)
		};
	});
	return {
		...deriveModeration(kind, steps, moderated, viewer),
		independent,
		mayChoose: kind === 'component' && maySee(db, actor, review, 'edit-plan'),
		perspective: kind === 'component' && viewer !== null ? findPerspective(db, review, viewer) : null,
		mayJudge: maySee(db, actor, review, 'give-judgement')
	};
}
