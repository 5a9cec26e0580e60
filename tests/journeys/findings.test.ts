/** Findings: written, weighed, linked to what they rest on, proposed from the evidence; and their words of quantity. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listKeptLinks } from '#lib/server/queries/finding-links.ts';
import { findFindingRow } from '#lib/server/queries/findings.ts';
import { listPhraseLinks } from '#lib/server/queries/phrase-links.ts';
import { launchBrowser } from '../support/browser.ts';
import { pageFaults } from '../support/page-checks.ts';
import { review } from '../support/review-world.ts';
import { serveReviewing, type Reviewing } from '../support/reviewing.ts';
import { arrive } from '../support/person.ts';

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
const advocacy = `${home}/findings/advocacy`;
const words = (page: Page) => page.getByRole('textbox', { name: /^What was found/ });
const saved = (page: Page) =>
	page
		.getByText(/^Saved \d\d:\d\d$/)
		.first()
		.waitFor();
const kept = (finding: string) => room.look((db) => findFindingRow(db, review, finding));
const links = (finding: string) => room.look((db) => listKeptLinks(db, review, finding));
const tied = () => room.look((db) => listPhraseLinks(db, review, 'finding:advocacy'));
const withScripts = [
	['with scripts', true],
	['without scripts', false]
] as const;

describe.each(withScripts)('a finding, %s', (way, javaScriptEnabled) => {
	test('is added with its weight and the reason for it, and with what it rests on', async () => {
		await room.as(
			'magnus',
			async (page) => {
				await page.goto(`${home}/judgements/T2`);
				await page.getByRole('link', { name: 'Add a finding' }).click();
				await page.getByRole('radio', { name: 'Area for improvement' }).check();
				await words(page).fill(`Advocacy came late, ${way}.`);
				await page.getByRole('textbox', { name: 'Heading' }).fill('Late advocacy');
				await page.getByRole('radio', { name: 'Significant weight' }).check();
				await page.getByRole('checkbox', { name: /Advocacy offered/ }).check();
				await page.getByRole('textbox', { name: 'Case files: references' }).fill('I-2, I-3');
				await page.getByRole('button', { name: 'Save the finding' }).click();
				await page.getByText('Write why it weighs more than others.').first().waitFor();
				await page.getByRole('textbox', { name: /^Why it weighs more/ }).fill('People had to wait.');
				await page.getByRole('button', { name: 'Save the finding' }).click();
				await page.getByRole('heading', { name: 'What it rests on' }).waitFor();
				await page.getByText('2 records of Case files').waitFor();
				const finding = new URL(page.url()).pathname.split('/').at(-1)!;
				expect(kept(finding)).toMatchObject({
					direction: 'area-for-improvement',
					element: 'T2',
					weight: 'significant',
					reason: 'People had to wait.'
				});
				expect(links(finding)).toEqual([
					{ source: 'files', question: 'A1' },
					{ source: 'files', record: 'I-2' },
					{ source: 'files', record: 'I-3' }
				]);
				await page.getByRole('link', { name: 'Choose what it rests on' }).click();
				await page.getByRole('checkbox', { name: /I-3/ }).uncheck();
				await page.getByText(/^All 4$/).click();
				await page.getByRole('checkbox', { name: /A visit/ }).check();
				await page.getByRole('button', { name: 'Save what it rests on' }).click();
				await page.getByText('1 record of Case files').waitFor();
				expect(links(finding)).toEqual([
					{ source: 'files', question: 'A1' },
					{ source: 'files', record: 'I-2' },
					{ source: 'visit' }
				]);
			},
			{ javaScriptEnabled }
		);
	});
});

test('a record that the source does not have is not linked, and nothing that was written is lost', async () => {
	await room.as('ailsa', async (page) => {
		await page.goto(`${advocacy}/links`);
		await page.getByRole('textbox', { name: 'Case files: references' }).fill('I-99');
		await page.getByRole('button', { name: 'Save what it rests on' }).click();
		await page.getByText('“Case files” has no record I-99.').first().waitFor();
		expect(await page.getByRole('textbox', { name: 'Case files: references' }).inputValue()).toBe('I-99');
		expect(await page.getByRole('checkbox', { name: /Advocacy offered/ }).isChecked()).toBe(true);
	});
	expect(links('advocacy')).toEqual([{ source: 'files', question: 'A1' }]);
});

test('what is written and ticked before the scripts of the page come stays', async () => {
	await room.as('ailsa', async (page) => {
		const done = Promise.withResolvers<void>();
		await page.route(/\.js$/, async (route) => {
			await done.promise;
			await route.continue();
		});
		await page.goto(`${advocacy}/links`, { waitUntil: 'commit' });
		const references = page.getByRole('textbox', { name: 'Case files: references' });
		await references.fill('I-99');
		await page.getByRole('checkbox', { name: /Advocacy offered/ }).uncheck();
		const fold = page.locator('fieldset details:not([open])').first();
		await fold.locator('summary').click();
		const opened = await page.locator('details[open]').count();
		done.resolve();
		// Only a page that has come to life offers it.
		await page.getByRole('searchbox').waitFor();
		expect(await references.inputValue()).toBe('I-99');
		expect(await page.getByRole('checkbox', { name: /Advocacy offered/ }).isChecked()).toBe(false);
		expect(await page.locator('details[open]').count()).toBe(opened);
		await page.locator('fieldset details[open]').getByRole('checkbox').first().check();
		expect(await page.locator('details[open]').count()).toBe(opened);
	});
});

describe('what the evidence suggests', () => {
	test('is dropped and brought back, and becomes a finding only once a person has weighed and saved it', async () => {
		await room.as('ailsa', async (page) => {
			await page.goto(`${home}/findings`);
			const fold = page.locator('details', {
				hasText: 'There is no evidence on “Key performance outcomes”.'
			});
			await fold.locator('summary').click();
			await fold.getByRole('button', { name: /^Drop/ }).click();
			await fold.locator('summary').click();
			await fold.getByRole('button', { name: /^Bring it back/ }).click();
			await fold.locator('summary').click();
			await fold.getByRole('link', { name: /^Accept/ }).click();
			expect(await words(page).inputValue()).toBe('There is no evidence on “Key performance outcomes”.');
			expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
			const before = room.look((db) => db.$client.prepare('select count(*) from findings').pluck().get());
			await page.getByRole('button', { name: 'Save the finding' }).click();
			await page.getByText('Choose how much it weighs.').first().waitFor();
			expect(room.look((db) => db.$client.prepare('select count(*) from findings').pluck().get())).toBe(
				before
			);
		});
	});
});

describe('the words of quantity of a finding', () => {
	test('are marked as one writes, linked with one press and mended with one press, by keyboard', async () => {
		await room.as('ailsa', async (page) => {
			await arrive(page, advocacy);
			await words(page).fill('Most files show that advocacy was offered.');
			const list = page.getByRole('list', { name: 'Quantity check' });
			const link = list.getByRole('button', { name: /^Link it to Case files: Advocacy offered, 2 of 4/ });
			await link.focus();
			await page.keyboard.press('Enter');
			await list.getByText('“Most” is not what the data say.').waitFor();
			expect(tied()).toMatchObject([{ phrase: 'Most', measure: 'files/A1' }]);
			const mend = list.getByRole('button', { name: /^Write “The majority/ });
			await mend.focus();
			await page.keyboard.press('Enter');
			await page.waitForFunction(() =>
				document.querySelector<HTMLTextAreaElement>('#text')?.value.startsWith('The majority')
			);
			await saved(page);
			await expect
				.poll(tied)
				.toMatchObject([{ phrase: expect.stringMatching(/^The majority/), measure: 'files/A1' }]);
			await page.goto(`${home}/phrases`);
			await page.getByText('None has changed.').waitFor();
		});
		expect(kept('advocacy').text).toMatch(/^The majority/);
	});

	test('are linked and mended without scripts, after they were saved', async () => {
		await room.as(
			'ailsa',
			async (page) => {
				await page.goto(advocacy);
				await words(page).fill('Few files show that advocacy was offered.');
				await page.getByRole('button', { name: 'Save', exact: true }).click();
				await saved(page);
				await page.goto(advocacy);
				const list = page.getByRole('list', { name: 'Quantity check' });
				if (tied().length === 0)
					await list.getByRole('button', { name: /^Link it to Case files: Advocacy offered/ }).click();
				await list.getByText('“Few” is not what the data say.').waitFor();
				await list.getByRole('button', { name: /^Write “The majority/ }).click();
				await saved(page);
			},
			{ javaScriptEnabled: false }
		);
		expect(kept('advocacy').text).toMatch(/^The majority/);
		expect(tied()).toMatchObject([{ measure: 'files/A1' }]);
	});

	test('are written by Cairn for a start, from the measures that one chooses', async () => {
		await room.as('ailsa', async (page) => {
			await arrive(page, advocacy);
			await words(page).fill('');
			await page.getByText('Write it for me').click();
			await page.getByRole('checkbox', { name: /^Advocacy offered/ }).check();
			await page.getByRole('button', { name: 'Put it at the end of the text' }).click();
			expect(await words(page).inputValue()).toMatch(/^The majority of files \(2 of 4\) show/);
			await page.goto(`${home}/sentences?measure=files/A1`);
			await page.getByText(/^The majority of files \(2 of 4\) show/).waitFor();
		});
	});
});

test('the findings of a theme are weighed together, each for its reason', async () => {
	await room.as('ailsa', async (page) => {
		await page.goto(`${home}/judgements/T2`);
		await page.getByRole('link', { name: 'Change weights' }).click();
		const one = page.locator('#finding-advocacy');
		await one.getByRole('combobox', { name: 'Weight' }).selectOption('critical');
		await page.getByRole('button', { name: 'Save the weights' }).click();
		await page.getByText('Write why it weighs more than others.').first().waitFor();
		await one.getByRole('textbox').fill('Everything else hangs on it.');
		await page.getByRole('button', { name: 'Save the weights' }).click();
		await page.getByText('Why it weighs more: Everything else hangs on it.').waitFor();
	});
	expect(kept('advocacy')).toMatchObject({ weight: 'critical', reason: 'Everything else hangs on it.' });
});

test('whoever only looks on finds the findings, and nothing to change them with', async () => {
	await room.as('callum', async (page) => {
		await page.goto(`${home}/findings`);
		await page.getByRole('heading', { name: 'Findings', level: 1 }).waitFor();
		expect(await page.getByRole('link', { name: /^(Add a finding|Accept|Change weights)/ }).count()).toBe(0);
		for (const closed of [
			'findings/new',
			'findings/advocacy',
			'findings/advocacy/links',
			'findings/weights/T2',
			'phrases',
			'sentences'
		])
			expect((await page.goto(`${home}/${closed}`))?.status()).toBe(404);
	});
});

test('every page of it has room and can be used by everybody', async () => {
	await room.as('ailsa', async (page) => {
		for (const path of [
			'findings',
			'findings/new?element=T2',
			'findings/advocacy',
			'findings/advocacy/links',
			'findings/weights/T2',
			'phrases',
			'sentences?measure=files/A1'
		])
			expect(await pageFaults(page, `${home}/${path}`), path).toEqual([]);
	});
});
