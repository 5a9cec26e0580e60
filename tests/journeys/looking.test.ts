/** Looking, by whoever may, changes nothing: every address is opened, and all that is kept is as it was. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type Database } from '#lib/server/db/open.ts';
import { digestOfEverything, everyTry, makeMatrix, type Matrix, type Try } from '../support/access-matrix.ts';
import { eachOf } from '../support/ask.ts';
import { times } from '../support/long.ts';
import { sessionCookie } from '../support/people.ts';
import { serveCairn, type ServedCairn } from '../support/served.ts';
import { finishTwoTenants, seedTwoTenants } from '../support/two-tenants.ts';

let served: ServedCairn;
let db: Database;
let matrix: Matrix;
/** One try of each address, by somebody who may; in `npm test` of one address in three, so of each route a few. */
let looks: Try[];

beforeAll(async () => {
	served = await serveCairn();
	db = openDatabase(served.folder);
	const world = seedTwoTenants(db);
	const people = world.people.map(({ id, name }) => ({ id, name, cookie: sessionCookie(served.folder, id) }));
	finishTwoTenants(db, world);
	// Who opens a message has read it: of these it is known already.
	db.$client.prepare('update messages set read_at = sent_at').run();
	matrix = makeMatrix(served.address, db.$client, world);
	const byPath = new Map<string, Try>();
	for (const each of everyTry(matrix, people))
		if (each.expected !== false) byPath.set(each.target.path, each);
	looks = [...byPath.values()].filter((_, place) => place % times(3, 1) === 0);
});
afterAll(async () => {
	matrix?.close();
	db?.$client.close();
	await served?.stop();
});

/**
 * All that is kept, but for the trail, which tells of records that were opened and files that were taken along, and for
 * when somebody was last here.
 */
function keptButTheTrail(): Record<string, string> {
	const { events: _, visits: __, ...others } = digestOfEverything(db.$client);
	return others;
}

test('looking at every page and taking every file along changes nothing but the trail', async () => {
	expect(looks.length).toBeGreaterThan(30);
	const before = keptButTheTrail();
	const verbs = () => db.$client.prepare('select distinct verb from events').pluck().all() as string[];
	const told = verbs();
	const answers = new Map<number, number>();
	await eachOf(looks, 6, async ({ somebody, target }) => {
		for (const query of ['', '?/save&version=1&text=Another&confirm=yes']) {
			const { status } = await matrix.ask(somebody, { path: target.path + query });
			answers.set(status, (answers.get(status) ?? 0) + 1);
		}
	});
	expect(answers.get(200)).toBeGreaterThan(looks.length);
	expect([...answers.keys()].filter((status) => status >= 500)).toEqual([]);
	expect(keptButTheTrail()).toEqual(before);
	// The backup that is due at the start may come late on a busy machine.
	const others = verbs().filter((verb) => !told.includes(verb) && verb !== 'backup-made');
	expect(others.filter((verb) => !/-(opened|downloaded)$/.test(verb))).toEqual([]);
});
