/** People who work on a review speak to one another of its parts, and a judge hears of a theme only after judging it. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownJudgements } from '#lib/server/db/schema/judging.ts';
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

const home = `/reviews/${review}`;
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const says = (page: Page, words: string | RegExp) =>
	page.getByText(words).filter({ visible: true }).first().waitFor();
const comments = (page: Page) => page.getByRole('region', { name: 'Comments' });

async function say(page: Page, path: string, text: string, to: string[] = []) {
	await page.goto(path);
	await page.getByText('Write a comment').click();
	await page.getByLabel('Comment', { exact: true }).fill(text);
	for (const name of to) await page.getByRole('checkbox', { name }).check();
	await button(page, 'Add the comment').click();
	await page.getByText(text).waitFor();
}

describe('a comment', () => {
	test('stands on the page it is about, and on the home page of whom it is said to', async () => {
		await room.as('ailsa', async (page) => {
			await say(page, `${home}/evidence/files`, 'Are these all the files?', ['Magnus']);
			expect(new URL(page.url()).pathname).toBe(`${home}/evidence/files`);
			await comments(page).getByText('to Magnus').waitFor();
			expect(await pageFaults(page, `${home}/evidence/files`)).toEqual([]);
		});
		await room.as('magnus', async (page) => {
			await page.goto('/');
			await page
				.getByRole('link', { name: 'Read 1 comment to you in “Self-directed support on the isle”' })
				.click();
			await page.getByRole('heading', { level: 1, name: 'Comments to you' }).waitFor();
			expect(await pageFaults(page, page.url().replace(room.address, ''))).toEqual([]);
			await page.getByRole('link', { name: 'Case files' }).click();
			await comments(page).getByText('Are these all the files?').waitFor();
			expect(await button(page, 'Withdraw').count()).toBe(0);
		});
	});

	test('is turned away with what may name somebody, and taken once its writer has looked, without scripts too', async () => {
		await room.as(
			'ailsa',
			async (page) => {
				await page.goto(home);
				await page.getByText('Write a comment').click();
				await page.getByLabel('Comment', { exact: true }).fill('Call 07700 900123 about it.');
				await button(page, 'Add the comment').click();
				await says(page, 'This may name somebody, so nothing was stored');
				expect(await page.getByLabel('Comment', { exact: true }).inputValue()).toBe(
					'Call 07700 900123 about it.'
				);
				await page.getByLabel('I have looked: this names nobody').check();
				await button(page, 'Add the comment').click();
				await comments(page).getByText('Call 07700 900123 about it.').waitFor();
				expect(new URL(page.url()).pathname).toBe(home);
			},
			{ javaScriptEnabled: false }
		);
	});

	test('is withdrawn by who wrote it', async () => {
		await room.as('callum', async (page) => {
			await say(page, home, 'Said too soon.');
			await button(page, /^Withdraw/).click();
			await page.getByText('Said too soon.').waitFor({ state: 'detached' });
			await page.goto(`${home}/comments`);
			expect(await page.getByText('Said too soon.').count()).toBe(0);
		});
	});
});

describe('what others say of a theme', () => {
	test('is held back from a judge until they have given their own evaluation', async () => {
		const theme = `${home}/judgements/T2`;
		await room.as('callum', (page) => say(page, theme, 'It looks weak to me.', ['Magnus']));
		await room.as('magnus', async (page) => {
			await page.goto(theme);
			await says(page, 'Comments on this theme are shown once you have given your evaluation.');
			for (const path of [
				theme,
				`${home}/comments`,
				`${home}/comments?to=me`,
				home,
				'/',
				`${home}/history`
			]) {
				await page.goto(path);
				expect([path, await page.getByText('It looks weak to me.').count()]).toEqual([path, 0]);
			}
			room.look((db) =>
				db
					.insert(ownJudgements)
					.values({
						...{ reviewId: review, element: 'T2', personId: 'magnus', step: 4, reason: 'Mostly in time.' },
						...{ changedBy: 'magnus', changedAt: new Date().toISOString() }
					})
					.run()
			);
			await page.goto(theme);
			await comments(page).getByText('It looks weak to me.').waitFor();
		});
	});
});
