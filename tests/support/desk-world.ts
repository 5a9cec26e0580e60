/**
 * The small world of reviewing, served, with a second review whose files are read: forty questions, each answered by
 * one key, in four groups; six files without an answer, and a short source with every kind of question. Rona reads the
 * first three files; Iain the first of them a second time. All of it is invented.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { operator } from '#lib/server/access/actor.ts';
import { importReview } from '#lib/server/commands/import-review.ts';
import { openCairn } from '#lib/server/open-cairn.ts';
import { openDatabase, type Database } from '#lib/server/db/open.ts';
import { duties, givenRecords } from '#lib/server/db/schema/memberships.ts';
import { findSource } from '#lib/server/queries/sources.ts';
import { halfBegunReview } from './half-begun-review.ts';
import { sessionCookie, signInAs } from './people.ts';
import { reviewWorld, type PersonName } from './review-world.ts';
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
	review: { ...halfBegunReview.review, id: deskReview, title: 'Reading on the isle', kind: 'thematic-review' },
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

export type DeskWorld = {
	address: string;
	folder: string;
	served: ServedCairn;
	/** Lets somebody visit; afterwards their window and all that it kept are gone. */
	as: (
		name: PersonName,
		visit: (page: Page) => Promise<void>,
		window?: { width?: number; javaScriptEnabled?: boolean }
	) => Promise<void>;
	cookie: (name: PersonName) => string;
	look: <Found>(find: (db: Database) => Found) => Found;
	stop: () => Promise<void>;
};

export async function serveDesk(browser: Browser): Promise<DeskWorld> {
	const folder = mkdtempSync(join(tmpdir(), 'cairn-desk-'));
	const db = openCairn(folder, at);
	reviewWorld('thematic-review', db);
	addDeskReview(db);
	db.$client.close();
	const served = await serveCairn({ CAIRN_DATA: folder });
	const { address } = served;
	return {
		address,
		folder,
		served,
		cookie: (name) => sessionCookie(folder, name, address),
		async as(name, visit, { width = 1280, javaScriptEnabled = true } = {}) {
			const context = await browser.newContext({
				baseURL: address,
				viewport: { width, height: 900 },
				javaScriptEnabled
			});
			try {
				await signInAs(context, { folder, address }, name);
				await visit(await context.newPage());
			} finally {
				await context.close();
			}
		},
		look(find) {
			const kept = openDatabase(folder);
			try {
				return find(kept);
			} finally {
				kept.$client.close();
			}
		},
		async stop() {
			await served.stop();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}
