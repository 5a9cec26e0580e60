/** Answers come in as files: looked at first, taken in whole as a batch, and withdrawn again. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findSource } from '#lib/server/queries/sources.ts';
import { launchBrowser } from '../support/browser.ts';
import { pageFaults } from '../support/page-checks.ts';
import { review } from '../support/review-world.ts';
import { serveReviewing, type Reviewing } from '../support/reviewing.ts';
import { handmadeWorkbook, textRow } from '../support/workbook-xml.ts';

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

const source = `/reviews/${review}/evidence/staff`;
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const heading = (page: Page, name: string | RegExp) =>
	page.getByRole('heading', { level: 1, name }).waitFor({ timeout: 60_000 });
const says = (page: Page, words: string | RegExp) =>
	page.getByText(words).filter({ visible: true }).first().waitFor();
const records = () => room.look((db) => findSource(db, review, 'staff').recordCount);

async function send(page: Page, text: string | Uint8Array, name = 'answers.csv'): Promise<void> {
	await page.goto(`${source}/import`);
	await page
		.getByLabel('A file of answers')
		.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text as string) });
	await button(page, 'Send the file').click();
}

async function takeIn(page: Page, name: string): Promise<void> {
	await page.getByLabel('Name of the import').fill(name);
	await button(page, /^Take in/).click();
	await says(page, new RegExp(`taken in as “${name}”`));
}

const header = '\ufeffID,Start time,Completion time,Email,Name,Do you\u00a0feel able?,What would help?\r\n';
const firstWave = `${header}1,01/03/2026 09:00,01/03/2026 09:05,flora@isle.example,Flora Bain,Yes,"More time,\nand less paper"\r\n2,01/03/2026 09:10,01/03/2026 09:12,anonymous,,No,\r\n`;

describe('a file of answers', () => {
	test('exported from Microsoft Forms is recognised, looked at, and taken in as a batch', async () => {
		await room.as('ailsa', async (page) => {
			await page.goto(source);
			await page.getByRole('link', { name: 'Import', exact: true }).click();
			await says(page, 'Nothing has been imported into this source yet.');
			await send(page, firstWave, 'Staff survey.csv');
			await heading(page, 'Look before it is taken in');
			await says(page, /^A Microsoft Forms export/i);
			await page.getByRole('row', { name: /^Email.*2$/ }).waitFor();
			expect(await records()).toBe(2);
			expect(await pageFaults(page, page.url())).toEqual([]);
			await takeIn(page, 'Staff, first wave');
			await page.getByRole('row', { name: /Staff, first wave.*Ailsa.*A file.*Counts.*2/ }).waitFor();
			expect(await pageFaults(page, page.url())).toEqual([]);
			await page.getByRole('link', { name: 'Results', exact: true }).click();
			await says(page, '4 responses of 20 asked');
		});
	});

	test('with a fault names its row and column, and nothing of it is stored', async () => {
		await room.as('ailsa', async (page) => {
			await send(page, 'reference,S1,S2\nB-1,yes,\nB-2,no,\nB-2,yes,\n');
			await heading(page, 'Look before it is taken in');
			await says(page, /Row 4, column reference: the reference “B-2” is there twice/);
			expect(await button(page, /^Take in/).count()).toBe(0);
			expect(await records()).toBe(4);
		});
	});

	test('of a second wave leaves out what came before, and one that is the same brings nothing new', async () => {
		await room.as('ailsa', async (page) => {
			await send(page, `${firstWave}3,01/04/2026 09:00,01/04/2026 09:05,anonymous,,Yes,\r\n`);
			await heading(page, 'Look before it is taken in');
			await says(page, 'from an earlier import; left out');
			await takeIn(page, 'Staff, second wave');
			expect(await records()).toBe(5);
			await send(page, firstWave);
			await says(page, 'There is nothing new in this file.');
			await says(page, 'This very file came in before');
		});
	});

	test('that is not clear is explained once, without scripts; the next wave needs no explaining', async () => {
		const own = (rows: string) => `Ref,Able or not,Place\n${rows}`;
		await room.as('ailsa', async (page) => {
			await send(page, own('A1,yep,Elgin\n'));
			await heading(page, 'What are the columns of this file?');
			expect(await pageFaults(page, page.url())).toEqual([]);
			await button(page, 'Give this file up').click();
			await heading(page, 'Import answers');
		});
		await room.as(
			'ailsa',
			async (page) => {
				await send(page, own('A1,yep,Elgin\nA2,nope,Forres\n'));
				await heading(page, 'What are the columns of this file?');
				await page.getByLabel('What the column “Ref” is').selectOption('reference');
				await page.getByLabel('What the column “Able or not” is').selectOption('question:S1');
				await button(page, 'Continue').click();
				await says(page, 'Look again at what is written here');
				expect(await page.getByLabel('What the column “Able or not” is').inputValue()).toBe('question:S1');
				await page.getByLabel('What the column “Place” is').selectOption('stratum');
				await button(page, 'Continue').click();
				await page.getByLabel('What “yep” means in S1').waitFor({ timeout: 60_000 });
				await page.getByLabel('What “yep” means in S1').selectOption('yes');
				await page.getByLabel('What “nope” means in S1').selectOption('no');
				await button(page, 'Continue').click();
				await heading(page, 'Look before it is taken in');
				await takeIn(page, 'Our own table');
				await send(page, own('C1,Yep,Elgin\n'));
				await heading(page, 'Look before it is taken in');
				await takeIn(page, 'Our own table, again');
				expect(await records()).toBe(8);
			},
			{ javaScriptEnabled: false }
		);
	});

	test('can be withdrawn with a reason: its records go, the line stays, and it can come again', async () => {
		await room.as('ailsa', async (page) => {
			await page.goto(`${source}/import`);
			await page.getByRole('link', { name: 'Our own table', exact: true }).click();
			await says(page, /2 records, 2 answers/);
			expect(await pageFaults(page, page.url())).toEqual([]);
			await page.getByLabel('Why it is withdrawn').fill('Ring Flora on 0131 496 0000');
			await button(page, 'Withdraw the import').click();
			await says(page, /This looks like a .*phone number/);
			await page.getByLabel('Why it is withdrawn').fill('It was of another place.');
			await button(page, 'Withdraw the import').click();
			await says(page, '“Our own table” was withdrawn, with its records.');
			await page.getByRole('row', { name: /Our own table.*Withdrawn at/ }).waitFor();
			expect(await records()).toBe(6);
			await page.goto(source);
			await says(page, '6 responses of 20 asked');
		});
	});
});

const withMacros = handmadeWorkbook({
	sheets: [{ rows: textRow(1, 'ID') }],
	files: { 'xl/vbaProject.bin': 'x' }
});
/** Some hundred kilobytes that unpack to hundreds of megabytes. */
const bomb = handmadeWorkbook({
	sheets: [{ rows: textRow(1, 'ID') }],
	files: { 'xl/sharedStrings.xml': ' '.repeat(400_000_000) }
});

describe('what is no file of answers', () => {
	test.each([
		['a PDF that is called a table', Buffer.from('%PDF-1.7\n%'), 'answers.csv', /is a PDF/],
		['text that is called a workbook', Buffer.from(firstWave), 'answers.xlsx', /is none/],
		['a workbook with macros', withMacros, 'answers.xlsx', /holds macros/],
		['a workbook that unpacks without end', bomb, 'answers.xlsx', /unpack|large|more than/i]
	])('such as %s is refused with the reason, and the server goes on', async (_, bytes, name, reason) => {
		const before = await records();
		await room.as('ailsa', async (page) => {
			await send(page, bytes, name);
			await heading(page, 'This file cannot be taken in');
			await says(page, reason);
			expect((await fetch(new URL('/health', room.address))).status).toBe(200);
			expect(await records()).toBe(before);
		});
	});

	test('such as no file at all says so', async () => {
		await room.as('ailsa', async (page) => {
			await page.goto(`${source}/import`);
			await button(page, 'Send the file').click();
			await page.getByRole('alert').getByText('Choose a file.').waitFor();
			expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Import answers');
		});
	});
});

test('who does not lead the review has no page of imports', async () => {
	for (const name of ['magnus', 'callum', 'effie'] as const) {
		const headers = { cookie: room.cookie(name) };
		expect((await fetch(new URL(`${source}/import`, room.address), { headers })).status, name).toBe(404);
	}
});
