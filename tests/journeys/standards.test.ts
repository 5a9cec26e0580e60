/** Someone who has never seen Cairn reads what it is, what good looks like, and how its numbers are made. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { pageFaults, titleAndHeadings } from '../support/page-checks.ts';
import { serveCairn, type ServedCairn } from '../support/served.ts';
import { arrive } from '../support/person.ts';

const publicPages = [
	'/',
	'/standards',
	'/standards/8',
	'/standards/12',
	'/change-map',
	'/change-map/W4',
	'/self-checks',
	'/self-checks/C-procurement',
	'/method',
	'/help'
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

async function inWindow(
	settings: { width?: number; javaScriptEnabled?: boolean },
	visit: (page: Page, context: BrowserContext) => Promise<void>
) {
	const { width = 1280, javaScriptEnabled = true } = settings;
	const context = await browser.newContext({
		baseURL: cairn.address,
		viewport: { width, height: 900 },
		javaScriptEnabled
	});
	try {
		await visit(await context.newPage(), context);
	} finally {
		await context.close();
	}
}

describe('the public pages', () => {
	it('have no accessibility faults and fit wide and narrow windows', async () => {
		await inWindow({}, async (page) => {
			for (const path of publicPages) expect(await pageFaults(page, path), path).toEqual([]);
		});
	});

	it('set no cookie and ask nothing of any other server', async () => {
		await inWindow({}, async (page, context) => {
			const asked: string[] = [];
			page.on('request', (request) => asked.push(new URL(request.url()).origin));
			for (const path of publicPages) await page.goto(path, { waitUntil: 'networkidle' });
			expect([...new Set(asked)]).toEqual([cairn.address]);
			expect(await context.cookies()).toEqual([]);
		});
	});

	it('name themselves in the title of the window', async () => {
		const titles = new Set<string>();
		for (const path of publicPages) {
			const { title } = titleAndHeadings(await (await fetch(new URL(path, cairn.address))).text());
			titles.add(title);
			expect(title).toMatch(/ · Cairn$/);
		}
		expect(titles.size).toBe(publicPages.length);
	});
});

describe('the home page', () => {
	it('follows a number of the example from a record to an evaluation, and leads to the review', async () => {
		await inWindow({ javaScriptEnabled: false }, async (page) => {
			await page.goto('/');
			const way = await page.getByRole('region').or(page.locator('section')).first().innerText();
			for (const words of ['54 of 60, 90%', 'Almost all, borderline with most', 'Adequate (3)'])
				expect(way).toContain(words);
			const strip = page.getByRole('img', {
				name: /^54 of 60, 90%: almost all\. 95% interval 80\.5 to 95\.8%/
			});
			expect(await strip.count()).toBe(1);
			const steps = await page
				.locator('.way a')
				.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
			const files = '/reviews/south-lanarkshire-2018/evidence/assessed-files';
			expect(steps).toEqual(
				expect.arrayContaining([
					expect.stringContaining(`${files}/records/`),
					`${files}/questions/C4`,
					'/reviews/south-lanarkshire-2018/judgements/T4'
				])
			);
			await page.getByRole('link', { name: 'Explore the example' }).click();
			expect(new URL(page.url()).pathname).toBe('/reviews/south-lanarkshire-2018');
		});
	});

	it('says that the rows of the example are nobody’s answers', async () => {
		await inWindow({ javaScriptEnabled: false }, async (page) => {
			await page.goto('/');
			expect(await page.getByRole('contentinfo').innerText()).toContain('not anybody’s answers');
			expect(await page.locator('.exhibit').innerText()).toMatch(/South Lanarkshire\. Worked example/);
		});
	});
});

describe('reading the standards', () => {
	it('leads from the list to a component, on to a change, and back to the component', async () => {
		await inWindow({ javaScriptEnabled: false }, async (page) => {
			await page.goto('/standards');
			expect(await page.locator('main h2 a').count()).toBe(12);
			await page.getByRole('link', { name: 'Worker Autonomy' }).click();
			expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Worker Autonomy');

			const component = page.locator('[id="8.3"]');
			await component.locator('summary').click();
			await component.getByRole('link', { name: /encouraged and enabled/ }).click();
			expect(new URL(page.url()).pathname).toBe('/change-map/W4');

			await page.getByRole('link', { name: '8.3', exact: true }).click();
			expect(page.url()).toMatch(/\/standards\/8#8\.3$/);
		});
	});

	it('leads from a question that bears on a change to its answers in a review', async () => {
		await inWindow({ javaScriptEnabled: false }, async (page) => {
			await page.goto('/change-map/P4');
			await page.getByRole('link', { name: 'Answers to C9: South Lanarkshire, 2018' }).click();
			expect(new URL(page.url()).pathname).toMatch(/\/assessed-files\/questions\/C9$/);
			expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
		});
	});

	it('tells published links from proposed ones, and gives the reason of each proposal', async () => {
		await inWindow({ javaScriptEnabled: false }, async (page) => {
			await page.goto('/standards/8');
			const beside = page.getByRole('complementary');
			expect(await beside.getByText('Published', { exact: true }).count()).toBe(3);
			// The themes, and the checklists of older documents.
			expect(await beside.getByText('Proposed by Cairn', { exact: true }).count()).toBe(2);
			expect(await beside.innerText()).toMatch(/Impact on staff\s+Why: /);
		});
	});

	it('shows standard 12 as in development, with the four parts of its component', async () => {
		await inWindow({ javaScriptEnabled: false }, async (page) => {
			await page.goto('/standards/12');
			expect(await page.locator('main').innerText()).toContain('In development in this edition');
			expect(
				await page
					.locator('[id="12.1"] li')
					.filter({ hasNot: page.locator('a') })
					.count()
			).toBeGreaterThanOrEqual(4);
		});
	});

	it('says which standards there are when one is asked for that does not exist', async () => {
		await inWindow({ javaScriptEnabled: false }, async (page) => {
			const response = await page.goto('/standards/13');
			expect(response?.status()).toBe(404);
			expect(await page.locator('main').innerText()).toContain('They are numbered from 1 to 12');
		});
	});
});

describe('moving with the keyboard alone', () => {
	it('begins with a link that skips to the content', async () => {
		await inWindow({}, async (page) => {
			await arrive(page, '/method');
			await page.keyboard.press('Tab');
			expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to main content');
			await page.keyboard.press('Enter');
			expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
		});
	});

	it('always shows where the focus is', async () => {
		await inWindow({}, async (page) => {
			await arrive(page, '/standards/8');
			for (let stop = 0; stop < 20; stop += 1) {
				await page.keyboard.press('Tab');
				const outline = await page.evaluate(() => {
					const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
					return { outlineStyle, width: Number.parseFloat(outlineWidth) };
				});
				expect(outline.outlineStyle).toBe('solid');
				expect(outline.width).toBeGreaterThanOrEqual(2);
			}
		});
	});
});
