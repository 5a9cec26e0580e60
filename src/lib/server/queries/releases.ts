/** Reads the published releases of one's own world, and of what they were made from nothing but one's own values. */
import { and, desc, eq } from 'drizzle-orm';
import { releaseSchema, type Release } from '#lib/benchmark/release.ts';
import type { Value } from '#lib/benchmark/value.ts';
import type { Actor } from '../access/actor.ts';
import { madeOnce } from '../db/made-once.ts';
import type { Database } from '../db/open.ts';
import { releases } from '../db/schema/comparing.ts';
import { ownPartnerships, type OwnPartnership } from './own-partnerships.ts';
import { loadGrounds } from './release-grounds.ts';
import { worldOf, type World } from './world.ts';

export { ownPartnerships, type OwnPartnership } from './own-partnerships.ts';

export type ReleaseSummary = {
	number: number;
	/** Of the example world. */
	example: boolean;
	title: string;
	/** YYYY-MM-DD, both. */
	from: string;
	to: string;
	/** ISO 8601. */
	publishedAt: string;
	/** SHA-256 of the document, in hexadecimal. */
	digest: string;
};
export type PublishedRelease = ReleaseSummary & { release: Release };

const summary = {
	number: releases.number,
	example: releases.example,
	title: releases.title,
	from: releases.from,
	to: releases.to,
	publishedAt: releases.publishedAt,
	digest: releases.digest
};

/** Those of the actor's own world, the newest first. */
export const listReleases = (db: Database, actor: Actor) => listReleasesOf(db, worldOf(actor));

export function listReleasesOf(db: Database, world: World): ReleaseSummary[] {
	return db
		.select(summary)
		.from(releases)
		.where(eq(releases.example, world === 'example'))
		.orderBy(desc(releases.number))
		.all();
}

/** Null where it is not there, or is of the other world. */
export const findRelease = (db: Database, actor: Actor, number: number) =>
	findReleaseOf(db, worldOf(actor), number);

export function findReleaseOf(db: Database, world: World, number: number): PublishedRelease | null {
	const row = db
		.select(summary)
		.from(releases)
		.where(and(eq(releases.number, number), eq(releases.example, world === 'example')))
		.get();
	return row ? { ...row, release: parseOnce(db, row) } : null;
}

/** Null while nothing was published in the actor's world. */
export const newestRelease = (db: Database, actor: Actor) => newestReleaseOf(db, worldOf(actor));

export function newestReleaseOf(db: Database, world: World): PublishedRelease | null {
	const newest = listReleasesOf(db, world)[0];
	return newest ? { ...newest, release: parseOnce(db, newest) } : null;
}

/** The document of a release as it was published, letter by letter: what its digest is of. */
export function findDocumentOf(db: Database, world: World, number: number): string | null {
	const row = db
		.select({ document: releases.document })
		.from(releases)
		.where(and(eq(releases.number, number), eq(releases.example, world === 'example')))
		.get();
	return row?.document ?? null;
}

export type OwnValue = {
	/** Id and version of the cell. */
	cell: string;
	version: string;
	/** Id of the review that it is out of. */
	review: string;
	value: Value;
	/** Shown to all beside the partnership's name. */
	named: boolean;
};
export type OwnValues = { partnership: OwnPartnership; values: OwnValue[] };

/**
 * What the actor's own partnerships gave to a release, exactly; a partnership that gave nothing has no values. None of
 * a release that is of the other world or not there.
 */
export const ownValues = (db: Database, actor: Actor, number: number): OwnValues[] =>
	ownPartnerships(db, actor).map((partnership) => valuesOf(db, worldOf(actor), partnership, number));

/** As which of their own partnerships somebody looks at a release who chose none: the first that gave anything to it. */
export function firstIn(db: Database, actor: Actor, number: number): OwnPartnership | undefined {
	const own = ownValues(db, actor, number);
	return (own.find(({ values }) => values.length > 0) ?? own[0])?.partnership;
}

/** What one partnership gave: for itself, and for whoever runs the machine and asks in its name. */
export function valuesOf(db: Database, world: World, partnership: OwnPartnership, number: number): OwnValues {
	const row = db
		.select({ number: releases.number })
		.from(releases)
		.where(and(eq(releases.number, number), eq(releases.example, world === 'example')))
		.get();
	const grounds = row ? loadGrounds(db, number) : null;
	const values = (grounds?.cells ?? []).flatMap(({ id, version, contributions, named }) =>
		contributions
			.filter((each) => each.partnership === partnership.code)
			.map(({ review, value }) => ({
				cell: id,
				version,
				review,
				value,
				named: named.includes(partnership.code)
			}))
	);
	return { partnership, values };
}

/** By number and digest. */
const parsed = madeOnce<Release>();

function parseOnce(db: Database, { number, digest }: ReleaseSummary): Release {
	return parsed(db, `${number} ${digest}`, () => {
		const row = db
			.select({ document: releases.document })
			.from(releases)
			.where(eq(releases.number, number))
			.get();
		return releaseSchema.parse(JSON.parse(row!.document));
	});
}
