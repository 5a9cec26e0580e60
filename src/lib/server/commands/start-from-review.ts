/** Starts a review from an earlier one of the same organisation: what comes along is said in reports/carry-over.ts. */
import { paragraphsOf } from '#lib/judgement/written-text.ts';
import { carryOver } from '#lib/reports/carry-over.ts';
import { may } from '../access/may.ts';
import type { Database } from '../db/open.ts';
import { FormProblem } from '../problems.ts';
import { findOrganisationResource, findReviewResource } from '../queries/resources.ts';
import { findReview } from '../queries/reviews.ts';
import { loadWholeReview } from '../queries/whole-review.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { importReview } from './import-review.ts';
import { checkedPlan, type PlanTexts } from './plan-texts.ts';
import { checkedNames, makeLead, newId } from './start-review.ts';

export type StartFromAsked = PlanTexts & {
	/** Id of the organisation that carries both out. */
	organisation: string;
	/** Id of the earlier review. */
	last: string;
};

/**
 * Returns the id of the new review; whoever starts it leads it. Throws a Problem: not-found for an organisation in
 * which the actor may not start any; form-invalid, also for a review that the organisation does not lead.
 */
export function startFromReview(db: Database, by: By, asked: StartFromAsked): string {
	const { organisation, last } = asked;
	const of = () => findOrganisationResource(db, organisation);
	return change(db, by, { action: 'start-review', of }, (note) => {
		const { title, from, to, about } = checkedNames(checkedPlan(asked));
		const resource = findReviewResource(db, last);
		if (
			resource?.organisation !== organisation ||
			!may(by.actor, 'open-plan', resource).yes ||
			resource.withdrawn
		)
			throw new FormProblem({ last: 'Choose one of the reviews that the organisation carried out.' });
		const { partnershipName } = findReview(db, last);
		const id = newId(`${partnershipName} ${to.slice(0, 4)}`);
		const bundle = carryOver(loadWholeReview(db, last, { withRecords: true }), {
			...{ id, title, from, to },
			about: paragraphsOf(about)
		});
		// It was looked through when it came in.
		importReview(db, bundle, { ...by, organisation, identifiersChecked: true });
		const { kind } = bundle.review;
		note({ verb: 'review-started', organisation, review: id, facts: { kind, from: last }, after: title });
		makeLead(db, by, { organisation, review: id }, note);
		return id;
	});
}
