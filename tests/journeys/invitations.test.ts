import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#lib/server/db/open.ts';
import { verifyTrail } from '#lib/server/queries/verify-trail.ts';
import { launchBrowser } from '../support/browser.ts';
import { openMailServer, type MailServer } from '../support/mail-server.ts';
import { bringReview } from '../support/organisations.ts';
import { pageFaults } from '../support/page-checks.ts';
import { addPerson, sessionCookie, signInAs } from '../support/people.ts';
import { serveCairn, type ServedCairn } from '../support/served.ts';

let folder: string;
let cairn: ServedCairn;
let browser: Browser;
const password = 'heather over the old bridge';
const isle = '/admin/organisations/isle';
const inspectors = '/admin/organisations/inspectors';

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-invitations-'));
	command('organisations', 'add', '--kind', 'scrutiny-body', '--name', 'Inspectors');
	command('organisations', 'add', '--kind', 'partnership', '--name', 'Isle', '--partnership', 'S37000022');
	[cairn, browser] = await Promise.all([serveCairn({ CAIRN_DATA: folder }), launchBrowser()]);
});
afterAll(async () => {
	await browser?.close();
	await cairn?.stop();
	rmSync(folder, { recursive: true, force: true });
});

/** Calls the command line on the folder that is served; what it prints. */
function command(...words: string[]): string {
	const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/cairn.ts', ...words], {
		encoding: 'utf8',
		env: { ...process.env, CAIRN_DATA: folder, ORIGIN: cairn?.address ?? '' }
	});
	if (status !== 0) throw new Error(stderr);
	return stdout.trim();
}

const windows: BrowserContext[] = [];
async function openWindow(options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
	const context = await browser.newContext({ baseURL: cairn.address, ...options });
	windows.push(context);
	return context.newPage();
}
afterAll(() => Promise.all(windows.map((context) => context.close())));

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();

/** Invites somebody on the page of an organisation; the link that is shown. */
async function invite(page: Page, path: string, email: string, role: string): Promise<string> {
	await page.goto(path);
	await page.getByLabel('E-mail address').fill(email);
	await page.getByRole('radio', { name: role, exact: true }).check();
	await page.getByRole('button', { name: 'Invite', exact: true }).click();
	return page.getByLabel('Link to join').inputValue();
}

async function joinBy(page: Page, link: string, name: string): Promise<void> {
	await page.goto(link);
	await page.getByLabel('Your name').fill(name);
	await page.getByLabel('Password').fill(password);
	await page.getByRole('button', { name: 'Join', exact: true }).click();
	await page.waitForURL((url) => !url.pathname.startsWith('/invitations'));
}

describe('people who are invited', () => {
	test('join by their link, are refused what is not theirs, and are signed out when their role changes', async () => {
		// The first administrator comes by the command line.
		const first = command(
			...['people', 'add', '--name', 'Morag', '--email', 'morag@example.org'],
			...['--organisation', 'inspectors', '--role', 'administrator']
		);
		const morag = await openWindow();
		await joinBy(morag, first, 'Morag Sinclair');
		await morag.getByRole('link', { name: 'Administration' }).click();
		await morag.getByRole('link', { name: 'Organisations and people' }).click();
		await morag.getByRole('link', { name: 'Isle', exact: true }).click();
		const toIain = await invite(morag, isle, 'iain@example.org', 'Administrator');

		const iain = await openWindow();
		await iain.goto(toIain);
		expect(await heading(iain)).toBe('Join Isle');
		expect(await iain.locator('main').innerText()).toContain(
			'Morag Sinclair invites you to Isle as administrator.'
		);
		await iain.getByLabel('Your name').fill('Iain Drever');
		await iain.getByLabel('Password').fill('iain drever');
		await iain.getByRole('button', { name: 'Join', exact: true }).click();
		await expect(iain.getByRole('alert').innerText()).resolves.toContain('Use at least 12 characters');
		expect(await iain.getByLabel('Your name').inputValue()).toBe('Iain Drever');
		expect(await iain.getByLabel('Password').inputValue()).toBe('');
		await iain.getByLabel('Password').fill(password);
		await iain.getByRole('button', { name: 'Join', exact: true }).click();
		await iain.waitForURL(`${cairn.address}/`);

		// Only his own organisation, and of the installation nothing.
		await iain.getByRole('link', { name: 'Administration' }).click();
		await iain.waitForURL('**/admin');
		expect(await iain.locator('main a').allInnerTexts()).toEqual(['People of Isle', 'Audit trail']);
		for (const path of [inspectors, '/admin/organisations/none', '/admin/backups', '/admin/retention']) {
			expect((await iain.goto(path))!.status()).toBe(404);
			expect(await heading(iain)).toBe('There is no page here');
		}
		await iain.goto('/admin/organisations');
		expect(await iain.locator('main').innerText()).not.toMatch(/Inspectors|Add an organisation/);

		// A window without JavaScript does as well.
		const toAilsa = await invite(iain, isle, 'ailsa@example.org', 'Contributor');
		const ailsa = await openWindow({ javaScriptEnabled: false });
		await joinBy(ailsa, toAilsa, 'Ailsa Munro');
		expect((await ailsa.goto(isle))!.status()).toBe(404);
		expect((await ailsa.goto('/reviews'))!.status()).toBe(200);

		await iain.goto(isle);
		await iain.getByText('Change the membership of Ailsa Munro').click();
		const forms = iain.locator('li', { hasText: 'ailsa@example.org' });
		await forms.getByLabel('Role').selectOption('viewer');
		await forms.getByRole('button', { name: 'Change the role' }).click();
		expect(await iain.getByRole('status').innerText()).toContain('The role was changed.');
		await ailsa.goto('/reviews');
		expect(new URL(ailsa.url()).pathname).toBe('/sign-in');

		// Used links are as links that never were.
		const stranger = await openWindow();
		const pages = [];
		for (const link of [toAilsa, `${cairn.address}/invitations/never`]) {
			expect((await stranger.goto(link))!.status()).toBe(404);
			pages.push(await stranger.locator('main').innerText());
		}
		expect(pages[0]).toBe(pages[1]);
	});

	test('who have an account sign in first; somebody else who is signed in is told so', async () => {
		await addPerson(folder, {
			name: 'Rona Kay',
			email: 'rona@example.org',
			password,
			memberships: [{ organisation: 'isle', role: 'viewer' }]
		});
		const callum = await addPerson(folder, {
			name: 'Callum',
			email: 'callum@example.org',
			memberships: [{ organisation: 'inspectors', role: 'administrator' }]
		});
		const page = await openWindow();
		await signInAs(page, cairn, callum);
		const link = await invite(page, inspectors, 'rona@example.org', 'Inspector');
		await page.goto(link);
		expect(await page.locator('main').innerText()).toContain('You are signed in as Callum');
		await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click();
		await page.goto(link);
		await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
		await page.getByLabel('E-mail address').fill('rona@example.org');
		await page.getByLabel('Password').fill(password);
		await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
		await page.getByRole('button', { name: 'Join Inspectors' }).click();
		await page.waitForURL(`${cairn.address}/`);
		await signInAs(page, cairn, callum);
		await page.goto(inspectors);
		expect(await page.locator('main').innerText()).toContain('Rona Kay');
	});

	test('to a duty in a review see that review as soon as they have joined', async () => {
		const db = openDatabase(folder);
		const review = bringReview(db, 'inspectors');
		db.$client.close();
		const lead = await addPerson(folder, {
			name: 'Una',
			email: 'una@example.org',
			memberships: [
				{ organisation: 'inspectors', role: 'administrator' },
				{ organisation: 'inspectors', role: 'lead-inspector' }
			]
		});
		const page = await openWindow();
		await signInAs(page, cairn, lead);
		await page.goto(inspectors);
		await page.getByLabel('E-mail address').fill('tomasz@example.org');
		await page.getByRole('radio', { name: 'Inspector', exact: true }).check();
		await page.getByText('With a duty in a review').click();
		await page.getByLabel('Review', { exact: true }).selectOption(review);
		await page.getByRole('button', { name: 'Invite', exact: true }).click();
		expect(await page.getByRole('alert').innerText()).toContain('Choose the duty in this review.');
		await page.getByLabel('Duty', { exact: true }).selectOption('observer');
		await page.getByRole('button', { name: 'Invite', exact: true }).click();
		const link = await page.getByLabel('Link to join').inputValue();
		const tomasz = await openWindow();
		await tomasz.goto(link);
		expect(await tomasz.locator('main').innerText()).toContain(
			'Observer of “Self-directed support on the isle”'
		);
		await joinBy(tomasz, link, 'Tomasz');
		expect(new URL(tomasz.url()).pathname).toBe(`/reviews/${review}`);
		expect((await tomasz.goto(`/reviews/${review}/evidence`))!.status()).toBe(200);
	});

	test('lose nothing that they wrote before the scripts of the page had come', async () => {
		const link = command(
			...['people', 'add', '--name', 'Flora', '--email', 'flora@example.org'],
			...['--organisation', 'isle', '--role', 'viewer']
		);
		const page = await openWindow();
		await page.goto(link);
		await page.getByLabel('Password').fill('short');
		let release = () => {};
		const held = new Promise<void>((resolve) => (release = resolve));
		await page.route('**/*.js', async (route) => {
			await held;
			await route.continue();
		});
		await page.getByRole('button', { name: 'Join', exact: true }).click();
		const summary = page.getByRole('alert');
		await summary.waitFor();
		await page.getByLabel('Your name').fill('Flora MacNeil');
		await page.getByLabel('Password').fill(password);
		await page.getByLabel('Password').blur();
		release();
		// It takes the focus once the scripts run.
		await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'alert');
		expect(await page.getByLabel('Your name').inputValue()).toBe('Flora MacNeil');
		expect(await page.getByLabel('Password').inputValue()).toBe(password);
	});

	test('at the same moment by one link are one person: the first joins', async () => {
		const link = command(
			...['people', 'add', '--name', 'Eilidh', '--email', 'eilidh@example.org'],
			...['--organisation', 'isle', '--role', 'viewer']
		);
		const body = new URLSearchParams({ name: 'Eilidh', password });
		const accept = () =>
			fetch(`${link}?/join`, {
				method: 'POST',
				body,
				redirect: 'manual',
				headers: { origin: cairn.address, accept: 'text/html' }
			});
		const answers = await Promise.all([accept(), accept(), accept()]);
		expect(answers.map(({ status }) => status).sort()).toEqual([303, 404, 404]);
	});
});

describe('an administrator', () => {
	test('whose page is old changes nothing, and is told what stands there', async () => {
		const [one, other] = await Promise.all([openWindow(), openWindow()]);
		const morag = await addPerson(folder, {
			name: 'Mairi',
			email: 'mairi@example.org',
			memberships: [{ organisation: 'inspectors', role: 'administrator' }]
		});
		for (const page of [one, other]) {
			await signInAs(page, cairn, morag);
			await page.goto(isle);
		}
		const rename = async (page: Page, name: string) => {
			await page.getByLabel('Name', { exact: true }).fill(name);
			const rename = page.getByRole('button', { name: 'Rename' });
			await Promise.all([page.waitForEvent('load'), rename.click()]);
		};
		await rename(one, 'Isle of the north');
		await rename(other, 'Northern isle');
		const said = await other.getByRole('alert').innerText();
		expect(said).toContain('Mairi has meanwhile named it “Isle of the north”.');
		expect(await other.getByLabel('Name', { exact: true }).inputValue()).toBe('Northern isle');
		expect(await heading(other)).toBe('Isle of the north');
		await other.getByRole('button', { name: 'Rename' }).click();
		await other.getByRole('heading', { level: 1, name: 'Northern isle' }).waitFor();
		await rename(other, 'Isle');
		expect(await heading(other)).toBe('Isle');
	});

	test('makes a backup and may leave while it is made', async () => {
		const page = await openWindow();
		const hamish = await addPerson(folder, {
			name: 'Hamish',
			email: 'hamish@example.org',
			memberships: [{ organisation: 'inspectors', role: 'administrator' }]
		});
		await signInAs(page, cairn, hamish);
		await page.goto('/admin/backups');
		await page.getByRole('button', { name: 'Back up now' }).click();
		await page.getByText('A backup is being made since').waitFor();
		await page.goto('/admin');
		await page.goto('/admin/backups');
		await page.getByRole('table').getByText('Yes').waitFor({ timeout: 120_000 });
		expect(await page.getByRole('table').innerText()).toMatch(/cairn-.*\.tar\.gz/);
		expect(await pageFaults(page, '/admin/backups')).toEqual([]);
	});

	test('finds every page whole, wide and narrow', async () => {
		const page = await openWindow();
		const isla = await addPerson(folder, {
			name: 'Isla',
			email: 'isla@example.org',
			memberships: [{ organisation: 'inspectors', role: 'administrator' }]
		});
		await signInAs(page, cairn, isla);
		const link = await invite(
			page,
			isle,
			'a-very-long-address.of-somebody@partnership.example.org',
			'Viewer'
		);
		const faults = [];
		for (const path of ['/admin', '/admin/organisations', isle, '/account/waiting', link])
			faults.push(...(await pageFaults(page, path)));
		const stranger = await openWindow();
		for (const path of [link, '/forgotten-password', '/invitations/never'])
			faults.push(...(await pageFaults(stranger, path)));
		expect(faults).toEqual([]);
	});

	test('leaves a trail that holds', () => {
		const db = openDatabase(folder);
		expect(verifyTrail(db)).toMatchObject({ faults: [] });
		db.$client.close();
	});
});

describe('where a mail server is set', () => {
	let mailed: ServedCairn;
	let mail: MailServer;
	let cookie: string;
	beforeAll(async () => {
		mail = await openMailServer('refused@example.org');
		mailed = await serveCairn({ CAIRN_SMTP_URL: mail.url, CAIRN_MAIL_FROM: 'cairn@example.org' });
		spawnSync(
			process.execPath,
			['src/cli/cairn.ts', 'organisations', 'add', '--kind', 'national-body', '--name', 'Network'],
			{ env: { ...process.env, CAIRN_DATA: mailed.folder } }
		);
		const morag = await addPerson(mailed.folder, {
			name: 'Morag',
			email: 'morag@example.org',
			password,
			memberships: [{ organisation: 'network', role: 'administrator' }]
		});
		cookie = sessionCookie(mailed.folder, morag, mailed.address);
	});
	afterAll(async () => {
		await mailed?.stop();
		await mail?.close();
	});

	/** Posts a form as a browser does, under a Host header of one's own. */
	const post = (path: string, fields: Record<string, string>, host = new URL(mailed.address).host) =>
		new Promise<{ status: number; html: string }>((resolve, reject) => {
			const sent = request(mailed.address + path, {
				method: 'POST',
				headers: {
					host,
					cookie,
					origin: mailed.address,
					accept: 'text/html',
					'content-type': 'application/x-www-form-urlencoded'
				}
			});
			sent.on('error', reject);
			sent.on('response', (response) => {
				let html = '';
				response.on('data', (part) => (html += part));
				response.on('end', () => resolve({ status: response.statusCode!, html }));
			});
			sent.end(new URLSearchParams(fields).toString());
		});
	const network = '/admin/organisations/network';

	test('an invitation goes by e-mail, to the address of Cairn whatever the request calls it', async () => {
		const invited = { email: 'ailsa@example.org', role: 'community-member' };
		const { html } = await post(`${network}?/invite`, invited, 'evil.example');
		expect(html).toContain('It was sent by e-mail.');
		const { to, source } = await mail.next();
		expect(to).toEqual(['ailsa@example.org']);
		expect(source).toMatch(new RegExp(`^${mailed.address}/invitations/[\\w-]{43}\\r?$`, 'm'));
		expect(source + html).not.toContain('evil.example');
		expect(source).toContain('Morag invites you to Network');
	});

	test('one that cannot be sent is shown all the same, and said to be unsent', async () => {
		const invited = { email: 'refused@example.org', role: 'community-member' };
		const { html } = await post(`${network}?/invite`, invited);
		expect(html).toContain('It could not be sent by e-mail.');
		const link = /\/invitations\/[\w-]{43}/.exec(html)?.[0];
		expect((await fetch(mailed.address + link)).status).toBe(200);
		expect(mailed.said()).not.toMatch(/refused@|invitations\/[\w-]{43}/);
	});

	test('who forgot their password gets a link, once; whoever has no account gets the same answer', async () => {
		const ask = (email: string) => post('/forgotten-password', { email });
		const unknown = await ask('nobody@example.org');
		const known = await ask('morag@example.org');
		const shown = ({ html }: { html: string }) => html.slice(html.indexOf('<main'), html.indexOf('</main>'));
		expect(shown(known).replaceAll('morag@', 'nobody@')).toBe(shown(unknown));
		expect(known.status).toBe(unknown.status);
		const { to, source } = await mail.next();
		expect(to).toEqual(['morag@example.org']);
		const link = new RegExp(`${mailed.address}(/new-password/[\\w-]{43})`).exec(source)![1]!;
		const chosen = { password: 'a kettle beside the loch' };
		expect((await post(link, { password: 'morag' })).status).toBe(422);
		expect((await post(link, chosen)).status).toBe(303);
		expect((await post(link, chosen)).status).toBe(404);
		// The session that was there is over.
		expect((await post(`${network}?/invite`, {})).html).toContain('Sign in');
		expect(mail.taken).toHaveLength(2);
	});

	test('asking for links without end is refused, in the same words for every address', async () => {
		const asked = [];
		for (let time = 0; time < 12; time += 1)
			asked.push((await post('/forgotten-password', { email: `nobody-${time}@example.org` })).status);
		expect(asked.slice(0, 8)).toEqual(Array(8).fill(200));
		expect(asked.at(-1)).toBe(429);
	});
});
