/** What the served Cairn answers to strangers and to strange requests, whoever is signed in. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveCairn, type ServedCairn } from '../support/served.ts';

let served: ServedCairn;
beforeAll(async () => {
	served = await serveCairn({ BODY_SIZE_LIMIT: '64K' });
});
afterAll(() => served.stop());

const ask = (path: string, init: RequestInit = {}) =>
	fetch(served.address + path, { redirect: 'manual', ...init });

/** Sends bytes as they are and gives what comes back, for requests that `fetch` would mend or refuse. */
async function send(request: string): Promise<string> {
	const { hostname, port } = new URL(served.address);
	const socket = connect(Number(port), hostname);
	let answer = '';
	socket.on('data', (bytes) => (answer += bytes));
	socket.write(request.replaceAll('\n', '\r\n'));
	await once(socket, 'close');
	return answer;
}

const head = (method: string, path: string, more = '') =>
	`${method} ${path} HTTP/1.1\nHost: ${new URL(served.address).host}\nConnection: close\n${more}\n`;

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);

/** The addresses of everything that the first page loads. */
async function assets(): Promise<string[]> {
	const page = await (await ask('/')).text();
	const links = [...page.matchAll(/(?:href|src)="([^"]*\.(?:js|css|svg|woff2))"|import\("([^"]+)"\)/g)];
	return [...new Set(links.map(([, link, script]) => new URL((link ?? script)!, served.address).pathname))];
}

describe('the served Cairn', () => {
	test('serves no file of the repository, its history, its settings or its database', async () => {
		const inside = [
			'.git/HEAD',
			'.git/config',
			'.env',
			'package.json',
			'package-lock.json',
			'cairn.sqlite',
			'data/cairn.sqlite',
			'build/handler.js',
			'server/index.js',
			'src/hooks.server.ts',
			'migrations/0000_start.sql'
		];
		const ways = ['/', '//', '/_app/../', '/%2e%2e/', '/_app/%2e%2e/%2e%2e/', '/..%2f', '/..%5c'];
		for (const way of ways)
			for (const file of inside) {
				const answer = await send(head('GET', way + file));
				expect([way + file, statusOf(answer)]).not.toEqual([way + file, 200]);
				expect(answer).not.toMatch(/"lockfileVersion"|ref: refs|\[core\]|SQLite format|create table/i);
			}
	});

	test('lists no folder', async () => {
		for (const folder of ['/_app', '/_app/', '/_app/immutable/', '/_app/immutable/chunks/', '/static/'])
			expect([folder, (await ask(folder)).status]).toEqual([folder, 404]);
	});

	test('serves no source map, and names none in its scripts', async () => {
		const scripts = (await assets()).filter((path) => path.endsWith('.js'));
		expect(scripts.length).toBeGreaterThan(0);
		for (const script of scripts) {
			expect(await (await ask(script)).text()).not.toContain('sourceMappingURL');
			expect((await ask(`${script}.map`)).status).toBe(404);
		}
	});

	test('answers methods that no page has with a refusal, and echoes none', async () => {
		for (const method of ['TRACE', 'TRACK', 'PUT', 'PATCH', 'DELETE', 'PROPFIND']) {
			const answer = await send(head(method, '/', 'X-Canary: heard\n'));
			expect(statusOf(answer)).toBeGreaterThanOrEqual(400);
			expect(statusOf(answer)).toBeLessThan(500);
			expect(answer).not.toContain('heard');
		}
	});

	test('says of every answer what kind it is, in which letters, and forbids guessing', async () => {
		const kinds: [string, RegExp][] = [
			['/', /^text\/html; ?charset=utf-8$/i],
			['/standards/1', /^text\/html; ?charset=utf-8$/i],
			['/nowhere', /^text\/html; ?charset=utf-8$/i],
			['/standards/1/__data.json', /^application\/json(; ?charset=utf-8)?$/i],
			...(await assets()).map((path): [string, RegExp] => [
				path,
				path.endsWith('.js')
					? /^text\/javascript(; ?charset=utf-8)?$/i
					: path.endsWith('.css')
						? /^text\/css(; ?charset=utf-8)?$/i
						: /^(image\/svg\+xml|font\/woff2)$/
			])
		];
		for (const [path, kind] of kinds) {
			const { headers } = await ask(path);
			expect([path, headers.get('content-type')]).toEqual([path, expect.stringMatching(kind)]);
			expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff']);
		}
	});

	test('allows a page only its own scripts, and anything else nothing', async () => {
		const policyOf = async (path: string) => {
			const { headers } = await ask(path);
			expect([path, headers.get('referrer-policy')]).toEqual([path, 'same-origin']);
			const policy = headers.get('content-security-policy') ?? '';
			for (const part of ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
				expect([path, policy.split(/; */)]).toEqual([path, expect.arrayContaining([part])]);
			expect([path, policy]).not.toEqual([path, expect.stringMatching(/unsafe|\*|https?:/)]);
			return policy;
		};
		for (const path of ['/', '/standards/1', '/nowhere']) {
			expect(await policyOf(path)).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]{16,}'/);
			expect(await policyOf(path)).not.toBe(await policyOf(path));
			expect(await policyOf(path)).toContain("object-src 'none'");
		}
		for (const path of ['/standards/1/__data.json', '/health', ...(await assets())])
			expect(await policyOf(path)).not.toContain('script-src');
	});

	test('takes what is said twice in an address as said once', async () => {
		const source = '/reviews/south-lanarkshire-2018/evidence/assessed-files';
		const shown = async (query: string) => {
			const answer = await ask(`${source}/__data.json${query}`);
			expect(answer.status).toBe(200);
			return answer.text();
		};
		const once = await shown('?by=locality');
		expect(await shown('?by=locality&by=nonsense')).toBe(once);
		expect(await shown('?by=nonsense&by=locality')).toBe(await shown('?by=nonsense'));
	});

	test('lets no other site read an answer', async () => {
		const origin = 'https://elsewhere.example';
		for (const path of ['/', '/standards/1/__data.json', '/health', ...(await assets())])
			for (const method of ['GET', 'OPTIONS']) {
				const { headers } = await ask(path, { method, headers: { origin } });
				expect([path, headers.get('access-control-allow-origin')]).toEqual([path, null]);
			}
	});

	test('refuses a form that another site sent', async () => {
		for (const origin of ['https://elsewhere.example', 'null'])
			for (const type of [
				'application/x-www-form-urlencoded',
				'multipart/form-data; boundary=b',
				'text/plain'
			]) {
				const answer = await ask('/', {
					method: 'POST',
					body: 'a=1',
					headers: { origin, 'content-type': type }
				});
				expect([origin, type, answer.status]).toEqual([origin, type, 403]);
			}
	});

	test('refuses a message whose length is said in two ways', async () => {
		const answer = await send(
			head('POST', '/', 'Content-Length: 5\nTransfer-Encoding: chunked\n') + '0\n\nGET / HTTP/1.1\n\n'
		);
		expect(statusOf(answer)).toBe(400);
		expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
	});

	test('refuses more than it takes at once', async () => {
		const form = { origin: served.address, 'content-type': 'application/x-www-form-urlencoded' };
		const { status } = await ask('/sign-in', {
			method: 'POST',
			body: `a=${'x'.repeat(70_000)}`,
			headers: form
		});
		expect(status).toBe(413);
	});

	test('tells nothing of the programs behind it, nor of what went wrong inside', async () => {
		for (const path of ['/', '/nowhere', '/%E0%A4%A', '/reviews/%00', '/standards/1?by=%FF']) {
			const answer = await send(head('GET', path));
			const telling = /^(?:x-powered-by|server):.*|\bat .+\.(?:js|ts):\d+|node_modules|SqliteError/im.exec(
				answer
			);
			expect([path, telling?.[0]]).toEqual([path, undefined]);
		}
	});

	test('believes no header that says where a request comes from', async () => {
		const guess = (forwarded: string) =>
			ask('/set-up', {
				method: 'POST',
				body: 'code=aaaa-aaaa-aaaa-aaaa',
				headers: {
					accept: 'text/html',
					origin: served.address,
					'content-type': 'application/x-www-form-urlencoded',
					'x-forwarded-for': forwarded,
					'x-real-ip': forwarded,
					forwarded: `for=${forwarded}`
				}
			});
		const statuses: number[] = [];
		for (let tried = 1; tried <= 11; tried += 1) statuses.push((await guess(`192.0.2.${tried}`)).status);
		expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 401));
		expect(statuses[10]).toBe(429);
		const elsewhere = await ask('/standards/1', {
			headers: { 'x-forwarded-host': 'elsewhere.example', 'x-forwarded-proto': 'https' }
		});
		expect(elsewhere.status).toBe(200);
		expect(await elsewhere.text()).not.toContain('elsewhere.example');
	});

	test('takes the address of a person from the server in front where one is named, and from nobody else', async () => {
		const behind = await serveCairn({ CAIRN_PROXIES: '1' });
		try {
			const guess = async (forwarded: string) => {
				const answer = await fetch(`${behind.address}/set-up`, {
					method: 'POST',
					body: 'code=aaaa-aaaa-aaaa-aaaa',
					headers: {
						accept: 'text/html',
						origin: behind.address,
						'content-type': 'application/x-www-form-urlencoded',
						'x-forwarded-for': forwarded
					}
				});
				return answer.status;
			};
			for (let tried = 1; tried <= 10; tried += 1)
				expect(await guess(`198.51.100.${tried}, 192.0.2.1`)).toBe(401);
			expect(await guess('198.51.100.11, 192.0.2.1')).toBe(429);
			expect(await guess('198.51.100.11, 192.0.2.2')).toBe(401);
		} finally {
			await behind.stop();
		}
	});

	test('hides a password while it is typed, and lets a browser fill it in', async () => {
		const page = await (await ask('/sign-in')).text();
		const field = /<input[^>]*name="password"[^>]*>/.exec(page)?.[0];
		expect(field).toContain('type="password"');
		expect(field).toContain('autocomplete="current-password"');
		expect(field).not.toMatch(/maxlength|readonly|onpaste/);
	});
});
