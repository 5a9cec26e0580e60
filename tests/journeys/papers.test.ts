/** Papers, figures, involvement and the workbook of a file reader: what else a review gathers, in the browser. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { givenRecords } from '#lib/server/db/schema/memberships.ts';
import { readTable } from '#lib/server/files/read-table.ts';
import { findSource } from '#lib/server/queries/sources.ts';
import { launchBrowser } from '../support/browser.ts';
import { fillWorkbook } from '../support/fill-workbook.ts';
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
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const says = (page: Page, words: string | RegExp) =>
	page.getByText(words).filter({ visible: true }).first().waitFor();
const file = (name: string, text: string) => ({
	name,
	mimeType: 'application/octet-stream',
	buffer: Buffer.from(text)
});

describe('an attachment', () => {
	test('is attached by what it is, served so that nothing in it runs, replaced and withdrawn', async () => {
		await room.as('magnus', async (page) => {
			await page.goto(`${home}/attachments`);
			await page.getByLabel('What it is called').fill('Advocacy policy');
			await page.getByLabel('The file').setInputFiles(file('page.pdf', '<script>alert(1)</script>'));
			await press(page, 'Attach it');
			await says(page, 'is of a kind that is not taken');
			expect(await page.getByLabel('What it is called').inputValue()).toBe('Advocacy policy');
			await page.getByLabel('The file').setInputFiles(file('policy.txt', 'Everybody is offered advocacy.'));
			await page.getByLabel('What it gives evidence on').fill('t2 1.1');
			await page.getByLabel('In force until, if it says').fill('2020-01-31');
			await press(page, 'Attach it');
			await says(page, 'no longer in force');
			expect(await pageFaults(page, `${home}/attachments`)).toEqual([]);
			const link = page.getByRole('link', { name: 'Advocacy policy', exact: true });
			const answer = await page.request.get((await link.getAttribute('href'))!);
			expect(answer.headers()).toMatchObject({
				'content-type': 'text/plain; charset=utf-8',
				'content-disposition': expect.stringContaining('attachment; filename="policy.txt"'),
				'x-content-type-options': 'nosniff',
				'content-security-policy': expect.stringContaining("default-src 'none'"),
				'cache-control': 'no-store'
			});
			expect(await answer.text()).toBe('Everybody is offered advocacy.');
			await page.getByRole('link', { name: /^Change or replace/ }).click();
			await page.getByRole('heading', { name: 'A later revision' }).waitFor();
			const own = new URL(page.url()).pathname;
			expect(await pageFaults(page, own)).toEqual([]);
			await page.getByLabel('The file').setInputFiles(file('policy.txt', 'Everybody is told of it.'));
			await press(page, 'Attach the revision');
			await says(page, 'Revision 2');
			await press(page, 'Withdraw this attachment');
			await page.getByRole('heading', { name: 'Withdrawn' }).waitFor();
		});
	});

	test('is seen by nobody who does not see the records', async () => {
		for (const name of ['rona', 'callum', 'morag', 'struan'] as const) {
			const answer = await fetch(new URL(`${home}/attachments`, room.address), {
				headers: { cookie: room.cookie(name) },
				redirect: 'manual'
			});
			expect([name, answer.status]).toEqual([name, 404]);
		}
	});
});

describe('a table of figures', () => {
	test('is pasted, drawn, and says the same as a table; without scripts too', async () => {
		await room.as(
			'magnus',
			async (page) => {
				await page.goto(`${home}/evidence/files/figures`);
				await page.getByLabel('What the figures show').fill('People who chose each option');
				await page.getByLabel('What is counted').fill('people');
				await page.getByLabel('The time that they are of').fill('2023 to 2025');
				await page.getByLabel('Where they come from').fill('Return to the government');
				await page
					.getByLabel('The table')
					.fill('Option,2023,2024,2025\nOption 1,120,134,150\nOption 2,40,few,60');
				await page.getByLabel('What they give evidence on').fill('T4');
				await press(page, 'Add the table');
				await says(page, 'Line 3: “few” is not a number.');
				await page
					.getByLabel('The table')
					.fill('Option,2023,2024,2025\nOption 1,120,134,150\nOption 2,40,,60');
				await press(page, 'Add the table');
				await page.getByRole('heading', { name: 'People who chose each option' }).waitFor();
				expect(await page.getByRole('rowheader').allInnerTexts()).toEqual(['Option 1', 'Option 2']);
			},
			{ javaScriptEnabled: false }
		);
		await room.as('magnus', async (page) => {
			expect(await pageFaults(page, `${home}/evidence/files/figures`)).toEqual([]);
			await page.locator('.frame[data-drawn]').waitFor();
		});
	});
});

describe('involvement', () => {
	test('is kept with what changed, and its gaps stand on the overview and in the report', async () => {
		await room.as('magnus', async (page) => {
			await page.goto(home);
			await says(page, 'Nobody is said to have been involved yet.');
			await page.getByRole('link', { name: 'Involvement in this review' }).click();
			await page.getByLabel('Unpaid carers').check();
			await page.getByLabel('Workers').check();
			await page.getByLabel('How', { exact: true }).fill('They chose what the review asks first.');
			await press(page, 'Add');
			await says(page, 'Of one involvement it is not said what changed because of it.');
			expect(await pageFaults(page, `${home}/involvement`)).toEqual([]);
			await page.getByRole('link', { name: /^Change\W+Unpaid/ }).click();
			await page.getByRole('heading', { name: 'Who was involved, one entry' }).waitFor();
			expect(await page.getByLabel('Unpaid carers').isChecked()).toBe(true);
			await page.getByLabel('What changed because of it').fill('Two questions were added.');
			await press(page, 'Save');
			await says(page, /^Saved \d/);
			await page.goto(`${home}/report`);
			await says(page, 'Two questions were added.');
			await says(page, 'Not involved at any stage: people who use support, providers and communities.');
		});
	});
});

describe('a file reader’s workbook', () => {
	test('is fetched, filled in without a network, and sent again; a bad cell is named', async () => {
		room.look((db) =>
			db
				.insert(givenRecords)
				.values({
					sourceId: findSource(db, review, 'files').key,
					record: 4,
					personId: 'rona',
					changedBy: 'ailsa',
					changedAt: '2026-03-02T09:30:00.000Z'
				})
				.run()
		);
		await room.as('rona', async (page) => {
			const address = `${home}/evidence/files/workbook`;
			expect(await pageFaults(page, address)).toEqual([]);
			const [download] = await Promise.all([
				page.waitForEvent('download'),
				page.getByRole('link', { name: 'Download the workbook (Excel)' }).click()
			]);
			const bytes = readFileSync(await download.path());
			const sheet = sheetNames(bytes).find((name) => name.includes('I-4'))!;
			const send = async (cells: Record<string, string>) => {
				const buffer = Buffer.from(fillWorkbook(bytes, { [sheet]: cells }));
				await page.getByLabel('The workbook', { exact: true }).setInputFiles({
					name: 'to-read.xlsx',
					mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
					buffer
				});
				await press(page, 'Send the workbook');
			};
			await send({ E6: 'perhaps', F6: 'Seen.' });
			await says(page, `Sheet “${sheet}”, cell E6: “perhaps” is not an answer`);
			await send({ E6: 'not recorded', F6: 'Seen.' });
			await says(page, '1 answer and 1 remark on 1 file were taken in');
		});
	});
});

const sheetNames = (bytes: Uint8Array) =>
	readTable(bytes, 'to-read.xlsx').sheets.map(({ name }) => name ?? '');
