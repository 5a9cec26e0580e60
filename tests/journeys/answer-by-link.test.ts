/** A survey is opened to be answered by link; people without an account answer it, on a telephone and without scripts. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listCollections } from '#lib/server/queries/collections.ts';
import { findSource } from '#lib/server/queries/sources.ts';
import { launchBrowser } from '../support/browser.ts';
import { accessibilityFaults, hearComplaints, pageFaults, widerThanWindow } from '../support/page-checks.ts';
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

const staff = `/reviews/${review}/evidence/staff`;
const lastDay = `${new Date().getUTCFullYear() + 1}-06-30`;
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const says = (page: Page, words: string | RegExp) =>
	page.getByText(words).filter({ visible: true }).first().waitFor();
const collection = () => room.look((db) => listCollections(db, findSource(db, review, 'staff').key).at(-1)!);
const records = () => room.look((db) => findSource(db, review, 'staff').recordCount);

/** A telephone of somebody who has no account. */
async function onTelephone(visit: (page: Page) => Promise<void>, javaScriptEnabled = true): Promise<void> {
	const context = await browser.newContext({
		baseURL: room.address,
		viewport: { width: 320, height: 640 },
		javaScriptEnabled
	});
	try {
		await visit(await context.newPage());
	} finally {
		await context.close();
	}
}

async function isSound(page: Page): Promise<void> {
	expect([await widerThanWindow(page), ...(await accessibilityFaults(page))]).toEqual([0]);
}

describe('one link for everybody', () => {
	test('is opened by the lead, and leads anybody through the questions, back again and to the end', async () => {
		const before = records();
		await room.as('ailsa', async (page) => {
			await page.goto(`${staff}/link`);
			await page.getByLabel('One link for everybody').check();
			await page.getByLabel('What people read first').fill('Tell us how it is. Mail ann@isle.example.');
			await page.getByLabel('The last day').fill(lastDay);
			await press(page, 'Open');
			await says(page, 'This may name somebody, so nothing was stored');
			await page.getByLabel('I have looked: this names nobody').check();
			await press(page, 'Open');
			await says(page, /sent their answers/);
			expect(await pageFaults(page, `${staff}/link`)).toEqual([]);
			expect(await page.getByLabel('The link to pass on').inputValue()).toContain('/answer/');
		});
		const path = `/answer/${collection().token}`;
		await onTelephone(async (page) => {
			const { complaints } = hearComplaints(page);
			await page.goto(path);
			await says(page, 'Tell us how it is.');
			expect(await page.getByRole('navigation').count()).toBe(0);
			await isSound(page);
			await press(page, 'Start');
			await page.getByRole('heading', { level: 1 }).waitFor();
			await isSound(page);
			await page.getByLabel('Yes', { exact: true }).check();
			await page.getByRole('textbox').first().fill('Ring 0131 496 0123.');
			await press(page, 'Continue');
			await says(page, 'This may name somebody, so nothing was stored');
			await isSound(page);
			await page.getByRole('textbox').first().fill('More time.');
			await press(page, 'Save and come back later');
			await says(page, 'Your answers so far are kept.');
			const back = await page.locator('.address').first().innerText();
			await page.goto('/help');
			await page.goto(back);
			expect(await page.getByLabel('Yes', { exact: true }).isChecked()).toBe(true);
			expect(await page.getByRole('textbox').first().inputValue()).toBe('More time.');
			await press(page, 'Continue');
			await page.getByRole('heading', { name: 'Look through your answers' }).waitFor();
			await isSound(page);
			await press(page, 'Send my answers');
			await page.getByRole('heading', { name: 'Thank you' }).waitFor();
			await isSound(page);
			await page.goto(back);
			await page.getByRole('heading', { name: 'Thank you' }).waitFor();
			// A form that is turned away is told to the console too.
			expect(complaints.filter((each) => !each.includes('status of 422'))).toEqual([]);
		});
		expect(records()).toBe(before + 1);
	});

	test('can be answered without scripts, and not once it is closed', async () => {
		const before = records();
		const path = `/answer/${collection().token}`;
		await onTelephone(async (page) => {
			await page.goto(path);
			await press(page, 'Start');
			await page.getByLabel('No', { exact: true }).check();
			await press(page, 'Continue');
			await press(page, 'Send my answers');
			await says(page, 'Your answers have been sent.');
		}, false);
		expect(records()).toBe(before + 1);
		await room.as('ailsa', async (page) => {
			await page.goto(`${staff}/link`);
			await press(page, 'Close it now');
			await says(page, 'Closed.');
		});
		await onTelephone(async (page) => {
			await page.goto(path);
			await says(page, 'This survey is closed.');
			await isSound(page);
			await page.goto('/answer/nobodys');
			await says(page, /survey|link/i);
		});
	});
});

describe('a link for each person', () => {
	test('is shown once, works once, and is no way into anything else', async () => {
		let links: string[] = [];
		await room.as('ailsa', async (page) => {
			await page.goto(`${staff}/link`);
			await page.getByLabel('A link for each person').check();
			await page.getByLabel('How many links').fill('3');
			await page.getByLabel('The last day').fill(lastDay);
			await press(page, 'Open');
			links = (await page.getByLabel('The links, one in each line').inputValue()).split('\n');
			expect(links).toHaveLength(3);
			await isSound(page);
			await page.goto(`${staff}/link`);
			expect(await page.content()).not.toContain(links[0]);
		});
		await onTelephone(async (page) => {
			const path = new URL(links[0]!).pathname;
			await page.goto(path);
			await press(page, 'Start');
			await page.getByLabel('Yes', { exact: true }).check();
			await press(page, 'Continue');
			await press(page, 'Send my answers');
			await says(page, 'Your answers have been sent.');
			await page.goto(path);
			await says(page, 'This link was for one person');
			const answer = await page.request.get(staff, { maxRedirects: 0 });
			expect(answer.status()).toBe(303);
		});
	});
});
