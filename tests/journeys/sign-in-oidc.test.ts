/** Signing in with a provider, in a real browser: who is let in, who is not, and what goes between the two. */
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#lib/server/db/open.ts';
import { launchBrowser } from '../support/browser.ts';
import { runProvider, type Claims, type RunningProvider } from '../support/oidc-provider.ts';
import { addOrganisation, addPerson } from '../support/people.ts';
import { serveCairn, type ServedCairn } from '../support/served.ts';

const password = 'six geese a-laying';
let cairn: ServedCairn;
let provider: RunningProvider;
let browser: Browser;
let eilidh: string;
let morag: string;

beforeAll(async () => {
	const port = await freePort();
	provider = await runProvider(() => `http://localhost:${port}/auth/oauth2/callback/provider`);
	[cairn, browser] = await Promise.all([
		serveCairn({
			PORT: String(port),
			CAIRN_OIDC_ISSUER: provider.issuer,
			CAIRN_OIDC_CLIENT_ID: provider.clientId,
			CAIRN_OIDC_CLIENT_SECRET: provider.clientSecret,
			CAIRN_OIDC_NAME: 'Isle Council'
		}),
		launchBrowser()
	]);
	addOrganisation(cairn.folder, {
		id: 'isle',
		kind: 'partnership',
		name: 'The isle',
		partnership: 'S37000022'
	});
	const memberships = [{ organisation: 'isle', role: 'contributor' as const }];
	morag = await addPerson(cairn.folder, {
		name: 'Morag',
		email: 'morag@isle.example',
		password,
		memberships
	});
	eilidh = await addPerson(cairn.folder, { name: 'Eilidh', email: 'eilidh@isle.example', memberships });
});
afterAll(async () => {
	await browser?.close();
	await cairn?.stop();
	await provider?.stop();
});

/** The provider has to be told Cairn's address before either is started. */
function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const server = createServer().listen(0, 'localhost', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => resolve(port));
		});
	});
}

function ask(sql: string): Record<string, unknown>[] {
	const db = openDatabase(cairn.folder);
	try {
		return db.$client.prepare(sql).all() as Record<string, unknown>[];
	} finally {
		db.$client.close();
	}
}

/** A fresh browser of somebody who is signed in at the provider with these claims. */
async function comes(claims: Claims | null, visit: (page: Page) => Promise<void>): Promise<void> {
	provider.comes(claims);
	const context = await browser.newContext({ baseURL: cairn.address });
	const page = await context.newPage();
	try {
		await page.goto('/sign-in?to=/account');
		await visit(page);
	} finally {
		await context.close();
	}
}
const press = (page: Page, name = 'Sign in with Isle Council') =>
	page.getByRole('button', { name, exact: true }).click();
const isSaid = (page: Page, words: RegExp) => page.getByRole('alert').getByText(words).waitFor();

describe('a provider of sign-ins', () => {
	test('signs in somebody who is here, by the e-mail address that it has verified', async () => {
		await comes({ sub: 'e-1', email: 'Eilidh@isle.example', email_verified: true }, async (page) => {
			await press(page);
			await page.waitForURL(({ pathname }) => pathname === '/account');
			expect(await page.locator('.who').innerText()).toContain('Eilidh');
		});
		expect(
			ask(
				`select account_id, access_token, refresh_token, id_token from credentials where person_id = '${eilidh}'`
			)
		).toEqual([{ account_id: 'e-1', access_token: null, refresh_token: null, id_token: null }]);
		expect(ask("select verb, facts from events where verb in ('provider-linked', 'signed-in')")).toEqual([
			{ verb: 'provider-linked', facts: '{}' },
			{ verb: 'signed-in', facts: '{"how":"provider"}' }
		]);
	});

	test('is asked with a state, a nonce and PKCE, and what comes back is good once', async () => {
		const asked = provider.asked.find((each) => each.has('code_challenge'))!;
		expect(asked.get('code_challenge_method')).toBe('S256');
		expect(asked.get('response_type')).toBe('code');
		expect(asked.get('nonce')).toMatch(/^.{16,}$/);
		expect(asked.get('state')).toMatch(/^.{16,}$/);
		await comes({ sub: 'e-1', email: 'eilidh@isle.example', email_verified: true }, async (page) => {
			const back: string[] = [];
			page.on('request', (request) => request.url().includes('/callback/') && back.push(request.url()));
			await press(page);
			await page.waitForURL(({ pathname }) => pathname === '/account');
			await page.context().clearCookies();
			await page.goto(back[0]!);
			expect(page.url()).toContain('/sign-in?');
			await page.goto('/account');
			expect(page.url()).toContain('/sign-in?');
		});
	});

	test('goes by its own account from then on, whatever address that has later', async () => {
		await comes({ sub: 'e-1', email: 'married@isle.example', email_verified: true }, async (page) => {
			await press(page);
			await page.waitForURL(({ pathname }) => pathname === '/account');
			expect(await page.locator('main').innerText()).toContain('eilidh@isle.example');
		});
	});

	test('makes nobody a member: who was not invited stays outside', async () => {
		await comes({ sub: 'x-1', email: 'stranger@isle.example', email_verified: true }, async (page) => {
			await press(page);
			await isSaid(page, /nobody has invited you/);
			await page.goto('/account');
			expect(page.url()).toContain('/sign-in?');
		});
		expect(ask('select email from people order by email')).toEqual([
			{ email: 'eilidh@isle.example' },
			{ email: 'morag@isle.example' }
		]);
		expect(ask("select facts from events where verb = 'sign-in-refused'")).toContainEqual({
			facts: '{"step":"provider"}'
		});
	});

	test('takes over no account by an address that it has not verified, nor one that has a password', async () => {
		const memberships = [{ organisation: 'isle', role: 'viewer' as const }];
		const fionn = await addPerson(cairn.folder, { name: 'Fionn', email: 'fionn@isle.example', memberships });
		await comes({ sub: 'x-4', email: 'fionn@isle.example', email_verified: false }, async (page) => {
			await press(page);
			await isSaid(page, /not connected to Isle Council/);
		});
		expect(ask(`select id from credentials where person_id = '${fionn}'`)).toEqual([]);
		await comes({ sub: 'x-2', email: 'morag@isle.example', email_verified: false }, async (page) => {
			await press(page);
			await isSaid(page, /not connected to Isle Council/);
		});
		await comes({ sub: 'x-3', email: 'morag@isle.example' }, async (page) => {
			await press(page);
			await isSaid(page, /not connected to Isle Council/);
		});
		await comes({ sub: 'm-1', email: 'morag@isle.example', email_verified: true }, async (page) => {
			await press(page);
			await isSaid(page, /not connected to Isle Council/);
		});
		expect(ask(`select provider_id from credentials where person_id = '${morag}'`)).toEqual([
			{ provider_id: 'credential' }
		]);
	});

	test('is connected by the owner of a password, and signs them in from then on', async () => {
		const claims = { sub: 'm-1', email: 'morag@isle.example', email_verified: true };
		await comes(claims, async (page) => {
			await page.getByRole('textbox', { name: 'E-mail address' }).fill('morag@isle.example');
			await page.getByRole('textbox', { name: 'Password' }).fill(password);
			await press(page, 'Sign in');
			await page.waitForURL(({ pathname }) => pathname === '/account');
			await press(page, 'Connect with Isle Council');
			await page.getByText('Your accounts are connected.').waitFor();
		});
		await comes(claims, async (page) => {
			await press(page);
			await page.waitForURL(({ pathname }) => pathname === '/account');
			expect(await page.locator('.who').innerText()).toContain('Morag');
		});
		expect(ask(`select provider_id from credentials where person_id = '${morag}'`)).toHaveLength(2);
	});

	test('that lets nobody in, or does not answer, is said in words', async () => {
		await comes(null, async (page) => {
			await press(page);
			await isSaid(page, /Isle Council did not let you in/);
		});
		await comes({ sub: 'e-1' }, async (page) => {
			await page.goto('/auth/oauth2/callback/provider?code=made-up&state=made-up');
			expect(page.url()).toContain('/sign-in?');
			await isSaid(page, /did not work/);
		});
	});

	test('that is away holds up nobody who has a password', async () => {
		const alone = await serveCairn({
			CAIRN_OIDC_ISSUER: 'http://localhost:9',
			CAIRN_OIDC_CLIENT_ID: 'cairn',
			CAIRN_OIDC_CLIENT_SECRET: 'a secret'
		});
		try {
			await addPerson(alone.folder, { name: 'Morag', email: 'morag@isle.example', password });
			const post = (action: string, form: Record<string, string>) =>
				fetch(new URL(`/sign-in?/${action}`, alone.address), {
					method: 'POST',
					headers: { origin: alone.address, accept: 'text/html' },
					body: new URLSearchParams(form),
					redirect: 'manual'
				});
			const [away, here] = await Promise.all([
				post('provider', { to: '/' }),
				post('password', { email: 'morag@isle.example', password })
			]);
			expect(await away.text()).toContain('your organisation does not answer. Try again later.');
			expect(here.status).toBe(303);
		} finally {
			await alone.stop();
		}
	});
});
