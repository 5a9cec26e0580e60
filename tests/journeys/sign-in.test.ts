/**
 * Coming in and staying in, in a real browser: the first set-up, a second factor, sessions that end, and a form whose
 * session ended while it was written.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#lib/server/db/open.ts';
import { launchBrowser } from '../support/browser.ts';
import { halfBegunReview } from '../support/half-begun-review.ts';
import { accessibilityFaults, openWindow, pageFaults, widerThanWindow } from '../support/page-checks.ts';
import { editorCame } from '../support/person.ts';
import { addPerson, sessionCookie, signInAs } from '../support/people.ts';
import { serveCairn, type ServedCairn } from '../support/served.ts';
import { totp } from '../support/totp.ts';

const password = 'six geese a-laying';
const summary = '/reviews/isle-2025/judgements/T2/summary';

let cairn: ServedCairn;
let browser: Browser;
/** The first administrator: the tests below go on from one another. */
let context: BrowserContext;
let page: Page;
let morag: string;
let key: string;
let recoveryCodes: string[];

beforeAll(async () => {
	[cairn, browser] = await Promise.all([serveCairn(), launchBrowser()]);
	const bundle = join(cairn.folder, 'bundle.json');
	writeFileSync(bundle, JSON.stringify(halfBegunReview));
	execFileSync(process.execPath, ['src/cli/cairn.ts', 'reviews', 'import', bundle], {
		env: { ...process.env, CAIRN_DATA: cairn.folder }
	});
	context = await browser.newContext({ baseURL: cairn.address });
	page = await context.newPage();
});
afterAll(async () => {
	await browser?.close();
	await cairn?.stop();
});

/** Asks the database that is served, or changes it. */
function ask(sql: string, ...values: unknown[]): Record<string, unknown>[] {
	const db = openDatabase(cairn.folder);
	try {
		const statement = db.$client.prepare(sql);
		return statement.reader
			? (statement.all(...values) as Record<string, unknown>[])
			: (statement.run(...values), []);
	} finally {
		db.$client.close();
	}
}
const told = (verb: string) =>
	ask('select facts from events where verb = ? order by id', verb).map(({ facts }) => facts);
const heading = (of: Page = page) => of.getByRole('heading', { level: 1 }).innerText();
const press = (name: string, of: Page = page) => of.getByRole('button', { name, exact: true }).click();
const fill = (name: string, text: string, of: Page = page) =>
	of.getByRole('textbox', { name, exact: true }).fill(text);
const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
	fetch(new URL(path, cairn.address), {
		method: 'POST',
		headers: { origin: cairn.address, accept: 'text/html', ...headers },
		body: new URLSearchParams(form),
		redirect: 'manual'
	});

async function givePassword(of: Page = page, email = 'morag@isle.example') {
	await fill('E-mail address', email, of);
	await fill('Password', password, of);
	await press('Sign in', of);
}
const code = () => totp(key);
/** The same code is taken once only: the last one is forgotten, as if half a minute had gone by. */
const forgetUsedCodes = () => ask("delete from verifications where identifier like 'code-used-%'");

describe('a machine without any account', () => {
	test('shows the worked example to everybody, says so, and changes nothing', async () => {
		await page.goto('/reviews/south-lanarkshire-2018');
		expect(await heading()).toContain('South Lanarkshire');
		await page.getByText('You are looking round the example').waitFor();
		expect(
			(await post('/reviews/south-lanarkshire-2018/judgements/T2/summary?/save', { text: 'x' })).status
		).toBe(404);
		expect((await fetch(new URL('/reviews/isle-2025', cairn.address))).status).toBe(404);
	});

	test('prints a code for the set-up before its address, which stays the last line', () => {
		const lines = cairn
			.said()
			.split('\n')
			.filter((line) => line !== '' && !line.startsWith('{'));
		expect(lines.at(-1)).toBe(cairn.address);
		expect(lines.at(-2)).toMatch(/\/set-up and give the code \w{4}(-\w{4}){3}$/);
	});

	test.each(['/set-up', '/sign-in', '/sign-in/code'])(
		'%s has no accessibility faults and fits',
		async (path) => {
			const window = await openWindow(browser, cairn.address);
			expect(await pageFaults(window, path)).toEqual([]);
			await window.context().close();
		}
	);

	test('is set up by who has the code, once: their organisation takes over the reviews that were nobody’s', async () => {
		await page.getByRole('link', { name: 'Set up Cairn' }).click();
		await fill('Code', 'aaaa-aaaa-aaaa-aaaa');
		await fill('Your name', 'Morag MacLeod');
		await fill('Your e-mail address', 'Morag@isle.example');
		await fill('Password', 'password1234');
		await page.getByText('A health and social care partnership').click();
		await page.getByLabel('Which partnership').selectOption('S37000022');
		await press('Set up Cairn');
		await page.getByRole('alert').getByText('not the code').waitFor();
		await fill(
			'Code',
			cairn
				.said()
				.match(/give the code (\S+)/)![1]!
				.toUpperCase()
		);
		await fill('Password', 'password1234');
		await press('Set up Cairn');
		await page.getByRole('alert').getByText('tried first').waitFor();
		// The right code need not be given again.
		await fill('Password', password);
		await press('Set up Cairn');
		await page.waitForURL('/');
		expect(await heading()).toBe('Morag MacLeod');
		await page.getByRole('link', { name: 'Self-directed support on the isle' }).waitFor();
		expect(ask('select name, host from organisations where example = 0')).toEqual([
			{ name: expect.any(String), host: 1 }
		]);
		morag = String(ask('select id from people')[0]!.id);
		expect((await page.goto('/set-up'))!.status()).toBe(404);
		expect((await post('/set-up', { code: 'x' })).status).toBe(404);
		expect(await (await fetch(cairn.address)).text()).not.toContain('looking round');
		expect(
			(await fetch(new URL('/reviews/south-lanarkshire-2018', cairn.address), { redirect: 'manual' })).status
		).toBe(303);
	});
});

describe('signing in', () => {
	test('leads to where one wanted to go, on this machine only', async () => {
		await page.goto('/');
		await press('Sign out');
		await page.goto('/reviews/isle-2025/evidence?by=locality');
		expect(await heading()).toBe('Sign in');
		await fill('E-mail address', 'morag@isle.example');
		await fill('Password', 'six geese a-leaving');
		await press('Sign in');
		await page.getByRole('alert').getByText('The e-mail address or the password is not right.').waitFor();
		await givePassword();
		await page.waitForURL('**/reviews/isle-2025/evidence?by=locality');
		for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
			const answer = await post('/sign-in?/password', { to, email: 'morag@isle.example', password });
			expect(answer.status).toBe(303);
			expect(answer.headers.get('location')).toBe('/');
		}
	});

	test('is refused in the same words for who has an account and who has none', async () => {
		const answers = await Promise.all(
			['morag@isle.example', 'nobody@isle.example'].map(async (email) => {
				const answer = await post('/sign-in?/password', { email, password: 'wrong words here' });
				const text = (await answer.text())
					.replaceAll(email, '')
					.replace(/nonce="[^"]*"|__sveltekit_\w+/g, '');
				return { status: answer.status, text };
			})
		);
		expect(answers[0]!.status).toBe(401);
		expect(answers[1]).toEqual(answers[0]);
	});

	test('asks for a code once a second factor is on', async () => {
		await page.goto('/account');
		await page.getByRole('link', { name: 'Turn on a second factor' }).click();
		await fill('Password', password);
		await press('Go on');
		key = await page.locator('ol code').innerText();
		await fill('Code', '000000');
		await press('Turn it on');
		await page.getByRole('alert').getByText('The code is not right.').waitFor();
		await fill('Code', code());
		await press('Turn it on');
		await page.getByText('The second factor is on').waitFor();
		recoveryCodes = await page.locator('.codes code').allInnerTexts();
		expect(new Set(recoveryCodes).size).toBe(10);
		await press('Sign out');
		await givePassword();
		await page.waitForURL('**/sign-in/code*');
		expect((await page.goto('/account'))!.url()).toContain('/sign-in?to=');
		await page.goto('/sign-in/code');
		await fill('Code', code());
		await press('Go on');
		await page.waitForURL('/');
	});

	test('takes a recovery code in its place, once', async () => {
		await press('Sign out');
		await page.goto('/sign-in');
		await givePassword();
		await fill('Code', recoveryCodes[0]!);
		await press('Go on');
		await page.waitForURL('/account?done=recovery-code*');
		await page.getByText('9 recovery codes are left').first().waitFor();
		await press('Sign out');
		await givePassword();
		await fill('Code', recoveryCodes[0]!);
		await press('Go on');
		await page.getByRole('alert').getByText('The code is not right.').waitFor();
		await fill('Code', recoveryCodes[1]!);
		await press('Go on');
		await page.waitForURL('/account?done=recovery-code*');
		expect(told('recovery-code-used')).toHaveLength(2);
	});

	test.each(['/', '/account', '/account/second-factor'])(
		'%s has no accessibility faults and fits',
		async (path) => {
			expect(await pageFaults(page, path)).toEqual([]);
			await page.setViewportSize({ width: 1280, height: 900 });
		}
	);
});

describe('a session', () => {
	test('ends when it lay unused for an hour, and after twelve hours however busy it is', async () => {
		await page.goto('/account');
		ask('update sessions set seen_at = ?', Date.now() - 59 * 60_000);
		expect((await page.goto('/account'))!.url()).not.toContain('/sign-in');
		expect(Number(ask('select max(seen_at) as seen from sessions')[0]!.seen)).toBeGreaterThan(
			Date.now() - 60_000
		);
		ask('update sessions set seen_at = ?', Date.now() - 61 * 60_000);
		expect((await page.goto('/account'))!.url()).toContain('/sign-in');
		ask('update sessions set seen_at = ?', Date.now());
		expect((await page.goto('/account'))!.url()).toContain('/sign-in');
		expect(told('sessions-ended')).toContain('{"count":1,"why":"idle"}');

		await signInAs(page, cairn, morag);
		const [{ lasts }] = ask('select max(expires_at - created_at) as lasts from sessions') as [
			{ lasts: number }
		];
		expect(lasts).toBe(12 * 3_600_000);
		ask('update sessions set expires_at = ?', Date.now() - 1);
		expect((await page.goto('/account'))!.url()).toContain('/sign-in');
	});

	test('is seen and ended by its owner, one by one or all others', async () => {
		await signInAs(page, cairn, morag);
		const others = await Promise.all(
			[0, 1, 2].map(async () => {
				const other = await browser.newContext({ baseURL: cairn.address });
				await signInAs(other, cairn, morag);
				return other.newPage();
			})
		);
		const open = async () =>
			Promise.all(others.map(async (other) => !(await other.goto('/account'))!.url().includes('/sign-in')));
		expect(await open()).toEqual([true, true, true]);
		await page.goto('/account');
		await page
			.getByRole('button', { name: /^Sign out: / })
			.first()
			.click();
		await page.getByText('you are signed out there').waitFor();
		expect((await open()).filter((each) => each)).toHaveLength(2);
		await press('Sign out everywhere else');
		await page.getByText('you are signed out there').waitFor();
		expect(await open()).toEqual([false, false, false]);
		expect((await page.goto('/account'))!.url()).not.toContain('/sign-in');
		await Promise.all(others.map((other) => other.context().close()));
	});

	test('goes on under a new token when the password changes, and every other ends', async () => {
		const other = await (await browser.newContext({ baseURL: cairn.address })).newPage();
		await signInAs(other, cairn, morag);
		const before = (await context.cookies()).find(({ name }) => name === 'cairn.session_token')!;
		await page.goto('/account');
		await fill('Password now', 'not my password');
		await fill('New password', 'seven swans a-swimming');
		await press('Change password');
		await page.getByRole('alert').getByText('not your password now').waitFor();
		await fill('Password now', password);
		await fill('New password', 'moragmacleod1');
		await press('Change password');
		await page.getByRole('alert').getByText('your own name').waitFor();
		await fill('Password now', password);
		await fill('New password', password);
		await press('Change password');
		await page.getByText('Your password is changed').waitFor();
		expect((await other.goto('/account'))!.url()).toContain('/sign-in');
		const old = await fetch(new URL('/account', cairn.address), {
			headers: { cookie: `${before.name}=${before.value}` },
			redirect: 'manual'
		});
		expect(old.status).toBe(303);
		await other.context().close();
	});

	test('has a cookie that no script reads, and over TLS one that no other host can set', async () => {
		const cookie = (await context.cookies()).find(({ name }) => name === 'cairn.session_token')!;
		expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
		const origin = 'https://cairn.example';
		const secure = await serveCairn({ ORIGIN: origin });
		try {
			const person = await addPerson(secure.folder, {
				name: 'Eilidh',
				email: 'eilidh@isle.example',
				password
			});
			const answer = await fetch(new URL('/sign-in?/password', servedAt(secure)), {
				method: 'POST',
				headers: { origin },
				body: new URLSearchParams({ email: 'eilidh@isle.example', password }),
				redirect: 'manual'
			});
			const cookies = answer.headers.getSetCookie();
			expect(cookies.map((each) => each.split('=')[0])).toEqual(['__Host-cairn.session_token']);
			for (const each of cookies) {
				expect(each).toMatch(/; Secure(;|$)/);
				expect(each).toMatch(/; HttpOnly(;|$)/);
				expect(each).toMatch(/; SameSite=Lax(;|$)/);
				expect(each).toMatch(/; Path=\/(;|$)/);
				expect(each).not.toMatch(/; Domain=/i);
			}
			const account = (cookie: string) =>
				fetch(new URL('/account', servedAt(secure)), { headers: { cookie }, redirect: 'manual' });
			expect((await account(cookies[0]!.split(';')[0]!)).status).toBe(200);
			const plain = sessionCookie(secure.folder, person, 'http://localhost');
			expect((await account(plain)).status).toBe(303);
		} finally {
			await secure.stop();
		}
	});
});

/** The port that a server has, whatever address people use. */
const servedAt = ({ address }: ServedCairn) => address;

describe('a session that ends while somebody writes', () => {
	const text = 'Advocacy came early.\r\n\r\n"Budgets" came late: <b>&amp; nobody</b> knows why.';
	const typed = text.replaceAll('\r\n', '\n');
	const endAll = () => ask('update sessions set expires_at = ?', Date.now() - 1);
	const kept = () => ask("select paragraphs, changed_by from narratives where review_id = 'isle-2025'");

	async function write(javaScriptEnabled: boolean, person = morag): Promise<Page> {
		const window = await (await browser.newContext({ baseURL: cairn.address, javaScriptEnabled })).newPage();
		await signInAs(window, cairn, person);
		await window.goto(summary);
		await window.getByRole('textbox', { name: /^Summary of the/ }).waitFor();
		if (javaScriptEnabled) await editorCame(window);
		return window;
	}

	test('loses nothing without scripts: sign in in place, with a second factor too, and send it on', async () => {
		const window = await write(false);
		await window.getByRole('textbox', { name: /^Summary of the/ }).fill(typed);
		endAll();
		const [answer] = await Promise.all([window.waitForResponse(/summary\?\/save/), press('Save', window)]);
		expect(answer.status()).toBe(401);
		expect(await heading(window)).toBe('Sign in again');
		expect(kept()).toEqual([]);
		await fill('E-mail address', 'morag@isle.example', window);
		await fill('Password', 'wrong again and again', window);
		await press('Sign in', window);
		await window.getByRole('alert').getByText('not right').waitFor();
		await givePassword(window);
		forgetUsedCodes();
		await fill('Code', code(), window);
		await press('Go on', window);
		expect(await heading(window)).toBe('You are signed in again');
		await window.getByText('Budgets').waitFor();
		expect(kept()).toEqual([]);
		await press('Send what I wrote', window);
		expect(kept()).toEqual([{ paragraphs: JSON.stringify(typed.split('\n\n')), changed_by: morag }]);
		await window.context().close();
	});

	test('goes under somebody else’s name only once they have read it and said so', async () => {
		const eilidh = await addPerson(cairn.folder, {
			name: 'Eilidh Reid',
			email: 'eilidh@isle.example',
			password,
			memberships: [
				{
					organisation: String(ask('select id from organisations where host = 1')[0]!.id),
					role: 'contributor'
				}
			]
		});
		const window = await write(false);
		await window.getByRole('textbox', { name: /^Summary of the/ }).fill('What Morag alone would say.');
		endAll();
		await press('Save', window);
		await givePassword(window, 'eilidh@isle.example');
		await window.getByText('this was written by somebody else').waitFor();
		await window.getByText('What Morag alone would say.').waitFor();
		expect(JSON.stringify(kept())).not.toContain('Morag alone');
		await press('Send it as Eilidh Reid', window);
		expect(kept()).toEqual([{ paragraphs: '["What Morag alone would say."]', changed_by: eilidh }]);
		await window.context().close();
	});

	test('loses nothing with scripts: the page stays, and what was written is saved', async () => {
		const window = await write(true);
		await window.getByRole('textbox', { name: /^Summary of the/ }).fill('Before the end.');
		await window
			.getByText(/^Saved \d/)
			.first()
			.waitFor();
		endAll();
		await window.getByRole('textbox', { name: /^Summary of the/ }).fill('After the end.');
		await window.getByRole('dialog').waitFor();
		expect(await accessibilityFaults(window)).toEqual([]);
		expect(JSON.stringify(kept())).not.toContain('After');
		expect(await window.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
		await givePassword(window);
		forgetUsedCodes();
		await fill('Code', code(), window);
		await press('Go on', window);
		await window.getByRole('dialog').waitFor({ state: 'detached' });
		await window
			.getByText(/^Saved \d/)
			.first()
			.waitFor();
		expect(kept()).toEqual([{ paragraphs: '["After the end."]', changed_by: morag }]);
		await window.context().close();
	});

	test('is handed back to its writer by somebody who signed in in their place and may not save it', async () => {
		await addPerson(cairn.folder, {
			name: 'Lena Gunn',
			email: 'lena@isle.example',
			password,
			memberships: [
				{
					organisation: String(ask('select id from organisations where host = 1')[0]!.id),
					role: 'viewer'
				}
			]
		});
		const window = await write(true);
		endAll();
		await window.getByRole('textbox', { name: /^Summary of the/ }).fill('Only Morag may write this.');
		await window.getByRole('dialog').waitFor();
		await givePassword(window, 'lena@isle.example');
		await press('Save it as Lena Gunn', window);
		await window.getByRole('heading', { name: 'This person cannot save it here' }).waitFor();
		expect(await accessibilityFaults(window)).toEqual([]);
		expect(JSON.stringify(kept())).not.toContain('Only Morag');
		await window.getByRole('button', { name: /^Sign in as Morag/ }).click();
		await givePassword(window);
		forgetUsedCodes();
		await fill('Code', code(), window);
		await press('Go on', window);
		await window.getByRole('dialog').waitFor({ state: 'detached' });
		await window
			.getByText(/^Saved \d/)
			.first()
			.waitFor();
		expect(kept()).toEqual([{ paragraphs: '["Only Morag may write this."]', changed_by: morag }]);
		await window.context().close();
	});

	test('has no accessibility faults in place, and is answered to a script in its own way', async () => {
		const window = await openWindow(browser, cairn.address);
		await signInAs(window, cairn, morag);
		await window.goto('/account');
		endAll();
		await fill('Your name', 'Morag MacLeod of the isle and of the western shore', window);
		await press('Change name', window);
		await window.getByText('Nothing is lost').waitFor();
		for (const width of [1280, 320]) {
			await window.setViewportSize({ width, height: 900 });
			expect([width, await widerThanWindow(window), ...(await accessibilityFaults(window))]).toEqual([
				width,
				0
			]);
		}
		const answer = await post(`${summary}?/save`, { text: 'x' }, { 'x-sveltekit-action': 'true' });
		expect(answer.status).toBe(401);
		expect(await answer.json()).toEqual({ type: 'failure', status: 401, data: '[{"signInAgain":1},true]' });
		await window.context().close();
	});

	test('puts no password into the page', async () => {
		const answer = await post('/account?/password', {
			password: 'hunter of secrets',
			'new-password': 'another one',
			note: 'kept'
		});
		const page = await answer.text();
		expect(page).toContain('Sign in again');
		expect(page).toContain('kept');
		expect(page).not.toContain('hunter');
		expect(page).not.toContain('another one');
	});
});

describe('a machine for trying Cairn out', () => {
	test('signs in with one press as somebody of the example, who sees what such a person sees', async () => {
		const demo = await serveCairn({ CAIRN_DEMO: '1' });
		try {
			const window = await (await browser.newContext({ baseURL: demo.address })).newPage();
			const review = '/reviews/south-lanarkshire-2018';
			for (const [name, sees] of [
				['A lead of a partnership', [200, 404, 404]],
				['An inspector', [200, 200, 200]],
				['A reader of case files', [404, 200, 404]],
				['A member of the Community of Practice', [404, 404, 404]],
				['A lead who shares results', [404, 404, 404]],
				['An editor', [404, 404, 404]]
			] as const) {
				await window.goto(name === 'An inspector' ? '/' : '/sign-in');
				await press(name, window);
				await window.waitForURL('/');
				await window.getByText('You are somebody invented').waitFor();
				const first = `${review}/evidence/assessed-files/records/SL-A-0417`;
				const answers = [];
				for (const path of [review, first, `${review}/plan`])
					answers.push((await window.goto(path))!.status());
				expect([name, ...answers]).toEqual([name, ...sees]);
				await window.goto('/');
				await press('Sign out', window);
			}
		} finally {
			await demo.stop();
		}
	});

	test('is no other machine: there the buttons are not shown, and the press finds nothing', async () => {
		expect(await (await fetch(new URL('/sign-in', cairn.address))).text()).not.toContain('An inspector');
		expect((await post('/sign-in?/demo', { as: 'lead' })).status).toBe(404);
		expect(ask('select id from people where demo = 1')).toEqual([]);
	});
});
