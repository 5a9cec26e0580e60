/**
 * What partnerships share, from the choice to the release: a lead consents, an administrator makes a release, looks at
 * what is held back and publishes it; the lead takes the consent back, and the next release is without it.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '#lib/server/db/open.ts';
import { openCairn } from '#lib/server/open-cairn.ts';
import { launchBrowser } from '../support/browser.ts';
import { accessibilityFaults, pageFaults, widerThanWindow } from '../support/page-checks.ts';
import { sessionCookie } from '../support/people.ts';
import { serveCairn, type ServedCairn } from '../support/served.ts';
import { sharingWorld } from '../support/sharing-world.ts';
import { arrive, visitAs, type Window } from '../support/person.ts';

let browser: Browser;
let served: ServedCairn;
let folder: string;
/** Person and review of the partnership whose lead visits, and how many partnerships there are. */
let lead: string;
let review: string;
let partnerships: number;

beforeAll(async () => {
	browser = await launchBrowser();
	folder = mkdtempSync(join(tmpdir(), 'cairn-releases-'));
	const db = openCairn(folder, new Date().toISOString());
	const world = sharingWorld({ components: 6 }, db);
	world.share(['readiness'], { first: 1, count: 3, named: true });
	world.share(['readiness'], { first: 4 });
	world.share(['measures', 'recommendations'], { count: 9 });
	const { actor } = world.lead(0);
	lead = actor.kind === 'person' ? actor.id : '';
	review = world.review(0);
	partnerships = world.places.length;
	db.$client.close();
	served = await serveCairn({ CAIRN_DATA: folder });
});
afterAll(async () => {
	await served?.stop();
	await browser?.close();
	rmSync(folder, { recursive: true, force: true });
});

const as = (person: string, visit: (page: Page) => Promise<void>, window: Window = {}) =>
	visitAs(browser, { folder, address: served.address }, person, visit, window);

async function got(person: string, path: string): Promise<{ status: number; text: string }> {
	const cookie = sessionCookie(folder, person, served.address);
	const answer = await fetch(new URL(path, served.address), { headers: { cookie }, redirect: 'manual' });
	return { status: answer.status, text: await answer.text() };
}

function look<Found>(find: (db: Database) => Found): Found {
	const db = openDatabase(folder);
	try {
		return find(db);
	} finally {
		db.$client.close();
	}
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const says = (page: Page, words: string | RegExp) =>
	page.getByText(words).filter({ visible: true }).first().waitFor();
const readiness = (page: Page) => page.getByRole('region', { name: 'Readiness of core components' });
/** How many partnerships share something in each group, and how many belong to it. */
const scotlandIn = (page: Page) => page.getByRole('row', { name: /^Scotland/ }).innerText();

/** Begins a release and waits until it is made, wherever it was left in between. */
async function make(page: Page, title: string): Promise<void> {
	await arrive(page, '/admin/releases');
	await page.getByLabel('Title').fill(title);
	await page.getByLabel('Reviews whose period ends from').fill('2025-01-01');
	await page.getByLabel('To', { exact: true }).fill('2025-12-31');
	await button(page, 'Make this release').click();
	await says(page, 'partnerships share something that can be compared');
}

describe('a release', () => {
	test('begins with a consent, chosen without scripts by the lead of a partnership', async () => {
		await as(
			lead,
			async (page) => {
				await page.goto(`/reviews/${review}`);
				await page.getByRole('link', { name: 'What is shared for comparison' }).click();
				await readiness(page).getByText('Not shared.').waitFor();
				await readiness(page).getByLabel('Shared without the name').check();
				await readiness(page).getByRole('button').click();
				await readiness(page)
					.getByText(/^Shared without the name\. Since \d+ \w+ \d{4} by Person/)
					.waitFor();
				await says(page, 'Readiness of core components: shared without the name.');
				const history = page.getByRole('region', { name: 'What was chosen before' });
				expect(await history.getByRole('listitem').count()).toBe(3);
			},
			{ javaScriptEnabled: false }
		);
	});

	test('is made by an administrator, who sees what is held back and why before it is published', async () => {
		await as('host', async (page) => {
			await page.goto('/admin');
			await page.getByRole('link', { name: 'Releases' }).first().click();
			await button(page, 'Make this release').click();
			await says(page, 'Write a title.');
			await make(page, 'Spring 2026');
			await says(page, `${partnerships} partnerships share something`);
			await page.getByRole('heading', { name: 'Too few share' }).waitFor();
			const html = await page.content();
			expect(html).not.toContain(review);
			await button(page, 'Publish this release').click();
			await says(page, 'Confirm that the release is to be published.');
			await page.getByLabel('I have looked at it, and it is to be published').check();
			await button(page, 'Publish this release').click();
			await page.getByRole('link', { name: 'Look at release 1' }).waitFor();
		});
	});

	test('is read by every member, and is letter by letter what its digest is of', async () => {
		await as(lead, async (page) => {
			await page.goto('/compare/releases');
			await page.getByRole('link', { name: 'Release 1: Spring 2026' }).click();
			expect(await scotlandIn(page)).toMatch(new RegExp(`^Scotland\\s+${partnerships}\\s+${partnerships}$`));
			const digest = await page.locator('code').innerText();
			const { text } = await got(lead, '/compare/releases/1/release.json');
			expect(createHash('sha256').update(text).digest('hex')).toBe(digest);
			const { text: csv } = await got(lead, '/compare/releases/1/figures.csv');
			expect(csv).toContain('scotland,Scotland,,partnerships,,31');
			expect(`${text} ${csv}`).not.toContain(review);
			await page.goto('/compare/shared');
			await page.getByRole('link', { name: 'release 1' }).waitFor();
		});
		const { status } = await got(lead, '/compare/releases/2');
		expect(status).toBe(404);
	});

	test('that follows is without what was withdrawn, while the first stays as it was', async () => {
		const before = await got(lead, '/compare/releases/1/release.json');
		await as(lead, async (page) => {
			await arrive(page, `/reviews/${review}/sharing`);
			await readiness(page).getByText('It stands in release 1').waitFor();
			for (const kind of [
				'Readiness of core components',
				'Measures of shared questions',
				'Recommendations by theme'
			]) {
				const region = page.getByRole('region', { name: kind });
				await region.getByLabel('Not shared').check();
				await region.getByRole('button').click();
				await region.getByText('Not shared.', { exact: true }).waitFor();
			}
			await says(page, /Readiness of core components, no longer shared without the name, by/);
		});
		await as('host', async (page) => {
			await make(page, 'Summer 2026');
			await page.getByRole('heading', { name: 'It shows less than release 1 of the same period' }).waitFor();
			await page.getByLabel('I have looked at it, and it is to be published').check();
			await button(page, 'Publish this release').click();
			await page.getByRole('link', { name: 'Look at release 2' }).click();
			expect(await scotlandIn(page)).toMatch(new RegExp(`^Scotland\\s+${partnerships - 1}\\s`));
		});
		expect(await got(lead, '/compare/releases/1/release.json')).toEqual(before);
	});

	test('that is being made shows how far it is, can be left, and can be given up', async () => {
		const draft = look((db) => db.$client.prepare('select id from release_drafts').pluck().get() as string);
		look((db) =>
			db.$client
				.prepare(
					"update release_drafts set state = 'making', done = 12, steps = 96, at_step = 'Gathering what is shared' where id = ?"
				)
				.run(draft)
		);
		await as(
			'host',
			async (page) => {
				await page.goto('/admin/releases');
				await says(page, /^Being made since/);
				await page.goto(`/admin/releases/${draft}`);
				await says(page, 'Gathering what is shared: 12 of 96.');
				expect(await page.locator('noscript, meta[http-equiv=refresh]').count()).toBeGreaterThan(0);
				expect([await widerThanWindow(page)]).toEqual([0]);
				await button(page, 'Drop this draft').click();
				await says(page, 'The release was dropped. Nothing of it is kept.');
			},
			{ javaScriptEnabled: false, width: 320 }
		);
	});

	test('and all its pages are sound, wide and narrow', async () => {
		await as('host', async (page) => {
			await make(page, 'Autumn 2026');
			const draft = new URL(page.url()).pathname;
			expect(await accessibilityFaults(page)).toEqual([]);
			for (const path of ['/admin/releases', draft, '/compare/releases', '/compare/releases/1'])
				expect([path, await pageFaults(page, path)]).toEqual([path, []]);
		});
		await as(lead, async (page) => {
			for (const path of [`/reviews/${review}/sharing`, '/compare/shared'])
				expect([path, await pageFaults(page, path)]).toEqual([path, []]);
		});
	});
});
