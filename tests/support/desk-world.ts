/**
 * The small world of reviewing, served, with a second review whose files are read: forty questions, each answered by
 * one key, in four groups; six files without an answer, and a short source with every kind of question. Rona reads the
 * first three files; Iain the first of them a second time. All of it is invented.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { notRecorded } from '#lib/evidence/answer.ts';
import { operator } from '#lib/server/access/actor.ts';
import { importReview } from '#lib/server/commands/import-review.ts';
import { openCairn } from '#lib/server/open-cairn.ts';
import { openAsItIs, type Database } from '#lib/server/db/open.ts';
import { examineDatabase } from '#lib/server/db/soundness.ts';
import { duties, givenRecords } from '#lib/server/db/schema/memberships.ts';
import { listReadingAnswers } from '#lib/server/queries/readings.ts';
import { findSource } from '#lib/server/queries/sources.ts';
import { verifyTrail } from '#lib/server/queries/verify-trail.ts';
import { halfBegunReview } from './half-begun-review.ts';
import { sessionCookie } from './people.ts';
import { reviewWorld, type PersonName } from './review-world.ts';
import { openRoom, type Reviewing } from './reviewing.ts';
import { serveCairn, type ServedCairn } from './served.ts';

export const deskReview = 'desk-2026';
const at = '2026-03-02T09:30:00.000Z';

const types = [
	{ type: 'yes-partly-no', positive: ['yes'] },
	{ type: 'yes-no', positive: ['yes'], asksAboutRecording: true },
	{ type: 'agreement', positive: ['agree', 'strongly agree'] },
	{ type: 'scale', positive: [4, 5], scale: { from: 1, to: 5, fromLabel: 'not at all', toLabel: 'fully' } },
	{ type: 'single-choice', positive: ['option 1'], options: ['option 1', 'option 2', 'option 3', 'option 4'] }
];

export const fortyQuestions = {
	id: 'isle-forty',
	edition: '1',
	title: 'Forty questions',
	unit: { one: 'file', many: 'files' },
	frameworks: ['thematic-review@2019'],
	questions: Array.from({ length: 40 }, (_, index) => ({
		code: `F${index + 1}`,
		wording: `Does the file show that step ${index + 1} of the way to support was gone through with the person?`,
		...types[index % types.length],
		group: ['Choice', 'Assessment', 'Support', 'Review'][Math.floor(index / 10)],
		...(index % 7 === 0 ? { help: 'Yes: a note or letter shows it. Partly: it is only mentioned.' } : {})
	}))
};

const bundle = {
	...halfBegunReview,
	review: {
		...halfBegunReview.review,
		id: deskReview,
		title: 'Reading on the isle',
		kind: 'thematic-review'
	},
	instruments: [fortyQuestions, ...halfBegunReview.instruments],
	sources: [
		{
			id: 'forty',
			kind: 'case-file-reading',
			title: 'Case files',
			instrument: 'isle-forty@1',
			sample: { design: 'random', frameSize: 40, howDrawn: 'Drawn at random.' },
			heardFrom: 'People assessed in 2025',
			records: Array.from({ length: 6 }, (_, index) => ({
				reference: `F-${index + 1}`,
				strata: { locality: index % 2 === 0 ? 'North' : 'South' }
			}))
		},
		{
			id: 'short',
			kind: 'case-file-reading',
			title: 'Short files',
			instrument: 'isle-files@1',
			sample: { design: 'random', howDrawn: 'Drawn at random.' },
			heardFrom: 'People assessed in 2025',
			records: Array.from({ length: 6 }, (_, index) => ({ reference: `S-${index + 1}` }))
		}
	],
	findings: []
};

/** Adds the review to the world of reviewing, with who reads what. */
export function addDeskReview(db: Database): void {
	importReview(db, bundle, { actor: operator, at, organisation: 'north' });
	const authorship = { changedBy: 'ailsa', changedAt: at };
	for (const [person, duty] of [
		['ailsa', 'lead'],
		['rona', 'file-reader'],
		['iain', 'file-reader'],
		['iain', 'judge'],
		['magnus', 'judge']
	] as const)
		db.insert(duties)
			.values({
				id: `${person}-${duty}-desk`,
				personId: person,
				reviewId: deskReview,
				duty,
				standing: 'confirmed',
				...authorship
			})
			.run();
	const give = (source: string, record: number, personId: PersonName, reading = 1) =>
		db
			.insert(givenRecords)
			.values({ sourceId: findSource(db, deskReview, source).key, record, personId, reading, ...authorship })
			.run();
	for (const record of [1, 2, 3]) give('forty', record, 'rona');
	for (const record of [1, 2, 3, 4]) give('short', record, 'rona');
	give('forty', 1, 'iain', 2);
	give('short', 1, 'iain', 2);
}

export type DeskWorld = Reviewing & { served: ServedCairn };

/** The same in a folder that no server has opened, for a test that kills its server. Rona answers the first file. */
export function layReading() {
	const folder = mkdtempSync(join(tmpdir(), 'cairn-read-'));
	const db = openCairn(folder, at);
	reviewWorld('thematic-review', db);
	addDeskReview(db);
	db.$client.close();
	return {
		folder,
		cookie: (address: string) => sessionCookie(folder, 'rona', address),
		/** Answers the question at a place; gives what came back. Throws when the server is gone. */
		async answer(
			address: string,
			cookie: string,
			place: number,
			{ value, from }: { value: string; from: string }
		): Promise<string> {
			const reply = await fetch(`${address}/reviews/${deskReview}/evidence/forty/read/F-1?/answer`, {
				method: 'POST',
				headers: { cookie, origin: address, accept: 'application/json', 'x-sveltekit-action': 'true' },
				body: new URLSearchParams({ question: `F${place + 1}`, value, from, reopen: 'yes' })
			});
			return reply.text();
		},
		/** What is wrong with the database and its trail, and the words of each answer by its place. */
		look(): { faults: string[]; kept: Map<number, string> } {
			const kept = openAsItIs(join(folder, 'cairn.sqlite'));
			try {
				const { faults, orphans } = examineDatabase(kept, { thorough: true });
				const given = listReadingAnswers(kept, findSource(kept, deskReview, 'forty').key, 1, 1);
				return {
					faults: [...faults, ...(orphans > 0 ? [`${orphans} orphans`] : []), ...verifyTrail(kept).faults],
					kept: new Map(
						[...given].map(([place, { code }]) => [
							place,
							code === notRecorded ? 'not recorded' : 'not applicable'
						])
					)
				};
			} finally {
				kept.$client.close();
			}
		}
	};
}

export async function serveDesk(browser: Browser): Promise<DeskWorld> {
	const folder = mkdtempSync(join(tmpdir(), 'cairn-desk-'));
	const db = openCairn(folder, at);
	reviewWorld('thematic-review', db);
	addDeskReview(db);
	db.$client.close();
	const served = await serveCairn({ CAIRN_DATA: folder });
	return { ...openRoom(browser, folder, served), served };
}
