/** A person opens the example review, follows its numbers to the records, and takes its report home. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { openWindow, pageFaults, titleAndHeadings } from '../support/page-checks.ts';
import { arrive, asPerson, tabTo } from '../support/person.ts';
import { serveCairn, type ServedCairn } from '../support/served.ts';

const review = '/reviews/south-lanarkshire-2018';
const files = `${review}/evidence/assessed-files`;
const signposted = `${review}/evidence/signposted-files`;
const survey = `${review}/evidence/staff-survey`;

const pages = [
	'/reviews',
	review,
	`${review}/evidence`,
	files,
	`${signposted}?by=locality`,
	`${signposted}?order=share`,
	`${files}/questions/C4`,
	`${files}/questions/C3?answer=advocate&by=locality&in=Hamilton`,
	`${files}/questions/D1`,
	`${files}/records/SL-A-0417`,
	survey,
	`${survey}/questions/N1`,
	`${review}/evidence/carers-met`,
	`${review}/judgements`,
	`${review}/judgements/T2`,
	`${review}/report`
];

let cairn: ServedCairn;
let browser: Browser;
beforeAll(async () => {
	[cairn, browser] = await Promise.all([serveCairn(), launchBrowser()]);
});
afterAll(async () => {
	await browser?.close();
	await cairn?.stop();
});

const at = (path: string) => new URL(path, cairn.address).href;
const htmlOf = async (path: string) => (await fetch(at(path))).text();

describe('from the home page to the report', () => {
	test('it takes at most twelve clicks to look through the example and download its report', async () => {
		await asPerson(browser, cairn.address, async ({ page, clicks, follow, download }) => {
			await page.goto('/');
			await follow('Explore the example');
			await follow('Getting support at the right time');
			await follow('23 of 60');
			await follow(/^SL-A-/);
			await follow('Report', 'header');
			const { name, bytes } = await download('Download the report (PDF)');
			expect(name).toBe('south-lanarkshire-2018-report.pdf');
			expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
			expect(bytes.length).toBeGreaterThan(100_000);
			expect(clicks()).toBeLessThanOrEqual(12);
		});
	});

	test('a page asked for while the report is drawn comes before the report', async () => {
		const report = fetch(at(`${review}/report.pdf`)).then(async (answer) => {
			await answer.arrayBuffer();
			return 'report';
		});
		const page = fetch(at(review)).then(async (answer) => {
			await answer.text();
			return 'page';
		});
		expect(await Promise.race([report, page])).toBe('page');
		expect(await report).toBe('report');
	});
});

describe('a number', () => {
	test('leads in two clicks to the very records that it counts', async () => {
		await asPerson(browser, cairn.address, async ({ page, clicks, follow }) => {
			await page.goto(files);
			await follow('54 of 60');
			await follow('54 of 60');
			expect(await page.getByRole('heading', { name: '54 files: yes' }).isVisible()).toBe(true);
			expect(await page.getByRole('link', { name: /^SL-A-/ }).count()).toBe(54);
			expect(clicks()).toBe(2);
			await follow(/^SL-A-/);
			const answer = page
				.locator('dl.answers div')
				.filter({ has: page.getByRole('link', { name: 'Question C4' }) });
			expect(await answer.locator('dd').innerText()).toContain('Yes');
		});
	});

	test('of a stratum leads to its records too', async () => {
		await asPerson(browser, cairn.address, async ({ page, follow }) => {
			await page.goto(`${files}/questions/C4`);
			const clydesdale = page.locator('.strata li', { hasText: 'Clydesdale' });
			const counted = Number((await clydesdale.getByRole('link').innerText()).split(' of ')[0]);
			await clydesdale.getByRole('link').click();
			await page.getByRole('heading', { name: `${counted} files in Clydesdale: yes` }).waitFor();
			expect(await page.getByRole('link', { name: /^SL-A-/ }).count()).toBe(counted);
			await follow('Show all of them');
			expect(await page.getByRole('heading', { name: '54 files: yes' }).isVisible()).toBe(true);
		});
	});

	test('is the same in the results, on its own page, in the report and in the table to download', async () => {
		const texts = await Promise.all(
			[files, `${files}/questions/C4`, `${review}/judgements/T4`, `${review}/report`].map(htmlOf)
		);
		for (const text of texts) expect(text).toContain('54 of 60');
		const csv = await (await fetch(at(`${files}/results.csv`))).text();
		const line = csv.split('\r\n').find((each) => each.startsWith('C4,'));
		expect(line).toContain(',all,54,60,0.9,almost all,0.805,');
	});
});

describe('with the keyboard alone', () => {
	test('one gets from the overview to the answers to a question', async () => {
		await asPerson(browser, cairn.address, async ({ page }) => {
			await arrive(page, review);
			await tabTo(page, 'Files of assessed people');
			await Promise.all([page.waitForURL(`**${files}`), page.keyboard.press('Enter')]);
			await page.getByRole('heading', { name: 'Choice', exact: true }).waitFor();
			await tabTo(page, 'Table and records');
			await page.keyboard.press('Enter');
			expect(await page.getByRole('table').first().isVisible()).toBe(true);
			await tabTo(page, '43');
			await Promise.all([
				page.waitForURL('**/questions/C1?answer=yes#records'),
				page.keyboard.press('Enter')
			]);
			expect(await page.getByRole('heading', { name: '43 files: yes' }).isVisible()).toBe(true);
		});
	});
});

describe('without JavaScript', () => {
	test('results can be ordered, split, and downloaded, and charts are tables', async () => {
		await asPerson(
			browser,
			cairn.address,
			async ({ page, follow, download }) => {
				await page.goto(survey);
				expect(await page.getByRole('table', { name: /^Almost all staff who answered/ }).isVisible()).toBe(
					true
				);
				await follow('by share');
				expect(await page.locator('article h3').first().innerText()).toMatch(/^Almost all staff/);
				await follow('by role');
				expect(await page.getByText('By role').first().isVisible()).toBe(true);
				const { name, bytes } = await download('Download the table (CSV)');
				expect(name).toMatch(/^south-lanarkshire-2018-staff-survey-results-worked-example.*\.csv$/);
				expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
				expect(bytes.toString()).toContain('frontline worker');
			},
			{ javaScriptEnabled: false }
		);
	});

	test('the report can be read, and its numbers followed', async () => {
		await asPerson(
			browser,
			cairn.address,
			async ({ page, follow }) => {
				await page.goto(`${review}/report`);
				await follow('3. Getting support at the right time');
				await follow('66 of 136');
				expect(new URL(page.url()).pathname).toBe(`${survey}/questions/K2`);
			},
			{ javaScriptEnabled: false }
		);
	});
});

describe('every page of a review', () => {
	let page: Page;
	beforeAll(async () => {
		page = await openWindow(browser, cairn.address);
	});
	afterAll(() => page?.context().close());

	test.each(pages)('has no accessibility faults on %s, and fits wide and narrow windows', async (path) => {
		expect(await pageFaults(page, path)).toEqual([]);
	});

	test('has a title of its own, one first heading, and no step left out between headings', async () => {
		const titles = new Set<string>();
		for (const path of pages) {
			const { title, levels } = titleAndHeadings(await htmlOf(path));
			titles.add(title);
			expect(title).toMatch(/ · Cairn$/);
			expect(
				levels.filter((level) => level === 1),
				path
			).toHaveLength(1);
			const leaps = levels.filter((level, index) => level - (levels[index - 1] ?? level) > 1);
			expect(leaps, path).toEqual([]);
		}
		// The results of one source are one page in two views.
		expect(titles.size).toBe(pages.length - 1);
	});

	test('says under which standing the review is kept, in a wide window and a narrow one', async () => {
		for (const path of pages.filter((each) => each !== '/reviews'))
			expect(await htmlOf(path), path).toMatch(/class="place__standing[^>]*>Worked example/);
		for (const width of [1280, 320]) {
			await page.setViewportSize({ width, height: 900 });
			await page.goto(review);
			expect(await page.locator('header').getByText('Worked example').isVisible()).toBe(true);
		}
	});

	test('is there at once when a link within it is followed', async () => {
		await page.goto(review);
		expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
	});
});
