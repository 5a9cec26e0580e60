/** From a recommendation to an action, its test of change and its completion, in the browser. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listActions } from '#lib/server/queries/actions.ts';
import { launchBrowser } from '../support/browser.ts';
import { pageFaults } from '../support/page-checks.ts';
import { review } from '../support/review-world.ts';
import { serveReviewing, type Reviewing } from '../support/reviewing.ts';
import { arrive } from '../support/person.ts';

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

const plan = `/reviews/${review}/plan-of-action`;
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const says = (page: Page, words: string | RegExp) =>
	page.getByText(words).filter({ visible: true }).first().waitFor();
const only = () => room.look((db) => listActions(db, review)).at(-1)!;

describe('what we are going to do now', () => {
	test('begins with a recommendation, and becomes an action with an owner, a day and a measure', async () => {
		await room.as('magnus', async (page) => {
			await arrive(page, plan);
			await page.getByRole('link', { name: 'Add a recommendation' }).click();
			await page.getByLabel('What is recommended').fill('Offer advocacy at the first contact.');
			await press(page, 'Add the recommendation');
			await says(page, 'Offer advocacy at the first contact.');
			await page
				.getByRole('link', { name: /^Add an action for recommendation/ })
				.last()
				.click();
			await page.getByLabel('What will be done').fill('Put the offer into the first letter');
			await page.getByLabel('Owner').fill('Service manager, adults');
			await page.getByLabel('Due').fill('2020-01-31');
			await page.getByLabel('The question or figure').selectOption({ index: 1 });
			await page.getByLabel('Target').fill('most');
			await press(page, 'Add the action');
			await says(page, 'Write a number or a percentage, such as 75%, or nothing.');
			await page.getByLabel('Target').fill('75%');
			await press(page, 'Add the action');
			await page.getByRole('heading', { name: 'Put the offer into the first letter', level: 1 }).waitFor();
			await says(page, /^Target 75%\. Now/);
			await page.goto(plan);
			await says(page, 'To be seen to');
			await says(page, /days overdue/);
			expect(await pageFaults(page, plan)).toEqual([]);
		});
	});

	test('is tried small first, saved as one writes, and completed only with what shows it', async () => {
		await room.as('ailsa', async (page) => {
			const address = `${plan}/${only().id}`;
			await arrive(page, address);
			await page.getByLabel('Plan', { exact: true }).fill('Try the new letter with one team.');
			await press(page, 'Add the test');
			await says(page, 'Try the new letter with one team.');
			expect(await pageFaults(page, address)).toEqual([]);
			await page.getByRole('link', { name: /^Go on with it/ }).click();
			await page.waitForLoadState('networkidle');
			await page.getByLabel('Study', { exact: true }).fill('Four of five people took it up.');
			await says(page, /^Saved \d\d:\d\d/);
			await arrive(page, address);
			await says(page, 'Four of five people took it up.');
			await page.getByLabel('How far it is').selectOption('completed');
			await says(page, 'Write what shows that it is completed, or choose a document that does.');
			await page.getByLabel('What shows that it is completed').fill('The letter of March.');
			await expect.poll(() => only().status, { timeout: 20_000 }).toBe('completed');
			expect(only().tests).toMatchObject([{ study: 'Four of five people took it up.' }]);
			await page.goto(plan);
			expect(await page.getByText('To be seen to').count()).toBe(0);
		});
	});

	test('is sorted by standard, change and driver, and done without scripts', async () => {
		await room.as(
			'magnus',
			async (page) => {
				await page.goto(`${plan}/${only().id}`);
				await page.getByLabel(/^8\. /).check();
				await press(page, 'Save');
				await says(page, /^Saved/);
				await page.goto(plan);
				await page.getByRole('link', { name: 'Changes', exact: true }).click();
				await page.getByRole('heading', { name: 'Every action' }).waitFor();
				await page.getByRole('link', { name: 'Standards', exact: true }).last().click();
				await page.getByRole('heading', { name: /^8\. / }).waitFor();
				expect(only().elements).toContain('8');
			},
			{ javaScriptEnabled: false, width: 320 }
		);
	});

	test('can be read by whoever sees the review, and worked on by nobody else', async () => {
		await room.as('callum', async (page) => {
			await page.goto(plan);
			await says(page, 'Put the offer into the first letter');
			expect(await page.getByRole('link', { name: 'Add an action' }).count()).toBe(0);
			const answer = await page.request.get(`${plan}/new`);
			expect(answer.status()).toBe(404);
		});
	});
});
