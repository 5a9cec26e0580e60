/** A lead inspector draws sixty of four hundred files by locality, uses a replacement, and can repeat the draw. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { and, eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { readFrameText } from '#lib/evidence/frame-text.ts';
import { drawSample } from '#lib/measures/sampling/draw.ts';
import { answers, records } from '#lib/server/db/schema/evidence.ts';
import { findSource } from '#lib/server/queries/sources.ts';
import { launchBrowser } from '../support/browser.ts';
import { accessibilityFaults, pageFaults, widerThanWindow } from '../support/page-checks.ts';
import { review } from '../support/review-world.ts';
import { serveReviewing, type Reviewing } from '../support/reviewing.ts';
import { arrive } from '../support/person.ts';

const source = 'second-reading';
const address = `/reviews/${review}/evidence/${source}/sample`;
const localityOf = (index: number) => (index < 200 ? 'North' : index < 320 ? 'South' : 'East');
const rows = Array.from({ length: 400 }, (_, index) => [`F-${index + 1}`, localityOf(index)]);
const list = [['reference', 'locality'], ...rows].map((row) => row.join('\t')).join('\n');
const drawnOf = (seed: string) =>
	drawSample(readFrameText(list).entries, {
		design: 'stratified',
		seed,
		size: 60,
		column: 'locality',
		numbers: null,
		replacements: 2
	});

let browser: Browser;
let room: Reviewing;
let folder: string;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-frame-'));
	browser = await launchBrowser();
	room = await serveReviewing(browser);
});
afterAll(async () => {
	await room?.stop();
	await browser?.close();
	rmSync(folder, { recursive: true, force: true });
});

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const says = (page: Page, words: string | RegExp) =>
	page.getByText(words).filter({ visible: true }).first().waitFor();
const kept = () =>
	room.look((db) => {
		const { key, sample } = findSource(db, review, source);
		const references = db.select().from(records).where(eq(records.sourceId, key)).all();
		return { key, sample, references: references.map(({ reference }) => reference) };
	});

describe('a sample', () => {
	test('is planned and drawn from a pasted frame without scripts', async () => {
		await room.as(
			'ailsa',
			async (page) => {
				await page.goto(`/reviews/${review}/evidence/${source}`);
				await page.getByRole('link', { name: 'Sample', exact: true }).click();
				await page.getByLabel('Or a list, as copied from a spreadsheet').fill(`${list}\nF-7\tNorth\n\tWest`);
				await press(page, 'Give the frame');
				await says(page, 'Row 402, column reference: “F-7” is there twice; row 8 has it first.');
				await says(page, 'Row 403, column reference: the reference is empty.');
				await page.getByLabel('Or a list, as copied from a spreadsheet').fill(list);
				await press(page, 'Give the frame');
				await says(page, 'North: 200 · South: 120 · East: 80');

				await page.getByLabel('Share that you expect, %').fill('90');
				await press(page, 'Show what it would say');
				await says(page, /^The widest 95% interval that 60 files from 400 can give is 36.3 to 60.5%/);
				await says(page, /the sample could not tell “most” and “almost all” apart\.$/);
				await says(page, /nothing less than all 400 will do, since it is itself a cut-off/);

				await page.getByLabel('Replacements to draw in advance').fill('2');
				await page.getByLabel('Seed').fill('7');
				await press(page, 'Draw the sample');
				await says(page, /^60 of 400 files, drawn at random within each “locality” in proportion/);
			},
			{ javaScriptEnabled: false }
		);
		const { sample, references } = kept();
		expect(references).toEqual(drawnOf('7').drawn.map(({ reference }) => reference));
		expect(sample).toMatchObject({
			design: 'stratified',
			frameSize: 400,
			strata: { column: 'locality', sizes: { North: 200, South: 120, East: 80 } }
		});
	});

	test('comes out again when it is checked, and can be taken along as a list', async () => {
		await room.as('ailsa', async (page) => {
			await page.goto(address);
			await page.getByRole('link', { name: 'Check this draw' }).click();
			await says(page, /^Checked: drawn again from the frame and the seed, the same comes out/);
			const [download] = await Promise.all([
				page.waitForEvent('download'),
				page.getByRole('link', { name: 'Download the list (CSV)' }).click()
			]);
			expect(download.suggestedFilename()).toBe(`${source}-sample.csv`);
			const text = await (
				await fetch(`${room.address}${address}.csv`, { headers: { cookie: room.cookie('ailsa') } })
			).text();
			const lines = text.trimEnd().split('\r\n');
			expect(lines).toHaveLength(1 + 60 + 6);
			expect(lines[1]).toBe(
				`1,${drawnOf('7').drawn[0]!.reference},in the sample,1,,,${drawnOf('7').drawn[0]!.strata.locality}`
			);
		});
	});

	test('is drawn again from a workbook while nothing is answered', async () => {
		const file = join(folder, 'frame.xlsx');
		const cells = [['reference', 'locality'], ...rows].map((row) => row.map((value) => ({ value })));
		writeFileSync(file, await writeExcelFile([{ data: cells, sheet: 'Frame' }]).toBuffer());
		await room.as('ailsa', async (page) => {
			await arrive(page, address);
			await page.getByText('Give another frame').click();
			await page.getByLabel('A CSV file or workbook').setInputFiles(file);
			await press(page, 'Give this frame instead');
			await page.getByRole('heading', { name: 'Draw', exact: true }).waitFor();
			expect(kept().references).toEqual([]);
			await page.getByLabel('Replacements to draw in advance').fill('2');
			await page.getByLabel('Seed').fill('8');
			await press(page, 'Draw the sample');
			await says(page, /with the seed “8”\.$/);
		});
		expect(kept().references).toEqual(drawnOf('8').drawn.map(({ reference }) => reference));
	});

	test('takes a replacement for a file that cannot be read, and says what became of its answers', async () => {
		const [given, next] = [drawnOf('8').drawn[2]!, drawnOf('8').replacements];
		const expected = next.find(({ strata }) => strata.locality === given.strata.locality)!;
		room.look((db) =>
			db.insert(answers).values({ sourceId: kept().key, question: 0, record: 3, reading: 1, value: 1 }).run()
		);
		await room.as('ailsa', async (page) => {
			await page.goto(address);
			await page.getByLabel('What cannot be read').selectOption(given.reference);
			await press(page, 'Use the next replacement');
			await page.getByRole('link', { name: 'Write why it is replaced.' }).waitFor();
			await page.getByLabel('Why').fill('The file was closed and sent away.');
			await press(page, 'Use the next replacement');
			await says(
				page,
				`${expected.reference} stands for ${given.reference} now, as number 3. 1 answer to ${given.reference} was deleted, and its reading begins again.`
			);
			const line = page.getByRole('listitem').filter({ hasText: 'The file was closed and sent away.' });
			expect(await line.innerText()).toMatch(
				new RegExp(`^${expected.reference} stands for ${given.reference}, as number 3: .*\\s+Ailsa, `)
			);
			await page.goto(`/reviews/${review}/history`);
			await page.getByRole('heading', { level: 1 }).waitFor();
			expect(await page.locator('main').innerText()).toMatch(
				/used a replacement in the sample of .*A second reading.*; 1 answer to the file that it stands for was deleted/
			);
		});
		expect(kept().references[2]).toBe(expected.reference);
	});

	test('stays as it is once there are answers', async () => {
		const { key } = kept();
		room.look((db) =>
			db.insert(answers).values({ sourceId: key, question: 0, record: 1, reading: 1, value: 1 }).run()
		);
		await room.as('ailsa', async (page) => {
			await page.goto(address);
			await says(page, 'There are answers already, so the sample is not drawn again.');
			expect(await page.getByText('Give another frame').count()).toBe(0);
		});
		room.look((db) =>
			db
				.delete(answers)
				.where(and(eq(answers.sourceId, key), eq(answers.record, 1)))
				.run()
		);
	});

	test('is nobody else’s to see or draw', async () => {
		for (const name of ['magnus', 'rona', 'effie', 'struan'] as const) {
			const seen = await fetch(`${room.address}${address}`, { headers: { cookie: room.cookie(name) } });
			expect(seen.status, name).toBe(404);
		}
	});
});

describe('the page of a sample', () => {
	test('has no accessibility faults before and after the draw, and fits wide and narrow windows', async () => {
		await room.as('ailsa', async (page) => {
			expect(await pageFaults(page, address)).toEqual([]);
			expect(await pageFaults(page, `/reviews/${review}/evidence/visit/sample?size=60&share=82`)).toEqual([]);
		});
	});

	test('has none when a form is refused, and says at each field what is wrong', async () => {
		await room.as(
			'ailsa',
			async (page) => {
				await page.goto(`/reviews/${review}/evidence/visit/sample?size=many`);
				await page.getByRole('link', { name: /^Write a whole number/ }).waitFor();
				expect([await widerThanWindow(page), ...(await accessibilityFaults(page))]).toEqual([0]);
				await press(page, 'Give the frame');
				await page.getByRole('link', { name: /^Choose a file, or paste a list/ }).waitFor();
				expect([await widerThanWindow(page), ...(await accessibilityFaults(page))]).toEqual([0]);
			},
			{ width: 320 }
		);
	});
});
