/** Practice is written, sent, returned, mended, published; found, marked as useful and spoken of; with keys, and without scripts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCairn } from '#lib/server/open-cairn.ts';
import { launchBrowser } from '../support/browser.ts';
import { pageFaults } from '../support/page-checks.ts';
import { arrive, tabTo, visitAs, type Window } from '../support/person.ts';
import { practiceTexts, practiceWorld, publishNew, type CommunityName } from '../support/practice-world.ts';
import { serveCairn, type ServedCairn } from '../support/served.ts';

let browser: Browser;
let folder: string;
let served: ServedCairn;
beforeAll(async () => {
	browser = await launchBrowser();
	folder = mkdtempSync(join(tmpdir(), 'cairn-practice-'));
	const db = openCairn(folder, new Date().toISOString());
	const world = practiceWorld(db);
	publishNew(world, 'dara', { title: 'Invented lanterns', did: 'Lanterns in the glade.' });
	db.$client.close();
	served = await serveCairn({ CAIRN_DATA: folder });
});
afterAll(async () => {
	await served?.stop();
	await browser?.close();
	rmSync(folder, { recursive: true, force: true });
});

const as = (name: CommunityName, visit: (page: Page) => Promise<void>, window: Window = {}) =>
	visitAs(browser, { folder, address: served.address }, name, visit, window);

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const press = async (page: Page, name: string) => {
	await tabTo(page, name);
	await page.keyboard.press('Enter');
};
const faultsOf = (page: Page) => pageFaults(page, page.url().replace(served.address, ''));
const titles = (page: Page) =>
	page.getByRole('region', { name: /found|newest|Nothing/ }).getByRole('heading', { level: 3 });

/** Everything that is needed to send practice, written in its form. */
async function fillIn(page: Page, but: string[] = []) {
	for (const [label, text] of [
		['What we did', practiceTexts.did],
		['For whom', practiceTexts.forWhom],
		['What changed', practiceTexts.changed],
		['How we know', practiceTexts.evidence]
	] as const)
		if (!but.includes(label)) await page.getByRole('textbox', { name: label, exact: true }).fill(text);
	await page.getByLabel('8. Worker Autonomy').check();
	await page.getByLabel('Where it is done').selectOption('island');
	await page.getByLabel('May others write to you about it?').selectOption('yes');
}

describe('practice', () => {
	let entry: string;

	test('is begun and written with the keyboard, and sent once all that is needed is there', async () => {
		await as('una', async (page) => {
			await arrive(page, '/practice');
			await press(page, 'Share something');
			await page.waitForURL('**/practice/new');
			expect(await faultsOf(page)).toEqual([]);
			await page.getByLabel('What it is called').focus();
			await page.keyboard.type('Seals and good conversations');
			await press(page, 'Begin');
			await page.waitForURL('**/edit');
			entry = new URL(page.url()).pathname.replace('/edit', '');
			await page.waitForLoadState('networkidle');
			await fillIn(page, ['How we know']);
			await button(page, 'Save').click();
			await page
				.getByText(/^Saved \d/)
				.first()
				.waitFor();
			expect(await faultsOf(page)).toEqual([]);
			await arrive(page, entry);
			await press(page, 'Send to the editors');
			const missing = page.getByRole('link', { name: 'Write something under “How we know” first.' });
			await missing.click();
			await page.waitForURL('**/edit#evidence');
			await page.waitForLoadState('networkidle');
			await page.getByRole('textbox', { name: 'How we know', exact: true }).fill('We asked.');
			await button(page, 'Save').click();
			await page
				.getByText(/^Saved \d/)
				.first()
				.waitFor();
			await arrive(page, entry);
			await press(page, 'Send to the editors');
			await page.getByText('With the editors.').waitFor();
		});
		await as('effie', async (page) => {
			expect((await page.goto(entry))!.status()).toBe(404);
			await page.goto('/practice?q=seals');
			expect(await titles(page).count()).toBe(0);
		});
	});

	test('is returned with words, mended, sent again and published by an editor', async () => {
		await as('iona', async (page) => {
			await page.goto('/practice');
			await page.getByRole('link', { name: 'For editors: 1 waiting' }).click();
			await page.waitForURL('**/practice/editing');
			expect(await faultsOf(page)).toEqual([]);
			await page.getByRole('link', { name: 'Seals and good conversations' }).click();
			await page.waitForURL(`**${entry}`);
			expect(await faultsOf(page)).toEqual([]);
			await page.getByLabel('Return it, with what is to be mended').fill('Whom did you ask?');
			await button(page, 'Return it to its writers').click();
			await page.getByText('Returned by an editor.').waitFor();
		});
		await as('lorne', async (page) => {
			await page.goto(entry);
			await page.getByText('Whom did you ask?').waitFor();
			await arrive(page, `${entry}/edit`);
			await page.getByRole('textbox', { name: 'How we know', exact: true }).fill('Nine of twelve said so.');
			await button(page, 'Save').click();
			await page
				.getByText(/^Saved \d/)
				.first()
				.waitFor();
			await arrive(page, entry);
			await button(page, 'Send to the editors').click();
			await page.getByText('With the editors.').waitFor();
		});
		await as('iona', async (page) => {
			await arrive(page, entry);
			await button(page, 'Publish it').click();
			await page.getByText('Published. Members read it as it is.').waitFor();
		});
	});

	test('is found by words and by what it serves, marked as useful and spoken of, with the keyboard', async () => {
		await as('effie', async (page) => {
			await arrive(page, '/practice');
			await page.getByLabel('Search for words').focus();
			await page.keyboard.type('seal conversation');
			await page.keyboard.press('Enter');
			await page.getByRole('heading', { name: '1 entry found' }).waitFor();
			expect(await page.locator('mark').allTextContents()).toContain('conversation');
			await page.getByLabel('What it serves').selectOption('8');
			await page.getByText('Where, for whom and how far they were').click();
			await page.getByLabel('Where', { exact: true }).selectOption('island');
			await button(page, 'Search').click();
			await page.waitForURL('**geography=island**');
			expect(await titles(page).allTextContents()).toEqual(['Seals and good conversations']);
			expect(await faultsOf(page)).toEqual([]);
			const where = page.getByLabel('Where', { exact: true }).getByRole('option');
			expect(await where.allTextContents()).toEqual(['Anywhere', 'Island (1)']);
			await page.goto('/practice?q=seal&geography=city');
			await page.getByRole('heading', { name: 'Nothing fits' }).waitFor();
			await arrive(page, entry);
			await press(page, 'Useful to us');
			await page.getByText('Useful to 1 organisation, yours among them.').waitFor();
			await page.getByLabel('Your comment').fill('We do it by the harbour.');
			await press(page, 'Comment');
			await page.getByRole('region', { name: 'What others say' }).getByText('The isle').waitFor();
			expect(await page.getByRole('link', { name: 'Write to The glen' }).count()).toBe(1);
			expect(await faultsOf(page)).toEqual([]);
		});
	});
});

describe('without scripts', () => {
	test('practice is written, refused where it may name somebody, published with a file, found and read', async () => {
		let entry = '';
		const plain = { javaScriptEnabled: false };
		await as(
			'una',
			async (page) => {
				await page.goto('/practice/new?kind=practice');
				await page.getByLabel('What it is called').fill('Kites');
				await button(page, 'Begin').click();
				await page.waitForURL('**/edit');
				entry = new URL(page.url()).pathname.replace('/edit', '');
				await fillIn(page);
				await page.getByRole('textbox', { name: 'For whom', exact: true }).fill('Ask ann@glen.example.');
				await button(page, 'Save').click();
				await page.getByRole('heading', { name: 'Not saved: this may name somebody' }).waitFor();
				await page.getByRole('textbox', { name: 'For whom', exact: true }).fill('Twelve adults.');
				await button(page, 'Save').click();
				await page.goto(`${entry}/edit`);
				await page.locator('#file-title').fill('A card');
				await page.getByLabel('A file').setInputFiles({
					name: 'card.txt',
					mimeType: 'text/plain',
					buffer: Buffer.from('Shall we fly one?')
				});
				await button(page, 'Add the file').click();
				await page.getByRole('link', { name: 'A card' }).waitFor();
				await page.goto(entry);
				await button(page, 'Send to the editors').click();
				await page.getByText('With the editors.').waitFor();
			},
			plain
		);
		await as(
			'iona',
			async (page) => {
				await page.goto(entry);
				await button(page, 'Publish it').click();
			},
			plain
		);
		await as(
			'effie',
			async (page) => {
				await page.goto('/practice');
				await page.getByLabel('Search for words').fill('"kite* NEAR');
				await page.getByLabel('What it is', { exact: true }).selectOption('practice');
				await button(page, 'Search').click();
				expect(await titles(page).count()).toBe(0);
				await page.getByLabel('Search for words').fill('kites "');
				await button(page, 'Search').click();
				await page.getByRole('link', { name: 'Kites' }).click();
				const [file] = await Promise.all([
					page.waitForEvent('download'),
					page.getByRole('link', { name: 'A card' }).click()
				]);
				expect(file.suggestedFilename()).toBe('card.txt');
				await button(page, 'Useful to us').click();
				await page.getByText('Useful to 1 organisation').waitFor();
			},
			plain
		);
	});
});

describe('the example world', () => {
	test('says that it is invented, and neither world finds what the other shares', async () => {
		await as('dara', async (page) => {
			await page.goto('/practice?q=lanterns');
			expect(await titles(page).allTextContents()).toEqual(['Invented lanterns']);
			await page.getByText('The partnerships, people and figures here are made up').waitFor();
			await page.goto('/practice?q=seals');
			expect(await titles(page).count()).toBe(0);
		});
		await as('effie', async (page) => {
			await page.goto('/practice?q=lanterns');
			expect(await titles(page).count()).toBe(0);
			expect(await page.getByText('are made up').count()).toBe(0);
		});
	});
});
