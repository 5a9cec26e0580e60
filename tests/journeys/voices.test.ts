/** What people said and wrote becomes evidence: a focus group is tagged and written answers are coded, by keyboard. */
import { and, eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answers, sources, writtenAnswers } from '#lib/server/db/schema/evidence.ts';
import { passages } from '#lib/server/db/schema/voices.ts';
import { findSourceRow } from '#lib/server/queries/voices.ts';
import { launchBrowser } from '../support/browser.ts';
import { pageFaults } from '../support/page-checks.ts';
import { review, staffComment } from '../support/review-world.ts';
import { serveReviewing, type Reviewing } from '../support/reviewing.ts';

const home = `/reviews/${review}`;
const notes = `${home}/evidence/visit/notes`;
const coding = `${home}/evidence/files/coding/A5`;
const written = ['More time would help.', 'The worker listened. The plan came late.', 'A good advocate.'];
const said =
	'We waited long for a plan. Nobody told us why.\nThen a worker came, and she listened. That helped.';

let browser: Browser;
let room: Reviewing;
beforeAll(async () => {
	browser = await launchBrowser();
	room = await serveReviewing(browser);
	room.look((db) => {
		const heard = [
			{ group: 'unpaid carers', number: 8 },
			{ group: 'workers', number: 2 }
		];
		db.update(sources)
			.set({ kind: 'focus-group', heard })
			.where(and(eq(sources.reviewId, review), eq(sources.slug, 'visit')))
			.run();
		const sourceId = findSourceRow(db, review, 'files').id;
		const place = { sourceId, question: 4, reading: 1 };
		db.delete(writtenAnswers).where(eq(writtenAnswers.sourceId, sourceId)).run();
		written.forEach((text, at) => {
			db.insert(answers)
				.values({ ...place, record: at + 1, value: 1 })
				.onConflictDoNothing()
				.run();
			db.insert(writtenAnswers)
				.values({ ...place, record: at + 1, text })
				.run();
		});
	});
});
afterAll(async () => {
	await room?.stop();
	await browser?.close();
});

const says = (page: Page, words: string | RegExp) =>
	page.getByText(words).filter({ visible: true }).first().waitFor();
const text = (page: Page) => page.getByRole('group', { name: 'Text of the note' });
const press = async (page: Page, ...keys: string[]) => {
	for (const key of keys) await page.keyboard.press(key);
};
/** Passages of a source as they are kept. */
const kept = (slug: string) =>
	room.look((db) =>
		db
			.select()
			.from(passages)
			.where(eq(passages.sourceId, findSourceRow(db, review, slug).id))
			.all()
			.map((row) => ({
				text: row.text,
				elements: row.elements.join(' '),
				direction: row.direction,
				counts: row.withdrawnAt === null
			}))
	);

describe('a focus group', () => {
	test('is written down, and its passages are marked and tagged with the keyboard alone', async () => {
		await room.as('ailsa', async (page) => {
			await page.goto(notes);
			await says(page, 'unpaid carers');
			await page.getByLabel('What it is called').fill('In the hall');
			await page.getByLabel('Day').fill('2025-03-04');
			await page.getByLabel('Text').fill(said);
			await page.getByRole('button', { name: 'Add the note' }).click();
			// Only a page that has come to life says so.
			await says(page, /^Select words with a mouse/);

			await text(page).focus();
			await press(page, 'ArrowDown', 'ArrowDown', 'a');
			await page.keyboard.type('right time');
			await page.getByRole('option', { name: /^T2/ }).waitFor();
			await press(page, 'Enter', 'Tab', 'Space', 'Tab');
			await page.keyboard.type('unpaid carers');
			await press(page, 'Enter');
			await says(page, '1 passage marked.');
			expect(await text(page).evaluate((node) => node === document.activeElement)).toBe(true);

			await press(page, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'Shift+ArrowLeft', 's');
			await page.keyboard.type('t2');
			await page.getByRole('option', { name: /^T2/ }).waitFor();
			await press(page, 'Enter', 'Enter');
			await page.locator('mark', { hasText: 'listened. That' }).waitFor();
			await page.locator('mark', { hasText: 'Nobody told us why.' }).waitFor();
		});
		expect(kept('visit')).toEqual([
			{ text: 'Nobody told us why.', elements: 'T2', direction: 'area-for-improvement', counts: true },
			{ text: 'listened. That', elements: 'T2', direction: 'strength', counts: true }
		]);
	});

	test('is heard on the page of its theme, and quoted in the report', async () => {
		await room.as('ailsa', async (page) => {
			await page.goto(`${home}/judgements/T2`);
			await says(page, 'Heard in 1 of 1 focus group.');
			const told = page.locator('.told');
			expect(await told.locator('q').allInnerTexts()).toEqual(['Nobody told us why.']);
			expect(await told.innerText()).toMatch(/unpaid carers, A visit/);
			expect(await told.innerText()).toContain('listened. That');
			await page.goto(`${home}/report`);
			await says(page, 'What people told us');
			await says(page, /Of 2 passages on it, 1 speaks of a strength and 1 speaks of an area for improvement/);
			await says(page, '“Nobody told us why.”');
			expect(await page.locator('main').innerText()).not.toContain('listened. That');
		});
	});

	test('is read word for word by those who see the records, and counted for the others', async () => {
		await room.as('callum', async (page) => {
			await page.goto(`${home}/judgements/T2`);
			await says(page, 'Heard in 1 of 1 focus group.');
			await says(page, 'Strengths: 1 passage');
			const told = await page.locator('.told').innerText();
			expect(told).toContain('Nobody told us why.');
			expect(told).not.toContain('listened. That');
			expect(told).toContain('Shown to those who see the records');
			expect((await page.goto(notes))!.status()).toBe(404);
		});
	});

	test('keeps its passages when its text is written anew, and says which has lost its words', async () => {
		await room.as('ailsa', async (page) => {
			await page.goto(`${notes}/note-1/edit`);
			await page
				.getByLabel('Text', { exact: true })
				.fill(`At first: ${said.replace('Nobody told us why.', '')}`);
			await says(page, /^Saved \d\d:\d\d$/);
			await page.getByRole('link', { name: 'Back to the note' }).click();
			await says(page, 'Its words do not stand in the note any more.');
			await page.locator('mark', { hasText: 'listened. That' }).waitFor();
			await page.getByRole('button', { name: /^Withdraw the passage “Nobody/ }).click();
			await says(page, 'It counts nowhere: in no judgement, and not in the report.');
			await page.getByRole('button', { name: 'Undo' }).click();
			await says(page, 'Change it');
		});
		expect(kept('visit').map(({ counts }) => counts)).toEqual([true, true]);
	});

	test('is tagged without scripts, by sentences and by codes', async () => {
		await room.as(
			'magnus',
			async (page) => {
				await page.goto(`${notes}/note-1`);
				await page.getByText('Or choose sentences from a list').click();
				await page.locator('label', { hasText: 'That helped.' }).click();
				await page.locator('label', { hasText: /^Strength$/ }).click();
				await page.getByLabel('Other elements').fill('T3, 1.1');
				await page.getByRole('button', { name: 'Mark this passage' }).click();
				await says(page, '1 passage marked.');
			},
			{ javaScriptEnabled: false }
		);
		expect(kept('visit').at(-1)).toMatchObject({ text: 'That helped.', elements: 'T3 1.1' });
	});
});

describe('written answers', () => {
	const group = (page: Page) => page.getByRole('group', { name: 'Codes of the whole answer' });
	const saved = (page: Page) => says(page, /^Saved \d\d:\d\d$/);

	test('are coded one after the other with the keyboard alone, each key saved at once', async () => {
		await room.as('magnus', async (page) => {
			await page.goto(`${home}/evidence/files/questions/A5`);
			await page.getByRole('link', { name: 'Code these answers' }).click();
			await says(page, 'Answer 1 of 3');
			await group(page).focus();
			await press(page, '2', 'a');
			await saved(page);
			await press(page, 'n');
			await says(page, 'Answer 2 of 3');
			await press(page, '2', 's', '3');
			await saved(page);
			await press(page, 'n');
			await says(page, 'Answer 3 of 3');
			await press(page, 'e');
			await page.keyboard.type('indep advo');
			await page.getByRole('option').first().waitFor();
			await press(page, 'Enter');
			await saved(page);
			await press(page, 'Escape', 's');
			await saved(page);
			await press(page, 'u');
			await page.waitForFunction(
				() => document.querySelector<HTMLInputElement>('#direction-neither')?.checked
			);
			await saved(page);
			const counts = await page.getByRole('table').innerText();
			expect(counts).toMatch(/T2[^\d]+1\s+1\s+0/);
			await says(page, '3 of 3 answers are coded.');
		});
		expect(kept('files')).toEqual([
			{ text: written[0], elements: 'T2', direction: 'area-for-improvement', counts: true },
			{ text: written[1], elements: 'T2 T3', direction: 'strength', counts: true },
			{ text: written[2], elements: expect.stringMatching(/^1/), direction: null, counts: true }
		]);
	});

	test('take no single letter outside of the group of codes', async () => {
		await room.as('magnus', async (page) => {
			await page.goto(coding);
			await group(page).waitFor();
			await page.getByRole('link', { name: 'Next', exact: true }).focus();
			await press(page, '5', 's', 'n', 'u');
			await says(page, 'Answer 1 of 3');
			await says(page, 'Area for improvement');
		});
		expect(kept('files')[0]).toMatchObject({ elements: 'T2', direction: 'area-for-improvement' });
	});

	test('are coded in part with a mouse, and whole without scripts', async () => {
		await room.as(
			'magnus',
			async (page) => {
				await page.goto(`${coding}?answer=2`);
				await page.getByText('Code some words of the answer by themselves').click();
				await page.getByLabel('Words of the answer').fill('The plan came late.');
				await page.getByLabel('Their first codes').fill('T4');
				await page.getByRole('button', { name: 'Code these words' }).click();
				await says(page, 'Codes of “The plan came late.”');
				await page.locator('label', { hasText: 'Area for improvement' }).click();
				await page.getByRole('button', { name: 'Save and go on' }).click();
				await says(page, 'Answer 3 of 3');
			},
			{ javaScriptEnabled: false }
		);
		expect(kept('files').find(({ text: words }) => words === 'The plan came late.')).toMatchObject({
			elements: 'T4',
			direction: 'area-for-improvement'
		});
	});

	test('of staff are shown to judges alone', async () => {
		const staff = `${home}/evidence/staff/coding/S2`;
		await room.as('ailsa', async (page) => {
			await page.goto(staff);
			await says(page, /shown only to the judges/);
		});
		await room.as('magnus', async (page) => {
			await page.goto(staff);
			await says(page, 'Answer 1 of 1');
			expect(await page.locator('main').innerText()).toContain(staffComment);
		});
	});
});

describe('every page about voices', () => {
	test.each([
		notes,
		`${notes}/note-1`,
		`${notes}/note-1/edit`,
		`${home}/evidence/visit/passages/passage-2`,
		coding,
		`${home}/judgements/T2`
	])('has no accessibility faults on %s, and fits wide and narrow windows', async (path) => {
		await room.as('magnus', async (page) => {
			expect(await pageFaults(page, path)).toEqual([]);
		});
	});
});
