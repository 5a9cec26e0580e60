import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sharingWorld, type SharingWorld } from '../../../../tests/support/sharing-world.ts';
import { openDatabase } from '../db/open.ts';
import { keepReleaseStep } from '../commands/keep-release-step.ts';
import { findDraft, loadKept } from '../queries/release-drafts.ts';
import { loadDraftPage } from '../queries/releases-page.ts';
import { runMaker } from './run-maker.ts';
import {
	giveUpRelease,
	recoverReleases,
	releasesUnderWay,
	startRelease,
	startReleaseAgain
} from './release-work.ts';
import { beginRelease, type ReleaseAsked } from '../commands/begin-release.ts';

let folder: string;
let world: SharingWorld;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-release-work-'));
	world = sharingWorld({ questions: 0 }, openDatabase(folder));
	world.share(['readiness']);
});
afterEach(async () => {
	await releasesUnderWay();
	world.db.$client.close();
	rmSync(folder, { recursive: true, force: true });
});

const asked: ReleaseAsked = {
	...{ title: 'Spring 2026', from: '2025-01-01', to: '2025-12-31' },
	...{ others: '5', note: '', example: false }
};
const stateOf = (draft: string) => findDraft(world.db, draft)?.state;
const verbs = () =>
	world.db.$client
		.prepare("select verb || ' ' || actor from events where verb like 'release-%' order by id")
		.pluck()
		.all();

describe('the work of making a release', () => {
	test('is done in a process of its own, while the pages go on, and told as that of who asked for it', async () => {
		const draft = startRelease(world.db, world.host, folder, asked);
		expect(stateOf(draft)).toBe('making');
		expect(loadDraftPage(world.db, draft)).toMatchObject({ step: 'making', words: 'Beginning', share: null });
		await releasesUnderWay();
		expect(stateOf(draft)).toBe('made');
		expect(loadDraftPage(world.db, draft)).toMatchObject({
			step: 'made',
			partnerships: world.places.length,
			outdated: false
		});
		expect(verbs()).toEqual(['release-begun person', 'release-made person']);
	}, 60_000);

	test('says how far it is', () => {
		const draft = beginRelease(world.db, world.host, asked);
		keepReleaseStep(world.db, draft, { done: 3, steps: 12, at: 'Gathering what is shared' });
		expect(loadDraftPage(world.db, draft)).toMatchObject({
			words: 'Gathering what is shared: 3 of 12',
			share: 0.25
		});
	});

	test('that is killed leaves nothing half made, says so, and can be begun again', async () => {
		const draft = beginRelease(world.db, world.host, asked);
		const running = runMaker({ folder, draft });
		running.stop();
		expect(await running.outcome).toBe(null);
		expect([stateOf(draft), loadKept(world.db, draft)]).toEqual(['making', null]);
		// The next server finds it so.
		recoverReleases(world.db, '2026-03-03T09:00:00.000Z');
		expect(loadDraftPage(world.db, draft)).toMatchObject({
			step: 'failed',
			problem: expect.stringContaining('Cairn was stopped while this release was being made')
		});
		startReleaseAgain(world.db, world.host, folder, draft);
		await releasesUnderWay();
		expect(stateOf(draft)).toBe('made');
	}, 60_000);

	test('that ends early for whatever reason is said to have failed', async () => {
		const draft = startRelease(world.db, world.host, join(folder, 'elsewhere'), asked);
		await releasesUnderWay();
		expect(findDraft(world.db, draft)).toMatchObject({
			state: 'failed',
			problem: 'The work ended before it was done, and nothing of it was kept. Make it again.'
		});
	}, 60_000);

	test('is given up while it goes on, and makes room for another', async () => {
		const draft = startRelease(world.db, world.host, folder, asked);
		giveUpRelease(world.db, world.host, draft);
		const other = startRelease(world.db, world.host, folder, { ...asked, title: 'Another' });
		await releasesUnderWay();
		expect([stateOf(draft), stateOf(other)]).toEqual(['dropped', 'made']);
		expect(loadKept(world.db, draft)).toBe(null);
	}, 60_000);

	test('is refused a second time for one world, also from another connection, and not for the other world', () => {
		const second = openDatabase(folder);
		try {
			beginRelease(world.db, world.host, asked);
			expect(() => beginRelease(second, world.host, { ...asked, title: 'Another' })).toThrow(
				'The release “Spring 2026” is being made just now'
			);
			expect(beginRelease(second, world.host, { ...asked, example: true })).toEqual(expect.any(String));
		} finally {
			second.$client.close();
		}
	});
});
