/** The partnerships that somebody is of: whose values are shown to them exactly, as their own. */
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { releases } from '../db/schema/comparing.ts';
import { organisations } from '../db/schema/organisations.ts';
import { loadGrounds } from './release-grounds.ts';
import { findPlace, type Place } from './partnerships.ts';

export type OwnPartnership = Pick<Place, 'code' | 'name' | 'family'>;

/**
 * By a confirmed membership, in whatever role, by name. Whoever looks round the example while nobody has an account
 * looks at it as the first invented partnership that the newest release has values of.
 */
export function ownPartnerships(db: Database, actor: Actor): OwnPartnership[] {
	if (actor.kind === 'visitor') return actor.exploring ? firstInvented(db) : [];
	if (actor.kind !== 'person') return [];
	const of = actor.memberships
		.filter(({ standing }) => standing === 'confirmed')
		.map(({ organisation }) => organisation);
	const codes = db
		.select({ code: organisations.partnership })
		.from(organisations)
		.where(
			and(
				inArray(organisations.id, of),
				eq(organisations.kind, 'partnership'),
				eq(organisations.example, actor.demo)
			)
		)
		.all();
	const places = codes.flatMap(({ code }) => (code === null ? [] : [findPlace(db, code)]));
	const own = new Map(
		places
			// Of the other world nothing is anybody's own.
			.filter((place) => place !== null && place.example === actor.demo)
			.map((place) => [place!.code, placed(place!)])
	);
	return [...own.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

const placed = ({ code, name, family }: Place): OwnPartnership => ({ code, name, family });

function firstInvented(db: Database): OwnPartnership[] {
	const newest = db
		.select({ number: releases.number })
		.from(releases)
		.where(eq(releases.example, true))
		.orderBy(desc(releases.number))
		.get();
	const cells = newest ? (loadGrounds(db, newest.number)?.cells ?? []) : [];
	const codes = new Set(
		cells.flatMap(({ contributions }) => contributions.map(({ partnership }) => partnership))
	);
	const first = [...codes]
		.map((code) => findPlace(db, code))
		.filter((place) => place !== null)
		.sort((a, b) => a.name.localeCompare(b.name, 'en'))[0];
	return first ? [placed(first)] : [];
}
