/** File readers at their desk: by keyboard, mouse and touch, with a broken network, without scripts, blind to each other. */
import { eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sessions } from '#lib/server/db/schema/people.ts';
import { events } from '#lib/server/db/schema/trail.ts';
import { findReading, listReadingAnswers, listReadingComments } from '#lib/server/queries/readings.ts';
import { findSource } from '#lib/server/queries/sources.ts';
import { launchBrowser } from '../support/browser.ts';
import { deskReview, serveDesk, type DeskWorld } from '../support/desk-world.ts';
import { accessibilityFaults, hearComplaints, pageFaults, widerThanWindow } from '../support/page-checks.ts';
import { arrive } from '../support/person.ts';

let browser: Browser;
let room: DeskWorld;
beforeAll(async () => {
	browser = await launchBrowser();
	room = await serveDesk(browser);
});
afterAll(async () => {
	await room?.stop();
	await browser?.close();
});

const queue = (source: string) => `/reviews/${deskReview}/evidence/${source}/read`;
const desk = (source: string, reference: string) => `${queue(source)}/${reference}`;

/** Answers of a reading by place in the instrument, as coded. */
const codes = (source: string, record: number, reading = 1) =>
	room.look((db) => {
		const given = listReadingAnswers(db, findSource(db, deskReview, source).key, record, reading);
		return new Map([...given].map(([question, { code }]) => [question, code]));
	});
const reading = (source: string, record: number, number = 1) =>
	room.look((db) => findReading(db, findSource(db, deskReview, source).key, record, number));
const question = (page: Page, number: number) => page.locator(`#question-${number}`);
const answer = (page: Page, number: number, name: string) =>
	question(page, number)
		.getByRole('radio', { name, exact: true })
		.or(question(page, number).getByRole('checkbox', { name, exact: true }));
const field = (page: Page, number: number, label: string) =>
	question(page, number).getByLabel(label, { exact: true });
const says = (page: Page, words: string | RegExp) =>
	page.getByText(words).filter({ visible: true }).first().waitFor();
const saved = (page: Page) => says(page, /^Saved \d\d:\d\d$/);
const focused = (page: Page) =>
	page.evaluate(() => document.activeElement?.closest('fieldset')?.id ?? document.activeElement?.textContent);
/** Opens the desk and waits until its keys act. */
async function sitDown(page: Page, source: string, reference: string): Promise<void> {
	await page.goto(desk(source, reference));
	await page.waitForFunction(() => document.activeElement?.closest('fieldset') !== null);
}

describe('three files read by keyboard', () => {
	test('take at most 42 presses for 40 questions each, and lead from one to the next', async () => {
		await room.as('rona', async (page) => {
			const { complaints } = hearComplaints(page);
			await page.goto(queue('forty'));
			await says(page, '0 of 3 files given to you are complete. You see no others.');
			await page.getByRole('link', { name: 'Start reading F-1' }).click();
			for (const reference of ['F-1', 'F-2', 'F-3']) {
				await page.getByRole('heading', { level: 1, name: reference }).waitFor();
				await page.waitForFunction(() => document.activeElement?.closest('fieldset')?.id === 'question-1');
				let presses = 0;
				const press = async (key: string) => {
					presses += 1;
					await page.keyboard.press(key);
				};
				for (let number = 1; number <= 40; number += 1)
					await press(number % 9 === 0 ? 'n' : number % 11 === 0 ? 'r' : number % 2 === 0 ? '2' : '1');
				await says(page, '40 of 40');
				expect(await focused(page)).toBe('Mark as complete');
				await press('Enter');
				expect(presses).toBeLessThanOrEqual(42);
				await page.waitForURL((url) => !url.pathname.endsWith(reference));
			}
			await says(page, 'Every file that you were given is complete.');
			await says(page, '3 of 3 files given to you are complete.');
			expect(complaints).toEqual([]);
		});
		for (const record of [1, 2, 3]) {
			const kept = codes('forty', record);
			expect(kept.size).toBe(40);
			// Yes, no, and on the scale its own number; not applicable and not recorded by their keys.
			expect([kept.get(0), kept.get(1), kept.get(3), kept.get(8), kept.get(10)]).toEqual([0, 1, 2, -1, -2]);
			expect(reading('forty', record)).toMatchObject({ person: 'rona', state: 'complete', changes: 0 });
		}
	});

	test('are told in the history as one line each, and the answers themselves in none', async () => {
		await room.as('ailsa', async (page) => {
			await page.goto(`/reviews/${deskReview}/history`);
			const lines = await page.getByText(/answered 40 questions of the record/).allInnerTexts();
			expect(lines).toHaveLength(3);
			const all = await page.locator('main').innerText();
			expect(all).not.toMatch(/answered question|strongly|option 2/i);
		});
	});
});

describe('the keys', () => {
	test('act in the question that has the focus, and nowhere else', async () => {
		await room.as('rona', async (page) => {
			await sitDown(page, 'short', 'S-1');
			await page.locator('h1').click();
			await page.keyboard.press('1');
			expect(await page.getByRole('button', { name: 'Clear' }).count()).toBe(0);
			await question(page, 1).getByText('Comment').click();
			await page.getByRole('textbox', { name: 'Comment on A1' }).fill('');
			await page.keyboard.type('1 letter, n and r and u');
			await field(page, 5, 'A5: in your own words').click();
			await page.keyboard.type('1');
			await page.getByRole('link', { name: 'First without an answer' }).focus();
			await page.keyboard.press('2');
			await saved(page);
			await says(page, '1 of 7');
		});
		expect([...codes('short', 1)]).toEqual([[4, 1]]);
	});

	test('answer every kind of question, undo, clear, and stay where somebody wants that', async () => {
		await room.as('rona', async (page) => {
			await sitDown(page, 'short', 'S-2');
			await page.keyboard.press('3');
			await page.waitForFunction(() => document.activeElement?.closest('fieldset')?.id === 'question-2');
			expect(await page.getByRole('status').first().innerText()).toBe('A1: No. Moved on to A 2/b?.');
			await page.keyboard.press('u');
			expect([await focused(page), await answer(page, 1, 'No').isChecked()]).toEqual(['question-1', false]);
			await page.getByLabel('Go on by itself').uncheck();
			await answer(page, 1, 'Yes').focus();
			await page.keyboard.press('2');
			expect(await focused(page)).toBe('question-1');
			expect(new URL(page.url()).search).toBe('?advance=off');
			// Arrow keys choose among the answers as in any form.
			await page.keyboard.press('ArrowDown');
			expect(await answer(page, 1, 'No').isChecked()).toBe(true);
			await page.keyboard.press('Enter');
			await page.keyboard.press('4');
			await page.keyboard.press('Backspace');
			await page.keyboard.press('3');
			await page.keyboard.press('Enter');
			expect(await focused(page)).toBe('question-6');
			await page.keyboard.press('5');
			await page.keyboard.press('Enter');
			expect(await focused(page)).toBe('question-3');
			await page.keyboard.press('3');
			await page.keyboard.press('1');
			await page.keyboard.press('Enter');
			await field(page, 4, 'A4: the date').fill('2025-04-01');
			await page.keyboard.press('Enter');
			await page.keyboard.type('It went well.');
			await page.keyboard.press('Control+Enter');
			await page.keyboard.press('n');
			await says(page, '7 of 7');
			await saved(page);
		});
		expect(Object.fromEntries(codes('short', 2))).toEqual({
			0: 2,
			1: 2,
			2: 5,
			3: 20250401,
			4: 1,
			5: 5,
			6: -1
		});
		expect(reading('short', 2)).toMatchObject({ state: 'in-progress' });
	});
});

describe('a file with blanks', () => {
	test('is not marked as complete: it lists them, and each leads to its question', async () => {
		await room.as('rona', async (page) => {
			await sitDown(page, 'short', 'S-3');
			await answer(page, 7, 'Yes').check();
			await page.getByRole('button', { name: 'Mark as complete' }).click();
			await page.getByRole('alert').getByText('Not complete yet: 6 questions have no answer').waitFor();
			expect(await page.getByRole('alert').getByRole('listitem').allInnerTexts()).toContain(
				'A3 Who took part?'
			);
			await page.getByRole('alert').getByRole('link', { name: /^A3/ }).click();
			await page.waitForFunction(() => location.hash === '#question-3');
		});
		expect(reading('short', 3)).toMatchObject({ state: 'in-progress', completedAt: null });
	});

	test('that is complete is changed only once somebody says that it is opened again', async () => {
		await room.as('rona', async (page) => {
			await arrive(page, desk('forty', 'F-2'));
			await answer(page, 1, 'No').click();
			const dialog = page.getByRole('dialog', { name: 'This file is complete' });
			await dialog.getByRole('button', { name: 'Leave it as it is' }).click();
			expect(await answer(page, 1, 'Yes').isChecked()).toBe(true);
			expect(reading('forty', 2)).toMatchObject({ state: 'complete' });
			await answer(page, 1, 'No').click();
			await dialog.getByRole('button', { name: 'Open it again and change the answer' }).click();
			await saved(page);
			expect(reading('forty', 2)).toMatchObject({ state: 'in-progress', changes: 1 });
			await page.getByRole('button', { name: 'Mark as complete' }).click();
			await page.waitForURL((url) => !url.pathname.endsWith('F-2'));
			await page.goto(desk('forty', 'F-2'));
			await page.getByRole('button', { name: 'Open it again to change answers' }).click();
			await page.getByRole('button', { name: 'Mark as complete' }).waitFor();
		});
		expect(reading('forty', 2)).toMatchObject({ state: 'in-progress' });
	});
});

describe('a network that breaks', () => {
	test('lets answers wait in the page, which says so, and sends them in order when it is back', async () => {
		await room.as('rona', async (page) => {
			await sitDown(page, 'short', 'S-4');
			await page.context().setOffline(true);
			for (const key of ['1', '2', '4']) await page.keyboard.press(key);
			await says(page, '3 answers wait to be sent; do not close this page.');
			expect(codes('short', 4).size).toBe(0);
			const asked = page.waitForEvent('dialog');
			void page.getByRole('link', { name: 'Files to read' }).click();
			await (await asked).dismiss();
			await page.context().setOffline(false);
			await saved(page);
		});
		expect([...codes('short', 4).values()]).toEqual([0, 1, 4]);
		const order = room.look((db) =>
			db
				.select()
				.from(events)
				.where(eq(events.subject, 'short/S-4'))
				.all()
				.filter(({ verb }) => verb === 'answer-recorded')
				.map(({ facts }) => facts.question)
		);
		expect(order).toEqual(['A1', 'A 2/b?', 'A6']);
	});

	test('and a session that ends: the reader signs in again in place, and nothing is lost', async () => {
		await room.as('rona', async (page) => {
			await sitDown(page, 'short', 'S-4');
			room.look((db) => db.delete(sessions).where(eq(sessions.userId, 'rona')).run());
			await answer(page, 7, 'No').check();
			await page.getByRole('dialog', { name: 'Sign in again' }).waitFor();
			expect(await answer(page, 7, 'No').isChecked()).toBe(true);
			await page
				.context()
				.addCookies([{ ...cookieOf('rona'), url: room.address, httpOnly: true, sameSite: 'Lax' }]);
			// As after signing in: what waits is sent.
			await page.evaluate(() => dispatchEvent(new Event('online')));
			await saved(page);
		});
		expect(codes('short', 4).get(6)).toBe(1);
	});
});

const cookieOf = (name: 'rona') => {
	const [cookie, value] = room.cookie(name).split('=', 2) as [string, string];
	return { name: cookie, value };
};

describe('what may name somebody', () => {
	test('a comment with a CHI number is given back with what was found, and kept once it is mended', async () => {
		await room.as('rona', async (page) => {
			await sitDown(page, 'short', 'S-3');
			await page.getByRole('textbox', { name: 'Comment on the file' }).fill('Her number is 0101011237.');
			await page.getByRole('textbox', { name: 'Comment on the file' }).blur();
			await says(page, /this looks like a CHI number \(0101011237\)/);
			expect(reading('short', 3)?.comment ?? '').toBe('');
			await page.getByRole('textbox', { name: 'Comment on the file' }).fill('Her number stands on page 2.');
			await saved(page);
			await page.getByText(/this looks like/).waitFor({ state: 'detached' });
		});
		expect(reading('short', 3)?.comment).toBe('Her number stands on page 2.');
	});
});

describe('two pages with the same file', () => {
	test('the second answer from an older page is not kept, and says what stands there', async () => {
		await room.as('rona', async (one) => {
			await sitDown(one, 'short', 'S-3');
			const other = await one.context().newPage();
			await sitDown(other, 'short', 'S-3');
			await answer(one, 1, 'Yes').check();
			await saved(one);
			await answer(other, 1, 'No').check();
			await says(other, /Not saved: this was changed on another page meanwhile, to “yes”/);
			expect(codes('short', 3).get(0)).toBe(0);
			await other.getByRole('button', { name: 'Save mine' }).click();
			await saved(other);
		});
		expect(codes('short', 3).get(0)).toBe(2);
	});
});

describe('a second reading', () => {
	test('sees nothing of the first, on no page, and the first nothing of it, until both are complete', async () => {
		await room.as('iain', async (page) => {
			// Iain judges this review too, and sees its records otherwise.
			await sitDown(page, 'forty', 'F-1');
			await says(page, '0 of 40');
			await says(page, /^A second reading: somebody else reads this file too/);
			expect(await page.locator(':checked:not(.bar *)').count()).toBe(0);
			await page.keyboard.press('3');
			await saved(page);
			await page.goto(`/reviews/${deskReview}/evidence/forty/records/F-1`);
			const record = await page.locator('main').innerText();
			expect(record).toMatch(/1 of 40 questions answered/);
			expect(record).not.toMatch(/Yes|Not applicable/);
			await page.goto(`/reviews/${deskReview}/evidence/forty/questions/F1`);
			expect(await page.getByRole('link', { name: 'F-1', exact: true }).count()).toBe(0);
		});
		expect([codes('forty', 1, 2).size, codes('forty', 1, 1).get(0)]).toEqual([1, 0]);
		await room.as('rona', async (page) => {
			await page.goto(desk('forty', 'F-1'));
			await says(page, '40 of 40');
			await page.goto(`/reviews/${deskReview}/evidence/forty/records/F-1`);
			await says(page, /^40 of 40 questions answered/);
		});
	});
});

describe('without scripts', () => {
	test('one form saves what is answered, by group or all, and gives back what it could not save', async () => {
		await room.as(
			'iain',
			async (page) => {
				await page.goto(desk('short', 'S-1'));
				await answer(page, 1, 'Partly').check();
				await page.getByRole('button', { name: /^Save what is answered, up to First/ }).click();
				await says(page, '1 of 7');
				await answer(page, 3, 'Family').check();
				await answer(page, 3, 'Advocate').check();
				await field(page, 4, 'A4: the date').fill('2025-05-02');
				await field(page, 5, 'A5: in your own words').fill('Call 01856 555 123.');
				await answer(page, 6, '4').check();
				await page.getByRole('button', { name: 'Save all' }).click();
				await says(page, '3 saved. Not saved: one thing');
				await says(page, 'A5: This looks like a phone number (01856 555 123).');
				expect(await field(page, 5, 'A5: in your own words').inputValue()).toBe('Call 01856 555 123.');
				await page.getByLabel('I have looked: this names nobody').check();
				await page.getByRole('button', { name: 'Mark as complete' }).click();
				await says(page, 'Not complete yet: 2 questions have no answer');
				await answer(page, 2, 'Option 2').check();
				await answer(page, 7, 'Not recorded').check();
				await page.getByRole('button', { name: 'Mark as complete' }).click();
				await says(page, 'Every file that you were given is complete.');
				await page.goto(desk('short', 'S-1'));
				await answer(page, 7, 'No answer yet').check();
				await page.getByRole('button', { name: 'Save all' }).click();
				await says(page, 'A7: The record is complete, so this was not changed.');
				await page.getByLabel('Open this file again, and save what I changed').check();
				await page.getByRole('button', { name: 'Save all' }).click();
				await says(page, '6 of 7');
			},
			{ javaScriptEnabled: false }
		);
		expect(Object.fromEntries(codes('short', 1, 2))).toEqual({ 0: 1, 1: 1, 2: 3, 3: 20250502, 4: 1, 5: 4 });
		expect(codes('short', 1).size).toBe(1);
	});
});

describe('who leads', () => {
	test('sees everybody’s files, and takes some to read that nobody has', async () => {
		await room.as('ailsa', async (page) => {
			await page.goto(queue('forty'));
			await page.getByRole('heading', { name: 'Rona' }).waitFor();
			await says(page, /^3 files are with nobody yet/);
			await page.getByRole('button', { name: 'Give me the next file' }).click();
			await page.getByRole('link', { name: 'Start reading F-4' }).click();
			await page.waitForFunction(() => document.activeElement?.closest('fieldset')?.id === 'question-1');
			await page.keyboard.press('1');
			await saved(page);
		});
		expect(reading('forty', 4)).toMatchObject({ person: 'ailsa' });
	});
});

describe('the desk', () => {
	test.each([queue('forty'), desk('short', 'S-1'), desk('forty', 'F-1')])(
		'has no accessibility faults on %s, and fits wide and narrow windows',
		async (path) => {
			await room.as('rona', async (page) => {
				expect(await pageFaults(page, path)).toEqual([]);
			});
		}
	);

	test('has none with something that was not saved, in a narrow window', async () => {
		await room.as(
			'rona',
			async (page) => {
				await page.goto(desk('short', 'S-2'));
				await page.getByRole('button', { name: 'Undo' }).waitFor();
				const text = question(page, 5).getByRole('textbox').first();
				await text.fill('Write to someone@example.org.');
				await text.blur();
				await says(page, /this looks like an e-mail address/);
				await page.getByText('Keys', { exact: true }).click();
				expect([await widerThanWindow(page), ...(await accessibilityFaults(page))]).toEqual([0]);
			},
			{ width: 320 }
		);
		expect(
			room.look((db) => listReadingComments(db, findSource(db, deskReview, 'short').key, 2, 1).size)
		).toBe(0);
	});
});
