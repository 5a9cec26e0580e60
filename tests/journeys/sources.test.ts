/** Whoever leads a review names its sources, and gives each the questions that it asks. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findDigest, findDocument } from '#lib/server/queries/documents.ts';
import { findSource, listSources } from '#lib/server/queries/sources.ts';
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

const evidence = `/reviews/${review}/evidence`;
const own = `staff-survey-${review}`;
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });
/** Waits until the page says so. */
const says = (page: Page, words: string | RegExp) =>
	page.getByText(words).filter({ visible: true }).first().waitFor();
const ids = () => room.look((db) => listSources(db, review).map(({ id }) => id));

/** Fills what a focus group asks for; the rest stays as it is offered. */
async function addGroup(page: Page, title: string): Promise<void> {
	await page.goto(evidence);
	await link(page, 'Add a source').click();
	await link(page, 'Focus group').click();
	await page.getByLabel('Title').fill(title);
	await page.getByLabel('Who was heard').fill('Unpaid carers and workers');
	await page.getByLabel('How many people were heard').fill('12');
	await page.getByLabel('How many of each group').fill('unpaid carers: 8\nworkers: 4');
	await page.getByLabel('First day').fill('2026-02-03');
	await button(page, 'Add the source').click();
	await heading(page, /^Evidence$/).waitFor();
}

describe.each([
	['with scripts', true],
	['without scripts', false]
] as const)('a source, %s', (way, javaScriptEnabled) => {
	const title = `Carers’ group ${javaScriptEnabled ? 'one' : 'two'}`;
	const id = `carers-group-${javaScriptEnabled ? 'one' : 'two'}`;

	test('is added, changed, withdrawn with a reason and brought back', async () => {
		await room.as(
			'ailsa',
			async (page) => {
				await addGroup(page, title);
				await says(page, /12 people: 8 unpaid carers, 4 workers/);
				await link(page, title).click();
				await link(page, 'Edit').click();
				await page.getByLabel('How they were drawn, in a sentence').fill('Invited by their centre.');
				await button(page, 'Save').click();
				await says(page, /^Saved \d\d:\d\d$/);
				await button(page, 'Withdraw the source').click();
				await says(page, 'Write why it is withdrawn.');
				await page.getByLabel('Why it is withdrawn').fill('Entered twice.');
				await button(page, 'Withdraw the source').click();
				await heading(page, 'Withdrawn').waitFor();
				await says(page, /Entered twice\.$/);
				expect(ids()).not.toContain(id);
				await button(page, new RegExp(`^Bring it back.*${title}`)).click();
				await heading(page, 'Withdrawn').waitFor({ state: 'detached' });
			},
			{ javaScriptEnabled }
		);
		expect(ids()).toContain(id);
		expect(room.look((db) => findSource(db, review, id).sample.howDrawn)).toBe('Invited by their centre.');
	});

	test('gets a version of its own of the questions, and a used version stays as it is', async () => {
		const survey = `Team survey ${javaScriptEnabled ? 'one' : 'two'}`;
		const edition = javaScriptEnabled ? '1' : '2';
		await room.as(
			'ailsa',
			async (page) => {
				await page.goto(`${evidence}/new?kind=staff-survey`);
				await page.getByLabel('Title').fill(survey);
				await page.getByLabel('Who is asked').fill('Workers of one team');
				await button(page, 'Add the source').click();
				await heading(page, 'No questions yet').waitFor();
				await page.getByLabel('Made from').selectOption('staff-survey@1');
				await button(page, 'Begin with this one').click();
				await heading(page, /^In the making/).waitFor();
				await button(page, 'Add a question').click();
				const wording = page.getByRole('textbox', { name: 'The question' });
				await wording.fill('Is there time for a good conversation?');
				await button(page, 'Save').click();
				await says(page, /^Saved \d\d:\d\d$/);
				await link(page, 'What it gives evidence on').click();
				if (javaScriptEnabled) await page.getByLabel('Find by a word or a code').fill('staff');
				else await page.locator('summary').filter({ hasText: 'All of them' }).click();
				await page.getByText(/^T3 /).click();
				await button(page, 'Keep these').click();
				await says(page, /1 element \(T3\)/);
				await page.getByLabel('Stands after').selectOption('');
				await button(page, 'Move it there').click();
				await heading(page, /^In the making/).waitFor();
				await button(page, 'Use this version').click();
				await says(page, `${own}@${edition}`);
			},
			{ javaScriptEnabled }
		);
		const kept = room.look((db) => findDocument(db, 'instrument', `${own}@${edition}`));
		expect(kept.questions[0]).toMatchObject({
			wording: 'Is there time for a good conversation?',
			elements: ['T3']
		});
		const before = room.look((db) => findDigest(db, 'instrument', own, edition));
		await room.as(
			'ailsa',
			async (page) => {
				await page.goto(
					`${evidence}/${javaScriptEnabled ? 'team-survey-one' : 'team-survey-two'}/instrument`
				);
				await page.getByLabel('Made from').selectOption(`${own}@${edition}`);
				await button(page, 'Begin with this one').click();
				await link(page, 'Is there time for a good conversation?').click();
				await button(page, 'Take it out').click();
				await heading(page, 'Taken out').waitFor();
				await button(page, 'Give it up').click();
				await heading(page, /^In the making/).waitFor({ state: 'detached' });
			},
			{ javaScriptEnabled }
		);
		expect(room.look((db) => findDigest(db, 'instrument', own, edition))).toBe(before);
	});
});

describe('the questions of a source', () => {
	test('are begun from a file, with faults named by question until they are mended', async () => {
		const id = 'team-survey-one';
		await room.as('ailsa', async (page) => {
			// Once the scripts are there: what was opened before them may be closed by them.
			await arrive(page, `${evidence}/${id}/instrument`);
			await page.getByText('Begin with a file, or with nothing').click();
			const file = {
				...{ id: 'afar', edition: '1', title: 'From afar' },
				questions: [{ code: 'A', wording: 'How is it?', type: 'single-choice', positive: [] }]
			};
			const choose = page.getByLabel('An instrument as a JSON file');
			await choose.setInputFiles({
				...{ name: 'broken.json', mimeType: 'application/json' },
				buffer: Buffer.from('{"id":')
			});
			await button(page, 'Begin with the file').click();
			await says(page, 'This is not a JSON file.');
			await choose.setInputFiles({
				...{ name: 'afar.json', mimeType: 'application/json' },
				buffer: Buffer.from(JSON.stringify(file))
			});
			await button(page, 'Begin with the file').click();
			await heading(page, 'Before it can be used').waitFor();
			expect(await button(page, 'Use this version').isDisabled()).toBe(true);
			await link(page, 'Question 1 (A)').click();
			await page.getByLabel('Its options').fill('well\nbadly');
			await says(page, /^Saved \d\d:\d\d$/);
			await link(page, 'Back to the questions').click();
			await button(page, 'Use this version').click();
			await says(page, `afar-${review}@1`);
		});
	});

	test('stay as they are once there are answers, and the page says why', async () => {
		await room.as('ailsa', async (page) => {
			await page.goto(`${evidence}/staff/instrument`);
			await says(page, /has answers, so it keeps the version/);
			expect(await button(page, /^(Ask these|Begin|Use)/).count()).toBe(0);
		});
	});

	test('and its sources are not arranged by somebody who only judges', async () => {
		await room.as('magnus', async (page) => {
			await page.goto(evidence);
			expect(await link(page, 'Add a source').count()).toBe(0);
			const answers = await Promise.all(
				[`${evidence}/new`, `${evidence}/files/edit`, `${evidence}/files/instrument`].map(async (path) =>
					(await page.request.get(path)).status()
				)
			);
			expect(answers).toEqual([404, 404, 404]);
		});
	});
});

describe('every page of sources and questions', () => {
	test('has no accessibility faults, and fits wide and narrow windows', async () => {
		await room.as('ailsa', async (page) => {
			const instrument = `${evidence}/team-survey-two/instrument`;
			await page.goto(instrument);
			await button(page, 'Begin with this one').click();
			await heading(page, /^In the making/).waitFor();
			const paths = [
				...[
					evidence,
					`${evidence}/new`,
					`${evidence}/new?kind=staff-survey`,
					`${evidence}/new?kind=document`
				],
				...[`${evidence}/carers-group-one/edit`, `${evidence}/staff/instrument`],
				...[instrument, `${instrument}/about`, `${instrument}/q1`, `${instrument}/q1/elements`]
			];
			for (const path of paths) expect([path, ...(await pageFaults(page, path))]).toEqual([path]);
		});
	});
});
