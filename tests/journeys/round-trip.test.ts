/** A self-evaluation is taken along as a document or workbook, filled in elsewhere, and taken in where it is chosen. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findNarrative } from '#lib/server/queries/narratives.ts';
import { findReadiness, listReadiness } from '#lib/server/queries/readiness.ts';
import { launchBrowser } from '../support/browser.ts';
import { fillWord, rewriteWord } from '../support/filled-word.ts';
import { fillWorkbook } from '../support/fill-workbook.ts';
import { accessibilityFaults, pageFaults, widerThanWindow } from '../support/page-checks.ts';
import { review } from '../support/review-world.ts';
import { serveReviewing, type Reviewing } from '../support/reviewing.ts';

let browser: Browser;
let room: Reviewing;
let folder: string;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-round-trip-'));
	browser = await launchBrowser();
	room = await serveReviewing(browser, 'self-evaluation');
});
afterAll(async () => {
	await room?.stop();
	await browser?.close();
	rmSync(folder, { recursive: true, force: true });
});

const home = `/reviews/${review}/judgements/round-trip`;
const says = (page: Page, words: string | RegExp) =>
	page.getByText(words).filter({ visible: true }).first().waitFor();
const kept = (code: string) => room.look((db) => findReadiness(db, review, code));
const isSound = async (page: Page) =>
	expect([await widerThanWindow(page), ...(await accessibilityFaults(page))]).toEqual([0]);

async function download(page: Page, link: string): Promise<Uint8Array> {
	await page.goto(home);
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: link }).click()
	]);
	return readFileSync(await file.path());
}

async function upload(page: Page, name: string, bytes: Uint8Array | string): Promise<void> {
	const path = join(folder, name);
	writeFileSync(path, bytes);
	await page.goto(home);
	await page.getByLabel('The document or workbook', { exact: true }).setInputFiles(path);
	await page.getByRole('button', { name: 'Show what differs' }).click();
}
const takeIn = (page: Page) => page.getByRole('button', { name: 'Take in what is ticked' }).click();

describe('a self-evaluation', () => {
	test('goes out as a document, is filled in and saved by another program, and only what was ticked is taken in', async () => {
		await room.as('effie', async (page) => {
			expect(await pageFaults(page, home)).toEqual([]);
			const file = rewriteWord(
				fillWord(await download(page, 'Download a document (Word)'), {
					'8.7': {
						Stage: '3. Initial implementation',
						'Why this stage': 'All four localities meet.\nThree use the template.',
						'Target by': '31 March 2027',
						'What now': 'Bring the template to Clydesdale.'
					},
					'8.8': { Stage: 'nearly there', 'How we know': 'measured' },
					'12.1': { 'Why this stage': 'A note for later.' }
				})
			);
			await upload(page, 'filled.docx', file);
			await says(page, /differs from the review in 6 fields of 3 components/);
			await says(page, /“nearly there” is none of 0\. Not started/);
			await isSound(page);
			await page.setViewportSize({ width: 320, height: 900 });
			await isSound(page);
			await page.getByLabel('What now of 8.7: take in').uncheck();
			await takeIn(page);
			await says(page, '3 components were taken in.');
		});
		expect(kept('8.7')).toMatchObject({
			howWell: 3,
			words: 'All four localities meet.\nThree use the template.',
			targetBy: '2027-03-31',
			whatNow: ''
		});
		expect(kept('8.8')).toMatchObject({ howWell: null, howDoWeKnow: 3 });
		expect(kept('12.1').words).toBe('A note for later.');
	});

	test('comes back as a workbook over what somebody changed since: theirs stays until it is chosen', async () => {
		await room.as(
			'effie',
			async (page) => {
				const file = await download(page, 'Download a workbook (Excel)');
				const theirs = fillWorkbook(file, {
					Components: { J85: 'Ring Ann on 0131 496 0123.', E85: 'Theirs.' }
				});
				const filled = fillWorkbook(file, {
					Components: { D85: '2. Installing', E85: 'Ours.', I85: '2027-06-30' }
				});
				await upload(page, 'theirs.xlsx', theirs);
				await says(page, /differs from the review in 2 fields of 1 component/);
				await takeIn(page);
				await says(page, 'This may name somebody, so nothing was stored');
				await page.getByLabel('What now of 8.11: take in').uncheck();
				await takeIn(page);
				await says(page, '1 component was taken in.');
				await upload(page, 'filled.xlsx', filled);
				await says(page, /Changed by Effie/);
				expect(await page.getByLabel('Why this stage of 8.11: take in').isChecked()).toBe(false);
				expect(await page.getByLabel('Stage of 8.11: take in', { exact: true }).isChecked()).toBe(true);
				await takeIn(page);
				await says(page, '1 component was taken in.');
			},
			{ javaScriptEnabled: false }
		);
		expect(kept('8.11')).toMatchObject({ howWell: 2, words: 'Theirs.', targetBy: '2027-06-30' });
	});

	test('is taken in whole or not at all, when somebody saves while the differences are looked at', async () => {
		await room.as('effie', async (page) => {
			const file = await download(page, 'Download a workbook (Excel)');
			const before = room.look((db) => listReadiness(db, review));
			await upload(
				page,
				'slow.xlsx',
				fillWorkbook(file, { Components: { E5: 'Slow one.', E6: 'Slow two.' } })
			);
			await says(page, /differs from the review in 2 fields/);
			await room.as('effie', async (other) => {
				await upload(other, 'fast.xlsx', fillWorkbook(file, { Components: { E6: 'Fast.' } }));
				await takeIn(other);
				await says(other, '1 component was taken in.');
			});
			await takeIn(page);
			await says(page, 'Nothing was taken in: somebody changed the review');
			expect(room.look((db) => listReadiness(db, review)).length).toBe(before.length + 1);
			expect(await page.getByLabel('Why this stage of 1.1: take in').isChecked()).toBe(true);
			expect(await page.getByLabel('Why this stage of 1.2: take in').isChecked()).toBe(false);
			await takeIn(page);
			await says(page, '1 component was taken in.');
		});
		expect([kept('1.1').words, kept('1.2').words]).toEqual(['Slow one.', 'Fast.']);
	});

	test('brings what is written of standards back with its headings and lists, from a document and a workbook', async () => {
		const written = (element: string, part: 'overall' | 'gaps') =>
			room.look((db) => findNarrative(db, { review, element, part })).texts.text;
		await room.as('effie', async (page) => {
			const file = await download(page, 'Download a document (Word)');
			const filled = fillWord(file, {
				'Standard 8': { Overall: '## So far\n**Most** teams meet.\n* in Orkney\n* in Clydesdale' },
				'8.9': { 'Why this stage': 'With the standard.' }
			});
			await upload(page, 'standards.docx', rewriteWord(filled));
			await says(page, /differs from the review in 2 fields of 1 component and 1 standard/);
			await isSound(page);
			await takeIn(page);
			await says(page, '1 component and 1 text on standards were taken in.');
			const later = await download(page, 'Download a workbook (Excel)');
			await upload(page, 'same.xlsx', later);
			await says(page, /nothing in it is to be taken in/);
			await upload(page, 'old.xlsx', fillWorkbook(later, { Standards: { E12: '> They wait.', F12: '' } }));
			await page.getByLabel('Gaps of 8: take in').check();
			await takeIn(page);
			await says(page, '1 text on standards was taken in.');
			await upload(page, 'older.docx', fillWord(file, { 'Standard 8': { Gaps: 'Ours.' } }));
			await says(page, /Changed by Effie/);
			expect(await page.getByLabel('Gaps of 8: take in').isChecked()).toBe(false);
		});
		expect(written('8', 'overall')).toBe('## So far\n\n**Most** teams meet.\n\n- in Orkney\n- in Clydesdale');
		expect(written('8', 'gaps')).toBe('> They wait.');
	});

	test.each([
		['empty.docx', '', /Choose a file/],
		['torn.docx', 'PK\u0003\u0004 and no more', /is damaged or was cut short/]
	])('turns away %s with one sentence that says what to do', async (name, bytes, said) => {
		await room.as('effie', async (page) => {
			await upload(page, name, bytes);
			await says(page, said);
			expect(await page.getByLabel('The document or workbook', { exact: true }).isVisible()).toBe(true);
		});
	});
});
