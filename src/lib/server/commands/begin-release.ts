/** Begins to make a release, or to make one again. The work itself is done by releases/release-work.ts. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { isDay } from '#lib/evidence/iso-date.ts';
import { tidyLine, tidyText } from '#lib/judgement/written-text.ts';
import { authorOf } from '../access/actor.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { releaseDrafts } from '../db/schema/comparing.ts';
import { FormProblem, Problem } from '../problems.ts';
import { listPlaces } from '../queries/partnerships.ts';
import { findDraft, findMaking } from '../queries/release-drafts.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';

export type ReleaseAsked = {
	title: string;
	/** YYYY-MM-DD: reviews whose period ends within these days, both included. */
	from: string;
	to: string;
	/** As it was written: a whole number from 5. */
	others: string;
	note: string;
	/** Of the invented partnerships. */
	example: boolean;
	/** What looks like an identifier and was confirmed as naming nobody. */
	confirmed?: readonly string[];
};

/** Letters. */
const longest = { title: 120, note: 2000 };
export const fewestOthers = 5;
const mostOthers = 15;

const asked = { action: 'make-releases', of: () => installation } as const;

/**
 * Returns the id of the draft. Throws a Problem: not-found for whoever may not; form-invalid, field by field;
 * release-under-way while another of the same world is being made.
 */
export function beginRelease(db: Database, by: By, release: ReleaseAsked): string {
	return change(db, by, asked, (note) => {
		const { title, from, to, others, words } = checked(db, release);
		refuseIdentifiers({ title, note: words }, release.confirmed);
		refuseSecond(db, release.example);
		const id = randomUUID();
		const authorship = { changedBy: authorOf(by.actor), changedAt: by.at };
		db.insert(releaseDrafts)
			.values({ id, title, from, to, others, note: words, example: release.example, ...authorship })
			.run();
		note({ verb: 'release-begun', subject: title, facts: { draft: id, from, to, others } });
		return id;
	});
}

/** For one that failed, or that something was shared or withdrawn after. Throws a Problem as above. */
export function beginReleaseAgain(db: Database, by: By, { draft }: { draft: string }): void {
	change(db, by, asked, (note) => {
		const row = findDraft(db, draft);
		if (!row || (row.state !== 'made' && row.state !== 'failed')) throw notThere();
		refuseSecond(db, row.example);
		const { title, from, to, others, version } = row;
		db.update(releaseDrafts)
			.set({
				...{ state: 'making', done: 0, steps: 0, at: '', problem: null, draft: null },
				...{ version: version + 1, changedBy: authorOf(by.actor), changedAt: by.at }
			})
			.where(eq(releaseDrafts.id, draft))
			.run();
		note({ verb: 'release-begun', subject: title, facts: { draft, from, to, others } });
	});
}

function checked(db: Database, release: ReleaseAsked) {
	const title = tidyLine(release.title);
	const words = tidyText(release.note);
	const from = release.from.trim();
	const to = release.to.trim();
	const others = Number(release.others.trim());
	const faults: Record<string, string> = {};
	if (title === '') faults.title = 'Write a title.';
	else if (title.length > longest.title) faults.title = `Write at most ${longest.title} letters.`;
	if (!isDay(from)) faults.from = 'Write the first day.';
	if (!isDay(to)) faults.to = 'Write the last day.';
	else if (to < from) faults.to = 'The last day is before the first.';
	if (!Number.isInteger(others) || others < fewestOthers || others > mostOthers)
		faults.others = `Write a whole number from ${fewestOthers} to ${mostOthers}.`;
	if (words.length > longest.note) faults.note = `Write at most ${longest.note} letters.`;
	if (release.example && listPlaces(db, 'example').length === 0)
		faults.world = 'There are no invented partnerships here.';
	if (Object.keys(faults).length > 0) throw new FormProblem(faults);
	return { title, words, from, to, others };
}

function refuseSecond(db: Database, example: boolean): void {
	const making = findMaking(db, example);
	if (making)
		throw new Problem(
			'release-under-way',
			`The release “${making.title}” is being made just now. Wait until it is done, or give it up.`
		);
}
