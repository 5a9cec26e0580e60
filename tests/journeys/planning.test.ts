/** A lead plans a review, from its start to its issue, and each of the people in it sees what is theirs and no more. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { findActor } from '#lib/server/queries/actors.ts';
import { duties } from '#lib/server/db/schema/memberships.ts';
import { launchBrowser } from '../support/browser.ts';
import { accessibilityFaults, pageFaults, widerThanWindow } from '../support/page-checks.ts';
import { arrive, writeIn } from '../support/person.ts';
import { givenReference, review, staffComment, type PersonName } from '../support/review-world.ts';
import { walkToChecking } from '../support/walked-stages.ts';
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

/** What stands in a field: of the editor, or of the text area that it stands in for. */
const shownIn = (field: Locator) =>
	field.evaluate((at) => (at instanceof HTMLTextAreaElement ? at.value : (at as HTMLElement).innerText));

/** What somebody gets at an address. */
async function got(name: PersonName, path: string): Promise<{ status: number; text: string }> {
	const answer = await fetch(new URL(path, room.address), {
		headers: { cookie: room.cookie(name) },
		redirect: 'manual'
	});
	return { status: answer.status, text: await answer.text() };
}
const statusOf = async (name: PersonName, path: string) => (await got(name, path)).status;

describe('starting a review', () => {
	test('takes a title, a period and a partnership, and leads to its plan; what was wrong keeps what was written', async () => {
		await room.as('ailsa', async (page) => {
			await page.goto('/reviews');
			await page.getByRole('link', { name: 'Start a review' }).click();
			const anew = page.getByRole('region', { name: 'A new one' });
			await anew.getByLabel('Title').fill('Support in Moray');
			await anew.getByLabel('First day of the period').fill('2026-04-01');
			await anew.getByLabel('Last day of the period').fill('2026-03-01');
			await button(page, 'Start the review').click();
			await says(page, 'The last day is before the first.');
			expect(await anew.getByLabel('Title').inputValue()).toBe('Support in Moray');
			expect([await widerThanWindow(page), ...(await accessibilityFaults(page))]).toEqual([0]);
			await anew.getByLabel('Last day of the period').fill('2026-09-30');
			await anew.getByLabel('Which partnership is looked at').selectOption({ label: 'Moray' });
			await button(page, 'Start the review').click();
			await page.getByRole('heading', { level: 1, name: 'Plan' }).waitFor();
			expect(await page.getByRole('rowheader').allInnerTexts()).toEqual(['Ailsa']);
			await page.goto('/reviews');
			await page.getByRole('link', { name: 'Support in Moray' }).waitFor();
		});
	});

	test('from the worked example gives a copy that can be changed', async () => {
		await room.as('effie', async (page) => {
			await page.goto('/reviews/new');
			await button(page, 'Copy the worked example').click();
			await page.getByRole('heading', { level: 1, name: 'Plan' }).waitFor();
			const copy = new URL(page.url()).pathname.replace('/plan', '');
			await arrive(page, `${copy}/judgements/T1/summary`);
			await writeIn(page.getByRole('textbox', { name: /^Summary/ }), 'Tried out.');
			await button(page, 'Save').click();
			await says(page, /^Saved \d\d:\d\d$/);
			expect((await got('effie', '/reviews/south-lanarkshire-2018/judgements/T1')).text).not.toContain(
				'Tried out.'
			);
			expect(await statusOf('ailsa', copy)).toBe(404);
		});
	});

	test('is not offered to who may not', async () => {
		expect(await statusOf('magnus', '/reviews/new')).toBe(404);
		expect((await got('magnus', '/reviews')).text).not.toContain('/reviews/new');
	});
});

describe('the team and its records', () => {
	test('a member of the organisation is added and takes part at once; somebody from elsewhere is asked', async () => {
		await room.as('ailsa', async (page) => {
			await page.goto(`${home}/plan`);
			await page.getByLabel('From the organisation').selectOption({ label: 'Iain' });
			await page.getByRole('radio', { name: 'Observer' }).check();
			await button(page, 'Add to the team').click();
			await page.getByRole('row', { name: /Iain Observer Confirmed/ }).waitFor();
			expect(await statusOf('iain', home)).toBe(200);

			await page.getByLabel('Or from another organisation').fill('struan@south.example');
			await page.getByRole('radio', { name: 'Judge' }).check();
			await button(page, 'Add to the team').click();
			await page.getByRole('row', { name: /struan@south\.example Judge Asked/ }).waitFor();
			expect(await statusOf('struan', home)).toBe(404);

			await page.getByLabel('Or from another organisation').fill('nobody@south.example');
			await page.getByRole('radio', { name: 'Judge' }).check();
			await button(page, 'Add to the team').click();
			await says(page, /^Nobody here has this address/);
			await button(page, /^Take off Iain/).click();
			await page.getByRole('row', { name: /Iain/ }).waitFor({ state: 'detached' });
			expect(await statusOf('iain', home)).toBe(404);
		});
	});

	test('a file reader sees the records that they were given, and nothing else of the review', async () => {
		await room.as('ailsa', async (page) => {
			await page.goto(`${home}/plan`);
			await page.getByLabel('From record number').fill('2');
			await page.getByLabel('To record number').fill('3');
			await button(page, 'Give the records').click();
			await says(page, /3 records,\s+1 to 3 of/);
		});
		await room.as('rona', async (page) => {
			await page.goto('/reviews');
			await page.getByRole('link', { name: 'Case files: 3 records' }).click();
			await page.getByRole('link', { name: 'I-2', exact: true }).click();
			await page.getByRole('heading', { level: 1, name: 'I-2' }).waitFor();
			const led = await page
				.locator('main a, nav[aria-label="This review"] a')
				.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
			const read = `${home}/evidence/files/read`;
			const others = [givenReference, 'I-3'].map((reference) => `${read}/${encodeURIComponent(reference)}`);
			expect(new Set(led.filter((address) => !address?.startsWith('#')))).toEqual(new Set([read, ...others]));
			expect(await pageFaults(page, page.url())).toEqual([]);
		});
		const record = (reference: string) => `${home}/evidence/files/records/${encodeURIComponent(reference)}`;
		expect(await statusOf('rona', record(givenReference))).toBe(200);
		for (const path of [home, `${home}/plan`, `${home}/evidence/files`, `${home}/report.pdf`, record('I-4')])
			expect(await statusOf('rona', path), path).toBe(404);
		expect((await got('rona', '/reviews')).text).not.toContain(`href="${home}"`);
	});
});

describe('what staff wrote', () => {
	test.each([
		['magnus', true],
		['ailsa', false],
		['callum', false]
	] as const)('is on the pages of %s: %s', async (name, shown) => {
		const pages = await Promise.all([
			got(name, `${home}/evidence/staff`),
			got(name, `${home}/evidence/staff/questions/S2`),
			got(name, `${home}/evidence/staff/results.csv`),
			got(name, `${home}/report`)
		]);
		expect(pages.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
		expect(pages.map(({ text }) => text.includes(staffComment))).toEqual([shown, shown, false, false]);
	});
});

describe('the partnership under review', () => {
	const pages = ['', '/evidence', '/evidence/files', '/judgements', '/judgements/T2', '/report'];
	const never = [
		'/plan',
		'/history',
		'/evidence/files/records/I-2',
		'/evidence/files/read',
		'/findings/advocacy'
	];

	test('sees nothing until the draft is shared, then reads it, and nothing again when that is ended', async () => {
		const statuses = () => Promise.all(pages.map((page) => statusOf('effie', home + page)));
		expect(new Set(await statuses())).toEqual(new Set([404]));
		await room.as('ailsa', async (page) => {
			await page.goto(`${home}/plan`);
			await button(page, 'Share the draft with The isle').click();
			await says(page, /^The draft has been shared with The isle since/);
			expect(new Set(await statuses())).toEqual(new Set([200]));
			for (const path of never) expect(await statusOf('effie', home + path), path).toBe(404);
			const question = await got('effie', `${home}/evidence/files/questions/A1`);
			expect(question.text).toContain('The single records are shown only to those who work with them.');
			expect(question.text).not.toContain('/records/');
			expect((await got('effie', `${home}/judgements/T2`)).text).not.toContain('/findings/');
			await button(page, 'Stop sharing the draft').click();
			await says(page, /^The draft is not shared/);
		});
		expect(new Set(await statuses())).toEqual(new Set([404]));
	});
});

describe('withdrawing and issuing', () => {
	test('somebody who is taken off the team while they write keeps their text on the page', async () => {
		await room.as('magnus', async (page) => {
			await page.goto(`${home}/judgements/T4/summary`);
			const field = page.getByRole('textbox', { name: /^Summary/ });
			await field.waitFor();
			const stand = (standing: 'revoked' | 'confirmed') =>
				room.look((db) => db.update(duties).set({ standing }).where(eq(duties.personId, 'magnus')).run());
			stand('revoked');
			await writeIn(field, 'Written too late.');
			await says(page, /^What you were writing is not open to you any more/);
			expect(await shownIn(field)).toBe('Written too late.');
			stand('confirmed');
		});
	});

	test('a withdrawn review is seen by its lead alone, who brings it back', async () => {
		await room.as('ailsa', async (page) => {
			await page.goto(`${home}/plan`);
			await page.getByLabel('Why it is withdrawn').fill('It was begun by mistake.');
			await button(page, 'Withdraw the review').click();
			await says(page, 'Withdrawn');
			expect([await statusOf('magnus', home), await statusOf('ailsa', home)]).toEqual([404, 200]);
			await button(page, 'Bring it back').click();
			await button(page, 'Withdraw the review').waitFor();
			expect(await statusOf('magnus', home)).toBe(200);
		});
	});

	test('an issued review is read only and says so; who was still writing keeps their text', async () => {
		const summary = `${home}/judgements/T3/summary`;
		await room.as('magnus', async (his) => {
			await his.goto(summary);
			const field = his.getByRole('textbox', { name: /^Summary/ });
			await field.waitFor();
			await room.as('ailsa', async (page) => {
				room.look((db) =>
					walkToChecking(db, { actor: findActor(db, 'ailsa')!, at: new Date().toISOString() }, review)
				);
				await page.goto(`${home}/plan`);
				await button(page, 'Issue the review').click();
				await says(page, 'Confirm that the review is to be issued.');
				await page.getByLabel('I have read the report, and it is to be issued').check();
				await button(page, 'Issue the review').click();
				await says(page, /^Issued at/);
				await says(page, /does not change any more/);
				expect(await page.getByRole('textbox').count()).toBe(1);
				expect(await button(page, /^(Save|Add|Give|Take|Share|Issue|Move)/).count()).toBe(0);
				expect(await pageFaults(page, `${home}/plan`)).toEqual([]);
			});
			await writeIn(field, 'Too late.');
			await says(
				his,
				/^This review was issued at .* does not change any more\. What you wrote is still here/
			);
			expect(await shownIn(field)).toBe('Too late.');
			expect(await button(his, /^Save/).count()).toBe(0);
		});
		await room.as('magnus', async (page) => {
			await page.goto(summary);
			await says(page, /^This review was issued at/);
			expect(await page.getByRole('textbox').count()).toBe(0);
			await page.goto(`${home}/judgements/T2`);
			expect(
				await page
					.locator('main')
					.getByRole('link', { name: /^(Write|Change)/ })
					.count()
			).toBe(0);
		});
		expect(await statusOf('effie', `${home}/report`)).toBe(200);
	});
});
