/**
 * The attack on the whole example world: 32 invented partnerships over three releases, with consents that change
 * between them. A member who has every published document, and even the counts before they were rounded, finds out
 * nobody else's value.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#lib/server/db/open.ts';
import { listReleasesOf, findReleaseOf } from '#lib/server/queries/releases.ts';
import { loadGrounds } from '#lib/server/queries/release-grounds.ts';
import { attack } from '../support/attacker.ts';
import { collect, type PublishedRelease } from '../support/collected.ts';
import { loadedExampleWorld } from '../support/example-world.ts';
import { times } from '../support/long.ts';

let folder: string;
let db: Database;
let releases: PublishedRelease[];
let members: string[];
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-attack-'));
	db = loadedExampleWorld(folder);
	releases = listReleasesOf(db, 'example')
		.toReversed()
		.map(({ number }) => ({
			release: findReleaseOf(db, 'example', number)!.release,
			grounds: loadGrounds(db, number)!
		}));
	members = releases[0]!.release.members.map(({ code }) => code);
}, 120_000);
afterAll(() => {
	db?.$client.close();
	rmSync(folder, { recursive: true, force: true });
});

test('there are three releases of four families and Scotland, with most groups shown and some held back', () => {
	expect(releases).toHaveLength(3);
	const shown = releases.flatMap(({ release }) =>
		release.cells.map(({ groups }) => Object.keys(groups).length)
	);
	const all = shown.length * 5;
	const share = shown.reduce((sum, groups) => sum + groups, 0) / all;
	console.log(`groups shown: ${(share * 100).toFixed(1)}% of ${all}`);
	expect(share).toBeGreaterThan(0.4);
	expect(share).toBeLessThan(1);
	// Consents changed between them.
	const sharing = releases.map(({ grounds }) =>
		grounds.cells.flatMap(({ contributions }) => contributions.map(({ partnership }) => partnership))
	);
	expect(new Set(sharing.map((codes) => [...new Set(codes)].sort().join(' '))).size).toBeGreaterThan(1);
});

test('no member finds out another partnership’s value, or narrows it beyond the stated bound', () => {
	const { rules } = releases[0]!.release;
	const attackers = members.filter((_, place) => place % times(32, 1) === times(3, 0));
	const found: string[] = [];
	let learnt = 0;
	// With the exact counts: who has only the rounded ones knows less.
	for (const attacker of attackers)
		for (const [cell, collected] of collect(releases, attacker, true)) {
			const narrowest = collected.steps
				? rules.narrowestSteps
				: [...collected.bases].length > 0
					? rules.narrowestShare
					: rules.narrowestCount;
			for (const { key, recovered, low, high } of attack(collected)) {
				learnt += 1;
				if (recovered || high - low < narrowest - 1e-6)
					found.push(`${attacker} finds out ${key} of ${cell}: ${low} to ${high}`);
			}
		}
	expect(found).toEqual([]);
	expect(learnt).toBeGreaterThan(1000);
});

test('a release names nobody who did not agree to be named', () => {
	let names = 0;
	for (const { release, grounds } of releases)
		for (const { cell, named } of release.cells) {
			const behind = grounds.cells.find(({ id }) => id === cell.id)!;
			const agreed = behind.contributions.filter(({ named }) => named).map(({ partnership }) => partnership);
			names += named.length;
			expect(agreed).toEqual(expect.arrayContaining(named.map(({ partnership }) => partnership)));
		}
	expect(names).toBeGreaterThan(100);
});
