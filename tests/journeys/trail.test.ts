import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operator } from '#lib/server/access/actor.ts';
import { importReview } from '#lib/server/commands/import-review.ts';
import { saveNarrative } from '#lib/server/commands/save-narrative.ts';
import { openCairn } from '#lib/server/open-cairn.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { eraseDue } from '#lib/server/erase-due.ts';
import { findActor } from '#lib/server/queries/actors.ts';
import { planErasures } from '#lib/server/queries/retention.ts';
import { verifyTrail } from '#lib/server/queries/verify-trail.ts';
import { launchBrowser } from '../support/browser.ts';
import { awkwardReference, halfBegunReview } from '../support/half-begun-review.ts';
import { pageFaults } from '../support/page-checks.ts';
import { addOrganisation, addPerson, sessionCookie, signInAs } from '../support/people.ts';
import { serveCairn, type ServedCairn } from '../support/served.ts';
import { arrive } from '../support/person.ts';

const review = 'isle-2025';
const home = `/reviews/${review}`;

let folder: string;
let served: ServedCairn;
let browser: Browser;
/** Ids of people by their first names. */
let who: Record<'ailsa' | 'callum' | 'hamish' | 'isla', string>;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-trail-'));
	const at = new Date().toISOString();
	const db = openCairn(folder, at);
	addOrganisation(db, { id: 'north', kind: 'scrutiny-body', name: 'The north', host: true });
	addOrganisation(db, { id: 'south', kind: 'scrutiny-body', name: 'The south' });
	importReview(
		db,
		{ ...halfBegunReview, review: { ...halfBegunReview.review, kind: 'thematic-review' } },
		{ actor: operator, at, organisation: 'north' }
	);
	const add = (name: string, organisation: string, role: 'administrator' | 'inspector' | 'lead-inspector') =>
		addPerson(db, {
			name,
			email: `${name.split(' ')[0]}@example.org`,
			memberships: [{ organisation, role }]
		});
	who = {
		ailsa: await add('Ailsa Reid', 'north', 'lead-inspector'),
		callum: await addPerson(db, {
			name: 'Callum Orr',
			email: 'callum@example.org',
			memberships: [{ organisation: 'north', role: 'inspector' }],
			duties: [{ review, duty: 'observer' }]
		}),
		hamish: await add('Hamish Muir', 'north', 'administrator'),
		isla: await add('Isla Begg', 'south', 'administrator')
	};
	const actor = findActor(db, who.ailsa)!;
	const save = (text: string, version: number) =>
		saveNarrative(db, { actor, at: new Date().toISOString() }, { review, element: 'T2', text, version });
	save('Few files show that advocacy was offered in good time.', 0);
	save('Half of the files show that advocacy was offered in good time.', 1);
	db.$client.close();
	[served, browser] = await Promise.all([serveCairn({ CAIRN_DATA: folder }), launchBrowser()]);
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
	rmSync(folder, { recursive: true, force: true });
});

/** A window of somebody who is signed in. */
async function windowOf(name: keyof typeof who, options: { javaScriptEnabled?: boolean } = {}) {
	const context = await browser.newContext({ baseURL: served.address, ...options });
	const page = await context.newPage();
	await signInAs(page, served, who[name]);
	return page;
}

const ask = (name: keyof typeof who, path: string) =>
	fetch(served.address + path, {
		headers: { cookie: sessionCookie(served.folder, who[name], served.address) },
		redirect: 'manual'
	});

const within = <Result>(work: (db: ReturnType<typeof openDatabase>) => Result): Result => {
	const db = openDatabase(served.folder);
	try {
		return work(db);
	} finally {
		db.$client.close();
	}
};

const toldOf = (verb: string) =>
	within((db) =>
		db.$client.prepare('select person, subject from events where verb = ? order by id').all(verb)
	) as { person: string | null; subject: string | null }[];

describe('the history of a review', () => {
	test('reads as sentences, shows what changed, and is chosen from without JavaScript', async () => {
		const page = await windowOf('ailsa', { javaScriptEnabled: false });
		await page.goto(`${home}/history`);
		const newest = page.locator('ol.plain > li').first();
		expect(await newest.innerText()).toContain('Ailsa Reid saved the summary of theme 2,');
		await newest.getByText('What changed').click();
		expect(await newest.locator('del').innerText()).toContain('Few');
		expect(await newest.locator('ins').innerText()).toContain('Half of the');
		await page.getByText('Choose who, what and when').click();
		await page.getByLabel('What').selectOption({ label: 'Plan and team' });
		await page.getByRole('button', { name: 'Show these' }).click();
		expect(page.url()).toContain('kind=plan');
		expect(await page.locator('ol.plain > li').allInnerTexts()).toEqual([
			expect.stringMatching(/The command line brought in this review, with 3 sources and 4 records\.$/)
		]);
		await page.getByRole('link', { name: 'Show everything' }).click();
		expect(await page.locator('ol.plain > li').count()).toBe(3);
		await page.context().close();
	});

	test('is taken along as a file, and that is told', async () => {
		const answer = await ask('ailsa', `${home}/history.csv`);
		expect(answer.headers.get('content-disposition')).toContain('isle-2025-history.csv');
		expect(await answer.text()).toContain('Half of the files show');
		expect(toldOf('trail-downloaded').at(-1)).toEqual({ person: who.ailsa, subject: null });
	});

	test('tells of a record that was opened, and names it only to those who see records', async () => {
		const record = `${home}/evidence/files/records/${encodeURIComponent(awkwardReference)}`;
		expect((await ask('callum', record)).status).toBe(404);
		expect((await ask('ailsa', record)).status).toBe(200);
		expect(toldOf('record-opened')).toEqual([{ person: who.ailsa, subject: `files/${awkwardReference}` }]);
		expect(await (await ask('ailsa', `${home}/history`)).text()).toContain('I/7 &amp; 8?#% of “Case files”');
		const seen = await (await ask('callum', `${home}/history`)).text();
		expect(seen).toContain('opened a record of “Case files”');
		expect(seen).not.toContain('I/7');
	});

	test('tells of results and reports that were taken along', async () => {
		await (await ask('callum', `${home}/evidence/files/results.csv`)).text();
		await (await ask('callum', `${home}/evidence/files/results.xlsx`)).arrayBuffer();
		await (await ask('callum', `${home}/report.pdf`)).arrayBuffer();
		expect(toldOf('results-downloaded')).toEqual([
			{ person: who.callum, subject: 'files' },
			{ person: who.callum, subject: 'files' }
		]);
		expect(toldOf('report-downloaded')).toEqual([{ person: who.callum, subject: null }]);
	});

	test('is not there for those who do not see the review', async () => {
		for (const path of ['history', 'history.csv'])
			expect((await ask('isla', `${home}/${path}`)).status).toBe(404);
	});

	test('does not tell of a record that a mouse only passed over', async () => {
		const before = toldOf('record-opened').length;
		const page = await windowOf('ailsa');
		await arrive(page, `${home}/evidence/files/questions/A1`);
		await page.getByRole('link', { name: 'I-2' }).first().hover();
		await page.waitForLoadState('networkidle');
		await page.getByRole('link', { name: 'I-2' }).first().click();
		await page.getByRole('heading', { name: 'I-2' }).waitFor();
		expect(toldOf('record-opened').length).toBe(before + 1);
		await page.context().close();
	});
});

describe('the audit page', () => {
	test('says that the trail is whole when it is, and what is wrong when it is not', async () => {
		const page = await windowOf('hamish', { javaScriptEnabled: false });
		await page.goto('/admin/audit');
		await page.getByRole('button', { name: 'Check the trail' }).click();
		await page.getByText(/^Checked just now: \d+ events, none altered\.$/).waitFor();
		const set = (value: string) =>
			within((db) => db.$client.prepare('update events set subject = ? where id = 2').run(value));
		const [{ subject }] = within((db) =>
			db.$client.prepare('select subject from events where id = 2').all()
		) as [{ subject: string }];
		set('another');
		await page.getByRole('button', { name: 'Check again' }).click();
		await page.getByText('Event 2 is not as it was written.').waitFor();
		set(subject);
		expect(within((db) => verifyTrail(db).faults)).toEqual([]);
		await page.context().close();
	});

	test('shows whoever looks after the installation no text of a review', async () => {
		const page = await (await ask('hamish', '/admin/audit')).text();
		expect(page).toContain('saved the summary of theme 2');
		expect(page).not.toMatch(/Half of the files|Few files|Case files|I\/7/);
		expect(await (await ask('hamish', '/admin/audit.csv')).text()).not.toMatch(
			/Half of the files|Case files/
		);
		expect((await ask('hamish', home)).status).toBe(404);
	});

	test('shows another administrator only their own organisation, and no state of the whole trail', async () => {
		const page = await (await ask('isla', '/admin/audit')).text();
		expect(page).not.toMatch(/Ailsa|Callum|Check the trail|isle-2025/);
		const post = await fetch(`${served.address}/admin/audit?/check`, {
			method: 'POST',
			headers: {
				cookie: sessionCookie(served.folder, who.isla, served.address),
				origin: served.address,
				'content-type': 'application/x-www-form-urlencoded'
			}
		});
		expect(post.status).toBe(404);
	});

	test('is not there for an inspector', async () => {
		for (const path of ['/admin/audit', '/admin/audit.csv', '/admin/retention'])
			expect((await ask('ailsa', path)).status).toBe(404);
		expect((await ask('isla', '/admin/retention')).status).toBe(404);
	});
});

describe('the rule on keeping', () => {
	test('is set only after what it erases was shown, without JavaScript', async () => {
		within((db) =>
			db.$client.prepare("update reviews set issued_at = '2019-05-01T09:00:00.000Z' where id = ?").run(review)
		);
		const page = await windowOf('hamish', { javaScriptEnabled: false });
		await page.goto('/admin/retention');
		expect(await page.locator('main').innerText()).toContain('Nothing is erased by itself.');
		await page.getByLabel('Years after a review was issued').fill('none');
		await page.getByRole('button', { name: 'Show what it would erase' }).click();
		expect(await page.locator('.ds_question__error-message').innerText()).toContain('whole number of years');
		await page.getByLabel('Years after a review was issued').fill('7');
		await page.getByRole('button', { name: 'Show what it would erase' }).click();
		const row = page.getByRole('row').filter({ hasText: review });
		expect(await row.innerText()).toMatch(/1 May 2019[\s\S]*4[\s\S]*17[\s\S]*1[\s\S]*0[\s\S]*2/);
		await page.getByRole('button', { name: 'Set this rule' }).click();
		await page.waitForURL(/retention$/);
		expect(await page.locator('.lead').innerText()).toBe(
			'Records and free text of a review are erased 7 years after it was issued.'
		);
		await page.context().close();
	});

	test('is not set over one that somebody else set meanwhile', async () => {
		const page = await windowOf('hamish', { javaScriptEnabled: false });
		await page.goto('/admin/retention?years=3');
		await page.locator('[name=version]').evaluate((field: HTMLInputElement) => (field.value = '1'));
		await page.getByRole('button', { name: 'Set this rule' }).click();
		await page.getByText('Somebody else has set the rule meanwhile').waitFor();
		await page.goto('/admin/retention');
		expect(await page.locator('.lead').innerText()).toContain('7 years');
		await page.context().close();
	});
});

describe('pages of the trail', () => {
	test('have no fault that a tool can find, wide and narrow', async () => {
		const lead = await windowOf('ailsa');
		expect(await pageFaults(lead, `${home}/history`)).toEqual([]);
		await lead.context().close();
		const administrator = await windowOf('hamish');
		for (const path of ['/admin/audit', '/admin/retention?years=5', '/admin/retention?years=x'])
			expect(await pageFaults(administrator, path)).toEqual([]);
		await administrator.context().close();
	});
});

describe('a review whose records were erased', () => {
	beforeAll(() => {
		within((db) => {
			const by = { actor: operator, at: new Date().toISOString() };
			eraseDue(db, by, planErasures(db, 7, by.at).due);
		});
	});

	test.each([
		'',
		'/evidence',
		'/evidence/files',
		'/evidence/files?by=locality',
		'/evidence/files/questions/A1',
		'/judgements',
		'/judgements/T2',
		'/report',
		'/history'
	])('says so at “%s”', async (path) => {
		const answer = await ask('ailsa', home + path);
		const page = await answer.text();
		expect(answer.status).toBe(200);
		expect(page).toMatch(/were erased on \d+ \w+ \d{4}/);
		expect(page).not.toMatch(/Half of the files show that advocacy was offered in good time\.<\/ins>/);
	});

	test('has no record any more, and keeps what it concluded', async () => {
		expect((await ask('ailsa', `${home}/evidence/files/records/I-2`)).status).toBe(404);
		expect(await (await ask('ailsa', `${home}/judgements/T2`)).text()).toContain(
			'Half of the files show that advocacy was offered (2 of 4).'
		);
	});

	test('still gives its report and its results, which say so', async () => {
		const report = await ask('ailsa', `${home}/report.pdf`);
		expect([report.status, report.headers.get('content-type')]).toEqual([200, 'application/pdf']);
		for (const file of ['results.csv', 'results.xlsx']) {
			const results = await ask('ailsa', `${home}/evidence/files/${file}`);
			expect(results.status).toBe(200);
			expect(results.headers.get('content-disposition')).toContain('records-erased-on');
		}
	});
});
