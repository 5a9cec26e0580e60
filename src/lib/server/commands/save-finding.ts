/** Saves a finding: its heading, its text, its weight and, where that is more than ordinary, why. */
import { and, eq } from 'drizzle-orm';
import { weights } from '#lib/judgement/weigh.ts';
import { tidyLine } from '#lib/judgement/written-text.ts';
import type { SaveResult } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { findings } from '../db/schema/conclusions.ts';
import { FormProblem } from '../problems.ts';
import { findFindingRow, keptFinding, whyFindingClosed } from '../queries/findings.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { movePhrases } from './move-phrases.ts';
import { saveOver, type SaveAsked } from './save-over.ts';

export type FindingAsked = SaveAsked & {
	review: string;
	finding: string;
	heading: string;
	text: string;
	weight: string;
	reason: string;
};

/** Letters. */
const longest = { heading: 200, text: 5_000, reason: 2_000 };

/**
 * Throws a Problem: not-found for what is not there or what the actor may not write; form-invalid, field by field,
 * for a text that is missing or too long and a weight without its reason.
 */
export function saveFinding(db: Database, by: By, asked: FindingAsked): SaveResult {
	const { review, finding } = asked;
	const written = checkedFinding(asked);
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'open-conclusions', of }, (note) => {
		const row = findFindingRow(db, review, finding);
		const closed = whyFindingClosed(db, row);
		if (closed) return { closed };
		const kept = keptFinding(db, row);
		const write = (version: number) => {
			db.update(findings)
				.set({
					...written,
					reason: written.reason || null,
					version,
					changedBy: authorOf(by.actor),
					changedAt: by.at
				})
				.where(and(eq(findings.reviewId, review), eq(findings.slug, finding)))
				.run();
			movePhrases(db, by, { review, text: `finding:${finding}`, before: row.text, after: written.text });
			note({
				verb: 'finding-saved',
				review,
				subject: finding,
				facts: { version, weight: written.weight, weightBefore: row.weight },
				before: `${row.heading}\n\n${row.text}`,
				after: `${written.heading}\n\n${written.text}`,
				reason: written.reason || null
			});
		};
		return saveOver(kept, written, asked, write, by.at);
	});
}

/** The texts, tidied. A reason belongs to a weight that is more than ordinary, and goes with it. */
function checkedFinding(asked: FindingAsked) {
	const weight = weights.find((each) => each === asked.weight);
	const heading = tidyLine(asked.heading);
	const text = tidyLine(asked.text);
	const reason = weight === 'ordinary' ? '' : tidyLine(asked.reason);
	const faults = Object.entries({
		heading: fault(heading, longest.heading, 'Write the heading under which it stands in the report.'),
		text: fault(text, longest.text, 'Write what was found.'),
		weight: weight ? null : 'Choose how much it weighs.',
		reason:
			weight === 'ordinary' ? null : fault(reason, longest.reason, 'Write why it weighs more than others.')
	}).filter((each): each is [string, string] => each[1] !== null);
	if (!weight || faults.length > 0) throw new FormProblem(Object.fromEntries(faults));
	return { heading, text, weight, reason };
}

function fault(text: string, most: number, missing: string): string | null {
	if (text === '') return missing;
	return text.length > most ? `Write at most ${most} letters; these are ${text.length}.` : null;
}
