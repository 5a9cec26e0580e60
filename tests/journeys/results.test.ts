/** What a source says, one group at a time; a small team that is shown nowhere; and where the evidence lies. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCairn } from '#lib/server/open-cairn.ts';
import { launchBrowser } from '../support/browser.ts';
import { pageFaults } from '../support/page-checks.ts';
import { sessionCookie } from '../support/people.ts';
import { visitAs } from '../support/person.ts';
import { reviewWorld, type PersonName } from '../support/review-world.ts';
import { serveCairn, type ServedCairn } from '../support/served.ts';
import { addSurveyedReview, smallTeam, surveyed } from '../support/surveyed-review.ts';

let browser: Browser;
let cairn: ServedCairn;
let folder: string;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-results-'));
	const db = openCairn(folder, new Date().toISOString());
	reviewWorld('thematic-review', db);
	addSurveyedReview(db);
	db.$client.close();
	[browser, cairn] = await Promise.all([launchBrowser(), serveCairn({ CAIRN_DATA: folder })]);
});
afterAll(async () => {
	await browser?.close();
	await cairn?.stop();
	rmSync(folder, { recursive: true, force: true });
});

const evidence = `/reviews/${surveyed}/evidence`;
const files = `${evidence}/files`;
const staff = `${evidence}/staff`;
const north = '?where=locality%3ANorth';

const as = (name: PersonName, visit: (page: Page) => Promise<void>, javaScriptEnabled = true) =>
	visitAs(browser, { folder, address: cairn.address }, name, visit, { javaScriptEnabled });
const served = async (name: PersonName, path: string) => {
	const cookie = sessionCookie(folder, name, cairn.address);
	return fetch(new URL(path, cairn.address), { headers: { cookie } });
};

describe('one group of a source', () => {
	test.each([
		['with scripts', true],
		['without scripts', false]
	] as const)(
		'is chosen and followed down to its records, every number with its base, %s',
		async (_, scripts) => {
			await as(
				'ailsa',
				async (page) => {
					await page.goto(files);
					await page.getByText('37 of 60 files read so far.').waitFor();
					await page.getByLabel('Show', { exact: true }).selectOption('North');
					await page.getByRole('button', { name: 'Show these' }).click();
					await page.getByText('Every number below is among the 23 files where locality is North.').waitFor();
					const first = page.locator('#question-F1');
					await first
						.getByText('all, among the 23 files')
						.or(first.getByText(', among the 23 files'))
						.waitFor();
					await first.getByRole('link', { name: '20 of 23' }).click();
					await page.waitForURL(`**/questions/F1${north}`);
					await page
						.getByText('Every number of the result is among the 23 files where locality is North.')
						.waitFor();
					await page.getByRole('link', { name: '20 of 23' }).click();
					await page.getByRole('heading', { name: '20 files: yes' }).waitFor();
					expect(await page.getByRole('link', { name: /^G-\d+$/ }).count()).toBe(20);
					await page.getByRole('link', { name: /Question F2/ }).click();
					await page.waitForURL(`**/questions/F2${north}`);
					await page.getByRole('link', { name: 'Show all files' }).click();
					await page.getByText('37 of 37').first().waitFor();
				},
				scripts
			);
		}
	);

	test('is kept in what is downloaded, and in its name', async () => {
		await as('ailsa', async (page) => {
			await page.goto(`${files}${north}`);
			const [csv] = await Promise.all([
				page.waitForEvent('download'),
				page.getByRole('link', { name: 'Download the table (CSV)' }).click()
			]);
			expect(csv.suggestedFilename()).toBe('glen-2026-files-results-locality-north.csv');
			const text = await (await served('ailsa', `${files}/results.csv${north}`)).text();
			const lines = text.trimEnd().split('\r\n');
			expect(lines[0]).toMatch(/^\ufeff?Question,Group,Wording,Type,Column,Stratum,/);
			expect(lines.slice(1).every((line) => line.includes(',locality,North,'))).toBe(true);
			const workbook = await served('ailsa', `${files}/results.xlsx${north}`);
			const sheets = await readWorkbook(Buffer.from(await workbook.arrayBuffer()));
			const said = JSON.stringify(sheets);
			expect(said).toContain('Every number is among the 23 files where locality is North.');
			expect(said).toContain('37 of 60 files read so far.');
		});
	});
});

describe('a team of three in the staff survey', () => {
	test('has no number on any page or in any file, whatever the address asks for', async () => {
		const team = encodeURIComponent(smallTeam);
		const paths = [
			`${staff}?by=team`,
			`${staff}?where=team%3A${team}`,
			`${staff}?where=locality%3ANorth&by=team`,
			`${staff}/questions/S1`,
			`${staff}/questions/S1?where=team%3A${team}`,
			`${staff}/questions/S1?by=team&in=${team}`,
			`${staff}/records/W-8`,
			`${staff}/results.csv`,
			`${staff}/results.csv?by=team`,
			`${staff}/results.csv?where=team%3A${team}`,
			`${evidence}/matrix`,
			`${evidence}/matrix.csv`,
			`/reviews/${surveyed}/report`
		];
		for (const name of ['ailsa', 'magnus', 'callum'] as const)
			for (const path of paths) {
				if (name === 'callum' && path.includes('/records/')) continue;
				const answer = await served(name, path);
				expect(answer.status, `${name} ${path}`).toBe(200);
				const text = await answer.text();
				// “1 of 3” and “0 of 3” are what there would be to say of it, “2 of 10” of it and its neighbour.
				const found = text.match(/(?<!\d)([01] of 3|1 of 7)(?!\d)|Team North (One|Two),\d/g);
				expect(found, `${name} ${path}`).toBeNull();
			}
	});

	test('is named with the reason', async () => {
		await as('callum', async (page) => {
			await page.goto(`${staff}?by=team`);
			const line = page.locator('#question-S1 .strata li', { hasText: smallTeam });
			expect(await line.innerText()).toContain('Fewer than 5 answered, here or in a group that this one');
			expect(
				await page.locator('#question-S1 .strata li', { hasText: 'Team South Two' }).innerText()
			).toContain('1 of 9');
			await page.goto(`${staff}?where=team%3A${encodeURIComponent(smallTeam)}`);
			await page.getByText(`“${smallTeam}” is not shown by itself.`).waitFor();
		});
	});
});

describe('where the evidence lies', () => {
	test('shows much, little and none, folds open, and leads to the measures', async () => {
		await as(
			'callum',
			async (page) => {
				await page.goto(`${evidence}/matrix`);
				const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name} `) }).first();
				const cells = row('Getting support at the right time').getByRole('cell');
				expect(await cells.nth(0).innerText()).toMatch(/Much\s+3 questions/);
				expect(await cells.nth(1).innerText()).toMatch(/Little\s+1 question[^s]/);
				expect(
					await page
						.getByRole('row', { name: /^Policy development / })
						.last()
						.innerText()
				).toMatch(/Much\s+3 passages/);
				const list = page.getByRole('region', { name: 'Sources disagree on' });
				expect(await list.innerText()).toMatch(
					/the majority in “Case files” \(20 of 37.*few in “Staff survey” \(4 of 27.*Both give evidence on 3\.1/s
				);
				expect(await page.getByRole('region', { name: 'No evidence on' }).innerText()).toContain(
					'Leadership and direction'
				);
				await page
					.getByRole('link', { name: /^Show its 1 part ?: Getting support/ })
					.first()
					.click();
				await page
					.getByRole('row', { name: /^Supported people are empowered/ })
					.first()
					.waitFor();
				await cells.nth(0).getByText('3 questions').click();
				await cells.nth(0).getByRole('link', { name: /^F1/ }).click();
				await page.getByRole('heading', { level: 1, name: 'The majority of files show a budget' }).waitFor();
			},
			false
		);
	});
});

test('no page has a fault that a tool can find, wide or narrow', async () => {
	await as('ailsa', async (page) => {
		for (const path of [
			`${files}${north}&by=care%20group`,
			`${staff}?by=team`,
			`${staff}/questions/S1`,
			`${files}/questions/F1${north}`,
			`${evidence}/matrix?open=T1,T2,T3,T4,T5,T6,T7`
		])
			expect(await pageFaults(page, path), path).toEqual([]);
	});
});
