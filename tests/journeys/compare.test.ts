/**
 * Beside our peers, in the browser: where we stand on a standard, what others did about it and whom one may ask; with
 * scripts, without them and with the keyboard alone; and the same by a key in a spreadsheet.
 */
import Papa from 'papaparse';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { formatCount } from '#lib/measures/figures.ts';
import { openDatabase, type Database } from '#lib/server/db/open.ts';
import { feedKeys } from '#lib/server/db/schema/comparing.ts';
import { memberships } from '#lib/server/db/schema/memberships.ts';
import { launchBrowser } from '../support/browser.ts';
import { password, serveCompared, type ComparedWorld } from '../support/compared-world.ts';
import { times } from '../support/long.ts';
import { pageFaults } from '../support/page-checks.ts';
import { sessionCookie } from '../support/people.ts';
import { asPerson, tabTo, visitAs } from '../support/person.ts';

let browser: Browser;
let world: ComparedWorld;
beforeAll(async () => {
	[browser, world] = await Promise.all([launchBrowser(), serveCompared()]);
});
afterAll(async () => {
	await browser?.close();
	await world?.stop();
});

type Name = keyof ComparedWorld['people'];

const as = (name: Name, visit: (page: Page) => Promise<void>, javaScriptEnabled = true) =>
	visitAs(browser, world, world.people[name], visit, { javaScriptEnabled });

function within<Found>(work: (db: Database) => Found): Found {
	const db = openDatabase(world.folder);
	try {
		return work(db);
	} finally {
		db.$client.close();
	}
}

const got = (path: string, headers: Record<string, string> = {}) =>
	fetch(new URL(path, world.address), { headers, redirect: 'manual' });
const cookieOf = (name: Name) => ({ cookie: sessionCookie(world.folder, world.people[name], world.address) });
const rowsIn = (csv: string) =>
	Papa.parse<Record<string, string>>(csv.replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true }).data;
const mainText = async (page: Page) => (await page.locator('main').innerText()).replace(/\s+/g, ' ');
const strong = () => world.members[8]!.name;
const question = '/compare/questions/case-file-assessed/K1';

describe('a member of the Community of Practice', () => {
	test('comes from signing in to where they stand on standard 8, what others did and whom to ask, by clicks alone', async () => {
		await asPerson(browser, world.address, async ({ page, follow, clicks }) => {
			await page.goto('/');
			await follow('Sign in', 'header');
			await page.getByRole('textbox', { name: 'E-mail address' }).fill('mairi@example.org');
			await page.getByRole('textbox', { name: 'Password' }).fill(password);
			await page.getByRole('button', { name: 'Sign in', exact: true }).click();
			await page.waitForURL((url) => url.pathname === '/');
			await follow('Compare', 'header');
			await follow(/^8\. Worker Autonomy/);
			expect(await mainText(page)).toMatch(/components are at initial or full implementation, 1 of 3/);
			const asking = page.getByRole('region', { name: 'Questions to ask' });
			await asking.getByText(/^Positive risk discussed: less often/).waitFor();
			const [ask] = await asking.getByRole('link', { name: `Ask ${strong()}` }).all();
			await asking.getByRole('link', { name: 'Talking over risk in pairs' }).first().click();
			await page.getByRole('heading', { level: 1, name: 'Talking over risk in pairs' }).waitFor();
			await page.goBack();
			await ask!.click();
			await page.waitForURL(/\/practice\/messages\/new\?about=[^&]+&to=strong$/);
			await page.getByRole('heading', { level: 1 }).waitFor();
			expect(clicks()).toBeLessThan(6);
		});
	});

	test('reads the same numbers in chart, sentence, table and file', async () => {
		await as('mairi', async (page) => {
			await page.goto(question);
			const label = await page.locator('.qs').first().getAttribute('aria-label');
			expect(label).toContain('10 of 45, 22.2%: less than half');
			await page.getByText('The same as a table').first().click();
			const table = await page.locator('table').first().innerText();
			expect(table).toContain('10 of 45, 22.2%');
			const file = await got(`${question}/figures.csv`, cookieOf('mairi'));
			const rows = rowsIn(await file.text());
			const others = rows.find(({ group, part }) => group === 'scotland' && part === 'others')!;
			// The page says of a group no more than its rounded counts can tell; the file has what the release has.
			const [positive, base] = [others.positive!, others.base!].map((count) =>
				formatCount(5 * Math.round(Number(count) / 5))
			);
			expect(table).toContain(`about ${positive} of ${base}`);
			expect(await page.locator('.qs').last().getAttribute('aria-label')).toContain(`${positive} of ${base}`);
			const funnel = await page.getByRole('img', { name: /^Funnel plot/ }).getAttribute('aria-label');
			expect(funnel).toMatch(/10 of 45, 22\.2%, is below the 99\.9% limits/);
			expect(await page.locator('table').nth(1).textContent()).toMatch(/22\.2%\s*below the 99\.9% limits/);
		});
	});

	test('goes back to an earlier release, and sees both beside each other', async () => {
		await as('mairi', async (page) => {
			await page.goto(question);
			await page
				.getByRole('navigation', { name: 'Releases' })
				.getByRole('link', { name: 'Release of 2025' })
				.click();
			await page.waitForURL(/release=1$/);
			expect(await mainText(page)).toContain('9 of 45');
			await page.goto(question);
			const slopes = page.getByRole('img', { name: /over 2 periods/ });
			expect(await slopes.getAttribute('aria-label')).toMatch(/9 of 45, 20%; 10 of 45, 22\.2%/);
			expect((await got(`${question}?release=7`, cookieOf('mairi'))).status).toBe(404);
			expect((await got(`${question}?release=x`, cookieOf('mairi'))).status).toBe(404);
		});
	});

	test('finds the way without JavaScript, and with the keyboard alone', async () => {
		await as(
			'mairi',
			async (page) => {
				await page.goto('/compare');
				await page
					.getByRole('link', { name: /^8\. Worker Autonomy/ })
					.first()
					.click();
				await page.getByText('The same as a table').first().click();
				expect(await mainText(page)).toMatch(/Components at each stage/);
				await page
					.getByRole('link', { name: `Ask ${strong()}` })
					.first()
					.waitFor();
			},
			false
		);
		await as('mairi', async (page) => {
			await page.goto('/compare');
			await tabTo(page, '8. Worker Autonomy');
			await page.keyboard.press('Enter');
			await page.waitForURL(/\/compare\/standards\/8$/);
			await tabTo(page, 'Question K1');
			await page.keyboard.press('Enter');
			await page.getByRole('heading', { level: 1, name: 'Positive risk discussed, beside others' }).waitFor();
		});
	});
});

describe('others', () => {
	test('of a national body see the four families and Scotland, and nobody’s own value', async () => {
		await as('nell', async (page) => {
			await page.goto(question);
			const text = await mainText(page);
			for (const name of ['Family 1', 'Family 4', 'Scotland']) expect(text).toContain(name);
			expect(text).not.toMatch(/\b10 of 45\b/);
		});
		const rows = rowsIn(await (await got('/compare/figures.csv', cookieOf('nell'))).text());
		expect(rows.some(({ group }) => group === 'own')).toBe(false);
		expect(rows.some(({ part }) => part === 'others')).toBe(false);
	});

	test('of a partnership that shares nothing see the groups, and how to share', async () => {
		await as('ewan', async (page) => {
			await page.goto('/compare/standards/8');
			expect(await mainText(page)).toMatch(/shares nothing in this release, so you see the groups alone/);
			expect(await page.getByRole('link', { name: 'what we share', exact: true }).getAttribute('href')).toBe(
				'/compare/shared'
			);
		});
	});
});

const faultless = async (path: string) =>
	as('mairi', async (page) => expect(await pageFaults(page, path)).toEqual([]));

/** Those that one meets first stand first: all of them are looked at in the long run. */
const pages = [
	'/compare',
	'/compare/standards/8',
	question,
	'/compare/components/8.1',
	'/compare/themes/T4',
	'/compare/changes',
	'/compare/changes/W2',
	'/compare/questions/staff-survey/S2',
	'/compare/questions',
	'/compare/themes',
	'/help/feed',
	'/account/keys'
];

describe('the pages that compare', () => {
	test.each(pages.slice(0, times(3, pages.length)))(
		'%s has no faults of accessibility, wide and narrow',
		faultless
	);
});

describe('the feed', () => {
	const feed = '/feed/comparison.csv';
	const by = (key: string) => ({ authorization: `Bearer ${key}` });
	let key: string;

	test('opens to a key that is shown once, and holds what the pages show', async () => {
		await as('mairi', async (page) => {
			await page.goto('/account');
			await page.getByRole('link', { name: 'Make or revoke a key' }).click();
			await page.getByRole('textbox', { name: 'What it is for' }).fill('Our report');
			await page.getByRole('button', { name: 'Make a key', exact: true }).click();
			key = await page.getByRole('textbox', { name: /shown only once/ }).inputValue();
			await page.goto('/account/keys');
			expect(await page.content()).not.toContain(key);
		});
		const answer = await got(`${feed}?release=2`, by(key));
		expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
		expect(await answer.text()).toBe(await (await got('/compare/figures.csv', cookieOf('mairi'))).text());
		const basic = Buffer.from(`anybody:${key}`).toString('base64');
		const json = (await (await got('/feed/comparison.json', { authorization: `Basic ${basic}` })).json()) as {
			rows: { release: number }[];
		};
		expect(new Set(json.rows.map(({ release }) => release))).toEqual(new Set([1, 2]));
		expect(
			within((db) =>
				db
					.select()
					.from(feedKeys)
					.all()
					.map(({ digest }) => digest)
			)
		).not.toContain(key);
	});

	test('and nothing else opens to a key, nor does a key in an address open anything', async () => {
		for (const path of ['/compare', '/account/keys', '/reviews', '/practice'])
			expect([path, (await got(path, by(key))).status]).toEqual([path, 303]);
		expect((await got(`${feed}?key=${key}`)).status).toBe(401);
	});

	test('answers a wrong key, a revoked one and one of somebody who left in the same way', async () => {
		const refusedAs = async (given: string) => {
			const answer = await got(feed, by(given));
			return [answer.status, answer.headers.get('www-authenticate'), await answer.text()];
		};
		const wrong = await refusedAs(`cairn_${'A'.repeat(43)}`);
		expect(wrong).toEqual([
			401,
			expect.stringContaining('Basic realm='),
			expect.stringContaining('opens nothing')
		]);
		const stand = (standing: 'confirmed' | 'revoked') =>
			within((db) =>
				db.update(memberships).set({ standing }).where(eq(memberships.personId, world.people.mairi)).run()
			);
		stand('revoked');
		expect(await refusedAs(key)).toEqual(wrong);
		stand('confirmed');
		expect((await got(feed, by(key))).status).toBe(200);
		await as('mairi', async (page) => {
			await page.goto('/account/keys');
			await page.getByRole('button', { name: 'Revoke: Our report' }).click();
			await page.getByText(/^The key is revoked/).waitFor();
		});
		expect(await refusedAs(key)).toEqual(wrong);
	});

	test('is slowed for an address that tries many wrong keys', async () => {
		const statuses = [];
		for (let turn = 0; turn < 32; turn += 1) statuses.push((await got(feed, by('wrong'))).status);
		expect(statuses[0]).toBe(401);
		expect(statuses.at(-1)).toBe(429);
	});

	test('is described for machines, and asks a program for a key and a person to sign in', async () => {
		const description = (await (await got('/feed/openapi.json')).json()) as { openapi: string };
		expect(description.openapi).toBe('3.1.0');
		expect((await got(feed)).status).toBe(401);
		const shown = await got(feed, { accept: 'text/html' });
		expect([shown.status, shown.headers.get('location')]).toEqual([
			303,
			'/sign-in?to=%2Ffeed%2Fcomparison.csv'
		]);
	});
});
