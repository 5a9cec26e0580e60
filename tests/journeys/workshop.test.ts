/** A workshop in a meeting room: one big screen, and telephones of people without an account, one of them without scripts. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workshopRatings, workshops } from '#lib/server/db/schema/judging.ts';
import { findReadiness } from '#lib/server/queries/readiness.ts';
import { launchBrowser } from '../support/browser.ts';
import { accessibilityFaults, hearComplaints, pageFaults, widerThanWindow } from '../support/page-checks.ts';
import { review } from '../support/review-world.ts';
import { serveReviewing, type Reviewing } from '../support/reviewing.ts';

let browser: Browser;
let room: Reviewing;
beforeAll(async () => {
	browser = await launchBrowser();
	room = await serveReviewing(browser, 'self-evaluation');
});
afterAll(async () => {
	await room?.stop();
	await browser?.close();
});

const screen = `/reviews/${review}/workshop`;
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const says = (page: Page, words: string | RegExp) =>
	page.getByText(words).filter({ visible: true }).first().waitFor();
const isSound = async (page: Page) =>
	expect([await widerThanWindow(page), ...(await accessibilityFaults(page))]).toEqual([0]);

/** Lets so many people take out their telephones; the last one has no scripts. */
async function withTelephones(visit: (pages: Page[]) => Promise<void>, count = 3): Promise<void> {
	const contexts = await Promise.all(
		Array.from({ length: count }, (_, at) =>
			browser.newContext({
				baseURL: room.address,
				viewport: { width: 320, height: 640 },
				javaScriptEnabled: at < count - 1
			})
		)
	);
	try {
		await visit(await Promise.all(contexts.map((context) => context.newPage())));
		for (const context of contexts) expect(await context.cookies()).toEqual([]);
	} finally {
		await Promise.all(contexts.map((context) => context.close()));
	}
}

describe('a workshop', () => {
	test('goes from the code on the screen to what the room agreed on', async () => {
		await room.as('effie', async (big) => {
			const { complaints } = hearComplaints(big);
			await big.goto(screen);
			await isSound(big);
			await press(big, 'Open a workshop');
			await says(big, 'Join with your telephone.');
			await isSound(big);
			const code = (await big.locator('.code').textContent())!.trim();
			await withTelephones(async (phones) => {
				const [first, second, third] = phones as [Page, Page, Page];
				const wrong = await first.goto('/workshop');
				expect(wrong?.status()).toBe(200);
				await isSound(first);
				await first.getByLabel('Code of the workshop').fill('AAA AAA');
				await press(first, 'Continue');
				await says(first, /No workshop with this code is open/);
				for (const phone of phones) {
					await phone.goto('/workshop');
					await phone.getByLabel('Code of the workshop').fill(code.toLowerCase());
					await press(phone, 'Continue');
					await phone.getByRole('radio', { name: 'Workers' }).check();
					if (phone === first) await isSound(phone);
					await press(phone, 'Join');
					await says(phone, 'Wait for the first component.');
				}
				expect(await first.getByRole('navigation').count()).toBe(0);

				// Looking for faults has opened every standard.
				await press(big, 'Put component 8.7 to the room');
				await says(big, '8.7');
				await first.getByRole('heading', { name: 'Component 8.7' }).waitFor();
				await second.getByRole('heading', { name: 'Component 8.7' }).waitFor();
				await third.getByRole('link', { name: 'Show the component in hand' }).click();
				await third.getByRole('heading', { name: 'Component 8.7' }).waitFor();
				await isSound(first);
				await press(first, /Stage 1: Exploring/);
				await says(first, /You rated 1, exploring/);
				await press(first, /Stage 3: Initial implementation/);
				await says(first, /You rated 3, initial implementation/);
				await isSound(first);
				await press(third, /Stage 1: Exploring/);
				await says(third, /You rated 1, exploring/);
				await says(big, '2 people have rated');
				expect(await big.content()).not.toContain('What we think</h2>');
				await isSound(big);

				await press(second, /Stage 3: Initial implementation/);
				await says(big, '3 people have rated');
				await press(big, 'Show what we think');
				await says(big, 'Everybody: 3 ratings');
				await says(big, 'Workers: 3 ratings');
				await isSound(big);
				await says(first, 'What the room thinks is on the big screen.');
				await press(third, /Stage 2: Installing/);
				await says(third, /What the room thinks is shown now, so ratings stay as they are/);

				await big.getByRole('radio', { name: '3 Initial implementation' }).check();
				await big.getByLabel('Why, in a few words').fill('Three of four localities do.');
				await press(big, 'Keep what we agreed');
				await says(big, 'Agreed, and kept.');
				await press(big, 'Continue with 8.8');
				await first.getByRole('heading', { name: 'Component 8.8' }).waitFor();
				await press(first, /Stage 0: Not started/);
				await says(big, '1 person has rated');

				await press(big, 'Close the workshop');
				await big.getByRole('button', { name: 'Open a workshop' }).waitFor();
				await says(first, 'This workshop is over');
				await third.getByRole('link', { name: 'Show the component in hand' }).click();
				await says(third, 'This workshop is over');
				await second.goto(`/workshop/${code.replace(' ', '')}`);
				await press(second, 'Join');
				await says(second, /No workshop with this code is open/);
			});
			expect(complaints).toEqual([]);
		});
		expect(room.look((db) => findReadiness(db, review, '8.7'))).toMatchObject({
			howWell: 3,
			words: 'Three of four localities do.',
			agreed: 'workshop'
		});
		const kept = room.look((db) => ({
			ratings: db.select().from(workshopRatings).all(),
			workshops: db.select().from(workshops).all()
		}));
		expect(kept.workshops).toMatchObject([{ joinCode: null, state: 'closed' }]);
		expect(kept.ratings).toHaveLength(4);
		expect(new Set(kept.ratings.map(({ participant }) => participant)).size).toBe(3);
	});

	test('can be held without scripts, and looks well in both widths', async () => {
		await room.as(
			'effie',
			async (big) => {
				await big.goto(screen);
				await press(big, 'Open a workshop');
				await press(big, 'Put component 1.1 to the room');
				await press(big, 'Show what we think');
				await says(big, /Nobody has rated this component yet/);
				await big.getByRole('link', { name: 'Count again' }).click();
				await says(big, '0 people have rated');
			},
			{ javaScriptEnabled: false }
		);
		await room.as('effie', async (big) => {
			expect(await pageFaults(big, screen)).toEqual([]);
			await big.goto(screen);
			await press(big, 'Close the workshop');
		});
	});

	test('is told of to nobody who has only an address', async () => {
		const { address } = room;
		for (const path of ['/workshop/KM47RT/abc.def', '/workshop/KM47RT/abc.def/now']) {
			const answer = await fetch(`${address}${path}`);
			expect(answer.status).toBe(404);
		}
	});
});
