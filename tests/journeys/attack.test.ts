/**
 * The attack by the pages: a member of an invented partnership opens every page of the comparison, takes every file
 * along, over all releases, and reads the feed. No count of records that is another partnership's stands in any of
 * it, unless that partnership agreed to be named. What can be worked out of the totals: tests/contracts/attack*.test.ts.
 */
import Papa from 'papaparse';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Release } from '#lib/benchmark/release.ts';
import { isShare, type ShareValue } from '#lib/benchmark/value.ts';
import { addDemoPerson } from '#lib/server/commands/add-demo-person.ts';
import type { Database } from '#lib/server/db/open.ts';
import { findReleaseOf, listReleasesOf } from '#lib/server/queries/releases.ts';
import { loadGrounds } from '#lib/server/queries/release-grounds.ts';
import { reviewExists } from '#lib/server/queries/reviews.ts';
import { resultsOf } from '#lib/server/queries/review-results.ts';
import { exampleReviewKeys } from '../../fixtures/example-world/reviews.ts';
import { asker } from '../support/ask.ts';
import { loadedExampleWorld, loadedAt } from '../support/example-world.ts';
import { times } from '../support/long.ts';
import { sessionCookie } from '../support/people.ts';
import { serveCairn, type ServedCairn } from '../support/served.ts';

const attacker = 'Strathgarnock';

let folder: string;
let cairn: ServedCairn;
let cookie: string;
/** By question and release: what others shared and did not agree to be named with. */
let secrets: Map<string, ShareValue[]>;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-attack-'));
	const db = loadedExampleWorld(folder);
	const person = addDemoPerson(db, loadedAt, 'community');
	secrets = secretsOf(db);
	db.$client.close();
	cairn = await serveCairn({ CAIRN_DATA: folder, CAIRN_DEMO: '1' });
	cookie = sessionCookie(folder, person, cairn.address);
}, 240_000);
afterAll(async () => {
	await cairn?.stop();
	rmSync(folder, { recursive: true, force: true });
});

function secretsOf(db: Database): Map<string, ShareValue[]> {
	const found = new Map<string, ShareValue[]>();
	const ownResults = exampleReviewKeys
		.filter(({ place }) => place.name === attacker)
		.flatMap(({ id }) => (reviewExists(db, id) ? resultsOf(db, id, 'measures') : []));
	for (const { number } of listReleasesOf(db, 'example')) {
		const { release } = findReleaseOf(db, 'example', number)!;
		const own = codeOf(release, attacker);
		for (const { id, contributions, named } of loadGrounds(db, number)!.cells) {
			const shown = release.cells.find(({ cell }) => cell.id === id)!;
			const open = new Set([
				...ownResults.filter(({ cell }) => cell.id === id).map(({ value }) => JSON.stringify(value)),
				...contributions
					.filter(({ partnership }) => partnership === own || named.includes(partnership))
					.map(({ value }) => JSON.stringify(value)),
				...Object.values(shown.groups).map((group) =>
					JSON.stringify('base' in group ? { positive: group.positive, base: group.base } : group)
				)
			]);
			const values = contributions.map(({ value }) => value).filter(isShare);
			found.set(
				`${number} ${id}`,
				values.filter((value) => !open.has(JSON.stringify(value)))
			);
		}
	}
	return found;
}

const codeOf = ({ members }: Release, name: string) => members.find((each) => each.name === name)!.code;

/** “14 of 40” in a text, or the same in JSON. */
const standsIn = (text: string, { positive, base }: ShareValue) =>
	new RegExp(`(?<![\\d,.])${positive} of ${base}(?![\\d,.])`).test(text) ||
	text.includes(`"positive":${positive},"base":${base}`);

type Row = Record<string, string>;
const rowsOf = (csv: string) =>
	Papa.parse<Row>(csv.replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true }).data;
const holds = (row: Row, { positive, base }: ShareValue) =>
	row.positive === String(positive) && row.base === String(base);

test('no page, file or feed shows a member the counts of a partnership that did not agree to be named', async () => {
	const { ask, close } = asker(cairn.address);
	const read = async (path: string) => {
		const { status, body } = await ask({ path, cookie });
		expect([path, status]).toEqual([path, 200]);
		return body.toString();
	};
	const found: string[] = [];
	let looked = 0;
	const questions = [...secrets].filter(
		([key], place) => key.includes('question:') && place % times(3, 1) === 0
	);
	for (const [key, values] of questions) {
		const [number, id] = [key.split(' ')[0]!, key.slice(key.indexOf(' ') + 1)];
		const path = `/compare/questions/${id.replace('question:', '')}`;
		const text = (await read(`${path}?release=${number}`)).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
		const rows = rowsOf(await read(`${path}/figures.csv?release=${number}`));
		looked += 2;
		for (const value of values)
			if (standsIn(text, value) || rows.some((row) => holds(row, value)))
				found.push(`${path} shows ${value.positive} of ${value.base} in release ${number}`);
	}
	// Whole releases, and the feed: row by row, since some number stands somewhere in so much.
	for (const number of new Set([...secrets.keys()].map((key) => key.split(' ')[0]!))) {
		for (const address of [
			`/compare/releases/${number}/figures.csv`,
			`/compare/figures.csv?release=${number}`,
			`/feed/comparison.csv?release=${number}`
		])
			for (const row of rowsOf(await read(address)))
				for (const value of secrets.get(`${number} ${row.cell}`) ?? [])
					if (holds(row, value)) found.push(`${address}: ${JSON.stringify(row)}`);
		const whole = await read(`/compare/releases/${number}/release.json`);
		for (const { cell, ...shown } of (JSON.parse(whole) as Release).cells)
			for (const value of secrets.get(`${number} ${cell.id}`) ?? [])
				if (standsIn(JSON.stringify(shown), value)) found.push(`release ${number}: ${cell.id}`);
		looked += 4;
	}
	close();
	expect(found).toEqual([]);
	expect(looked).toBeGreaterThan(60);
	expect([...secrets.values()].flat().length).toBeGreaterThan(1000);
});

test('would be found out: a page that shows another partnership’s counts', () => {
	const [value] = [...secrets.values()].find((values) => values.length > 0)!;
	expect(standsIn(`Kirkmellan ${value!.positive} of ${value!.base} records`, value!)).toBe(true);
});
