/** The rows of the feed: what the pages that compare show to one person, of one release or of all. */
import { releaseRows, type FigureRow } from '#lib/pages/compare-figures.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { viewOrNothing } from './compare-page.ts';
import { listViews } from './compare-views.ts';
import { listReleases } from './releases.ts';

/** Oldest release first. Throws a not-found Problem for a release that is not there. */
export function loadFeed(db: Database, actor: Actor, release: number | null): FigureRow[] {
	if (release !== null) return releaseRows(viewOrNothing(db, actor, { release, partnership: null }));
	const newest = listReleases(db, actor)[0]?.number;
	return newest === undefined ? [] : listViews(db, actor, newest).flatMap(releaseRows);
}
