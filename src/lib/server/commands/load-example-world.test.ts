import { expect, test } from 'vitest';
import { openDatabase, type Database } from '../db/open.ts';
import { exampleWorldSteps, loadExampleWorld } from './load-example-world.ts';
import { loadDocuments } from './load-documents.ts';
import { loadSamples } from './load-samples.ts';

const at = '2026-05-04T09:00:00.000Z';

function openReady(): Database {
	const db = openDatabase(':memory:');
	loadDocuments(db, at);
	loadSamples(db, at);
	return db;
}

const count = (db: Database, rows: string) =>
	db.$client.prepare(`select count(*) from ${rows}`).pluck().get();
const issued = "reviews where example and issued_at is not null and stage = 'issued'";

test(
	'the example world is brought in whole, apart from the real one, and issued',
	{ timeout: 120_000 },
	() => {
		const db = openReady();
		loadExampleWorld(db, at);
		expect(count(db, "organisations where example and partnership like 'X37%'")).toBe(32);
		expect(count(db, issued)).toBe(123);
		expect(count(db, 'reviews where not example')).toBe(0);
		expect(count(db, 'releases where example')).toBe(3);
		expect(count(db, 'consents where withdrawn_at is not null')).toBe(4);
		expect(count(db, "entries where example and state = 'published'")).toBe(34);
		expect(count(db, 'topics where example')).toBe(4);
		expect(count(db, 'shared_texts')).toBe(38);
		expect(count(db, 'people where not demo')).toBe(0);
		const before = count(db, 'events');
		loadExampleWorld(db, at);
		expect(count(db, 'events')).toBe(before);
	}
);

test(
	'what a stop leaves out is brought in the next time, and no review is there by halves',
	{ timeout: 120_000 },
	() => {
		const db = openReady();
		const steps = exampleWorldSteps(db, at);
		for (let piece = 0; piece < 5; piece += 1) steps.next();
		expect(count(db, issued)).toBe(4);
		expect(count(db, 'reviews')).toBe(5);
		const again = exampleWorldSteps(db, at);
		for (let piece = 0; piece < 4; piece += 1) again.next();
		expect(count(db, issued)).toBe(7);
		expect(count(db, "reviews where id like 'example-%'")).toBe(7);
	}
);
