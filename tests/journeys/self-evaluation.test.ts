/** A partnership judges itself: all 103 components by keyboard, question by question, without scripts, and on the map. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { elementsOfKind } from '#lib/frameworks/lookup.ts';
import { rateComponent } from '#lib/server/commands/rate-component.ts';
import { openCairn } from '#lib/server/open-cairn.ts';
import { findReadiness, findStandards, listReadiness } from '#lib/server/queries/readiness.ts';
import { launchBrowser } from '../support/browser.ts';
import { pageFaults } from '../support/page-checks.ts';
import type { PersonName } from '../support/review-world.ts';
import { openRoom, type Reviewing } from '../support/reviewing.ts';
import { serveCairn } from '../support/served.ts';
import {
	selfEvaluation,
	selfEvaluationBundle,
	selfEvaluationWorld
} from '../support/self-evaluation-world.ts';
import { arrive } from '../support/person.ts';

const other = 'isle-self-2027';
const una = 'una' as PersonName;
const table = (review: string) => `/reviews/${review}/judgements`;

let browser: Browser;
let room: Reviewing;
beforeAll(async () => {
	browser = await launchBrowser();
	const folder = mkdtempSync(join(tmpdir(), 'cairn-reviewing-'));
	const db = openCairn(folder, new Date().toISOString());
	selfEvaluationWorld(db, selfEvaluationBundle(), selfEvaluationBundle({ id: other }));
	db.$client.close();
	room = openRoom(browser, folder, await serveCairn({ CAIRN_DATA: folder }));
});
afterAll(async () => {
	await room?.stop();
	await browser?.close();
});

const kept = (review: string, code: string) => room.look((db) => findReadiness(db, review, code));
const says = (page: Page, words: string | RegExp) =>
	page.getByText(words).filter({ visible: true }).first().waitFor();
const focused = (page: Page) =>
	page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.component ?? null);
/** Waits until those who listen are told so. */
const told = (page: Page, words: string) =>
	page.getByRole('status').getByText(words, { exact: true }).waitFor({ state: 'attached' });
/** Into the table by the tab key: all of it is one stop. */
async function enterTable(page: Page, review: string): Promise<void> {
	await arrive(page, table(review));
	await page.getByRole('grid').waitFor();
	while ((await focused(page)) === null) await page.keyboard.press('Tab');
}

describe('the table of a self-evaluation', () => {
	test('takes a stage for every component by keyboard alone, and notes on the one in development', async () => {
		const components = room.look((db) =>
			elementsOfKind(findStandards(db, other)!, 'core-component').map(({ code, status }) => ({
				code,
				status
			}))
		);
		expect(components).toHaveLength(103);
		await room.as(una, async (page) => {
			await enterTable(page, other);
			for (const [at, { code, status }] of components.entries()) {
				expect(await focused(page)).toBe(code);
				if (status !== 'in-development') await page.keyboard.press(String(at % 5));
				await page.keyboard.press('ArrowRight');
			}
			await says(page, /^Saved \d\d:\d\d$/);
			await page.keyboard.press('Enter');
			await page.getByRole('heading', { name: 'Component 12.1' }).waitFor();
			while (!(await page.evaluate(() => document.activeElement?.matches('textarea[name="words"]'))))
				await page.keyboard.press('Tab');
			await page.keyboard.type('We wait for the national work.');
			await page
				.getByText(/^Saved \d\d:\d\d$/)
				.nth(1)
				.waitFor();
			await says(page, '102 of 102 components judged');
		});
		const judged = room.look((db) => listReadiness(db, other));
		expect(judged.filter(({ howWell }) => howWell !== null)).toHaveLength(102);
		for (const [at, { code, status }] of components.entries())
			expect(kept(other, code).howWell).toBe(status === 'in-development' ? null : at % 5);
		expect(kept(other, '12.1').words).toBe('We wait for the national work.');
	}, 120_000);

	test('takes a step back when its number or Backspace is pressed, and says what was set', async () => {
		await room.as(una, async (page) => {
			await enterTable(page, selfEvaluation);
			await page.keyboard.press('3');
			await told(page, '1.1: stage 3, initial implementation');
			await page.keyboard.press('Shift+Digit2');
			await told(page, '1.1: stage 3, initial implementation; documented');
			await page.keyboard.press('1');
			await page.keyboard.press('Backspace');
			await told(page, '1.1: stage 3, initial implementation; documented');
			await page.keyboard.press('ArrowRight');
			await page.keyboard.press('4');
			await page.keyboard.press('4');
			await told(page, '1.2: to do');
			await says(page, /^Saved \d\d:\d\d$/);
		});
		expect(kept(selfEvaluation, '1.1')).toMatchObject({ howWell: 3, howDoWeKnow: 2 });
		expect(kept(selfEvaluation, '1.2').howWell).toBeNull();
	});

	test('shows what somebody else set meanwhile, and does not overwrite it', async () => {
		await room.as(una, async (page) => {
			await arrive(page, table(selfEvaluation));
			await room.as('effie', async (hers) => {
				await enterTable(hers, selfEvaluation);
				await hers.locator('[data-component="2.1"]').focus();
				await hers.keyboard.press('4');
				await says(hers, /^Saved \d\d:\d\d$/);
			});
			await page.locator('[data-component="2.1"]').focus();
			await page.keyboard.press('1');
			await told(page, 'Not saved: Somebody else has changed 2.1 meanwhile.');
			await page.getByRole('link', { name: 'Component 2.1: stage 4' }).waitFor();
		});
		expect(kept(selfEvaluation, '2.1').howWell).toBe(4);
	});

	test('opens a component beside it with its three boxes, leads on to the next, and back with Escape', async () => {
		await room.as('effie', async (page) => {
			await enterTable(page, selfEvaluation);
			await page.locator('[data-component="8.7"]').focus();
			await page.keyboard.press('Enter');
			const panel = page.getByRole('complementary');
			for (const name of ['How well are we doing?', 'How do we know?', 'What are we going to do now?'])
				await panel.getByRole('heading', { name }).waitFor();
			await panel.getByText('I was asked what matters to me.').waitFor();
			await panel
				.getByRole('link', { name: /^\d+ of 12$/ })
				.first()
				.waitFor();
			// A number in the table is set in the panel too, and saved with it.
			await page.keyboard.press('Escape');
			await page.keyboard.press('2');
			await expect.poll(() => panel.locator('input[name="howWell"][value="2"]').isChecked()).toBe(true);
			await panel.getByRole('textbox', { name: 'Why this stage' }).fill('Two teams of four.');
			await panel
				.getByText(/^Saved \d\d:\d\d$/)
				.first()
				.waitFor();
			await panel.getByRole('link', { name: 'Continue with 8.8' }).click();
			await panel.getByRole('heading', { name: 'Component 8.8' }).waitFor();
			await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Component 8.8');
			await page.keyboard.press('Escape');
			await expect.poll(() => focused(page)).toBe('8.8');
		});
		expect(kept(selfEvaluation, '8.7')).toMatchObject({ howWell: 2, words: 'Two teams of four.' });
	});

	test('shows by address which components have no evidence, have missed their target, or are mine', async () => {
		const by = { actor: { kind: 'operator' as const }, at: new Date().toISOString() };
		room.look((db) =>
			rateComponent(db, by, {
				review: selfEvaluation,
				element: '3.1',
				of: 'howDoWeKnow',
				step: '3',
				from: ''
			})
		);
		await room.as(
			una,
			async (page) => {
				await page.goto(`${table(selfEvaluation)}?show=no-evidence`);
				expect(await page.getByRole('link', { name: /^Component 3\.1:/ }).count()).toBe(0);
				await page.getByRole('link', { name: /^Component 3\.2:/ }).waitFor();
				await page.getByRole('link', { name: 'All 103' }).click();
				await page.getByRole('link', { name: /^Component 3\.1:/ }).waitFor();
				await page.getByRole('link', { name: /^Target missed/ }).click();
				await page.getByText('No component fits.').waitFor();
			},
			{ javaScriptEnabled: false }
		);
	});
});

describe('a component without scripts', () => {
	test('is reached from its cell, saved with the button, and shown as it was saved', async () => {
		await room.as(
			una,
			async (page) => {
				await page.goto(table(selfEvaluation));
				await page.getByRole('link', { name: /^Component 5\.3:/ }).click();
				await page
					.getByRole('radio', { name: /^3 ?Initial implementation/ })
					.first()
					.check({ force: true });
				await page.getByRole('textbox', { name: 'Why this stage' }).fill('Plans name who decides.');
				await page.getByRole('button', { name: 'Save' }).click();
				await says(page, /^Saved \d\d:\d\d$/);
			},
			{ javaScriptEnabled: false }
		);
		expect(kept(selfEvaluation, '5.3')).toMatchObject({ howWell: 3, words: 'Plans name who decides.' });
	});

	test('is read by a viewer, who finds no field', async () => {
		await room.as('morag', async (page) => {
			await page.goto(`${table(selfEvaluation)}/component/5.3`);
			await page.getByText('Plans name who decides.').waitFor();
			expect(await page.getByRole('textbox', { name: 'Why this stage' }).count()).toBe(0);
			expect(await page.getByRole('radio').count()).toBe(0);
		});
	});
});

describe.each([
	['with scripts', true],
	['without scripts', false]
])('one standard question by question, %s', (_, javaScriptEnabled) => {
	test('leads from component to component to a page where all answers are checked and changed', async () => {
		const standard = javaScriptEnabled ? '10' : '3';
		const codes = room.look((db) =>
			elementsOfKind(findStandards(db, selfEvaluation)!, 'core-component')
				.filter(({ parent }) => parent === standard)
				.map(({ code }) => code)
		);
		const words = (code: string) => `What is so of ${code}.`;
		await room.as(
			una,
			async (page) => {
				await page.goto(`${table(selfEvaluation)}/${standard}`);
				await page.getByRole('link', { name: 'Go through it question by question' }).click();
				await page.getByRole('link', { name: /^(Start|Continue)$/ }).click();
				for (const [at, code] of codes.entries()) {
					await page.getByRole('heading', { level: 1, name: `Component ${code}` }).waitFor();
					await page.getByText(`Component ${at + 1} of ${codes.length}`).waitFor();
					await page
						.getByRole('radio', { name: /^2 ?Installing/ })
						.first()
						.check({ force: true });
					await page.getByRole('textbox', { name: 'Why this stage' }).fill(words(code));
					await page.getByRole('button', { name: 'Continue' }).click();
				}
				await page.getByRole('heading', { level: 1, name: 'Check the answers' }).waitFor();
				for (const code of codes) await says(page, words(code));
				await page.getByRole('link', { name: `Change “Why this stage” of component ${codes[0]}` }).click();
				await page.getByRole('heading', { level: 1, name: `Component ${codes[0]}` }).waitFor();
			},
			{ javaScriptEnabled }
		);
		for (const code of codes)
			expect(kept(selfEvaluation, code)).toMatchObject({ howWell: 2, words: words(code) });
	});
});

test('the change map of the review opens each change with its components and the evidence on it', async () => {
	await room.as('morag', async (page) => {
		await page.goto(table(other));
		await page.getByRole('link', { name: 'The change map of this review' }).click();
		await page.getByText('Cairn’s proposal').waitFor();
		await page.locator('#W4 a').click();
		await page.getByText('Proposed by Cairn').waitFor();
		await page.getByRole('link', { name: '8.1', exact: true }).first().waitFor();
		await page.getByRole('link', { name: 'Staff survey' }).waitFor();
		expect(new URL(page.url()).pathname).toBe(`${table(other)}/change-map/W4`);
	});
});

test('a standard shows how its components are spread over the stages, and averages nothing', async () => {
	await room.as('morag', async (page) => {
		await page.goto(`${table(other)}/8`);
		await page.getByRole('heading', { name: /^\d+ of 11 judged components are at/ }).waitFor();
		expect(await page.getByRole('main').textContent()).not.toMatch(/average|mean stage|\d\.\d+ out of/i);
		await page.goto(`${table(other)}/12`);
		await page.getByText('This standard is in development').waitFor();
	});
});

test('every page of a self-evaluation is without faults, wide and narrow', async () => {
	await room.as('effie', async (page) => {
		const home = table(other);
		for (const path of [
			home,
			`${home}?component=8.7`,
			`${home}?component=12.1`,
			`${home}?show=no-evidence`,
			`${home}/component/8.7`,
			`${home}/component/12.1`,
			`${home}/8`,
			`${home}/12`,
			`${home}/8/guided`,
			`${home}/8/guided/8.1`,
			`${home}/8/guided/check`,
			`${home}/change-map`,
			`${home}/change-map/W4`
		])
			expect(await pageFaults(page, path), path).toEqual([]);
	});
}, 120_000);
