/**
 * A served Cairn with a review whose summaries are written over HTTP, by a lead inspector who is signed in: to see what
 * becomes of saves when the server is killed or the disk is full. All of it is invented.
 */
import { operator } from '#lib/server/access/actor.ts';
import { importReview } from '#lib/server/commands/import-review.ts';
import { openCairn } from '#lib/server/open-cairn.ts';
import { openAsItIs, type Database } from '#lib/server/db/open.ts';
import { examineDatabase } from '#lib/server/db/soundness.ts';
import { verifyTrail } from '#lib/server/queries/verify-trail.ts';
import { join } from 'node:path';
import { halfBegunReview } from './half-begun-review.ts';
import { addOrganisation, addPerson, sessionCookie } from './people.ts';

const review = halfBegunReview.review.id;

/** Themes whose summaries are written. */
export const themes = ['T1', 'T2', 'T3', 'T4'] as const;
export type Theme = (typeof themes)[number];

/** Makes the review in a folder that no server has opened yet; returns the Cookie header of its lead. */
export async function layDesk(folder: string): Promise<string> {
	const at = new Date().toISOString();
	const db = openCairn(folder, at);
	addOrganisation(db, { id: 'north', kind: 'scrutiny-body', name: 'The north', host: true });
	importReview(
		db,
		{ ...halfBegunReview, review: { ...halfBegunReview.review, kind: 'thematic-review' } },
		{ actor: operator, at, organisation: 'north' }
	);
	const person = await addPerson(db, {
		name: 'Ailsa Reid',
		email: 'ailsa@example.org',
		memberships: [{ organisation: 'north', role: 'lead-inspector' }],
		duties: [{ review, duty: 'lead' }]
	});
	db.$client.close();
	return sessionCookie(folder, person);
}

export const summaryAddress = (theme: Theme) => `/reviews/${review}/judgements/${theme}/summary`;

/** Saves a summary over the version that was read; gives the status and the page that answers. */
export async function saveSummary(
	{ address, cookie }: { address: string; cookie: string },
	saved: { theme: Theme; version: number; text: string }
): Promise<{ status: number; page: string }> {
	const answer = await fetch(`${address}${summaryAddress(saved.theme)}?/save`, {
		method: 'POST',
		headers: { cookie, origin: address, accept: 'text/html' },
		body: new URLSearchParams({ version: String(saved.version), text: saved.text }),
		redirect: 'manual'
	});
	return { status: answer.status, page: await answer.text() };
}

export type Kept = {
	version: number;
	text: string;
	/** Text that each version was saved with, as its event tells. */
	told: Map<number, string>;
};

/** What a folder holds of the summaries; `faults` of the database and its trail are sentences. */
export function readDesk(folder: string): { faults: string[]; kept: Record<Theme, Kept> } {
	const db = openAsItIs(join(folder, 'cairn.sqlite'));
	try {
		const { faults, orphans } = examineDatabase(db, { thorough: true });
		return {
			faults: [...faults, ...(orphans > 0 ? [`${orphans} orphans`] : []), ...verifyTrail(db).faults],
			kept: Object.fromEntries(themes.map((theme) => [theme, readSummary(db, theme)])) as Record<Theme, Kept>
		};
	} finally {
		db.$client.close();
	}
}

function readSummary({ $client }: Database, theme: Theme): Kept {
	const row = $client
		.prepare(
			"select version, paragraphs from narratives where review_id = ? and element = ? and part = 'summary'"
		)
		.get(review, theme) as { version: number; paragraphs: string } | undefined;
	const events = $client
		.prepare(
			`select facts, after from events join event_texts on event = events.id
			where verb = 'narrative-saved' and review = ? and subject = ? order by events.id`
		)
		.all(review, theme) as { facts: string; after: string }[];
	return {
		version: row?.version ?? 0,
		text: row ? (JSON.parse(row.paragraphs) as string[]).join('\n') : '',
		told: new Map(
			events.map(({ facts, after }) => [(JSON.parse(facts) as { version: number }).version, after])
		)
	};
}
