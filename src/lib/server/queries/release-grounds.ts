/**
 * Reads what releases were made from: who shared which value. Nobody but the partnership itself ever sees any of it, so
 * only the making of releases and the showing of own values may use this file (tests/contracts/release-grounds.test.ts).
 */
import { asc, eq } from 'drizzle-orm';
import { groundsSchema, type Grounds } from '#lib/benchmark/release.ts';
import type { Database } from '../db/open.ts';
import { releases } from '../db/schema/comparing.ts';
import type { World } from './world.ts';

/** Parsed once for each open database, by number and digest. */
const parsed = new WeakMap<Database, Map<string, Grounds>>();

/** Null for a release that is not there. */
export function loadGrounds(db: Database, number: number): Grounds | null {
	const kept = db.select({ digest: releases.digest }).from(releases).where(eq(releases.number, number)).get();
	if (!kept) return null;
	const known = parsed.get(db) ?? new Map<string, Grounds>();
	parsed.set(db, known);
	const key = `${number} ${kept.digest}`;
	const found = known.get(key);
	if (found) return found;
	const row = db
		.select({ grounds: releases.grounds })
		.from(releases)
		.where(eq(releases.number, number))
		.get();
	const grounds = groundsSchema.parse(JSON.parse(row!.grounds));
	known.set(key, grounds);
	return grounds;
}

/** Of every release of a world, oldest first. */
export function listGrounds(db: Database, world: World): Grounds[] {
	return db
		.select({ number: releases.number })
		.from(releases)
		.where(eq(releases.example, world === 'example'))
		.orderBy(asc(releases.number))
		.all()
		.map(({ number }) => loadGrounds(db, number)!);
}
