/** Weighs the findings of one theme or standard against each other: the weights of several at once, with why. */
import { and, eq } from 'drizzle-orm';
import type { Finding } from '#lib/judgement/judgement.ts';
import { weights } from '#lib/judgement/weigh.ts';
import { tidyLine } from '#lib/judgement/written-text.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { findings } from '../db/schema/conclusions.ts';
import { FormProblem, Problem } from '../problems.ts';
import { authorName } from '../queries/authors.ts';
import { findFindingRow } from '../queries/findings.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';

export type Weighed = {
	finding: string;
	/** The version of the finding that was weighed. */
	version: number;
	weight: string;
	reason: string;
};

/** Letters. */
const longestReason = 2_000;

/**
 * How many were changed. All or none: throws a Problem changed-meanwhile where somebody else saved one of them first;
 * form-invalid for a weight without its reason, field `reason-<finding>`; not-found for what is not there, withdrawn,
 * closed, or not the actor's.
 */
export function setWeights(
	db: Database,
	by: By,
	asked: { review: string; weighed: readonly Weighed[]; confirmed?: readonly string[] }
): number {
	const { review, weighed } = asked;
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'write-conclusions', of }, (note) => {
		const changed = weighed.map((each) => checkedWeight(db, review, each)).filter(isChanged);
		refuseIdentifiers(
			Object.fromEntries(changed.map(({ row, reason }) => [`reason-${row.slug}`, reason])),
			asked.confirmed,
			Object.fromEntries(changed.map(({ row }) => [`reason-${row.slug}`, row.reason ?? '']))
		);
		for (const { row, weight, reason } of changed) {
			const version = row.version + 1;
			db.update(findings)
				.set({
					weight,
					reason: reason || null,
					version,
					changedBy: authorOf(by.actor),
					changedAt: by.at
				})
				.where(and(eq(findings.reviewId, review), eq(findings.slug, row.slug)))
				.run();
			note({
				verb: 'finding-saved',
				review,
				subject: row.slug,
				facts: { version, weight, weightBefore: row.weight },
				reason: reason || null
			});
		}
		return changed.length;
	});
}

type Checked = { row: typeof findings.$inferSelect; weight: Finding['weight']; reason: string };

const isChanged = ({ row, weight, reason }: Checked) =>
	weight !== row.weight || reason !== (row.reason ?? '');

function checkedWeight(db: Database, review: string, { finding, version, ...asked }: Weighed): Checked {
	const row = findFindingRow(db, review, finding);
	const weight = weights.find((each) => each === asked.weight);
	if (!weight) throw new FormProblem({ [`weight-${finding}`]: 'Choose how much it weighs.' });
	const reason = weight === 'ordinary' ? '' : tidyLine(asked.reason);
	if (weight !== 'ordinary' && (reason === '' || reason.length > longestReason))
		throw new FormProblem({
			[`reason-${finding}`]:
				reason === ''
					? 'Write why it weighs more than others.'
					: `Write at most ${longestReason} letters; these are ${reason.length}.`
		});
	const checked = { row, weight, reason };
	if (isChanged(checked) && (row.version !== version || row.withdrawnAt !== null))
		throw new Problem(
			'changed-meanwhile',
			`Nothing was saved: ${authorName(db, row.changedBy)} changed “${row.heading}” while you were weighing.`,
			['Look at it again. What you chose still stands in the form.']
		);
	return checked;
}
