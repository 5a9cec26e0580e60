/**
 * What changed in a review since somebody was there last, from its trail, in words that they may read: of judgements
 * that are given apart nothing, of comments nothing but what is said to them, of records no more than the history says.
 */
import { and, desc, eq, gt, inArray, isNull, ne, or } from 'drizzle-orm';
import {
	commentsAddress,
	findingAddress,
	planOfActionAddress,
	sourceAddress,
	themeAddress
} from '#lib/pages/review-addresses.ts';
import { sinceWords, shortTime } from '#lib/pages/since-words.ts';
import { sentenceCase } from '#lib/reports/review-words.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { events } from '../db/schema/trail.ts';
import { sayDone, sayWho } from '../trail/sentences.ts';
import type { Verb } from '../trail/verbs.ts';
import { listMentions } from './comments.ts';
import { loadReviewFrame } from './review-pages.ts';
import { namesInReview } from './trail-names.ts';
import { findVisit } from './visits.ts';
import { maySee } from './visible-reviews.ts';

export type SinceLine = { key: string; what: string; when: string; href: string | null };

export type SinceVisit = {
	/** `on Thursday`. */
	since: string;
	lines: SinceLine[];
	/** How many more there are, which the history shows. */
	more: number;
};

/** Shown to all who see the review: what it has come to, without who did it. */
const forAll: readonly Verb[] = [
	'stage-moved',
	'draft-shared',
	'review-issued',
	'narrative-saved',
	'finding-added',
	'finding-saved',
	'finding-withdrawn',
	'judgement-agreed',
	'judgement-set-aside',
	'accuracy-point-answered',
	'action-added',
	'action-saved'
];

/** Shown besides to who reads the history. Answers, readings and own judgements are many, small or blind. */
const forTeam: readonly Verb[] = [
	...forAll,
	'plan-saved',
	'source-added',
	'source-saved',
	'source-withdrawn',
	'source-restored',
	'source-confirmed',
	'answers-imported',
	'sample-drawn',
	'batch-withdrawn',
	'second-reading-drawn',
	'note-saved',
	'figure-added',
	'figure-saved',
	'attachment-added',
	'attachment-saved',
	'involvement-added',
	'finding-restored',
	'section-assigned',
	'readiness-saved',
	'readiness-taken-in',
	'recommendation-added',
	'recommendation-saved',
	'recommendation-withdrawn',
	'action-withdrawn',
	'test-of-change-added',
	'accuracy-point-made',
	'draft-unshared',
	'duty-given',
	'duty-confirmed',
	'duty-revoked'
];

const shownAtMost = 6;

/** Null for somebody who was never there before, or is not signed in. `at`: the time now, ISO 8601. */
export function loadSinceVisit(db: Database, actor: Actor, review: string, at: string): SinceVisit | null {
	if (actor.kind !== 'person') return null;
	const visit = findVisit(db, review, actor.id);
	if (!visit || visit.seenAt === visit.nowAt) return null;
	const team = maySee(db, actor, review, 'see-history');
	const rows = db
		.select()
		.from(events)
		.where(
			and(
				eq(events.review, review),
				gt(events.id, visit.seenEvent),
				inArray(events.verb, [...(team ? forTeam : forAll)]),
				or(isNull(events.person), ne(events.person, actor.id))
			)
		)
		.orderBy(desc(events.id))
		.limit(500)
		.all();
	const names = namesInReview(db, review, { records: maySee(db, actor, review, 'see-records') });
	const themes = loadReviewFrame(db, review).themes.map(({ code }) => code);
	const components = new Set(
		rows.flatMap(({ verb, subject }) => (verb === 'readiness-saved' && subject !== null ? [subject] : []))
	).size;
	const seen = new Set<string>();
	const changes = rows.flatMap((event): SinceLine[] => {
		// What was saved ten times is told once, and components that were saved one after the other together.
		const together = event.verb === 'readiness-saved' && components > 1;
		const key = together
			? event.verb
			: `${event.verb} ${event.subject} ${event.verb === 'stage-moved' ? event.id : ''}`;
		if (seen.has(key)) return [];
		seen.add(key);
		const who = team ? `, by ${sayWho(event, names)}` : '';
		return [
			{
				key,
				what: together
					? `Saved the readiness of ${components} components`
					: sentenceCase(sayDone(event, names)),
				when: `${shortTime(event.at, at)}${together ? '' : who}`,
				href: placeOf(event, review, { themes, team })
			}
		];
	});
	const said = listMentions(db, actor, review, visit.seenAt).map(
		({ id, by, about, at: then }): SinceLine => ({
			key: id,
			what: `${by} said something to you: ${about.name}`,
			when: shortTime(then, at),
			href: `${commentsAddress(review)}#comment-${id}`
		})
	);
	const all = [...said, ...changes];
	return {
		since: sinceWords(visit.seenAt, at),
		lines: all.slice(0, shownAtMost),
		more: Math.max(0, all.length - shownAtMost)
	};
}

type Told = Pick<typeof events.$inferSelect, 'verb' | 'subject'>;

/** Where what is told of stands now; null where no page of whoever looks shows it. */
function placeOf(
	{ verb, subject }: Told,
	review: string,
	{ themes, team }: { themes: readonly string[]; team: boolean }
): string | null {
	const home = `/reviews/${review}`;
	const [first = ''] = (subject ?? '').split('/');
	if (verb === 'review-issued') return `${home}/report`;
	if (
		verb === 'stage-moved' ||
		verb.startsWith('draft-') ||
		verb === 'plan-saved' ||
		verb === 'section-assigned'
	)
		return team ? `${home}/plan` : null;
	if (verb.startsWith('duty-')) return `${home}/plan#team`;
	if (verb.startsWith('finding-'))
		return team && verb !== 'finding-withdrawn' ? findingAddress(review, first) : null;
	if (verb === 'narrative-saved' || verb.startsWith('judgement-')) {
		const top = themes.find((code) => first === code || first.startsWith(`${code}.`));
		return top ? themeAddress(review, top) : `${home}/judgements`;
	}
	if (verb.startsWith('action-') || verb.startsWith('test-') || verb.startsWith('recommendation-'))
		return planOfActionAddress(review);
	if (verb.startsWith('accuracy-')) return `${home}/accuracy`;
	if (verb.startsWith('attachment-')) return `${home}/attachments`;
	if (verb.startsWith('involvement-')) return `${home}/involvement`;
	if (verb.startsWith('readiness-')) return `${home}/judgements`;
	if (first === '' || verb === 'source-withdrawn') return `${home}/evidence`;
	return sourceAddress(review, first);
}
