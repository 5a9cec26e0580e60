/** A review goes from its plan to its issue: its tasks, its stages, who does what by when, the check of its accuracy. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { pageFaults } from '../support/page-checks.ts';
import { findActor } from '#lib/server/queries/actors.ts';
import { review } from '../support/review-world.ts';
import { serveReviewing, type Reviewing } from '../support/reviewing.ts';
import { judgeTheRest } from '../support/walked-stages.ts';

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
const stageNow = (page: Page) => page.locator('[aria-current="step"]').innerText();

describe('the overview of a review', () => {
	test('lists every task with how far it is, and leads to the first that is not done', async () => {
		await room.as('ailsa', async (page) => {
			await page.goto(home);
			const tasks = page.getByRole('region', { name: 'Stages' });
			expect(await tasks.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([
				'Plan',
				'Sample',
				'Evidence',
				'Findings',
				'Evaluations',
				'Moderation',
				'Factual accuracy',
				'Plan of action',
				'Report'
			]);
			await says(page, 'Cannot start yet');
			await page.getByRole('link', { name: 'Continue with plan' }).click();
			await page.getByRole('heading', { level: 1, name: 'Plan' }).waitFor();
			expect(await stageNow(page)).toContain('Planning');
		});
	});

	test('says who is on it, what is given to whom, and what is overdue', async () => {
		await room.as('ailsa', async (page) => {
			await page.goto(`${home}/plan`);
			const given = page.getByRole('region', { name: 'Who does what by when' });
			await given.getByLabel('What').selectOption({ label: 'Theme 2, Getting support at the right time' });
			await button(page, 'Give the section').click();
			await says(page, 'Choose somebody who works on this review.');
			await given.getByLabel('To whom').selectOption({ label: 'Magnus' });
			await given.getByLabel('By when').fill('2026-01-09');
			await button(page, 'Give the section').click();
			await says(page, /^Magnus$/);
			await given.getByText('overdue').waitFor();
			expect(await pageFaults(page, `${home}/plan`)).toEqual([]);
		});
		await room.as('magnus', async (page) => {
			for (const path of ['/', '/reviews', home]) {
				await page.goto(path);
				await page
					.getByRole('link', { name: /^Theme 2, Getting support at the right time/ })
					.first()
					.waitFor();
				await says(page, /overdue/i);
			}
			expect(await pageFaults(page, home)).toEqual([]);
		});
	});
});

describe('the stages', () => {
	test('are moved through one by one, each saying what is missing, without scripts too', async () => {
		await room.as(
			'ailsa',
			async (page) => {
				await page.goto(`${home}/plan`);
				await button(page, 'Move on to “Gathering evidence”').click();
				await button(page, 'Move on to “Judging”').click();
				expect(await stageNow(page)).toContain('Judging');
				await says(page, /^Every theme has been evaluated by somebody/);
				await says(page, /^To do: theme 1; theme 2/);
				expect(await button(page, /^Move on/).count()).toBe(0);
				room.look((db) =>
					judgeTheRest(db, { actor: findActor(db, 'ailsa')!, at: new Date().toISOString() }, review)
				);
				await page.reload();
				await button(page, 'Move on to “Moderating”').click();
				await says(page, /^The draft is shared with The isle by this move/);
				await button(page, 'Move on to “Factual accuracy”').click();
				expect(await stageNow(page)).toContain('Factual accuracy');
			},
			{ javaScriptEnabled: false }
		);
	});

	test('go back only with a reason', async () => {
		await room.as('ailsa', async (page) => {
			await page.goto(`${home}/plan`);
			await page.getByText('Take the review back to an earlier stage').click();
			await button(page, 'Take it back').click();
			await says(page, 'Write why the review goes back.');
			await page.getByLabel('Why it goes back').fill('Theme 2 was agreed too early.');
			await button(page, 'Take it back').click();
			await says(page, 'Theme 2 was agreed too early.');
			expect(await stageNow(page)).toContain('Moderating');
			await button(page, 'Move on to “Factual accuracy”').click();
			await page.goto(`${home}/history`);
			await says(page, /moved the review back to moderating/);
		});
	});
});

describe('factual accuracy', () => {
	test('is checked by the partnership under review, answered by the team, and then the review is issued', async () => {
		await room.as('effie', async (page) => {
			await page.goto(home);
			await page.getByRole('link', { name: 'Check the factual accuracy of the draft' }).click();
			await page
				.getByLabel('Section of the report')
				.selectOption({ label: 'Getting support at the right time' });
			await page.getByLabel('What is not right, and what is').fill('There were 3 files, not 4.');
			await button(page, 'Make the point').click();
			await says(page, 'There were 3 files, not 4.');
			expect(await button(page, 'Save the answer').count()).toBe(0);
			expect(await pageFaults(page, `${home}/accuracy`)).toEqual([]);
		});
		await room.as('ailsa', async (page) => {
			await page.goto(`${home}/plan`);
			await says(page, 'One point has no answer yet.');
			await page.getByLabel('I have read the report, and it is to be issued').check();
			await button(page, 'Issue the review').click();
			await says(page, /Every point of factual accuracy is answered: not yet/);
			await page.getByRole('link', { name: 'Points of accuracy' }).click();
			await page.getByRole('radio', { name: 'Declined' }).check();
			await page.getByLabel('Why').fill('The list shows four.');
			await button(page, 'Save the answer').click();
			await says(page, 'Declined.');
			expect(await pageFaults(page, `${home}/accuracy`)).toEqual([]);
			await page.goto(`${home}/plan`);
			await page.getByLabel('I have read the report, and it is to be issued').check();
			await button(page, 'Issue the review').click();
			await says(page, /^Issued at/);
			expect(await stageNow(page)).toContain('Issued');
		});
		await room.as('effie', async (page) => {
			await page.goto(`${home}/accuracy`);
			await says(page, 'The list shows four.');
			expect(await button(page, 'Make the point').count()).toBe(0);
		});
	});
});
