/** What administrators see of releases: those that are out, and those in the making with what is held back and why. */
import { standardRules } from '#lib/benchmark/rules.ts';
import {
	heldBackReasons,
	kindRows,
	leftOutReasons,
	type KindRow,
	type Reason
} from '#lib/pages/held-back-words.ts';
import { lossesBeside, type Losses } from '#lib/pages/release-losses.ts';
import { dayAndTime, dayOf } from '#lib/pages/times.ts';
import { dateRange, longDate } from '#lib/reports/dates.ts';
import type { Database } from '../db/open.ts';
import { notThere } from '../commands/change.ts';
import { inputDigest } from '../releases/release-input.ts';
import { authorName } from './authors.ts';
import { listStandingConsents } from './consents.ts';
import { findPlace } from './partnerships.ts';
import { findDraft, listDrafts, loadKept, type ReleaseDraft } from './release-drafts.ts';
import { findReleaseOf, listReleasesOf, type PublishedRelease, type ReleaseSummary } from './releases.ts';
import type { World } from './world.ts';

export type ReleasesPage = {
	released: { number: number; title: string; period: string; published: string; world: string | null }[];
	drafts: { id: string; title: string; period: string; state: string; world: string | null }[];
	/** Whether a release of invented partnerships can be made. */
	example: boolean;
	/** What the form begins with. */
	offered: { from: string; to: string; others: string };
};

/** `at`: the time now, ISO 8601. */
export function loadReleasesPage(db: Database, at: string): ReleasesPage {
	const released = (['real', 'example'] as World[]).flatMap((world) => listReleasesOf(db, world));
	const today = dayOf(at);
	return {
		released: released
			.sort((a, b) => b.number - a.number)
			.map((each) => ({ ...lineOf(each), number: each.number, published: publishedOn(each) })),
		drafts: listDrafts(db)
			.filter(({ state }) => state === 'making' || state === 'made' || state === 'failed')
			.map((each) => ({ ...lineOf(each), id: each.id, state: stateWords(db, each) })),
		example: listStandingConsents(db, 'example').some(
			({ partnership }) => findPlace(db, partnership)?.example
		),
		offered: {
			from: `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`,
			to: today,
			others: String(standardRules.others)
		}
	};
}

const lineOf = ({ title, from, to, example }: Pick<ReleaseSummary, 'title' | 'from' | 'to' | 'example'>) => ({
	title,
	period: dateRange(from, to),
	world: example ? 'Invented partnerships' : null
});
const publishedOn = ({ publishedAt }: ReleaseSummary) => longDate(dayOf(publishedAt));

function stateWords(db: Database, { state, changedAt, changedBy }: ReleaseDraft): string {
	const when = `at ${dayAndTime(changedAt)}`;
	if (state === 'making') return `Being made since ${dayAndTime(changedAt)}`;
	if (state === 'made') return `Made ${when}, to be looked at`;
	return state === 'failed' ? `Could not be made, ${when}` : `${authorName(db, changedBy)}, ${when}`;
}

export type DraftPage = {
	id: string;
	title: string;
	example: boolean;
	period: string;
	others: number;
	note: string;
	begun: string;
} & (
	| { step: 'making'; words: string; share: number | null }
	| { step: 'failed'; problem: string }
	| { step: 'dropped' }
	| { step: 'published'; number: number }
	| ({ step: 'made'; outdated: boolean; losses: Losses | null } & MadeContents)
);

export type MadeContents = {
	/** How many share anything; null where they are too few to show a group of. */
	partnerships: number | null;
	groups: { name: string; partnerships: number | null; members: number }[];
	kinds: KindRow[];
	heldBack: Reason[];
	leftOut: Reason[];
	method: string[];
};

/** Throws a Problem not-found. */
export function loadDraftPage(db: Database, id: string): DraftPage {
	const draft = findDraft(db, id);
	if (!draft) throw notThere();
	const { title, example, from, to, others, note, state, changedAt, changedBy } = draft;
	const common = {
		...{ id, title, example, others, note, period: dateRange(from, to) },
		begun: `${authorName(db, changedBy)}, at ${dayAndTime(changedAt)}`
	};
	if (state === 'making') return { ...common, step: 'making', ...progressOf(draft) };
	if (state === 'dropped') return { ...common, step: 'dropped' };
	if (state === 'published') return { ...common, step: 'published', number: draft.release! };
	const kept = state === 'made' ? loadKept(db, id) : null;
	if (!kept) return { ...common, step: 'failed', problem: draft.problem ?? 'It could not be made.' };
	const { release } = kept;
	return {
		...common,
		step: 'made',
		outdated: inputDigest(db, draft) !== kept.inputs,
		losses: lossesBeside(findOfPeriod(db, draft), kept),
		partnerships: release.groups.at(-1)?.partnerships ?? null,
		groups: release.groups.map(({ id: group, name, partnerships }) => ({
			...{ name, partnerships },
			members: release.members.filter(({ family }) => group === 'scotland' || group === `family-${family}`)
				.length
		})),
		kinds: kindRows(release),
		heldBack: heldBackReasons(kept),
		leftOut: leftOutReasons(kept),
		method: release.method
	};
}

/** The newest published release of the same world and days. */
function findOfPeriod(
	db: Database,
	{ example, from, to }: Pick<ReleaseDraft, 'example' | 'from' | 'to'>
): PublishedRelease | null {
	const world: World = example ? 'example' : 'real';
	const found = listReleasesOf(db, world).find((each) => each.from === from && each.to === to);
	return found ? findReleaseOf(db, world, found.number) : null;
}

function progressOf({ done, steps, at }: ReleaseDraft): { words: string; share: number | null } {
	if (steps === 0) return { words: 'Beginning', share: null };
	return { words: `${at}: ${done} of ${steps}`, share: done / steps };
}

export type ReleasePage = {
	number: number;
	title: string;
	example: boolean;
	period: string;
	published: string;
	digest: string;
	groups: MadeContents['groups'];
	kinds: KindRow[];
	method: string[];
};

/** A published release, as members see what is in it. Throws a Problem not-found. */
export function loadReleasePage(db: Database, world: World, number: number): ReleasePage {
	const found = findReleaseOf(db, world, number);
	if (!found) throw notThere();
	const { title, example, from, to, digest, release } = found;
	return {
		...{ number, title, example, digest, period: dateRange(from, to), published: publishedOn(found) },
		groups: release.groups.map(({ id, name, partnerships }) => ({
			...{ name, partnerships },
			members: release.members.filter(({ family }) => id === 'scotland' || id === `family-${family}`).length
		})),
		kinds: kindRows(release),
		method: release.method
	};
}
