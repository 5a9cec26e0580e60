/** Keeps what somebody in the room rates the component in hand. Who they are is not asked, and not kept. */
import type { Database } from '../db/open.ts';
import { workshopRatings } from '../db/schema/judging.ts';
import { Problem } from '../problems.ts';
import { countRatings, findOwnRating, findWorkshop, findWorkshopResource } from '../queries/workshops.ts';
import type { Seat } from '../workshop-seat.ts';
import { change, notThere } from './change.ts';
import { stepIn } from './readiness-texts.ts';

/** What people in a room are to the trail. */
export const inTheRoom = { kind: 'visitor', exploring: false } as const;

/** More are in no room. */
const mostRatings = 500;

export type RatingAsked = {
	/** Lets into the workshop. */
	code: string;
	seat: Seat;
	/** The component that stood on their telephone. */
	element: string;
	/** 0 to 4. */
	step: string;
};

/**
 * A later rating takes the place of an earlier one, until what the room thinks is shown. Throws a Problem: not-found
 * when the workshop is over; changed-meanwhile when another component is in hand, or this one is shown; form-invalid for
 * no stage; asked-too-often for more ratings than people fit into a room.
 */
export function rateInWorkshop(db: Database, at: string, asked: RatingAsked): void {
	const { code, seat, element } = asked;
	const of = () => findWorkshopResource(db, code, at);
	change(db, { actor: inTheRoom, at }, { action: 'rate-in-workshop', of }, (note) => {
		const workshop = findWorkshop(db, code, at);
		if (!workshop) throw notThere();
		if (workshop.element !== element)
			throw new Problem(
				'changed-meanwhile',
				'The workshop has gone on. This is the component in hand now; your rating of the one before was not kept.'
			);
		if (workshop.state !== 'rating')
			throw new Problem(
				'changed-meanwhile',
				'What the room thinks is shown now, so ratings stay as they are.'
			);
		const step = stepIn('step', asked.step);
		if (step === null) throw new Problem('form-invalid', 'Choose a stage from 0 to 4.');
		const before = findOwnRating(db, workshop.id, element, seat.participant);
		if (before === step) return;
		if (before === null && countRatings(db, workshop.id, element) >= mostRatings)
			throw new Problem('asked-too-often', 'More people have rated than fit into a room.');
		const { participant, perspective } = seat;
		db.insert(workshopRatings)
			.values({ workshopId: workshop.id, element, participant, perspective, step, at })
			.onConflictDoUpdate({
				target: [workshopRatings.workshopId, workshopRatings.element, workshopRatings.participant],
				set: { perspective, step, at }
			})
			.run();
		note({ verb: 'workshop-rated', review: workshop.reviewId, subject: element });
	});
}
