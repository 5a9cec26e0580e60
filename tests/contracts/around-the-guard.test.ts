/** Ways round the guard that have worked elsewhere, tried on the served product by somebody who may see nothing of it. */
import { existsSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digestOfEverything, type Somebody } from '../support/access-matrix.ts';
import type { Asked } from '../support/ask.ts';
import { serveTenants, type ServedTenants } from '../support/served-tenants.ts';
import type { SeededReview } from '../support/two-tenants.ts';

let tenants: ServedTenants;
let stranger: Somebody;
let draft: SeededReview;
let issued: SeededReview;

const named = (name: string) => tenants.people.find((somebody) => somebody.name === name)!;
const reviewOf = (state: string) =>
	tenants.world.reviews.find(
		(review) => review.tenant === 'a' && review.kind === 'thematic' && review.state === state
	)!;

beforeAll(async () => {
	tenants = await serveTenants();
	stranger = named('lead-inspector of body b, confirmed');
	draft = reviewOf('draft');
	issued = reviewOf('issued');
});
afterAll(() => tenants?.stop());

/** What comes back, in short: the status, and what was heard that should not be. */
async function tryIt(asked: Asked, somebody: Somebody = stranger): Promise<string> {
	const answer = await tenants.matrix.ask(somebody, asked);
	const { leaked } = await tenants.matrix.hear(somebody, asked, answer);
	return [answer.status, ...leaked.map(({ kind }) => kind)].join(' ');
}

const refusals = /^(303|308|400|404|405)$/;

/** Other ways to write the address of a review, and of what lies in it. */
const spellings = (id: string, within = ''): string[] => {
	const encoded = `%${id.charCodeAt(0).toString(16)}${id.slice(1)}`;
	return [
		`/reviews/${id}${within}`,
		`/reviews/${id}${within}/`,
		`/reviews/${id}${within}//`,
		`//reviews/${id}${within}`,
		`/reviews//${id}${within}`,
		`/./reviews/${id}${within}`,
		`/standards/../reviews/${id}${within}`,
		`/standards/%2e%2e/reviews/${id}${within}`,
		`/standards/..%2freviews/${id}${within}`,
		`/standards%2f..%2freviews/${id}${within}`,
		`/reviews%2f${id}${within}`,
		`/reviews/${encoded}${within}`,
		`/reviews/${encoded.replace('%', '%25')}${within}`,
		`/Reviews/${id}${within}`,
		`/REVIEWS/${id.toUpperCase()}${within.toUpperCase()}`,
		`/reviews/${id}${within};x=1`,
		`/reviews/${id}${within}%00`,
		`/reviews/${id}${within}%20`,
		`/reviews/${id}${within}?`,
		`/reviews/${id}${within}?/default`,
		`/reviews/${id}${within}.json`,
		`/reviews/${id}${within}/index.html`,
		`/reviews/${id}${within}/__route.js`,
		`/reviews/${id}${within}/__data.json`,
		`/reviews/${id}${within}/__data.json?x-sveltekit-invalidated=01`,
		`/reviews/${id}${within}/__data.json?x-sveltekit-invalidated=11&x-sveltekit-trailing-slash=1`,
		`/reviews/${id}${within}/__data.json/`,
		`/reviews/${id}${within}/__data.json/__data.json`,
		`/nothing-here/../reviews/${id}${within}`,
		`/reviews\\${id}${within}`
	];
};

describe('nobody gets round the guard', () => {
	test('by writing an address in another way', async () => {
		const { id, files, given, finding } = draft;
		for (const within of [
			'',
			'/report',
			'/report.pdf',
			`/evidence/${files}/records/${given}`,
			`/findings/${finding}`
		])
			for (const path of spellings(id, within))
				expect([path, await tryIt({ path })]).toEqual([path, expect.stringMatching(refusals)]);
	});

	test('by another method, or a header that names one', async () => {
		const path = `/reviews/${draft.id}`;
		for (const method of ['HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'TRACE', 'POST']) {
			expect([method, await tryIt({ method, path })]).toEqual([method, expect.stringMatching(refusals)]);
			for (const header of ['x-http-method-override', 'x-http-method', 'x-method-override'])
				expect([method, await tryIt({ method, path, headers: { [header]: 'GET' } })]).toEqual([
					method,
					expect.stringMatching(refusals)
				]);
		}
		expect(await tryIt({ method: 'POST', path: `${path}?_method=GET` })).toBe('404');
	});

	test('by a header that names another address, or asks for a part', async () => {
		const path = `/reviews/${draft.id}`;
		for (const header of ['x-original-url', 'x-rewrite-url', 'x-sveltekit-pathname', 'referer'])
			expect([header, await tryIt({ path: '/standards', headers: { [header]: path } })]).toEqual([
				header,
				'200'
			]);
		for (const headers of [
			{ range: 'bytes=0-99' },
			{ 'if-none-match': '*' },
			{ 'if-modified-since': 'Thu, 01 Jan 2099 00:00:00 GMT' },
			{ 'x-forwarded-for': '127.0.0.1' },
			{ 'x-forwarded-host': 'localhost' },
			{ accept: 'application/json' },
			{ accept: 'text/csv' },
			{ 'x-sveltekit-error': 'true' }
		] as Record<string, string>[])
			expect([headers, await tryIt({ path, headers })]).toEqual([headers, '404']);
		for (const remote of ['/_app/remote/abc', '/_app/remote/abc/def'])
			expect([remote, await tryIt({ path: remote, headers: { 'x-sveltekit-pathname': path } })]).toEqual([
				remote,
				expect.stringMatching(refusals)
			]);
	});

	test('by the mark of a page that somebody else has seen', async () => {
		const path = `/reviews/${issued.id}`;
		const lead = named('lead in reviews of a, confirmed');
		const { headers } = await tenants.matrix.ask(lead, { path });
		const mark = headers.etag ?? '"none"';
		expect(await tryIt({ path, headers: { 'if-none-match': mark } })).toBe('404');
	});

	test('by a form action named twice, in signs, or after what every object has', async () => {
		const before = digestOfEverything(tenants.db.$client);
		const path = `/reviews/${draft.id}/findings/${draft.finding}`;
		const form = {
			method: 'POST',
			body: 'text=x&version=1',
			headers: { 'content-type': 'application/x-www-form-urlencoded' }
		};
		for (const query of [
			'',
			'?/save',
			'?%2Fsave',
			'?x=1&/save',
			'?/save&/withdraw',
			'?/none&/save',
			'?/default',
			'?/constructor',
			'?/__proto__',
			'?/toString',
			'?/save/',
			'?//save'
		])
			for (const more of [{}, { 'x-sveltekit-action': 'true', accept: 'application/json' }] as Record<
				string,
				string
			>[]) {
				const asked = { ...form, path: path + query, headers: { ...form.headers, ...more } };
				expect([query, await tryIt(asked)]).toEqual([query, '404']);
			}
		expect(digestOfEverything(tenants.db.$client)).toEqual(before);
	});

	test('by an action that they may do, with one beside it that they may not', async () => {
		const lead = named('lead in reviews of a, confirmed');
		const before = digestOfEverything(tenants.db.$client);
		const asked = {
			method: 'POST',
			path: `/reviews/${issued.id}/plan?/share&/withdraw`,
			body: 'reason=Because',
			headers: { 'content-type': 'application/x-www-form-urlencoded' }
		};
		// The review is issued, so it can be withdrawn and not shared; the first name counts.
		expect(await tryIt(asked, lead)).toBe('404');
		expect(digestOfEverything(tenants.db.$client)).toEqual(before);
	});

	test('by a form to a page that has none', async () => {
		const lead = named('lead in reviews of a, confirmed');
		for (const query of ['', '?/save', '?/default'])
			expect(
				await tryIt(
					{
						method: 'POST',
						path: `/reviews/${draft.id}${query}`,
						body: '',
						headers: { 'content-type': 'application/x-www-form-urlencoded' }
					},
					lead
				)
			).toBe('404');
	});

	test('by a file: no page is kept as one', () => {
		const kept = existsSync('build/prerendered')
			? readdirSync('build/prerendered', { recursive: true, encoding: 'utf8' })
			: [];
		expect(kept.filter((file) => /\.(html|json)$/.test(file))).toEqual([]);
		expect(
			readdirSync('static', { recursive: true, encoding: 'utf8' }).filter((file) => /\.html$/.test(file))
		).toEqual([]);
	});

	test('by asking for the page for what is not there itself, which says nothing more', async () => {
		const pages = await Promise.all(
			['/nothing-here', '/no-such-page', `/nothing-here?id=${draft.id}`].map((path) =>
				tenants.matrix.ask(stranger, { path })
			)
		);
		const plain = pages.map(({ status, body }) => [
			status,
			body.toString().replace(/nonce([-=]"?)[\w+/=-]{16,}/g, 'nonce$1')
		]);
		expect(plain[0]![0]).toBe(404);
		expect(plain[1]).toEqual(plain[0]);
		expect(plain[2]).toEqual(plain[0]);
	});
});

describe('what belongs to others', () => {
	/** Those of tenant a who may do something, and what is theirs. */
	const doers = () =>
		[
			'lead in reviews of',
			'partnership-lead of partnership',
			'administrator of partnership',
			'administrator of body'
		]
			.map((name) => named(`${name} a, confirmed`))
			.concat(named('viewer of partnership a and member of the host'));

	test('is not found in an address inside one’s own review', async () => {
		const lead = named('lead in reviews of a, confirmed');
		const other = tenants.world.reviews.find(({ tenant, kind }) => tenant === 'b' && kind === 'thematic')!;
		const within = [
			`/evidence/${other.files}`,
			`/evidence/${other.files}/results.csv`,
			`/evidence/${other.files}/results.xlsx`,
			`/evidence/${other.files}/read`,
			`/evidence/${other.files}/questions/${other.question}`,
			`/evidence/${draft.files}/questions/${other.question}`,
			`/evidence/${other.files}/records/${other.given}`,
			`/evidence/${draft.files}/records/${other.given}`,
			`/findings/${other.finding}`
		];
		for (const path of within.map((each) => `/reviews/${draft.id}${each}`))
			expect([path, await tryIt({ path }, lead)]).toEqual([path, '404']);
	});

	test('is neither changed nor told of by a form of one’s own that names it', async () => {
		const { db, matrix, world } = tenants;
		const one = (sql: string) => db.$client.prepare(sql).pluck().get() as string;
		const ofB = world.people.find(({ name }) => name === 'judge in reviews of b, confirmed')!.id;
		const theirs = {
			membership: one(`select id from memberships where person_id = '${ofB}'`),
			invitation: one(`select i.id from invitations i join organisations o on o.id = i.organisation_id
				where o.partnership = 'S37000002' or o.id in (select organisation_id from reviews where partnership = 'S37000002')`),
			session: one(`select id from sessions where person_id = '${ofB}'`),
			person: ofB,
			source: world.reviews.find(({ tenant }) => tenant === 'b')!.files,
			review: world.reviews.find(({ tenant }) => tenant === 'b')!.id,
			organisation: world.organisations.find(({ tenant }) => tenant === 'b')!.id
		};
		const duty = one(`select id from duties where person_id = '${ofB}'`);
		const more = {
			version: '1',
			confirm: 'yes',
			sure: 'yes',
			answer: 'yes',
			from: '1',
			to: '1',
			reason: 'Because'
		};
		const forms = doers().flatMap((somebody) =>
			matrix.targets
				.filter(({ offer }) => offer.kind === 'page')
				.flatMap((target) => target.offer.actions.map((action) => ({ somebody, target, action })))
				.filter(({ target, action }) => matrix.expects(somebody, target, 'POST', action) === true)
		);
		expect(forms.length).toBeGreaterThan(100);
		const before = rowsOfB();
		expect(before.size).toBeGreaterThan(300);
		const told: string[] = [];
		for (const { somebody, target, action } of forms)
			for (const named of [
				{ ...theirs, ...more, id: theirs.membership, duty, role: 'viewer' },
				{ ...theirs, ...more, id: duty, duty: 'observer', role: 'inspector' }
			]) {
				const asked = {
					method: 'POST',
					path: `${target.path}${action === 'default' ? '' : `?/${action}`}`,
					body: new URLSearchParams(named).toString(),
					headers: { 'content-type': 'application/x-www-form-urlencoded' }
				};
				const said = await tryIt(asked, somebody);
				if (!/^\d{3}$/.test(said)) told.push(`${somebody.name}, ${asked.path}: ${said}`);
			}
		expect(told).toEqual([]);
		const after = rowsOfB();
		expect([...before].filter((row) => !after.has(row))).toEqual([]);
	});

	/** Every row that holds canaries of tenant b and of nobody else. */
	function rowsOfB(): Set<string> {
		const { client, rows } = { client: tenants.db.$client, rows: new Set<string>() };
		const tables = client
			.prepare("select name from sqlite_schema where type = 'table'")
			.pluck()
			.all() as string[];
		for (const table of tables)
			for (const row of client.prepare(`select * from "${table}"`).all() as Record<string, unknown>[]) {
				const text = JSON.stringify({ table, ...row, seen_at: null, updated_at: null });
				const owners = new Set(tenants.world.canaries.in(text).map(({ tenant }) => tenant));
				if (owners.size === 1 && owners.has('b')) rows.add(text);
			}
		return rows;
	}
});
