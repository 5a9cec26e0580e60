/** People write in a review: alone, at the same time, with a broken network, with the keyboard alone, without scripts. */
import { eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { events } from '#lib/server/db/schema/trail.ts';
import { sessions } from '#lib/server/db/schema/people.ts';
import { findNarrative } from '#lib/server/queries/narratives.ts';
import { launchBrowser } from '../support/browser.ts';
import { accessibilityFaults, pageFaults, widerThanWindow } from '../support/page-checks.ts';
import { arrive, tabTo, writeIn } from '../support/person.ts';
import { review, type PersonName } from '../support/review-world.ts';
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
const summaryOf = (theme: string) => `${home}/judgements/${theme}/summary`;
const finding = `${home}/findings/advocacy`;

const field = (page: Page) => page.getByRole('textbox', { name: /^Summary of the theme/ });
const write = (page: Page, text: string, { scripts = true } = {}) => writeIn(field(page), text, { scripts });
/** What stands in the field: of the editor, or of the text area that it stands in for. */
const shownIn = (page: Page) =>
	field(page).evaluate((at) =>
		at instanceof HTMLTextAreaElement ? at.value : (at as HTMLElement).innerText
	);
const save = (page: Page) => page.getByRole('button', { name: /^Save/ });
const keptText = (theme: string) =>
	room.look((db) => findNarrative(db, { review, element: theme }).texts.text);
const savedEvents = (theme: string) =>
	room.look((db) => db.select().from(events).where(eq(events.subject, theme)).all().length);
/** Waits until the page says so; the words may have been there before. */
const says = (page: Page, words: string | RegExp) =>
	page.getByText(words).filter({ visible: true }).first().waitFor();
/** Somebody saves a summary from another window. */
async function savedElsewhere(name: PersonName, theme: string, text: string, version: number): Promise<void> {
	const answer = await fetch(`${room.address}${summaryOf(theme)}?/save`, {
		method: 'POST',
		headers: { cookie: room.cookie(name), origin: room.address },
		body: new URLSearchParams({ text, version: String(version) })
	});
	expect(answer.status).toBe(200);
}
const withScripts = [
	['with scripts', true],
	['without scripts', false]
] as const;

describe('the summary of a theme', () => {
	test('is saved a moment after typing stops, and stands on the page of the theme and in the report', async () => {
		await room.as('ailsa', async (page) => {
			await page.goto(`${home}/judgements/T1`);
			await page.getByRole('link', { name: 'Write the summary' }).click();
			await write(page, 'People were heard.\n\nPlans came late.');
			await says(page, /^Saved \d\d:\d\d$/);
			await page.getByRole('link', { name: 'Back to the theme' }).click();
			await page.getByText('Plans came late.').waitFor();
			await page.goto(`${home}/report`);
			await page.getByText('Plans came late.').first().waitFor();
		});
		expect(keptText('T1')).toBe('People were heard.\n\nPlans came late.');
		expect(savedEvents('T1')).toBe(1);
	});

	test('is written with the keyboard alone', async () => {
		await room.as('ailsa', async (page) => {
			await page.goto(`${home}/judgements/T3`);
			await tabTo(page, 'Write the summary');
			await page.keyboard.press('Enter');
			await field(page).waitFor();
			await tabTo(page, 'Skip to main content');
			await page.keyboard.press('Enter');
			while (!(await field(page).evaluate((text) => text === document.activeElement)))
				await page.keyboard.press('Tab');
			await page.keyboard.type('Typed by hand.');
			await page.keyboard.press('Tab');
			await page.keyboard.press('Enter');
			await says(page, /^Saved \d\d:\d\d$/);
		});
		expect(keptText('T3')).toBe('Typed by hand.');
	});

	test('is written without scripts', async () => {
		await room.as(
			'magnus',
			async (page) => {
				await page.goto(summaryOf('T4'));
				await write(page, 'Sent with the button.', { scripts: false });
				await save(page).click();
				await says(page, /^Saved \d\d:\d\d$/);
			},
			{ javaScriptEnabled: false }
		);
		expect(keptText('T4')).toBe('Sent with the button.');
	});

	test('waits in the page while the network is broken, and is sent when it is back', async () => {
		await room.as('ailsa', async (page) => {
			await arrive(page, summaryOf('T5'));
			await field(page).waitFor();
			await page.context().setOffline(true);
			await write(page, 'Written on a train.');
			await says(page, /^Not saved: Cairn cannot be reached/);
			await write(page, 'Written on a train, all of it.');
			await page.context().setOffline(false);
			await says(page, /^Saved \d\d:\d\d$/);
		});
		expect(keptText('T5')).toBe('Written on a train, all of it.');
	});

	test('is saved too when it was written before the scripts of the page had come', async () => {
		await room.as('ailsa', async (page) => {
			const written = Promise.withResolvers<void>();
			await page.route(/\.js$/, async (route) => {
				await written.promise;
				await route.continue();
			});
			await page.goto(summaryOf('T2'), { waitUntil: 'commit' });
			await field(page).fill('Written at once.');
			written.resolve();
			await says(page, /^Saved \d\d:\d\d$/);
			expect(await shownIn(page)).toBe('Written at once.');
		});
		expect(keptText('T2')).toBe('Written at once.');
	});

	test('is not left unsaved without a word: going on saves it first', async () => {
		await room.as('ailsa', async (page) => {
			await arrive(page, summaryOf('T6'));
			await write(page, 'Just in time.');
			await page.getByRole('link', { name: 'Back to the theme' }).click();
			await page.waitForURL(`${home}/judgements/T6`);
			await page.getByText('Just in time.').waitFor();
		});
		expect(keptText('T6')).toBe('Just in time.');
	});
});

describe.each(withScripts)('two people who write the same text, %s', (way, scripts) => {
	const theme = scripts ? 'T7' : 'T2';

	test('both find both texts side by side, and what is brought together is kept', async () => {
		await room.as(
			'ailsa',
			async (hers) => {
				await hers.goto(summaryOf(theme));
				await field(hers).waitFor();
				await room.as(
					'magnus',
					async (his) => {
						await his.goto(summaryOf(theme));
						await write(his, 'Advocacy came early. Budgets came late.', { scripts });
						await save(his).click();
						await says(his, /^Saved \d\d:\d\d$/);
					},
					{ javaScriptEnabled: scripts }
				);
				await write(hers, 'Advocacy came early. Reviews were rare.', { scripts });
				await save(hers).click();
				await says(hers, 'Somebody else saved this while you were writing');
				const both = hers.getByRole('region', { name: 'Summary of the theme: two texts' });
				expect(await both.innerText()).toMatch(
					/saved by Magnus\s+At \d\d:\d\d on .*Budgets came late\..*yours/is
				);
				expect(await both.locator('mark').allInnerTexts()).toEqual([
					'Budgets came late.',
					'Reviews were rare.'
				]);
				expect(keptText(theme)).toBe('Advocacy came early. Budgets came late.');
				expect(await shownIn(hers)).toBe('Advocacy came early. Reviews were rare.');
				await write(hers, 'Advocacy came early. Budgets came late. Reviews were rare.', { scripts });
				await save(hers).click();
				await says(hers, /^Saved \d\d:\d\d$/);
			},
			{ javaScriptEnabled: scripts }
		);
		expect(keptText(theme)).toBe('Advocacy came early. Budgets came late. Reviews were rare.');
	});
});

describe('what may name somebody', () => {
	test.each(withScripts)(
		'is given back with what was found, %s, and kept once it is confirmed',
		async (way, scripts) => {
			const number = scripts ? '01856 555 123' : '01856 555 124';
			await room.as(
				'ailsa',
				async (page) => {
					await page.goto(summaryOf('T1'));
					await write(page, `A carer, ${number}, waited.`, { scripts });
					await save(page).click();
					await says(page, 'Not saved: this may name somebody');
					await says(page, `This looks like a phone number (${number}).`);
					expect(keptText('T1')).not.toContain(number);
					expect(await shownIn(page)).toContain(number);
					await page.getByText('I have looked: this names nobody').click();
					await save(page).click();
					await says(page, /^Saved \d\d:\d\d$/);
				},
				{ javaScriptEnabled: scripts }
			);
			expect(keptText('T1')).toContain(number);
		}
	);
});

describe('a session that ends while somebody writes', () => {
	test('loses nothing: without scripts they sign in again, and send on what they wrote', async () => {
		await room.as(
			'magnus',
			async (page) => {
				await page.goto(summaryOf('T6'));
				room.look((db) => db.delete(sessions).where(eq(sessions.userId, 'magnus')).run());
				await write(page, 'Written when the session had ended.', { scripts: false });
				await save(page).click();
				await says(page, 'Written when the session had ended.');
				await page.getByLabel('E-mail address').waitFor();
			},
			{ javaScriptEnabled: false }
		);
		expect(keptText('T6')).toBe('Just in time.');
	});
});

describe('a finding', () => {
	test('is withdrawn and brought back, and the page of its theme counts it accordingly', async () => {
		await room.as('ailsa', async (page) => {
			const theme = `${home}/judgements/T2`;
			await page.goto(theme);
			await page.getByRole('link', { name: /^Change the finding/ }).click();
			await page.getByRole('button', { name: 'Withdraw this finding' }).click();
			await says(page, 'Withdrawn.');
			await page.goto(theme);
			await says(page, 'No finding has been written on this theme yet.');
			await page.getByRole('button', { name: /^Undo/ }).click();
			await page.getByRole('button', { name: 'Withdraw this finding' }).waitFor();
			await page.goto(theme);
			await page.getByRole('heading', { name: 'Strengths 1' }).waitFor();
			expect(await page.getByRole('heading', { name: 'Withdrawn' }).count()).toBe(0);
		});
	});

	test('that is withdrawn by somebody else keeps the text of who was writing it, and says so', async () => {
		await room.as('magnus', async (page) => {
			await page.goto(finding);
			const text = page.getByRole('textbox', { name: 'What was found' });
			await text.waitFor();
			await room.as('ailsa', async (hers) => {
				await hers.goto(finding);
				await hers.getByRole('button', { name: 'Withdraw this finding' }).click();
				await says(hers, 'Withdrawn.');
			});
			await text.fill('Two of four files show it.');
			await says(page, /^Ailsa withdrew this finding at \d\d:\d\d/);
			expect(await text.inputValue()).toBe('Two of four files show it.');
			await room.as('ailsa', async (hers) => {
				await hers.goto(finding);
				await hers.getByRole('button', { name: 'Undo' }).click();
				await hers.getByRole('button', { name: 'Withdraw this finding' }).waitFor();
			});
		});
	});
});

describe('every page where something is written', () => {
	test.each([
		summaryOf('T1'),
		summaryOf('T5'),
		finding,
		`${home}/plan`,
		`${home}/evidence/files/read`,
		'/reviews/new',
		'/reviews',
		`${home}/judgements/T2`
	])('has no accessibility faults on %s, and fits wide and narrow windows', async (path) => {
		await room.as('ailsa', async (page) => {
			expect(await pageFaults(page, path)).toEqual([]);
		});
	});

	test('fits a narrow window with two texts side by side, and has no faults then', async () => {
		await room.as(
			'ailsa',
			async (page) => {
				await page.goto(summaryOf('T6'));
				await field(page).waitFor();
				await savedElsewhere('magnus', 'T6', 'Just in time, and more.', 1);
				await write(page, 'A text that was written elsewhere.');
				await save(page).click();
				await says(page, 'Somebody else saved this while you were writing');
				expect([await widerThanWindow(page), ...(await accessibilityFaults(page))]).toEqual([0]);
			},
			{ width: 320 }
		);
	});
});
