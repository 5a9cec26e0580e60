/**
 * The matrix: every address × way of asking × person × review, on two tenants whose every text holds a canary.
 * `npm test` thins it so that every pair (person and route, person and review, route and review) is still there;
 * `npm run test:long` asks all of it. What each request should answer comes from the oracle, not from the product.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	checkReading,
	checkRefusedForm,
	digestOfEverything,
	everyTry,
	formsOf,
	type Reading,
	type Try
} from '../support/access-matrix.ts';
import { eachOf } from '../support/ask.ts';
import { canaryGaps, textColumns } from '../support/canaries.ts';
import { times } from '../support/long.ts';
import { serveTenants, type ServedTenants } from '../support/served-tenants.ts';
import { tenants as names } from '../support/two-tenants.ts';

let tenants: ServedTenants;
let tries: Try[];

/** Of what is thinned, one in so many; twelve, as there are reviews, keeps every pair. */
const oneIn = (usual: number) => times(usual, 1);
/** So that a red matrix can be read. */
const most = 40;

beforeAll(async () => {
	tenants = await serveTenants();
	tries = everyTry(tenants.matrix, tenants.people);
});
afterAll(() => tenants?.stop());

/** What is wrong with reading what is tried, in so many ways as are chosen. */
async function read(chosen: readonly Try[], reading: Reading): Promise<string[]> {
	const found: string[] = [];
	await eachOf(chosen, 6, async ({ somebody, target }) => {
		found.push(...(await checkReading(tenants.matrix, somebody, target, reading)));
	});
	return found.slice(0, most);
}

const isDrawn = ({ target }: Try) => /\.(pdf|xlsx)$/.test(target.path);
const isPage = ({ target }: Try) => target.offer.kind === 'page';
const refused = ({ expected }: Try) => expected === false;
const thinned =
	(every: number) =>
	({ place }: { place: number }) =>
		place % oneIn(every) === 0;

describe('the two tenants', () => {
	test('hold a canary in every text that they have, or a reason stands for why not', () => {
		expect(canaryGaps(tenants.db.$client, tenants.world.canaries, names)).toEqual([]);
		expect(textColumns(tenants.db.$client).length).toBeGreaterThan(100);
	});

	test('would be missing one in a column that is added later', () => {
		tenants.db.$client.exec('begin; alter table findings add column doubts text');
		const gaps = canaryGaps(tenants.db.$client, tenants.world.canaries, names);
		tenants.db.$client.exec('rollback');
		expect(gaps).toEqual(
			names.map((tenant) => expect.stringContaining(`findings.doubts holds no canary of tenant ${tenant}`))
		);
	});

	test('have people in every role, duty and standing, of whom some may see and others not', () => {
		expect(tenants.people.length).toBeGreaterThan(70);
		const seen = tries.filter(({ expected }) => expected === true);
		expect(seen.length).toBeGreaterThan(1000);
		expect(tries.filter(refused).length).toBeGreaterThan(10_000);
		// Nobody who is only invited, or was, may open any review.
		const waiting = seen.filter(
			({ somebody, target }) => target.review && !/confirmed|host/.test(somebody.name)
		);
		expect(waiting).toEqual([]);
	});
});

describe('every address, asked by everybody', () => {
	test('as a page or file: who may sees it, and nobody meets anything that is not theirs', async () => {
		const seen = tries.filter((each) => each.expected === true && !isDrawn(each));
		expect(await read(seen.filter(thinned(6)), 'page')).toEqual([]);
	});

	test('as a page that is open to all: nobody meets there what is not theirs', async () => {
		const open = tries.filter(({ expected }) => expected === undefined);
		expect(await read(open.filter(thinned(6)), 'page')).toEqual([]);
	});

	test('as a PDF or workbook: who may gets it, and its text holds nothing that is not theirs', async () => {
		const drawn = tries.filter((each) => !refused(each) && isDrawn(each));
		const chosen = drawn.filter(
			({ target, place }) => place % oneIn(target.path.endsWith('pdf') ? 6 : 3) === 0
		);
		expect(chosen.length).toBeGreaterThan(20);
		expect(await read(chosen, 'page')).toEqual([]);
	});

	test('as the page of what they may not see: byte for byte what is not there', async () => {
		expect(await read(tries.filter(refused).filter(thinned(12)), 'page')).toEqual([]);
	});

	test('as data for a script', async () => {
		expect(await read(tries.filter(isPage).filter(thinned(12)), 'data')).toEqual([]);
	});

	test('by HEAD', async () => {
		expect(await read(tries.filter((each) => !isDrawn(each)).filter(thinned(48)), 'head')).toEqual([]);
	});

	test('by any other method: there is nothing', async () => {
		const found: string[] = [];
		const chosen = tries.filter(thinned(48));
		await eachOf(chosen, 6, async ({ somebody, target, place }) => {
			const method = ['PUT', 'DELETE', 'PATCH', 'OPTIONS'][place % 4]!;
			const asked = { method, path: target.path };
			const answer = await tenants.matrix.ask(somebody, asked);
			const { leaked } = await tenants.matrix.hear(somebody, asked, answer);
			if (answer.status !== 404 || leaked.length > 0)
				found.push(`${somebody.name}, ${method} ${target.path}: ${answer.status}, ${leaked.length} leaked`);
		});
		expect(found.slice(0, most)).toEqual([]);
	});
});

describe('every form, sent by everybody', () => {
	test('is answered as what is not there where they may not, and nothing is changed', async () => {
		const before = digestOfEverything(tenants.db.$client);
		const found: string[] = [];
		const forms = tries.flatMap(({ somebody, target, place }) =>
			formsOf(target).map((action, at) => ({ somebody, target, action, place: place + at }))
		);
		const chosen = forms
			.filter(
				({ somebody, target, action }) =>
					action === 'no-such-action' ||
					tenants.matrix.expects(somebody, target, 'POST', action ?? undefined) === false
			)
			.filter(thinned(12));
		expect(chosen.length).toBeGreaterThan(500);
		await eachOf(chosen, 6, async ({ somebody, target, action, place }) => {
			found.push(...(await checkRefusedForm(tenants.matrix, somebody, target, action, place % 2 === 0)));
		});
		expect(found.slice(0, most)).toEqual([]);
		expect(digestOfEverything(tenants.db.$client)).toEqual(before);
	});

	test('goes past the guard where they may', async () => {
		const before = digestOfEverything(tenants.db.$client);
		const found: string[] = [];
		const forms = tries
			.filter(isPage)
			.flatMap(({ somebody, target }) => target.offer.actions.map((action) => ({ somebody, target, action })))
			.filter(
				({ somebody, target, action }) => tenants.matrix.expects(somebody, target, 'POST', action) === true
			);
		const chosen = forms.filter((_, at) => at % oneIn(5) === 0);
		expect(chosen.length).toBeGreaterThan(50);
		await eachOf(chosen, 6, async ({ somebody, target, action }) => {
			const path = `${target.path}${action === 'default' ? '' : `?/${action}`}`;
			// No form action takes JSON: it is refused after the guard, and before anything is done.
			const answer = await tenants.matrix.ask(somebody, {
				method: 'POST',
				path,
				body: '{}',
				headers: { 'content-type': 'application/json' }
			});
			if (answer.status !== 415) found.push(`${somebody.name}, POST ${path}: ${answer.status}, not 415`);
		});
		expect(found.slice(0, most)).toEqual([]);
		expect(digestOfEverything(tenants.db.$client)).toEqual(before);
	});
});

describe('the log', () => {
	test('of all of this holds no canary of anybody, and tells of no fault', () => {
		const said = tenants.said();
		expect(said.length).toBeGreaterThan(100_000);
		expect(tenants.world.canaries.in(said)).toEqual([]);
		expect(said.split('\n').filter((line) => /"level":"(error|fatal)"/.test(line))).toEqual([]);
	});
});
