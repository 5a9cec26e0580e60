/** What of a review is shared for comparison: as its lead chooses it, and as a list of one's own reviews. */
import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { standardRules } from '#lib/benchmark/rules.ts';
import { resultKinds, type ResultKind } from '#lib/benchmark/result-kinds.ts';
import { dateRange } from '#lib/reports/dates.ts';
import {
	choiceOf,
	choiceWords,
	countedOf,
	disclosureWords,
	kindWords,
	type SharingChoice
} from '#lib/pages/sharing-words.ts';
import { dayOf } from '#lib/pages/times.ts';
import { longDate } from '#lib/reports/dates.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { reviews } from '../db/schema/reviews.ts';
import { authorName } from './authors.ts';
import { listConsents, whyNotToShare, type Consent } from './consents.ts';
import { findPlace } from './partnerships.ts';
import { loadGrounds } from './release-grounds.ts';
import { listReleasesOf } from './releases.ts';
import { findReview } from './reviews.ts';
import { resultsOf } from './review-results.ts';
import { maySee } from './visible-reviews.ts';

/** A release that results of a review stand in. */
export type StandsIn = { number: number; title: string; published: string; named: boolean };

export type SharedKind = {
	kind: ResultKind;
	name: string;
	what: string;
	/** `This review holds 24 components.`, or that it holds nothing of the kind. */
	holds: string;
	/** Whether there is anything to share. */
	any: boolean;
	choice: SharingChoice;
	/** `Since 3 May 2025 by Ailsa Munro.`; null where nothing stands. */
	since: string | null;
	/** Id of the consent that stands; empty for none. A choice that was made beside another is told by it. */
	standing: string;
	releases: StandsIn[];
};

export type SharingPage = {
	title: string;
	partnership: string;
	/** Of the example world. */
	example: boolean;
	/** Why nothing of it is shared, whoever asks; null where it may be. */
	why: string | null;
	/** Whether the reader is who decides. */
	decides: boolean;
	kinds: SharedKind[];
	history: { id: string; sentence: string }[];
	rules: string[];
};

/** Throws a not-found Problem. */
export function loadSharingPage(db: Database, actor: Actor, reviewId: string): SharingPage {
	const review = findReview(db, reviewId);
	const place = findPlace(db, review.partnership);
	const consents = listConsents(db, reviewId);
	const why = whyNotToShare(db, reviewId);
	const inReleases = releasesWith(db, reviewId);
	return {
		title: review.title,
		partnership: review.partnershipName,
		example: place?.example ?? false,
		why,
		decides: why === null && maySee(db, actor, reviewId, 'consent-to-share'),
		kinds: resultKinds.map((kind) => sharedKind(db, reviewId, kind, consents, inReleases.get(kind) ?? [])),
		history: consents
			.flatMap((consent) => sentencesOf(db, consent, consents))
			.sort((a, b) => (a.at < b.at ? 1 : -1))
			.map(({ id, sentence }) => ({ id, sentence })),
		rules: disclosureWords(standardRules.others)
	};
}

function sharedKind(
	db: Database,
	review: string,
	kind: ResultKind,
	consents: readonly Consent[],
	releases: StandsIn[]
): SharedKind {
	const standing = consents.find((each) => each.kind === kind && each.withdrawnAt === null);
	const count = resultsOf(db, review, kind).length;
	const { name, what } = kindWords[kind];
	return {
		...{ kind, name, what, releases },
		any: count > 0,
		holds:
			count > 0
				? `This review holds ${countedOf(kind, count)} to share.`
				: 'This review holds nothing of this kind to share.',
		choice: choiceOf(standing?.named ?? null),
		since: standing
			? `Since ${longDate(dayOf(standing.givenAt))} by ${authorName(db, standing.givenBy)}.`
			: null,
		standing: standing?.id ?? ''
	};
}

/** One for when it was given and, where it ended without another in its place, one for that. */
function sentencesOf(
	db: Database,
	consent: Consent,
	all: readonly Consent[]
): { id: string; at: string; sentence: string }[] {
	const name = kindWords[consent.kind].name;
	const on = (at: string) => longDate(dayOf(at));
	const choice = choiceWords[choiceOf(consent.named)].label.toLowerCase();
	const given = {
		id: `${consent.id}-given`,
		at: consent.givenAt,
		sentence: `${on(consent.givenAt)}: ${name}, ${choice}, by ${authorName(db, consent.givenBy)}`
	};
	const replaced = all.some(
		({ id, kind, givenAt }) => id !== consent.id && kind === consent.kind && givenAt === consent.withdrawnAt
	);
	if (consent.withdrawnAt === null || consent.withdrawnBy === null || replaced) return [given];
	const ended = {
		id: `${consent.id}-ended`,
		at: consent.withdrawnAt,
		sentence: `${on(consent.withdrawnAt)}: ${name}, no longer ${choice}, by ${authorName(db, consent.withdrawnBy)}`
	};
	return [given, ended];
}

const prefixes: Readonly<Record<string, ResultKind>> = {
	component: 'readiness',
	question: 'measures',
	evaluation: 'evaluations',
	recommendations: 'recommendations'
};

/** The releases that results of a review stand in, by kind, the newest first. Only for who may see its sharing. */
function releasesWith(db: Database, reviewId: string): Map<ResultKind, StandsIn[]> {
	const row = db.select({ example: reviews.example }).from(reviews).where(eq(reviews.id, reviewId)).get();
	const found = new Map<ResultKind, StandsIn[]>();
	for (const { number, title, publishedAt } of listReleasesOf(db, row?.example ? 'example' : 'real')) {
		const kinds = new Map<ResultKind, boolean>();
		for (const { id, contributions, named } of loadGrounds(db, number)?.cells ?? []) {
			const own = contributions.find(({ review }) => review === reviewId);
			const kind = prefixes[id.split(':')[0]!];
			if (own && kind) kinds.set(kind, kinds.get(kind) === true || named.includes(own.partnership));
		}
		for (const [kind, named] of kinds)
			found.set(kind, [
				...(found.get(kind) ?? []),
				{ number, title, published: longDate(dayOf(publishedAt)), named }
			]);
	}
	return found;
}

export type OwnShared = {
	review: string;
	title: string;
	period: string;
	/** Of each kind, as it is chosen: `Shared by name`. */
	kinds: { name: string; choice: string }[];
	/** Numbers of the releases that it stands in, rising. */
	releases: number[];
	/** Why nothing of it is shared; null where it may be. */
	why: string | null;
	decides: boolean;
};

/** The actor's own issued reviews, the newest first. */
export function listOwnShared(db: Database, actor: Actor): OwnShared[] {
	return db
		.select()
		.from(reviews)
		.where(and(isNotNull(reviews.issuedAt), isNull(reviews.withdrawnAt)))
		.orderBy(desc(reviews.to), desc(reviews.id))
		.all()
		.filter(({ id }) => maySee(db, actor, id, 'see-sharing'))
		.map(({ id, title, from, to }) => {
			const consents = listConsents(db, id).filter(({ withdrawnAt }) => withdrawnAt === null);
			const why = whyNotToShare(db, id);
			return {
				...{ review: id, title, why, period: dateRange(from, to) },
				kinds: resultKinds.map((kind) => ({
					name: kindWords[kind].name,
					choice: choiceWords[choiceOf(consents.find((each) => each.kind === kind)?.named ?? null)].label
				})),
				releases: [...new Set([...releasesWith(db, id).values()].flat().map(({ number }) => number))].sort(
					(a, b) => a - b
				),
				decides: why === null && maySee(db, actor, id, 'consent-to-share')
			};
		});
}
