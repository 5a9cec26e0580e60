/**
 * Beside our peers, in the browser: a question to everybody, messages between two partnerships, a test of change that
 * is shared, a checklist that is kept, and the change map as the way to all of it.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actionFieldNames, type ActionTexts } from '#lib/server/commands/action-texts.ts';
import { addAction } from '#lib/server/commands/add-action.ts';
import { addTestOfChange } from '#lib/server/commands/add-test-of-change.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { entries } from '#lib/server/db/schema/community.ts';
import { findActor } from '#lib/server/queries/actors.ts';
import { launchBrowser } from '../support/browser.ts';
import { pageFaults } from '../support/page-checks.ts';
import { review } from '../support/review-world.ts';
import { serveReviewing, type Reviewing } from '../support/reviewing.ts';
import { arrive } from '../support/person.ts';

let browser: Browser;
let room: Reviewing;
let action: string;
beforeAll(async () => {
	browser = await launchBrowser();
	room = await serveReviewing(browser, 'self-evaluation');
	const db = openDatabase(room.folder);
	const at = new Date().toISOString();
	const by = { actor: findActor(db, 'effie')!, at };
	const empty = Object.fromEntries(actionFieldNames.map((name) => [name, ''])) as ActionTexts;
	const title = 'Shorten the way to a budget';
	action = addAction(db, by, { ...empty, review, title, status: 'not-started' });
	const tried = { plan: 'Team leaders decide for a month.', do: 'Two teams did.', study: '', act: '' };
	addTestOfChange(db, by, { review, action, ...tried, from: '', to: '' });
	db.insert(entries)
		.values({
			...{ id: 'visits', kind: 'practice', organisationId: 'isle', title: 'Visits in the evening' },
			...{ texts: { did: 'We go in the evening.' }, links: [], elements: ['W4'], careGroups: [] },
			...{ contact: true, state: 'published', writtenBy: 'effie', publishedAt: at },
			...{ changedBy: 'effie', changedAt: at }
		})
		.run();
	db.$client.close();
});
afterAll(async () => {
	await room?.stop();
	await browser?.close();
});

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const says = (page: Page, words: string | RegExp) =>
	page.getByText(words).filter({ visible: true }).first().waitFor();
const noScripts = { javaScriptEnabled: false };

describe('a hot topic', () => {
	const title = 'Who has shortened the way to a budget?';
	let topic: string;

	test('is asked from a standard, and answered by somebody elsewhere without JavaScript', async () => {
		await room.as('effie', async (page) => {
			await arrive(page, '/standards/8');
			await page.getByRole('link', { name: 'Ask all partnerships' }).click();
			await page.waitForURL(/topics\/new/);
			await page.waitForLoadState('networkidle');
			await page.getByLabel('Your question').fill(title);
			await page.getByLabel('More about it').fill('Ours takes eleven weeks. Write to a.reid@example.org.');
			await press(page, 'Ask it');
			await says(page, 'This may name somebody, so nothing was stored');
			await page.getByLabel('More about it').fill('Ours takes eleven weeks.');
			await press(page, 'Ask it');
			await page.getByRole('heading', { name: title, level: 1 }).waitFor();
			topic = new URL(page.url()).pathname;
			await page.getByRole('link', { name: /^8\. Worker Autonomy/ }).waitFor();
		});
		await room.as(
			'struan',
			async (page) => {
				await page.goto('/practice/topics?q=budget');
				await page.getByRole('link', { name: title }).click();
				await page.getByLabel('Your answer').fill('We let team leaders decide.');
				await press(page, 'Answer');
				await says(page, 'We let team leaders decide.');
				await press(page, 'Useful to us');
				await says(page, /Useful to 1 organisation/);
				expect(await page.getByLabel('What was answered, in short').count()).toBe(0);
			},
			noScripts
		);
	});

	test('is closed with a summary, which stands first from then on', async () => {
		await room.as('effie', async (page) => {
			await arrive(page, topic);
			expect(await pageFaults(page, topic)).toEqual([]);
			await says(page, 'Useful to 1 organisation.');
			expect(await page.getByRole('button', { name: 'Useful to us' }).count()).toBe(0);
			await page.getByLabel('What was answered, in short').fill('Team leaders decide in the south.');
			await press(page, 'Close the topic');
			await page.getByRole('heading', { name: 'What came of it' }).waitFor();
			expect(await page.getByLabel('Your answer').count()).toBe(0);
			expect(await pageFaults(page, '/practice/topics')).toEqual([]);
			await says(page, 'Team leaders decide in the south.');
		});
	});
});

describe('a message', () => {
	test('begins at what somebody shares, and is answered by another partnership', async () => {
		let conversation = '';
		await room.as('ailsa', async (page) => {
			const address = '/practice/messages/new?about=entry:visits&to=isle';
			expect(await pageFaults(page, address)).toEqual([]);
			await page.getByRole('heading', { name: 'Write to The isle', level: 1 }).waitFor();
			await page.getByLabel('Your message').fill('How did you begin?');
			await press(page, 'Send');
			await page.getByRole('heading', { name: 'Messages with The isle', level: 1 }).waitFor();
			conversation = new URL(page.url()).pathname;
		});
		await room.as(
			'effie',
			async (page) => {
				await page.goto('/');
				await page.getByRole('link', { name: 'Read 1 message from other organisations' }).click();
				await page.getByRole('link', { name: 'The north' }).click();
				await says(page, 'How did you begin?');
				await page.getByLabel('Your message').fill('With one team.');
				await press(page, 'Send');
				await says(page, 'With one team.');
				await page.goto('/');
				expect(await page.getByRole('link', { name: /message from other/ }).count()).toBe(0);
			},
			noScripts
		);
		await room.as('ailsa', async (page) => {
			expect(await pageFaults(page, conversation)).toEqual([]);
			await says(page, 'With one team.');
			expect(await pageFaults(page, '/practice/messages')).toEqual([]);
		});
		await room.as('struan', async (page) => {
			const answer = await page.goto(conversation);
			expect(answer?.status()).toBe(404);
			await page.goto('/practice/messages');
			await says(page, /There are none yet/);
		});
	});
});

describe('a test of change', () => {
	test('is shared from the plan of action as a draft that takes its words over, and goes nowhere by itself', async () => {
		await room.as('effie', async (page) => {
			await arrive(page, `/reviews/${review}/plan-of-action/${action}`);
			await page.getByRole('link', { name: /^Share this test/ }).click();
			await says(page, 'What is shared is read by members of other partnerships.');
			await press(page, 'Begin');
			await page.waitForURL(/\/practice\/[^/]+\/edit$/);
			await page.waitForLoadState('networkidle');
			expect(await page.getByLabel('What was tried').inputValue()).toBe(
				'Team leaders decide for a month.\n\nTwo teams did.'
			);
		});
		const shared = room
			.look((db) => db.select().from(entries).all())
			.find(({ sharedFrom }) => sharedFrom !== null)!;
		expect(shared).toMatchObject({ state: 'draft', sharedFrom: `${review}/${action}/1` });
		await room.as('struan', async (page) => {
			expect((await page.goto(`/practice/${shared.id}`))?.status()).toBe(404);
		});
		await room.as('effie', async (page) => {
			await page.goto(`/reviews/${review}/plan-of-action/${action}`);
			await says(page, /^Shared with other partnerships/);
		});
	});
});

describe('a checklist', () => {
	const list = '/self-checks/C-best-value';

	test('is answered by anybody without JavaScript and without being kept', async () => {
		const context = await browser.newContext({ baseURL: room.address, javaScriptEnabled: false });
		const page = await context.newPage();
		try {
			await page.goto(list);
			await page.getByRole('group', { name: /^2\./ }).getByLabel('No', { exact: true }).check();
			await page.getByLabel('Note on 2, if you like').fill('Not by any of us');
			await press(page, 'Show the result');
			await page.getByRole('heading', { name: '1 of 4 to look at' }).waitFor();
			await says(page, 'Not by any of us');
			expect(await page.getByRole('heading', { name: 'Keep it in a review' }).count()).toBe(0);
		} finally {
			await context.close();
		}
	});

	test('is kept in a review, goes on being written there, and is read by whoever sees it', async () => {
		const kept = `/reviews/${review}/self-checks/C-best-value`;
		await room.as('effie', async (page) => {
			await arrive(page, `/reviews/${review}/judgements`);
			await page.getByRole('link', { name: 'Answer a checklist of the older documents' }).click();
			await page.getByRole('link', { name: 'Best Value' }).click();
			await page.getByRole('heading', { name: 'Best Value', level: 1 }).waitFor();
			await page.waitForLoadState('networkidle');
			await page.getByRole('group', { name: /^2\./ }).getByLabel('Partly').check();
			await press(page, 'Keep it in this review');
			await page.waitForURL(new RegExp(`${kept}$`));
			await page.waitForLoadState('networkidle');
			await page.getByRole('group', { name: /^1\./ }).getByLabel('No', { exact: true }).check();
			await page.getByLabel('What we make of it').fill('We begin with the first.');
			await says(page, /^Saved \d\d:\d\d/);
			expect(await pageFaults(page, kept)).toEqual([]);
			await page.getByRole('heading', { name: '2 of 4 to look at' }).waitFor();
		});
		await room.as('morag', async (page) => {
			await page.goto(`/reviews/${review}/judgements`);
			await page.getByRole('link', { name: 'Best Value' }).click();
			await says(page, 'We begin with the first.');
			expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
		});
		await room.as('effie', async (page) => {
			await page.goto(`/reviews/${review}/history`);
			await says(page, /kept the answers to a checklist/);
		});
	});
});

describe('the change map', () => {
	test('leads to practice, to questions and to checklists; and who is not signed in finds the frameworks only', async () => {
		await room.as('iain', async (page) => {
			await arrive(page, '/change-map');
			await page.locator('#W4').getByRole('link', { name: '1 shared' }).click();
			await page.getByRole('heading', { name: 'Practice', exact: true }).waitFor();
			await page.getByRole('link', { name: 'Visits in the evening' }).click();
			await page.getByRole('heading', { name: 'Visits in the evening', level: 1 }).waitFor();
			for (const path of ['/change-map', '/change-map/W4']) expect(await pageFaults(page, path)).toEqual([]);
		});
		const context = await browser.newContext({ baseURL: room.address });
		const page = await context.newPage();
		try {
			for (const path of ['/change-map', '/change-map/W4', '/standards', '/standards/8']) {
				await page.goto(path);
				const members = /Visits in the evening|Who has shortened|Share what you do|named in the source/i;
				expect(await page.getByText(members).count()).toBe(0);
			}
		} finally {
			await context.close();
		}
	});
});
