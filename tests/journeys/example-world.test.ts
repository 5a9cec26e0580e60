/** A machine for trying Cairn out holds the example world: everybody of it sees their own of it, and it comes in beside the pages. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { loadedExampleWorld } from '../support/example-world.ts';
import { times } from '../support/long.ts';
import { pageFaults } from '../support/page-checks.ts';
import { serveCairn, type ServedCairn } from '../support/served.ts';

let browser: Browser;
let cairn: ServedCairn;
let folder: string;
beforeAll(async () => {
	browser = await launchBrowser();
	folder = mkdtempSync(join(tmpdir(), 'cairn-example-'));
	loadedExampleWorld(folder).$client.close();
	cairn = await serveCairn({ CAIRN_DEMO: '1', CAIRN_DATA: folder });
});
afterAll(async () => {
	await cairn?.stop();
	await browser?.close();
	rmSync(folder, { recursive: true, force: true });
});

async function as(name: string): Promise<Page> {
	const page = await (await browser.newContext({ baseURL: cairn.address })).newPage();
	await page.goto('/sign-in');
	await page.getByRole('button', { name }).click();
	await page.waitForURL('/');
	return page;
}

const reviewsOn = (page: Page) =>
	page
		.locator('main a[href^="/reviews/"]')
		.evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href')))]);

describe('the people of the example world', () => {
	test('find the reviews of their own invented partnership, and none of the other hundred', async () => {
		const page = await as('A lead who shares results');
		await page.goto('/reviews');
		const listed = (await reviewsOn(page)).filter((href) => href !== '/reviews/new').sort();
		const years = [2023, 2024, 2025].map((year) => `/reviews/example-glenmavick-${year}`);
		expect(listed).toEqual([...years, '/reviews/example-glenmavick-review-2024']);
		for (const path of ['/reviews', years[2]!]) expect(await pageFaults(page, path)).toEqual([]);
		await page
			.getByText('The partnership is invented, and so is everything in this review')
			.first()
			.waitFor();
		await page.context().close();
	});

	test('of the inspectorate find the worked example to work on, as before', async () => {
		const page = await as('An inspector');
		await page.goto('/reviews');
		const listed = (await reviewsOn(page)).filter((href) => href !== '/reviews/new');
		expect(listed).toEqual(['/reviews/south-lanarkshire-2018']);
		await page.context().close();
	});
});

test('who looks round without an account can open an invented review by its link, and is told so', async () => {
	const answer = await fetch(`${cairn.address}/reviews/example-strathgarnock-2025`);
	expect(answer.status).toBe(200);
	expect(await answer.text()).toContain('Invented partnership, invented answers');
	const list = await (await fetch(`${cairn.address}/reviews`)).text();
	expect(list).toContain('/reviews/south-lanarkshire-2018');
	expect(list).not.toContain('/reviews/example-');
});

describe.runIf(times(0, 1) === 1)('a machine on which it is not there yet', () => {
	test('answers pages while it comes in, and goes on where a power cut stopped it', async () => {
		const fresh = mkdtempSync(join(tmpdir(), 'cairn-example-'));
		const serve = () => serveCairn({ CAIRN_DEMO: '1', CAIRN_DATA: fresh });
		const count = (rows: string) => {
			const look = new BetterSqlite3(join(fresh, 'cairn.sqlite'), { readonly: true });
			const found = look.prepare(`select count(*) from ${rows}`).pluck().get() as number;
			look.close();
			return found;
		};
		const first = await serve();
		await expect.poll(() => count('reviews'), { timeout: 60_000 }).toBeGreaterThan(20);
		expect((await fetch(`${first.address}/compare`)).status).toBe(200);
		expect((await fetch(`${first.address}/practice`)).status).toBe(200);
		await first.kill();
		const stopped = count('reviews');
		expect(stopped).toBeLessThan(124);
		expect(count('reviews where example and issued_at is null')).toBe(1);
		const second = await serve();
		await expect.poll(() => count('topics where example'), { timeout: 180_000 }).toBe(4);
		expect([count('reviews'), count('releases')]).toEqual([124, 3]);
		await second.stop();
		rmSync(fresh, { recursive: true, force: true });
	});
});
