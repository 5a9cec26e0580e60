/** Reads the releases of one's own world as somebody looks at them: with what is their own, and where it came from. */
import { eq } from 'drizzle-orm';
import { groupsShown, showsClearlyLess } from '#lib/benchmark/shown.ts';
import { componentAddress, sourceAddress, themeAddress } from '#lib/pages/review-addresses.ts';
import type { CompareView, OwnPart } from '#lib/pages/compare-view.ts';
import type { Actor } from '../access/actor.ts';
import { may } from '../access/may.ts';
import type { Database } from '../db/open.ts';
import { sources } from '../db/schema/evidence.ts';
import { notFound } from '../problems.ts';
import { listDocuments } from './documents.ts';
import { listOwnAlone } from './own-alone.ts';
import {
	findReleaseOf,
	listReleasesOf,
	ownPartnerships,
	ownValues,
	valuesOf,
	type OwnPartnership,
	type OwnValue,
	type OwnValues,
	type PublishedRelease,
	type ReleaseSummary
} from './releases.ts';
import { findReviewResource } from './resources.ts';
import { worldOf, type World } from './world.ts';

/** Which release is asked for, and as which of one's own partnerships; null for the newest, and for the first. */
export type AskedView = { release: number | null; partnership: string | null };

/** Who looks: of which world, for which partnerships, as which of them, and with which reviews open to them. */
type Looker = {
	world: World;
	values: (number: number) => OwnValues[];
	actor: Actor | null;
	asked: string | null;
};

const lookerOf = (db: Database, actor: Actor, asked: string | null): Looker => ({
	world: worldOf(actor),
	values: (number) => ownValues(db, actor, number),
	actor,
	asked
});

/**
 * One release; the newest without a number. Null while there is none; throws a not-found Problem for another number, and
 * for a partnership that is not one's own.
 */
export function loadView(
	db: Database,
	actor: Actor,
	{ release, partnership }: AskedView = { release: null, partnership: null }
): CompareView | null {
	const isOwn = ownPartnerships(db, actor).some(({ code }) => code === partnership);
	if (partnership !== null && !isOwn) throw notFound('partnership of yours', partnership);
	return viewFor(db, lookerOf(db, actor, partnership), release);
}

/** The same as one partnership sees it, for whoever runs the machine. */
export const loadViewAs = (
	db: Database,
	{ world, partnership }: { world: World; partnership: OwnPartnership | null },
	number: number | null
): CompareView | null =>
	viewFor(
		db,
		{
			...{ world, actor: null, asked: null },
			values: (of) => (partnership ? [valuesOf(db, world, partnership, of)] : [])
		},
		number
	);

function viewFor(db: Database, looker: Looker, number: number | null): CompareView | null {
	const all = listReleasesOf(db, looker.world);
	const wanted = number ?? all[0]?.number;
	if (wanted === undefined) return null;
	const found = findReleaseOf(db, looker.world, wanted);
	if (found) return viewOf(db, looker, found, all);
	const known = all.map((each) => String(each.number));
	throw notFound('release', String(wanted), known);
}

/** Every release up to one, oldest first; as a partnership of one's own, or as the first. */
export function listViews(
	db: Database,
	actor: Actor,
	upTo: number,
	partnership: string | null = null
): CompareView[] {
	const looker = lookerOf(db, actor, partnership);
	const all = listReleasesOf(db, looker.world);
	return all
		.filter(({ number }) => number <= upTo)
		.reverse()
		.map(({ number }) => viewOf(db, looker, findReleaseOf(db, looker.world, number)!, all));
}

/** The views that stand beside one another over the releases up to one's own: of the same partnership in each. */
export const viewsUpTo = (db: Database, actor: Actor, { number, own }: CompareView): CompareView[] =>
	listViews(db, actor, number, own?.code ?? null);

/** `all`: of the same world, the newest first. */
function viewOf(
	db: Database,
	looker: Looker,
	found: PublishedRelease,
	all: readonly ReleaseSummary[]
): CompareView {
	const [quantity] = listDocuments(db, 'quantity-scale');
	const [evaluation] = listDocuments(db, 'evaluation-scale');
	const [readiness] = listDocuments(db, 'readiness');
	return {
		number: found.number,
		publishedAt: found.publishedAt,
		release: found.release,
		own: ownPart(db, looker, found),
		scales: { quantity: quantity!, stages: readiness!.howWell, evaluations: evaluation!.steps },
		newest: found.number === all[0]!.number,
		fuller: fullerThan(db, looker.world, found, all),
		asked: looker.asked
	};
}

/** The number of an older release of the same period that shows clearly more: the one that shows most. */
function fullerThan(
	db: Database,
	world: World,
	{ number, from, to, release }: PublishedRelease,
	all: readonly ReleaseSummary[]
): number | null {
	const [most] = all
		.filter((each) => each.number < number && each.from === from && each.to === to)
		.map((each) => findReleaseOf(db, world, each.number)!)
		.filter((each) => showsClearlyLess(each.release, release))
		.sort((a, b) => groupsShown(b.release) - groupsShown(a.release));
	return most?.number ?? null;
}

/**
 * Of the partnership that was asked for; or else of the first of somebody's, of which nearly everybody has one, that gave
 * anything to the release.
 */
function ownPart(db: Database, { values, actor, asked }: Looker, found: PublishedRelease): OwnPart | null {
	const own = values(found.number);
	const of =
		own.find(({ partnership }) => partnership.code === asked) ??
		own.find((each) => each.values.length > 0) ??
		own[0];
	if (!of) return null;
	const alone = actor ? listOwnAlone(db, actor, of, found) : [];
	const byCell = (some: readonly Pick<OwnValue, 'cell' | 'value'>[]) =>
		new Map(some.map(({ cell, value }) => [cell, value]));
	return {
		...of.partnership,
		among: own.map(({ partnership: { code, name } }) => ({ code, name })),
		values: byCell(of.values),
		alone: byCell(alone),
		hrefs: actor ? hrefsOf(db, actor, [...of.values, ...alone]) : new Map()
	};
}

/** Where each value can be looked at, for who may see its review. */
function hrefsOf(
	db: Database,
	actor: Actor,
	values: readonly Pick<OwnValue, 'cell' | 'review'>[]
): Map<string, string> {
	const hrefs = new Map<string, string>();
	for (const [review, ofReview] of Map.groupBy(values, (each) => each.review)) {
		const resource = findReviewResource(db, review);
		if (!resource || !may(actor, 'see-review', resource).yes) continue;
		const asked = db
			.select({ slug: sources.slug, instrument: sources.instrument })
			.from(sources)
			.where(eq(sources.reviewId, review))
			.all();
		for (const { cell } of ofReview) {
			const href = hrefOf(review, cell, asked);
			if (href) hrefs.set(cell, href);
		}
	}
	return hrefs;
}

/** `cell`: its id, as benchmark/cell.ts writes it. */
function hrefOf(
	review: string,
	cell: string,
	asked: readonly { slug: string; instrument: string | null }[]
): string | null {
	const [kind, rest = ''] = [cell.slice(0, cell.indexOf(':')), cell.slice(cell.indexOf(':') + 1)];
	if (kind === 'component') return componentAddress(review, rest);
	if (kind !== 'question') return themeAddress(review, rest);
	const [instrument, code = ''] = [rest.slice(0, rest.indexOf('/')), rest.slice(rest.indexOf('/') + 1)];
	const source = asked.find((each) => each.instrument?.split('@')[0] === instrument);
	return source ? `${sourceAddress(review, source.slug)}/questions/${encodeURIComponent(code)}` : null;
}
