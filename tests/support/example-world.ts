/** The example world for tests: its reviews as bundles, and a database that holds all of it. */
import { copyFileSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDocuments } from '#lib/server/commands/load-documents.ts';
import { loadExampleWorld } from '#lib/server/commands/load-example-world.ts';
import { loadSamples } from '#lib/server/commands/load-samples.ts';
import { openDatabase, type Database } from '#lib/server/db/open.ts';
import { loadExampleGrounds } from '#lib/server/queries/example-grounds.ts';
import type { Bundle } from '#lib/reports/bundle.ts';
import { exampleReleases, type ExampleRelease } from '../../fixtures/example-world/consents.ts';
import {
	exampleReviewKeys,
	makeExampleReview,
	type ExampleGrounds,
	type ExampleReviewKey
} from '../../fixtures/example-world/reviews.ts';

/** When the example world was loaded, in tests. */
export const loadedAt = '2026-05-04T09:00:00.000Z';

/** With what the reviews are made, from the shipped documents. */
export function exampleGrounds(): ExampleGrounds {
	const db = openDatabase(':memory:');
	loadDocuments(db, loadedAt);
	const grounds = loadExampleGrounds(db);
	db.$client.close();
	return grounds;
}

export type ExampleReview = ExampleReviewKey & { bundle: Bundle };

/** All the reviews, and what is consented to before each release. */
export function exampleWorld(): { reviews: ExampleReview[]; releases: readonly ExampleRelease[] } {
	const grounds = exampleGrounds();
	return {
		reviews: exampleReviewKeys.map((key) => ({ ...key, bundle: makeExampleReview(grounds, key) })),
		releases: exampleReleases
	};
}

/** Loading takes some seconds: it is done once a run, and copied. The parent of a worker is the run. */
const keptBy = (run: number) => join(tmpdir(), `cairn-example-world-${run}.sqlite`);
const kept = keptBy(process.ppid);

/** A database in an empty folder with the worked example and the whole example world. The folder is the caller's. */
export function loadedExampleWorld(folder: string = mkdtempSync(join(tmpdir(), 'cairn-example-'))): Database {
	if (!existsSync(kept)) keepLoaded();
	try {
		copyFileSync(kept, join(folder, 'cairn.sqlite'));
	} catch {
		// Another run has taken it for one of an ended run.
		keepLoaded();
		copyFileSync(kept, join(folder, 'cairn.sqlite'));
	}
	return openDatabase(folder);
}

function keepLoaded(): void {
	const folder = mkdtempSync(join(tmpdir(), 'cairn-example-'));
	const db = openDatabase(folder);
	loadDocuments(db, loadedAt);
	loadSamples(db, loadedAt);
	loadExampleWorld(db, loadedAt);
	db.$client.pragma('wal_checkpoint(truncate)');
	db.$client.close();
	// Another test may be at the same: whoever is last puts the same there.
	renameSync(join(folder, 'cairn.sqlite'), kept);
	rmSync(folder, { recursive: true, force: true });
	removeThoseOfEnded();
}

/** Workers are ended without a word, so the run after clears up. */
function removeThoseOfEnded(): void {
	for (const name of readdirSync(tmpdir())) {
		const run = Number(/^cairn-example-world-(\d+)\.sqlite$/.exec(name)?.[1] ?? 0);
		if (run > 0 && !isRunning(run)) rmSync(keptBy(run), { force: true });
	}
}

function isRunning(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}
