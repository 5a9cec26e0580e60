/** A file is drawn for a second reading, read blind by two, settled by a judge where they differ, and counted so. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeReading } from '#lib/server/commands/complete-reading.ts';
import { recordAnswer } from '#lib/server/commands/record-answer.ts';
import { duties, givenRecords } from '#lib/server/db/schema/memberships.ts';
import { findActor } from '#lib/server/queries/actors.ts';
import { findSource } from '#lib/server/queries/sources.ts';
import { launchBrowser } from '../support/browser.ts';
import { pageFaults } from '../support/page-checks.ts';
import { review, type PersonName } from '../support/review-world.ts';
import { serveReviewing, type Reviewing } from '../support/reviewing.ts';

const source = `/reviews/${review}/evidence/files`;
const readings = `${source}/readings`;
const both = `${readings}/I-4`;
const own = { rona: 'Read by the first of the two.', iain: 'Read by the second of the two.' } as const;

let browser: Browser;
let room: Reviewing;
beforeAll(async () => {
	browser = await launchBrowser();
	room = await serveReviewing(browser);
	const at = new Date().toISOString();
	room.look((db) =>
		db
			.insert(givenRecords)
			.values({
				sourceId: findSource(db, review, 'files').key,
				record: 4,
				personId: 'rona',
				changedBy: 'ailsa',
				changedAt: at
			})
			.run()
	);
});
afterAll(async () => {
	await room?.stop();
	await browser?.close();
});

const says = (page: Page, words: string | RegExp) =>
	page.getByText(words).filter({ visible: true }).first().waitFor();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** What a reader does at the desk; the desk itself is tried in a journey of its own. */
function readToTheEnd(person: 'rona' | 'iain', answers: Record<string, string>) {
	const common = {
		A1: 'yes',
		'A 2/b?': 'option 3',
		A3: 'family',
		A4: '2025-04-01',
		A5: own[person],
		A6: '4'
	};
	room.look((db) => {
		const by = { actor: findActor(db, person)!, at: new Date().toISOString() };
		const file = { review, source: 'files', reference: 'I-4' };
		for (const [question, answer] of Object.entries({ ...common, ...answers }))
			recordAnswer(db, by, { ...file, question, answer, from: '' });
		completeReading(db, by, file);
	});
}
const csv = async (person: PersonName, name: string) =>
	(await fetch(`${room.address}${source}/${name}`, { headers: { cookie: room.cookie(person) } })).text();
const linesOfA7 = (text: string) => text.split('\r\n').filter((line) => /(^|,)A7,/.test(line));

describe('a second reading', () => {
	test('needs another reader, and is drawn without scripts with a share and a seed', async () => {
		expect.assertions(1);
		await room.as(
			'ailsa',
			async (page) => {
				await page.goto(readings);
				await says(page, 'Only Rona reads files here, and a second reading is done by somebody else');
				room.look((db) => {
					const at = new Date().toISOString();
					db.insert(duties)
						.values({
							id: 'iain-reads',
							personId: 'iain',
							reviewId: review,
							duty: 'file-reader',
							standing: 'confirmed',
							changedBy: 'ailsa',
							changedAt: at
						})
						.run();
				});
				await page.goto(source);
				await page.getByRole('link', { name: 'Readings', exact: true }).click();
				await page.getByLabel('Share to read twice, in percent').fill('half');
				await press(page, 'Draw for a second reading');
				await says(page, 'Write the share in percent, from 1 to 100.');
				await page.getByLabel('Share to read twice, in percent').fill('10');
				await page.getByLabel('Seed').fill('7');
				await press(page, 'Draw for a second reading');
				await says(page, /drawn by Ailsa at [^]*: 10%[^]*with the seed 7 \(cairn-draw-1\)/);
				await says(page, 'Iain, not started');
				expect(await page.getByText('Draw again').count()).toBe(1);
			},
			{ javaScriptEnabled: false }
		);
	});

	test('shows neither reader, nor anybody else, what was answered before both are complete', async () => {
		readToTheEnd('rona', { A7: 'yes' });
		for (const person of ['iain', 'rona', 'ailsa', 'magnus'] as const)
			await room.as(person, async (page) => {
				await page.goto(both);
				await says(page, 'What the two readers answered is shown to both of them');
				expect(await page.content()).not.toContain(own.rona);
			});
		await room.as('iain', async (page) => {
			await page.goto(`${source}/records/I-4`);
			expect(await page.locator('h1').textContent()).toBe('I-4');
			expect(await page.content()).not.toContain(own.rona);
		});
		for (const name of ['results.csv', 'agreement.csv', 'readings']) {
			const answer = await fetch(`${room.address}${source}/${name}`, {
				headers: { cookie: room.cookie('iain') }
			});
			expect(answer.status).toBe(404);
		}
	});

	test('shows both readers where they differ, and lets neither settle it', async () => {
		readToTheEnd('iain', { A7: 'no', 'A 2/b?': 'option 4' });
		for (const person of ['iain', 'rona'] as const)
			await room.as(person, async (page) => {
				await page.goto(both);
				await says(page, 'They answered 2 questions differently, of which 2 are to be settled.');
				await says(page, own.rona);
				await says(page, own.iain);
				expect(await page.getByRole('button', { name: /^Settle/ }).count()).toBe(0);
			});
	});

	test('is settled by a judge with a reason, and the results count what was settled', async () => {
		const before = linesOfA7(await csv('magnus', 'results.csv'));
		await room.as('magnus', async (page) => {
			await page.goto(readings);
			await says(page, '2 questions, 2 to settle');
			await page.getByRole('link', { name: 'I-4', exact: true }).click();
			const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Settle A7' }) });
			await form.getByLabel('What counts').selectOption({ label: 'Not recorded' });
			await form.getByLabel('Why').fill('Because');
			await press(page, 'Settle A7');
			await says(page, 'Write why it counts, in a few words at least.');
			await form.getByLabel('Why').fill('Her number 0101011237 is all there is.');
			await press(page, 'Settle A7');
			await says(page, /I have looked: this names nobody/);
			await form.getByLabel('Why').fill('The file does not say it anywhere.');
			await press(page, 'Settle A7');
			await says(page, 'They answered 2 questions differently, of which 1 is to be settled.');
			await says(page, /The file does not say it anywhere\. \(Magnus, /);

			await page.getByRole('link', { name: /^All that counts/ }).click();
			await says(page, 'Not recorded, as settled by Magnus');
			await says(page, 'The first, until it is settled');
		});
		const after = linesOfA7(await csv('magnus', 'results.csv'));
		expect(after).not.toEqual(before);
		await room.as('ailsa', async (page) => {
			await page.goto(`${source}/questions/A7`);
			await page.getByRole('link', { name: 'I-4' }).first().waitFor();
			expect(await page.locator('main').innerText()).toMatch(/I-4[^]*Not recorded/i);
			await page.goto(`/reviews/${review}/history`);
			await says(page, /settled what counts for question A7 of the record I-4/);
		});
	});

	test('says how far the readers agree, on the page and in a file', async () => {
		await room.as('ailsa', async (page) => {
			await page.goto(readings);
			await says(page, 'Iain and Rona');
			await says(page, 'One pair says too little: look at the answers themselves.');
		});
		const text = await csv('ailsa', 'agreement.csv');
		expect(text).toMatch(/^by,name,wording,pairs,same/);
		expect(text).toMatch(/\r\nquestion,A7,[^\r]*,1,0,0,/);
		expect(text).toMatch(/\r\nreaders,Iain and Rona,,5,3,/);
	});

	test('has pages without faults, wide and narrow', async () => {
		await room.as('magnus', async (page) => {
			for (const path of [readings, both, `${source}/records/I-4`])
				expect(await pageFaults(page, path), path).toEqual([]);
		});
	});
});
