/** No address without a policy: what src/routes offers and what access/policies.ts says are the same. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { rules } from '#lib/server/access/may.ts';
import { policies, type Need } from '#lib/server/access/policies.ts';
import { comparePolicies, readRoutes } from '../../scripts/route-policies.ts';

const folders: string[] = [];
afterEach(() => {
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder with these files, by path. */
function written(files: Record<string, string>): string {
	const root = mkdtempSync(join(tmpdir(), 'cairn-routes-'));
	folders.push(root);
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	}
	return root;
}

const routes = (files: Record<string, string>) =>
	written(Object.fromEntries(Object.entries(files).map(([path, text]) => [`src/routes/${path}`, text])));

const needs = Object.entries(policies).flatMap(([route, { GET, POST, actions = {} }]) => [
	...(GET ? [{ what: `GET ${route}`, need: GET, writes: false }] : []),
	...(POST ? [{ what: `POST ${route}`, need: POST, writes: true }] : []),
	...Object.entries(actions).map(([name, need]) => ({ what: `${route}?/${name}`, need, writes: true }))
]);
const isOpen = (need: Need) => need === 'anyone';

describe('the policies of Cairn', () => {
	test('speak of every page, method and form action, and of nothing else', () => {
		const { offers } = readRoutes('.');
		expect(offers.length).toBeGreaterThan(15);
		expect(comparePolicies(readRoutes('.'), policies)).toEqual([]);
	});

	test('ask for something wherever an address is about a review, a record, an organisation or the installation', () => {
		const about = needs.filter(({ what }) => /\/(reviews|admin|account)\b/.test(what));
		expect(about.length).toBeGreaterThan(10);
		expect(about.filter(({ need }) => isOpen(need))).toEqual([]);
	});

	test('ask of what is about a review for an action with that review', () => {
		const about = needs.filter(({ what }) => what.includes('/reviews/[id]'));
		const others = about.filter(({ need }) => need === 'anyone' || !['review', 'record'].includes(need.of));
		expect(others).toEqual([]);
	});

	test('name actions that the table knows', () => {
		const unknown = needs.filter(({ need }) => need !== 'anyone' && !Object.hasOwn(rules, need.action));
		expect(unknown).toEqual([]);
	});
});

describe('reading the routes', () => {
	test('finds pages, methods and form actions as they may be written', () => {
		const root = routes({
			'+page.svelte': '<h1>Home</h1>',
			'a/+page.server.ts':
				"export const load = () => ({});\nexport const actions = { default: () => {}, 'two-words': async () => {} } satisfies Actions;",
			'a/[id]/file.csv/+server.ts': 'export async function GET() {}\nexport const POST = () => {};',
			'b/+server.ts': "export { GET } from './elsewhere.ts';\nexport const { POST } = handlers;",
			'(group)/c/+page@.svelte': ''
		});
		expect(readRoutes(root)).toEqual({
			problems: [],
			offers: [
				{ route: '/', kind: 'page', methods: ['GET'], actions: [] },
				{ route: '/(group)/c', kind: 'page', methods: ['GET'], actions: [] },
				{ route: '/a', kind: 'page', methods: ['GET'], actions: ['default', 'two-words'] },
				{ route: '/a/[id]/file.csv', kind: 'endpoint', methods: ['GET', 'POST'], actions: [] },
				{ route: '/b', kind: 'endpoint', methods: ['GET', 'POST'], actions: [] }
			]
		});
	});

	test.each([
		['answers DELETE', { 'a/+server.ts': 'export const DELETE = () => {};' }],
		['answers fallback', { 'a/+server.ts': 'export function fallback() {}' }],
		['answers HEAD without GET', { 'a/+server.ts': 'export function HEAD() {}' }],
		['exports all of another file', { 'a/+server.ts': "export * from './all.ts';" }],
		['names cannot be read', { 'a/+page.server.ts': 'export const actions = { ...more };' }],
		['names cannot be read', { 'a/+page.server.ts': "export { actions } from './more.ts';" }],
		['prerenders', { 'a/+page.ts': 'export const prerender = true;', 'a/+page.svelte': '' }],
		['prerenders', { '+layout.ts': "export const prerender = 'auto';" }],
		['stands beside a page', { 'a/+server.ts': 'export function GET() {}', 'a/+page.svelte': '' }],
		['remote functions', { '../lib/a.remote.ts': 'export const all = query(() => []);' }]
	])('stops at what no policy can speak of: %s', (said, files) => {
		const { problems } = readRoutes(routes({ '+page.svelte': '', ...files }));
		expect(problems).toEqual([expect.stringContaining(said)]);
	});

	test('says what has no policy and where to write it, and which policy is left over', () => {
		const root = routes({
			'a/+page.server.ts': 'export const actions = { save: () => {}, constructor: () => {} };',
			'b/+server.ts': 'export const GET = () => {}; export const POST = () => {};'
		});
		expect(
			comparePolicies(readRoutes(root), {
				'/a': { GET: 'anyone', POST: 'anyone', actions: { gone: 'anyone' } },
				'/b': { GET: 'anyone' },
				'/c': { GET: 'anyone' }
			})
		).toEqual([
			"The form action “save” of /a has no policy. Write “save: …” in actions under '/a' in src/lib/server/access/policies.ts.",
			"The form action “constructor” of /a has no policy. Write “constructor: …” in actions under '/a' in src/lib/server/access/policies.ts.",
			'The policy of /a has POST, but it is a page: name its form actions under “actions”.',
			'There is a policy for the form action “gone” of /a, which has none of that name. Take it out.',
			"POST /b has no policy. Write “POST: …” under '/b' in src/lib/server/access/policies.ts.",
			'There is a policy for /c, and no such route. Take it out.'
		]);
	});
});

describe('a build', () => {
	/** Builds a small product with this one's own vite.config.ts; `change` plants the difference. Gives the exit status and what it says. */
	function build(change: (files: Record<string, string>) => void) {
		const files: Record<string, string> = {
			'src/app.html': '<html lang="en"><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>',
			'src/routes/+page.svelte': '<h1>Here</h1>',
			'src/routes/plan/+page.svelte': '<h1>Plan</h1>',
			'src/routes/plan/+page.server.ts': 'export const actions = { save: () => ({}) };',
			'src/lib/server/access/policies.ts':
				"export const policies = { '/': { GET: 'anyone' }, '/plan': { GET: 'anyone', actions: { save: 'anyone' } } };",
			'svelte.config.js': 'export default {};',
			'package.json': '{"type":"module"}'
		};
		change(files);
		const root = written(files);
		for (const file of ['vite.config.ts', 'scripts/route-policies.ts', 'scripts/policies-plugin.ts'])
			cpSync(file, join(root, file));
		symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'));
		const { VITEST, ...env } = process.env;
		const vite = join('node_modules', 'vite', 'bin', 'vite.js');
		const { status, stdout, stderr } = spawnSync(process.execPath, [vite, 'build'], {
			cwd: root,
			env: { ...env, NODE_ENV: 'production' },
			encoding: 'utf8'
		});
		return { status, said: stdout + stderr };
	}

	test('passes where each route has its policy', () => {
		const { status, said } = build(() => {});
		expect([status, said]).toEqual([0, expect.stringContaining('built in')]);
	});

	test('fails at a page without a policy', () => {
		const { status, said } = build((files) => (files['src/routes/left-open/+page.svelte'] = '<h1>Open</h1>'));
		expect(status).not.toBe(0);
		expect(said).toContain("GET /left-open has no policy. Write “GET: …” under '/left-open'");
	});

	test('fails at a form action and at a method without a policy', () => {
		const { status, said } = build((files) => {
			files['src/routes/plan/+page.server.ts'] =
				'export const actions = { save: () => {}, erase: () => {} };';
			files['src/routes/list.csv/+server.ts'] = "export const GET = () => new Response('a,b');";
		});
		expect(status).not.toBe(0);
		expect(said).toContain('The form action “erase” of /plan has no policy.');
		expect(said).toContain('GET /list.csv has no policy.');
	});

	test('fails at a policy whose route is gone', () => {
		const { status, said } = build((files) => {
			delete files['src/routes/plan/+page.svelte'];
			delete files['src/routes/plan/+page.server.ts'];
		});
		expect(status).not.toBe(0);
		expect(said).toContain('There is a policy for /plan, and no such route.');
	});
});
