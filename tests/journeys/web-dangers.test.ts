/** What other sites, broken programs and too much at once meet at the built server: headers, refusals, limits. */
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { hearComplaints } from '../support/page-checks.ts';
import { addOrganisation, addPerson, signInAs } from '../support/people.ts';
import { serveCairn, type ServedCairn } from '../support/served.ts';
import { arrive } from '../support/person.ts';

let cairn: ServedCairn;
let browser: Browser;
beforeAll(async () => {
	[cairn, browser] = await Promise.all([serveCairn(), launchBrowser()]);
});
afterAll(async () => {
	await browser?.close();
	await cairn?.stop();
});

const review = '/reviews/south-lanarkshire-2018';
const publicPages = ['/', '/standards', '/standards/8', '/change-map', '/method', '/help'];
const privateAddresses = [
	'/reviews',
	review,
	`${review}/report`,
	`${review}/evidence/assessed-files/results.csv`,
	`${review}/evidence/assessed-files/results.xlsx`,
	`${review}/report.pdf`,
	`${review}/__data.json`
];

const ask = (path: string, init: RequestInit = {}) =>
	fetch(new URL(path, cairn.address), { redirect: 'manual', ...init });
const post = (path: string, headers: Record<string, string>, body: BodyInit = 'a=1') =>
	ask(path, { method: 'POST', headers: { accept: 'text/html', ...headers }, body });
const form = { 'content-type': 'application/x-www-form-urlencoded' };

/** A content policy as its parts by name. */
const policyOf = (answer: Response) =>
	new Map(
		(answer.headers.get('content-security-policy') ?? '').split('; ').map((part) => {
			const [name = '', ...sources] = part.split(' ');
			return [name, sources];
		})
	);

describe('the content policy of a page', () => {
	test('allows nothing inline but one script by a number used once', async () => {
		const [first, second] = [await ask('/'), await ask('/')];
		const policy = policyOf(first);
		expect(Object.fromEntries([...policy].filter(([name]) => name !== 'script-src'))).toEqual({
			'default-src': ["'none'"],
			'style-src': ["'self'"],
			'img-src': ["'self'", 'data:'],
			'font-src': ["'self'"],
			'connect-src': ["'self'"],
			'form-action': ["'self'"],
			'frame-ancestors': ["'none'"],
			'base-uri': ["'none'"],
			'object-src': ["'none'"],
			'require-trusted-types-for': ["'script'"],
			'trusted-types': ['svelte-trusted-html', 'cairn-own-markup']
		});
		const [own, nonce, ...more] = policy.get('script-src')!;
		expect([own, more]).toEqual(["'self'", []]);
		expect(nonce).toMatch(/^'nonce-[A-Za-z0-9+/]{22}=='$/);
		expect(policyOf(second).get('script-src')![1]).not.toBe(nonce);
		const html = await first.text();
		expect(html.match(/<script\b[^>]*>/g)).toEqual([`<script nonce="${nonce!.slice(7, -1)}">`]);
		expect(html).not.toMatch(/<[^>]* style=|<style\b/);
	});

	test('is the same on every page, also on those for what is not there', async () => {
		const names = [...policyOf(await ask('/')).keys()];
		for (const path of [
			...publicPages,
			'/reviews',
			review,
			`${review}/report`,
			'/nowhere',
			'/reviews/nowhere'
		]) {
			const answer = await ask(path);
			expect([path, [...policyOf(answer).keys()]]).toEqual([path, names]);
			expect([path, await answer.text()]).not.toMatchObject([path, expect.stringMatching(/<[^>]* style=/)]);
		}
	});

	test('stops a script and a style that got into a page in spite of all', async () => {
		const page = await (await browser.newContext({ baseURL: cairn.address })).newPage();
		const complaints: string[] = [];
		page.on('console', (message) => complaints.push(message.text()));
		await page.route('**/method', async (route) => {
			const answer = await route.fetch();
			const injected =
				'<b id="styled" style="color: red">x</b><script>window.hacked = 1</script><img src="x" onerror="window.hacked = 1">';
			const page = '<div class="c-page">';
			await route.fulfill({
				response: answer,
				body: (await answer.text()).replace(page, `${injected}${page}`)
			});
		});
		await page.goto('/method', { waitUntil: 'networkidle' });
		expect(await page.evaluate(() => (window as { hacked?: unknown }).hacked)).toBeUndefined();
		const styled = page.locator('#styled');
		expect(await styled.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(26, 26, 26)');
		expect(complaints.filter((text) => text.includes('Content Security Policy')).length).toBeGreaterThan(1);
		await page.close();
	});

	test('lets every page of the product work, for who is signed in and for who is not', async () => {
		const other = await serveCairn();
		const page = await (await browser.newContext({ baseURL: other.address })).newPage();
		try {
			addOrganisation(other.folder, { id: 'host', kind: 'scrutiny-body', name: 'Readers', host: true });
			const reader = await addPerson(other.folder, {
				name: 'A reader',
				email: 'reader@readers.example',
				memberships: (['administrator', 'lead-inspector'] as const).map((role) => ({
					organisation: 'host',
					role
				}))
			});
			const open = await walked(page, ['/', '/sign-in', '/forgotten-password']);
			await signInAs(page, other, reader);
			const all = await walked(page, ['/', '/account', '/admin', '/reviews/new']);
			expect([open.complaints, all.complaints]).toEqual([[], []]);
			expect(all.pages.length).toBeGreaterThan(open.pages.length + 10);
		} finally {
			await page.close();
			await other.stop();
		}
	});

	test('lets a form lead to the provider of an outside sign-in where one is set up, and nowhere else', async () => {
		const other = await serveCairn({
			CAIRN_OIDC_ISSUER: 'https://login.example/tenant',
			CAIRN_OIDC_CLIENT_ID: 'cairn',
			CAIRN_OIDC_CLIENT_SECRET: 'not a secret'
		});
		try {
			expect(policyOf(await fetch(other.address)).get('form-action')).toEqual([
				"'self'",
				'https://login.example'
			]);
		} finally {
			await other.stop();
		}
	});
});

/** Pages of which there are many of one kind; the first that a page leads to stands for them. */
const manyOfAKind =
	/^(?:\/standards|\/change-map|\/self-checks|\/practice(?=\/(?!topics|messages|new|editing))|.*\/(?:questions|records|judgements))\/[^/]+/;

/** Follows the links from some pages to all others, and hears what the browser complains of on the way. */
async function walked(page: Page, start: string[]): Promise<{ pages: string[]; complaints: string[] }> {
	const pages = [...start];
	const kinds = new Set<string>();
	const { complaints, stop } = hearComplaints(page);
	for (const path of pages) {
		const heard = complaints.length;
		await page.goto(path);
		await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
		complaints.splice(
			heard,
			Infinity,
			...complaints.slice(heard).map((complaint) => `${path}: ${complaint}`)
		);
		const links = await page
			.locator('a[href]')
			.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
		for (const { origin, pathname } of links.map((href) => new URL(href))) {
			const kind = pathname.replace(manyOfAKind, (found) => found.replace(/[^/]+$/, '*'));
			if (origin !== new URL(page.url()).origin || /\.(csv|json|pdf|xlsx)$/.test(pathname) || kinds.has(kind))
				continue;
			kinds.add(kind);
			if (!pages.includes(pathname)) pages.push(pathname);
		}
	}
	stop();
	return { pages, complaints };
}

describe('every answer', () => {
	test('forbids framing and guessing, and keeps other sites from using it', async () => {
		const html = await (await ask('/')).text();
		const assets = [...html.matchAll(/(?:href|src)="\.?(\/_app\/[^"]+|\/favicon\.svg)"/g)].map(
			([, path]) => path!
		);
		expect(assets.length).toBeGreaterThan(2);
		for (const path of [
			...publicPages,
			...privateAddresses.filter((path) => !path.endsWith('.pdf')),
			...assets,
			'/nowhere',
			'/_app/nowhere.js',
			'/%E0%A4%A'
		]) {
			const { headers } = await ask(path);
			expect([path, Object.fromEntries(headers)]).toMatchObject([
				path,
				{
					'x-frame-options': 'DENY',
					'x-content-type-options': 'nosniff',
					'referrer-policy': 'same-origin',
					'cross-origin-opener-policy': 'same-origin',
					'cross-origin-resource-policy': 'same-origin',
					'permissions-policy': expect.stringContaining('camera=()'),
					'content-security-policy': expect.stringContaining("frame-ancestors 'none'")
				}
			]);
			expect([path, headers.get('strict-transport-security')]).toEqual([path, null]);
		}
	});

	test('cannot be framed by another site', async () => {
		const page = await browser.newPage();
		const complaints: string[] = [];
		page.on('console', (message) => complaints.push(message.text()));
		await page.setContent(`<iframe src="${cairn.address}/help"></iframe>`);
		await expect.poll(() => complaints.join()).toMatch(/frame-ancestors|X-Frame-Options/);
		await page.close();
	});

	test('asks for TLS only where Cairn is served with it', async () => {
		const other = await serveCairn({ ORIGIN: 'https://cairn.example' });
		try {
			for (const path of ['/', '/favicon.svg', '/nowhere']) {
				const { headers } = await fetch(new URL(path, other.address));
				expect([path, headers.get('strict-transport-security')]).toEqual([
					path,
					'max-age=31536000; includeSubDomains'
				]);
			}
		} finally {
			await other.stop();
		}
	});

	test('is kept nowhere when it is not for everybody, and for long when it never changes', async () => {
		for (const path of privateAddresses)
			expect([path, (await ask(path)).headers.get('cache-control')]).toMatchObject([
				path,
				expect.stringContaining('no-store')
			]);
		for (const path of publicPages)
			expect([path, (await ask(path)).headers.get('cache-control')]).toEqual([path, 'private, no-cache']);
		const html = await (await ask('/')).text();
		const asset = /\/_app\/immutable\/[^"]+\.css/.exec(html)![0];
		expect((await ask(asset)).headers.get('cache-control')).toContain('immutable');
	});
});

describe('a request that may change something', () => {
	const kinds = [
		'application/x-www-form-urlencoded',
		'multipart/form-data; boundary=b',
		'text/plain',
		'application/json'
	];

	test.each(kinds)('and carries %s is refused from elsewhere, from “null” and from nowhere', async (type) => {
		for (const origin of [
			'https://elsewhere.example',
			'null',
			cairn.address.replace('http:', 'https:'),
			undefined
		]) {
			const answer = await post('/reviews', { 'content-type': type, ...(origin ? { origin } : {}) });
			expect([origin, answer.status]).toEqual([origin, 403]);
			expect(await answer.text()).toContain(
				`This was not sent from Cairn’s own address, ${cairn.address}, so nothing was changed.`
			);
		}
		expect((await post('/reviews', { 'content-type': type, origin: cairn.address })).status).not.toBe(403);
	});

	test('is refused whatever its method', async () => {
		for (const method of ['PUT', 'PATCH', 'DELETE'])
			expect([method, (await ask('/reviews', { method })).status]).toEqual([method, 403]);
	});

	test('sent by a script gets the same sentence in the form that the script reads', async () => {
		const answer = await ask('/reviews', {
			method: 'POST',
			headers: { ...form, accept: 'application/json', 'x-sveltekit-action': 'true', origin: 'null' },
			body: 'a=1'
		});
		expect([answer.status, await answer.json()]).toMatchObject([
			403,
			{ type: 'error', status: 403, error: { message: expect.stringContaining('Cairn’s own address') } }
		]);
	});
});

describe('more than a form holds', () => {
	const tooMuch = 'This is more than Cairn takes at once, so nothing of it was kept.';
	const ownForm = () => ({ ...form, origin: cairn.address });

	test('is refused with a page and a plain sentence, at a megabyte', async () => {
		const answer = await post('/reviews', ownForm(), 'a'.repeat(1024 * 1024 + 1));
		expect([answer.status, answer.headers.get('content-type')]).toEqual([
			413,
			expect.stringContaining('text/html')
		]);
		expect(await answer.text()).toContain(tooMuch);
		expect((await post('/reviews', ownForm(), 'a'.repeat(1024 * 1024))).status).not.toBe(413);
	});

	test('is refused also when its length is not said', async () => {
		const chunk = new Uint8Array(64 * 1024).fill(97);
		let left = 32;
		const body = new ReadableStream({
			pull: (controller) => (left-- > 0 ? controller.enqueue(chunk) : controller.close())
		});
		const answer = await ask('/reviews', {
			method: 'POST',
			headers: { ...ownForm(), accept: 'text/html' },
			body,
			duplex: 'half'
		} as RequestInit);
		expect([answer.status, await answer.text()]).toEqual([413, expect.stringContaining(tooMuch)]);
	});

	test('is refused before it is sent when it says how much it is', async () => {
		const { hostname, port, host, origin } = new URL(cairn.address);
		const socket = connect(Number(port), hostname);
		const lines = [
			'POST /reviews HTTP/1.1',
			`Host: ${host}`,
			`Origin: ${origin}`,
			'Accept: text/html',
			'Content-Type: application/x-www-form-urlencoded',
			`Content-Length: ${10 ** 12}`,
			'',
			'a=1'
		];
		let answer = '';
		socket.on('data', (bytes) => (answer += bytes));
		socket.write(lines.join('\r\n'));
		await once(socket, 'data');
		expect(answer).toMatch(/^HTTP\/1\.1 413 /);
		socket.destroy();
	});

	test('is shown to a person as a page in our own look, which the policy lets through', async () => {
		const page = await (await browser.newContext({ baseURL: cairn.address })).newPage();
		const complaints: string[] = [];
		page.on(
			'console',
			(message) => message.text().includes('Security Policy') && complaints.push(message.text())
		);
		await arrive(page, '/help');
		await page.evaluate(
			(length) => {
				const sent = Object.assign(document.createElement('form'), { method: 'post', action: '/reviews' });
				sent.append(
					Object.assign(document.createElement('textarea'), { name: 'text', value: 'a'.repeat(length) })
				);
				document.body.append(sent);
				sent.submit();
			},
			3 * 1024 * 1024
		);
		await page.getByText(tooMuch).waitFor();
		// Its styles may come a moment after its words.
		await page.waitForLoadState('load');
		expect(await page.locator('header').evaluate((bar) => getComputedStyle(bar).backgroundColor)).toBe(
			'rgb(0, 45, 84)'
		);
		expect(complaints).toEqual([]);
		await page.close();
	});
});
