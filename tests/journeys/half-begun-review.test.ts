/** A review that has only begun, brought in over the command line: every page says plainly what is not there yet. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { awkwardReference, halfBegunReview } from '../support/half-begun-review.ts';
import { accessibilityFaults, widerThanWindow } from '../support/page-checks.ts';
import { asPerson } from '../support/person.ts';
import { serveCairn, type ServedCairn } from '../support/served.ts';

const review = '/reviews/isle-2025';
const pages = [
	review,
	`${review}/evidence/files?by=locality`,
	`${review}/evidence/second-reading`,
	`${review}/evidence/visit`,
	`${review}/evidence/second-reading/questions/A1`,
	`${review}/judgements/T2`,
	`${review}/judgements/T5`,
	`${review}/report`
];

let cairn: ServedCairn;
let browser: Browser;
beforeAll(async () => {
	[cairn, browser] = await Promise.all([serveCairn(), launchBrowser()]);
	const bundle = join(cairn.folder, 'bundle.json');
	writeFileSync(bundle, JSON.stringify(halfBegunReview));
	execFileSync(process.execPath, ['src/cli/cairn.ts', 'reviews', 'import', bundle], {
		env: { ...process.env, CAIRN_DATA: cairn.folder }
	});
});
afterAll(async () => {
	await browser?.close();
	await cairn?.stop();
});

const textOf = async (path: string) => {
	const answer = await fetch(new URL(path, cairn.address));
	return {
		status: answer.status,
		text: (await answer.text()).replace(/<!--.*?-->/g, '').replace(/\s+/g, ' ')
	};
};

describe('a review that has only begun', () => {
	test('stands in the list beside the example, which alone is called one', async () => {
		const { text } = await textOf('/reviews');
		expect(text).toContain('Self-directed support on the isle');
		expect(text.match(/Worked example/g)).toHaveLength(1);
	});

	test.each([
		['/evidence/second-reading', 'no file has come in'],
		['/evidence/visit', 'Nothing has been written down from this source yet'],
		['/evidence/files/questions/A7', 'no evidence among 4 files'],
		['/judgements/T5', 'No evaluation has been given yet'],
		['/judgements/T5', 'No finding has been written on this theme yet'],
		['/judgements/T5', 'No question of this review is mapped to the theme'],
		['/judgements/T5', 'No recommendation is made on this theme']
	])('says on %s: %s', async (path, words) => {
		const { status, text } = await textOf(`${review}${path}`);
		expect(status).toBe(200);
		expect(text).toContain(words);
	});

	test('opens a record whose reference is full of signs that mean something in an address', async () => {
		await asPerson(browser, cairn.address, async ({ page, follow }) => {
			await page.goto(`${review}/evidence/files`);
			await follow('2 of 3');
			await follow('2 of 3');
			await follow(awkwardReference);
			expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(awkwardReference);
			await follow(/I-2$/);
			expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('I-2');
		});
	});

	test.each(pages)('has no accessibility faults on %s, and fits wide and narrow windows', async (path) => {
		await asPerson(browser, cairn.address, async ({ page }) => {
			await page.goto(path, { waitUntil: 'networkidle' });
			for (const width of [1280, 320]) {
				await page.setViewportSize({ width, height: 900 });
				expect(await widerThanWindow(page), `${width}`).toBe(0);
				expect(await accessibilityFaults(page), `${width}`).toEqual([]);
			}
		});
	});
});

describe('what is not there', () => {
	test.each([
		['/reviews/nothing', 'There is no review “nothing”. Known: '],
		[`${review}/evidence/nothing`, 'Known: files, second-reading, visit.'],
		[`${review}/evidence/files/questions/Z9`, 'Known: A1, A 2/b?, A3, A4, A5, A6, A7.'],
		[`${review}/evidence/files/records/nobody`, 'with the reference “nobody”.'],
		[`${review}/judgements/T9`, 'There is no theme “T9”. Known: T1, T2, T3, T4, T5, T6, T7.'],
		[`${review}/moderation`, 'There is no page here'],
		['/reviews/nothing/report.pdf', 'There is no review “nothing”.']
	])('%s answers 404 and says what there is', async (path, words) => {
		const { status, text } = await textOf(path);
		expect(status).toBe(404);
		expect(text).toContain(words);
	});
});
