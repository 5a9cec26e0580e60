/** A review starts from last year's, whose evidence is confirmed, or from a file that another installation wrote out. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actions } from '#lib/server/db/schema/improving.ts';
import { loadWholeReview } from '#lib/server/queries/whole-review.ts';
import { launchBrowser } from '../support/browser.ts';
import { pageFaults } from '../support/page-checks.ts';
import { review } from '../support/review-world.ts';
import { serveReviewing, type Reviewing } from '../support/reviewing.ts';

let browser: Browser;
let room: Reviewing;
beforeAll(async () => {
	browser = await launchBrowser();
	room = await serveReviewing(browser);
});
afterAll(async () => {
	await room?.stop();
	await browser?.close();
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const says = (page: Page, words: string | RegExp) =>
	page.getByText(words).filter({ visible: true }).first().waitFor();

describe('a review of this year', () => {
	test('starts from last year’s: its evidence to confirm, its actions as what was said would be done', async () => {
		room.look((db) =>
			db
				.insert(actions)
				.values({
					...{ reviewId: review, slug: 'budgets', position: 0, title: 'Show budgets early', elements: [] },
					...{ changedBy: 'ailsa', changedAt: new Date().toISOString() }
				})
				.run()
		);
		await room.as('ailsa', async (page) => {
			expect(await pageFaults(page, '/reviews/new')).toEqual([]);
			const form = page.getByRole('region', { name: 'From last year’s review' });
			await form.getByLabel('Title').fill('The isle, a year on');
			await form.getByLabel('First day of the period').fill('2025-07-01');
			await form.getByLabel('Last day of the period').fill('2026-06-30');
			await button(page, 'Carry it over').click();
			await page.getByRole('heading', { level: 1, name: 'Plan' }).waitFor();
			const home = new URL(page.url()).pathname.replace('/plan', '');

			await page.goto(`${home}/evidence`);
			const confirm = page.getByRole('region', { name: 'From last year, to confirm' });
			const before = await confirm.getByRole('listitem').count();
			expect(before).toBeGreaterThan(1);
			expect(await pageFaults(page, `${home}/evidence`)).toEqual([]);
			await confirm
				.getByRole('button', { name: /^It still holds/ })
				.first()
				.click();
			await expect.poll(() => confirm.getByRole('listitem').count()).toBe(before - 1);

			await page.goto(home);
			await page.getByRole('link', { name: 'what was said would be done' }).click();
			await says(page, 'Show budgets early');
			await page.goto(`${home}/history`);
			await says(page, /confirmed that .* of last year still holds/);
		});
	});
});

describe('a review from a file', () => {
	const file = (name: string, bundle: unknown) => {
		const path = join(room.folder, name);
		writeFileSync(path, typeof bundle === 'string' ? bundle : JSON.stringify(bundle));
		return path;
	};
	const send = async (page: Page, path: string) => {
		await page.getByLabel('The bundle file').setInputFiles(path);
		await button(page, 'Take it in').click();
	};

	test('is taken in whole, under an address of its own; faults are named, and what may name somebody is asked about', async () => {
		const bundle = room.look((db) => loadWholeReview(db, review, { withRecords: true }));
		await room.as('ailsa', async (page) => {
			await page.goto('/reviews/new');
			await send(page, file('torn.json', '{"format": "cairn-'));
			await says(page, 'This is not a bundle file: it is no JSON, or it ends too early.');
			const broken = bundle.findings.map((finding) => ({ ...finding, element: 'T99' }));
			await send(page, file('broken.json', { ...bundle, findings: broken }));
			await says(page, /“T99” is not in thematic-review@2019/);
			const named = bundle.findings.map((finding) => ({ ...finding, text: 'Call 07700 900123.' }));
			const naming = file('naming.json', { ...bundle, findings: named });
			await send(page, naming);
			await says(page, /^This looks like a phone number in finding/);
			await page.getByLabel('I have looked: this names nobody').check();
			await send(page, naming);
			await page.getByRole('heading', { level: 1, name: 'Plan' }).waitFor();
			const home = new URL(page.url()).pathname.replace('/plan', '');
			expect(home).not.toBe(`/reviews/${review}`);
			await page.goto(`${home}/evidence/files`);
			await page.getByRole('heading', { level: 1, name: 'Case files' }).waitFor();
		});
	});
});
