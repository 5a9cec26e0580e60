/** Says from where somebody sees the work of a self-evaluation: once, and it holds for all that they judge from then on. */
import { perspectives, type Perspective } from '#lib/judgement/readiness.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { ownPerspectives } from '../db/schema/judging.ts';
import { FormProblem } from '../problems.ts';
import { findPerspective } from '../queries/judging.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change, notThere, type NoteEvent } from './change.ts';

/** Throws a Problem: not-found for what is not there or not the actor's to judge; form-invalid without a perspective. */
export function choosePerspective(
	db: Database,
	by: By,
	{ review, perspective }: { review: string; perspective: string }
): void {
	const of = () => findReviewResource(db, review);
	change(db, by, { action: 'give-judgement', of }, (note) => {
		if (of()?.reviewKind !== 'self-evaluation') throw notThere();
		keepPerspective(db, by, note, review, checkedPerspective(perspective));
	});
}

/** Throws a Problem form-invalid for none. */
export function checkedPerspective(written: string): Perspective {
	const perspective = perspectives.find((each) => each === written);
	if (perspective) return perspective;
	throw new FormProblem({ perspective: 'Say from where you see the work.' });
}

/** Inside the transaction of a change. One that is said already is not noted again. */
export function keepPerspective(
	db: Database,
	by: By,
	note: NoteEvent,
	review: string,
	perspective: Perspective
): void {
	if (by.actor.kind !== 'person') throw notThere();
	if (findPerspective(db, review, by.actor.id) === perspective) return;
	const row = { perspective, changedBy: authorOf(by.actor), changedAt: by.at };
	db.insert(ownPerspectives)
		.values({ reviewId: review, personId: by.actor.id, ...row })
		.onConflictDoUpdate({ target: [ownPerspectives.reviewId, ownPerspectives.personId], set: row })
		.run();
	note({ verb: 'perspective-chosen', review });
}
