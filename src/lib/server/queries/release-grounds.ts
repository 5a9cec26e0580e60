/**
 * Reads what releases were made from: who shared which value. Nobody but the partnership itself ever sees any of it, so
 * only the making of releases and the showing of own values may use this file (tests/contracts/release-grounds.test.ts).
 */
import { asc, eq } from 'drizzle-orm';
import { groundsSchema, type Grounds } from '#lib/benchmark/release.ts';
import { madeOnce } from '../db/made-once.ts';
import type { Database } from '../db/open.ts';
import { releases } from '../db/schema/comparing.ts';
import type { World } from './world.ts';

/** By number and digest. */
const parsed = madeOnce<Grounds>();

/** Null for a release that is not there. */
export function loadGrounds(db: Database, number: number): Grounds | null {
	const kept = db.select({ digest: releases.digest }).from(releases).where(eq(releases.number, number)).get();
	if (!kept) return null;
	return parsed(db, `${number} ${kept.digest}`, () => {
		const row = db
			.select({ grounds: releases.grounds })
			.from(releases)
			.where(eq(releases.number, number))
			.get();
		return groundsSchema.parse(JSON.parse(row!.grounds));
	});
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
