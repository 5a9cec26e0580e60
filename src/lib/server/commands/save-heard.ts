/** Saves who was heard in a source: how many of each group. */
import { eq } from 'drizzle-orm';
import { tidyText } from '#lib/judgement/written-text.ts';
import type { Heard } from '#lib/evidence/sample.ts';
import type { SaveResult } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { sources } from '../db/schema/evidence.ts';
import { FormProblem } from '../problems.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findSourceRow, keptHeard, whySourceClosed } from '../queries/voices.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { saveOver, type SaveAsked } from './save-over.ts';

export type HeardAsked = SaveAsked & {
	review: string;
	source: string;
	/** A line for each group: `10 unpaid carers`. */
	heard: string;
};

/**
 * Throws a Problem: not-found for a source that is not there or where the actor may not write; form-invalid for a line
 * that does not begin with a number.
 */
export function saveHeard(db: Database, by: By, asked: HeardAsked): SaveResult {
	const { review } = asked;
	const heard = heardIn(asked.heard);
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'open-evidence', of }, (note) => {
		const source = findSourceRow(db, review, asked.source);
		const closed = whySourceClosed(db, source);
		if (closed) return { closed };
		const write = (version: number) => {
			db.update(sources)
				.set({ heard, version, changedBy: authorOf(by.actor), changedAt: by.at })
				.where(eq(sources.id, source.id))
				.run();
			note({
				verb: 'heard-saved',
				review,
				subject: source.slug,
				facts: { version, groups: heard.length, people: heard.reduce((sum, { number }) => sum + number, 0) }
			});
		};
		const written = { heard: heard.map(({ group, number }) => `${number} ${group}`).join('\n') };
		return saveOver(keptHeard(db, source), written, asked, write, by.at);
	});
}

const mostGroups = 20;

/** Throws form-invalid. */
function heardIn(written: string): Heard[] {
	const lines = tidyText(written)
		.split('\n')
		.map((line) => line.trim().replace(/\s+/g, ' '))
		.filter((line) => line !== '');
	if (lines.length > mostGroups) throw new FormProblem({ heard: `Write at most ${mostGroups} groups.` });
	return lines.map((line) => {
		const [, number, group] = /^([1-9]\d{0,4}) (.{1,100})$/.exec(line) ?? [];
		if (number === undefined || group === undefined)
			throw new FormProblem({
				heard: `Begin each line with how many they were: “10 unpaid carers”. Not so: “${line}”.`
			});
		return { group, number: Number(number) };
	});
}
