/** A review that has only begun, brought in over the command line: every page says plainly what is not there yet. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { awkwardReference, halfBegunReview } from '../support/half-begun-review.ts';
import { openWindow, pageFaults } from '../support/page-checks.ts';
import { addOrganisation, addPerson, sessionCookie, signInAs } from '../support/people.ts';
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
let page: Page;
let lead: string;
beforeAll(async () => {
	[cairn, browser] = await Promise.all([serveCairn(), launchBrowser()]);
	page = await openWindow(browser, cairn.address);
	const bundle = join(cairn.folder, 'bundle.json');
	writeFileSync(bundle, JSON.stringify(halfBegunReview));
	addOrganisation(cairn.folder, {
		id: 'isle',
		kind: 'partnership',
		name: 'The isle',
		partnership: 'S37000022'
	});
	execFileSync(
		process.execPath,
		['src/cli/cairn.ts', 'reviews', 'import', bundle, '--organisation', 'isle'],
		{
			env: { ...process.env, CAIRN_DATA: cairn.folder }
		}
	);
	lead = await addPerson(cairn.folder, {
		name: 'Lead of the isle',
		email: 'lead@isle.example',
		memberships: [{ organisation: 'isle', role: 'partnership-lead' }]
	});
	await signInAs(page, cairn, lead);
});
afterAll(async () => {
	await browser?.close();
	await cairn?.stop();
});

const textOf = async (path: string) => {
	const answer = await fetch(new URL(path, cairn.address), {
		headers: { cookie: sessionCookie(cairn.folder, lead) }
	});
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
		['/evidence/files?by=nonsense', 'The answers cannot be split by “nonsense”'],
		['/evidence/files?by=nonsense', 'They can be split by: '],
		['/judgements/T5', 'No finding has been written on this standard yet']
	])('says on %s: %s', async (path, words) => {
		const { status, text } = await textOf(`${review}${path}`);
		expect(status).toBe(200);
		expect(text).toContain(words);
	});

	test('opens a record whose reference is full of signs that mean something in an address', async () => {
		await asPerson(browser, cairn.address, async ({ page, follow }) => {
			await signInAs(page, cairn, lead);
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
		expect(await pageFaults(page, path)).toEqual([]);
	});
});

describe('what is not there', () => {
	test.each([
		['/reviews/nothing', 'There is no page here', ['/reviews']],
		[
			`${review}/evidence/nothing/questions/A1`,
			'“nothing”.',
			['files', 'second-reading', 'visit'].map((source) => `${review}/evidence/${source}`)
		],
		[
			`${review}/evidence/files/questions/Z9`,
			'with the code “Z9”.',
			['A1', 'A%202%2Fb%3F', 'A7'].map((code) => `${review}/evidence/files/questions/${code}`)
		],
		[`${review}/evidence/files/records/nobody`, 'There is no page here', ['/reviews']],
		[
			`${review}/judgements/T9`,
			'There is no theme “T9”.',
			['T1', 'T7'].map((theme) => `${review}/judgements/${theme}`)
		],
		[`${review}/nothing-here`, 'There is no page here', ['/reviews']],
		['/change-map/W99', 'There is no change “W99” on the change map.', ['/change-map/W4']],
		['/reviews/nothing/report.pdf', 'There is no page here', []]
	])('%s answers 404 and leads to what there is', async (path, words, hrefs) => {
		const { status, text } = await textOf(path);
		expect(status).toBe(404);
		expect(text).toContain(words);
		for (const href of hrefs) expect(text).toContain(`href="${href}"`);
	});
});
