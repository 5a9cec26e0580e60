/** What is shared of a world: the results of every review that a consent stands for, within a period. */
import type { SharedResult } from '#lib/benchmark/make-release.ts';
import type { Database } from '../db/open.ts';
import { listStandingConsents, type StandingConsent } from './consents.ts';
import { findPlace } from './partnerships.ts';
import { resultsOf } from './review-results.ts';
import type { World } from './world.ts';

/** Days in which the period of a review must end, YYYY-MM-DD, both included. */
export type Period = { from: string; to: string };

/** The consents of a world whose reviews belong to a period, of partnerships that are of that world. */
export function listConsentsWithin(db: Database, world: World, { from, to }: Period): StandingConsent[] {
	return listStandingConsents(db, world).filter(
		(each) =>
			each.to >= from && each.to <= to && findPlace(db, each.partnership)?.example === (world === 'example')
	);
}

/** Yields after each consent what it shares; how many consents there are is told by `listConsentsWithin`. */
export function* gatherShared(
	db: Database,
	consents: readonly StandingConsent[]
): Generator<SharedResult[], void> {
	for (const { review, kind, named, partnership, to } of consents) {
		const { code, family } = findPlace(db, partnership)!;
		const whose = { partnership: code, review, family, named, reviewTo: to };
		yield resultsOf(db, review, kind).map((result) => ({ ...whose, ...result }));
	}
}
