/** People write a narrative: with headings, lists and quotations, from Word, tied to its measures, checked and mended. */
import { and, eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { narrativeDocumentSchema } from '#lib/judgement/narrative-document.ts';
import { narratives } from '#lib/server/db/schema/conclusions.ts';
import { findNarrative } from '#lib/server/queries/narratives.ts';
import { launchBrowser } from '../support/browser.ts';
import { accessibilityFaults, hearComplaints, pageFaults, widerThanWindow } from '../support/page-checks.ts';
import { pastedFromWord } from '../support/pasted-from-word.ts';
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
const text = (page: Page) => page.getByRole('textbox', { name: /^Summary of the theme/ });
const tool = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const said = (page: Page) => page.getByRole('list', { name: 'Quantity check' }).getByRole('listitem');
const saved = (page: Page) =>
	page
		.getByText(/^Saved \d\d:\d\d$/)
		.filter({ visible: true })
		.first()
		.waitFor();
const kept = (theme: string) => room.look((db) => findNarrative(db, { review, element: theme }).texts.text);
const keptDocument = (theme: string) =>
	room.look((db) =>
		db
			.select({ document: narratives.document })
			.from(narratives)
			.where(and(eq(narratives.reviewId, review), eq(narratives.element, theme)))
			.get()
	)?.document;

/** Opens the editor, which takes the place of the text area when it has come. */
async function open(page: Page, theme: string): Promise<void> {
	await page.goto(summaryOf(theme));
	await page.getByRole('toolbar').waitFor();
	await text(page).click();
}
/** Somebody saves a summary from another window. */
async function savedElsewhere(
	name: PersonName,
	theme: string,
	words: string,
	version: number
): Promise<void> {
	const answer = await fetch(`${room.address}${summaryOf(theme)}?/save`, {
		method: 'POST',
		headers: { cookie: room.cookie(name), origin: room.address },
		body: new URLSearchParams({ text: words, version: String(version) })
	});
	expect(answer.status).toBe(200);
}

describe('a narrative in the editor', () => {
	test('is set with headings, lists, bold words and quotations by keyboard alone, and stands so on the page and in the report', async () => {
		await room.as('ailsa', async (page) => {
			const { complaints } = hearComplaints(page);
			await open(page, 'T1');
			await page.keyboard.type('What we saw');
			// Back to the buttons above, and along them with the arrow keys.
			await page.keyboard.press('Shift+Tab');
			await page.keyboard.press('Enter');
			await page.keyboard.press('End');
			await page.keyboard.press('Enter');
			await page.keyboard.type('People were ');
			await page.keyboard.press('Control+b');
			await page.keyboard.type('heard');
			await page.keyboard.press('Control+b');
			await page.keyboard.type('.');
			await page.keyboard.press('Enter');
			await page.keyboard.type('Advocacy');
			await page.keyboard.press('Shift+Tab');
			for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('ArrowRight');
			expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Bullets');
			await page.keyboard.press('Enter');
			await page.keyboard.press('Enter');
			await page.keyboard.type('Respite');
			await page.keyboard.press('Enter');
			await page.keyboard.press('Enter');
			await page.keyboard.type('> They asked me.');
			await saved(page);
			await page.getByRole('link', { name: 'Back to the theme' }).click();
			await page.getByRole('heading', { name: 'What we saw' }).waitFor();
			await page.locator('blockquote', { hasText: 'They asked me.' }).waitFor();
			await page.goto(`${home}/report`);
			const report = page.locator('.report');
			await report.getByRole('heading', { name: 'What we saw', level: 4 }).waitFor();
			expect(await report.locator('b', { hasText: 'heard' }).count()).toBe(1);
			expect(complaints).toEqual([]);
		});
		expect(kept('T1')).toBe(
			'## What we saw\n\nPeople were **heard**.\n\n- Advocacy\n- Respite\n\n> They asked me.'
		);
		expect(narrativeDocumentSchema.safeParse(keptDocument('T1')).success).toBe(true);
	});

	test('takes in what was copied from Word clean, and can take it back again', async () => {
		await room.as('ailsa', async (page) => {
			const { complaints } = hearComplaints(page);
			await open(page, 'T3');
			await page.keyboard.type('Before. ');
			const paste = (html: string, plain: string) =>
				text(page).evaluate(
					(field, [rich, words]) => {
						const carried = new DataTransfer();
						carried.setData('text/html', rich!);
						carried.setData('text/plain', words!);
						field.dispatchEvent(
							new ClipboardEvent('paste', { clipboardData: carried, bubbles: true, cancelable: true })
						);
					},
					[html, plain]
				);
			await paste('<p class=MsoNormal style="color:red">A <b>short</b> line<o:p></o:p></p>', 'A short line');
			await page.keyboard.press('Enter');
			await paste(pastedFromWord, 'Getting support');
			await saved(page);
			await page.getByText('Not saved yet').waitFor({ state: 'hidden' });
			expect(await text(page).locator('[style], [class^=Mso], img, table, a').count()).toBe(0);
			await page.keyboard.press('Control+z');
			await text(page).getByText('Getting support').waitFor({ state: 'hidden' });
			await tool(page, 'Redo').click();
			await text(page).getByText('Getting support').waitFor();
			await tool(page, 'Save').click();
			await saved(page);
			expect(complaints).toEqual([]);
		});
		expect(kept('T3')).toMatch(
			/^Before\. A \*\*short\*\* line\n\n## Getting support\n\nPeople met staff who \*\*listened\*\*, and knew their names\.\n\n- Advocacy was offered\n- Respite came \*\*late\*\*\n\n1\. Ask first\n2\. Then plan\n\n### What people said\n\n> They asked me what I wanted\.\n> Nobody had before\.\n\nLocality · Files\n\nNorth · 12\n\nNothing of this was tracked\.$/
		);
	});

	test('is tied to a measure that is chosen by what it is called, and leads to it in the report', async () => {
		await room.as('ailsa', async (page) => {
			await open(page, 'T4');
			await page.keyboard.type('Advocacy was offered in the majority');
			for (let letters = 0; letters < 'the majority'.length; letters += 1)
				await page.keyboard.press('Shift+ArrowLeft');
			await tool(page, 'Link to a measure').click();
			const dialog = page.getByRole('dialog');
			await dialog.getByLabel('Find a measure').fill('advocacy');
			expect([await accessibilityFaults(page), await widerThanWindow(page)]).toEqual([[], 0]);
			await page.keyboard.press('Tab');
			await page.keyboard.press('Enter');
			await dialog.waitFor({ state: 'hidden' });
			await page.keyboard.press('End');
			await page.keyboard.type(' of files: ');
			await tool(page, 'Link to a measure').click();
			await dialog.getByRole('button', { name: /Advocacy offered/ }).click();
			await saved(page);
			await page.getByText('Not saved yet').waitFor({ state: 'hidden' });
			await page.goto(`${home}/report`);
			const link = page.locator('.report .kn', { hasText: 'the majority' });
			await link.first().click();
			await page.waitForURL(/\/evidence\/files\/questions\/A1/);
		});
		expect(kept('T4')).toBe(
			'Advocacy was offered in [the majority](files/A1 2 of 4) of files: [2 of 4](files/A1 2 of 4)'
		);
	});

	test('marks a word that its data contradict, which is mended from the list by keyboard', async () => {
		await room.as('ailsa', async (page) => {
			await open(page, 'T5');
			await page.keyboard.type(
				'Almost all files show that advocacy was offered (2 of 4 files). Many people waited.'
			);
			const first = said(page).first();
			await first.getByText('is not what the data say').waitFor();
			expect(await text(page).locator('.mk--mend').first().innerText()).toContain('Almost al');
			expect(await text(page).locator('.mk--think').first().innerText()).toContain('Man');
			const mend = first.getByRole('button', { name: /^Write “The majority/ });
			await mend.focus();
			await page.keyboard.press('Enter');
			await said(page).getByText('Right').first().waitFor();
			expect(await text(page).locator('.mk--mend').count()).toBe(0);
			expect(await text(page).innerText()).toMatch(/^The majority/);
			// The list is left where it was, so that one goes on from there.
			expect(await page.evaluate(() => document.activeElement?.closest('li') !== null)).toBe(true);
			await tool(page, 'Save').click();
			await saved(page);
		});
		expect(kept('T5')).toMatch(/^The majority (?:of )?files show/);
	});

	test('says of a word that its data have changed since it was tied, and ties it anew', async () => {
		await savedElsewhere('ailsa', 'T6', '[The majority](files/A1 3 of 4) of files show advocacy.', 0);
		await room.as('ailsa', async (page) => {
			await open(page, 'T6');
			await said(page).getByText('The data have changed').waitFor();
			await page.getByRole('button', { name: /^I have looked/ }).click();
			await said(page).getByText('The data have changed').waitFor({ state: 'hidden' });
			await saved(page);
		});
		expect(kept('T6')).toBe('[The majority of](files/A1 2 of 4) files show advocacy.');
	});
});

describe('two people who write one narrative', () => {
	test('are shown both texts, and nothing is overwritten', async () => {
		await room.as('ailsa', async (page) => {
			await open(page, 'T7');
			await savedElsewhere('magnus', 'T7', '## Theirs\n\nBudgets came late.', 0);
			await page.keyboard.type('Reviews were rare.');
			await page.getByText('Somebody else saved this while you were writing').waitFor();
			const both = page.getByRole('region', { name: 'Summary of the theme: two texts' });
			expect(await both.innerText()).toMatch(
				/saved by Magnus.*## Theirs\s+Budgets came late\..*yours.*Reviews were rare\./s
			);
			expect(kept('T7')).toBe('## Theirs\n\nBudgets came late.');
			await text(page).click();
			await page.keyboard.press('Control+End');
			await page.keyboard.type(' Budgets came late.');
			await page.getByRole('button', { name: 'Save this text' }).click();
			await saved(page);
		});
		expect(kept('T7')).toBe('Reviews were rare. Budgets came late.');
	});

	test('keep theirs when the other leaves their own', async () => {
		await room.as('ailsa', async (page) => {
			await open(page, 'T7');
			await savedElsewhere('magnus', 'T7', 'Theirs alone.', 2);
			await text(page).click();
			await page.keyboard.press('Control+End');
			await page.keyboard.type(' Mine besides.');
			await page.getByRole('link', { name: 'Leave yours and keep theirs' }).click();
			await page.waitForURL(`**${home}/judgements/T7`);
			await page.getByText('Theirs alone.').first().waitFor();
		});
		expect(kept('T7')).toBe('Theirs alone.');
	});
});

describe('the versions of a narrative', () => {
	test('are listed with who wrote them and what they changed, and one is brought back', async () => {
		await savedElsewhere('ailsa', 'T2', 'Advocacy came **early**.', 0);
		await savedElsewhere('magnus', 'T2', 'Advocacy came late.', 1);
		await room.as('ailsa', async (page) => {
			await page.goto(summaryOf('T2'));
			await page.getByRole('link', { name: 'Earlier versions (1)' }).click();
			await page.getByRole('heading', { name: /^Now: Magnus, / }).waitFor();
			expect(await page.locator('ins').allInnerTexts()).toContainEqual(expect.stringContaining('late.'));
			expect(await page.locator('del').first().innerText()).toContain('**early**.');
			expect(await pageFaults(page, `${summaryOf('T2')}/versions`)).toEqual([]);
			await page.getByRole('button', { name: /^Bring this version back/ }).click();
			await page.getByRole('toolbar').waitFor();
			expect(await text(page).innerText()).toContain('Advocacy came early.');
		});
		expect(kept('T2')).toBe('Advocacy came **early**.');
	});
});

describe('without scripts', () => {
	test('every verdict of the quantity check occurs, each beneath the text with what it means', async () => {
		const written = [
			'[The majority](files/A1 2 of 4) of files show that advocacy was offered.',
			'[The majority](files/A1 2 of 4) of files (2 of 4) show that advocacy was offered.',
			'Almost all files (2 of 4) show that advocacy was offered.',
			'Most carers were met, and many people waited.',
			'[Most](files/A1 3 of 4) files (2 of 4) show that advocacy was offered.'
		];
		await room.as(
			'magnus',
			async (page) => {
				await page.goto(summaryOf('T6'));
				await text(page).fill(written.join('\n\n'));
				await tool(page, 'Save').click();
				await saved(page);
				const words = (await said(page).allInnerTexts()).join('\n');
				for (const lead of [
					'The base is not said.',
					'Right',
					'is not what the data say.',
					'No measure is linked',
					'Not a defined term.',
					'The data have changed'
				])
					expect(words).toContain(lead);
			},
			{ javaScriptEnabled: false }
		);
	});

	test('a narrative is written by hand, and nothing of one that was set in the editor is lost', async () => {
		await room.as(
			'magnus',
			async (page) => {
				await page.goto(summaryOf('T1'));
				expect(await text(page).inputValue()).toBe(kept('T1'));
				await page.getByText('Words of somebody').waitFor();
				await text(page).fill(`${kept('T1')}\n\n### Then\n\n1. Ask\n2. Listen`);
				await tool(page, 'Save').click();
				await saved(page);
				await page.goto(`${home}/judgements/T1`);
				await page.getByRole('heading', { name: 'Then' }).waitFor();
				expect(await page.locator('ol', { hasText: 'Listen' }).count()).toBe(1);
			},
			{ javaScriptEnabled: false }
		);
		expect(kept('T1')).toContain(
			'- Advocacy\n- Respite\n\n> They asked me.\n\n### Then\n\n1. Ask\n2. Listen'
		);
	});

	test('the numbered check stands beneath, puts the right term with one press and links a measure with another', async () => {
		await room.as(
			'magnus',
			async (page) => {
				await page.goto(summaryOf('T5'));
				await text(page).fill(
					'Almost all files show advocacy was offered (2 of 4 files).\n\nMost people were glad.'
				);
				await tool(page, 'Save').click();
				await page.getByText('is not what the data say').waitFor();
				await page.getByRole('button', { name: /^Write “The majority/ }).click();
				await text(page).waitFor();
				expect(kept('T5')).toMatch(/^The majority/);
				const glad = page.getByRole('listitem').filter({ hasText: '“Most”' });
				await glad.locator('summary').click();
				await glad.getByLabel('Measure').selectOption('files/A1');
				await glad.getByRole('button', { name: 'Link', exact: true }).click();
				await page.getByText('is not what the data say').waitFor();
				expect(await widerThanWindow(page)).toBe(0);
			},
			{ javaScriptEnabled: false, width: 320 }
		);
		expect(kept('T5')).toMatch(/\n\n\[Most\]\(files\/A1 2 of 4\) people were glad\.$/);
	});
});

describe('the pages of a narrative', () => {
	test.each([summaryOf('T1'), summaryOf('T5'), `${home}/judgements/T1`, `${home}/report`])(
		'have no accessibility faults on %s, and fit wide and narrow windows',
		async (path) => {
			await room.as('ailsa', async (page) => {
				expect(await pageFaults(page, path)).toEqual([]);
			});
		}
	);
});
