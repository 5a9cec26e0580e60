/**
 * Reads what those who work on a review say to one another. What others say of a theme or component is held back from
 * somebody who is to judge it and has not yet, so that they judge for themselves.
 */
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { dayAndTime } from '#lib/pages/times.ts';
import type { Actor } from '../access/actor.ts';
import { may } from '../access/may.ts';
import type { Database } from '../db/open.ts';
import { comments } from '../db/schema/staging.ts';
import { findAbout, type About } from './about.ts';
import { authorName } from './authors.ts';
import { findAgreed, findOwnRow, listJudged, roundOf } from './judging.ts';
import { listPeopleInReview, type PersonInReview } from './people-in-review.ts';
import { findReviewResource } from './resources.ts';
import { maySee } from './visible-reviews.ts';

export type CommentLine = {
	id: string;
	text: string;
	by: string;
	/** `14:02 on 3 July 2026`, and as it stands in the database. */
	when: string;
	at: string;
	/** Names of those whom it is said to. */
	to: string[];
	own: boolean;
	/** Whether it is said to whoever looks. */
	forMe: boolean;
	about: About;
};

export type CommentsOn = {
	about: string;
	lines: CommentLine[];
	/** How many stay hidden until whoever looks has given their own judgement. */
	heldBack: boolean;
	/** Whom it can be said to. */
	people: PersonInReview[];
	/** Whether whoever looks may write here. */
	may: boolean;
};

/** What is said of one thing, oldest first; null for somebody who may not see comments, or for what is not there. */
export function loadComments(db: Database, actor: Actor, review: string, about: string): CommentsOn | null {
	if (!maySee(db, actor, review, 'see-comments')) return null;
	const of = findAbout(db, review, about);
	if (!of) return null;
	const heldBack = isHeldBack(db, actor, review, about);
	const writes = maySee(db, actor, review, 'comment');
	return {
		about,
		heldBack,
		lines: rowsOf(db, review)
			.filter((row) => row.about === about && (!heldBack || isOwn(row, actor)))
			.map((row) => toLine(db, row, of, actor)),
		people: writes ? othersIn(db, actor, review) : [],
		may: writes
	};
}

export type CommentsPage = {
	lines: CommentLine[];
	/** Things of which comments are held back, by name. */
	heldBack: string[];
	people: PersonInReview[];
	may: boolean;
};

/** All of a review, newest first; `forMe`: only what is said to whoever looks. */
export function loadCommentsPage(
	db: Database,
	actor: Actor,
	review: string,
	{ forMe = false }: { forMe?: boolean } = {}
): CommentsPage {
	const rows = rowsOf(db, review).reverse();
	const abouts = new Map(
		[...new Set(rows.map(({ about }) => about))].map((about) => [about, findAbout(db, review, about)])
	);
	const held = new Set([...abouts.keys()].filter((about) => isHeldBack(db, actor, review, about)));
	const shown = rows.filter((row) => !held.has(row.about) || isOwn(row, actor));
	const writes = maySee(db, actor, review, 'comment');
	return {
		lines: shown
			.flatMap((row) => {
				const of = abouts.get(row.about);
				return of ? toLine(db, row, of, actor) : [];
			})
			.filter((line) => !forMe || line.forMe),
		heldBack: [
			...new Set(
				rows.filter((row) => !shown.includes(row)).flatMap(({ about }) => abouts.get(about)?.name ?? [])
			)
		],
		people: writes ? othersIn(db, actor, review) : [],
		may: writes
	};
}

/** What is said to somebody in a review since a moment (ISO 8601), newest first, as far as they may see it yet. */
export function listMentions(db: Database, actor: Actor, review: string, since: string): CommentLine[] {
	if (!maySee(db, actor, review, 'see-comments')) return [];
	return loadCommentsPage(db, actor, review, { forMe: true }).lines.filter(({ at }) => at > since);
}

/** Whether what others say of something is hidden from somebody who is to judge it and has not. */
export function isHeldBack(db: Database, actor: Actor, review: string, about: string): boolean {
	const [kind, code = ''] = about.split(':');
	if (kind !== 'theme' && kind !== 'component') return false;
	const resource = findReviewResource(db, review);
	if (!resource || actor.kind !== 'person' || !may(actor, 'give-judgement', resource).yes) return false;
	const judged = listJudged(db, review);
	if (!judged.independent || !judged.elements.some((element) => element.code === code)) return false;
	if (findAgreed(db, review, { kind: judged.kind, code })) return false;
	return findOwnRow(db, review, code, actor.id, roundOf(db, review, code)) === undefined;
}

type Row = typeof comments.$inferSelect;

function rowsOf(db: Database, review: string): Row[] {
	return db
		.select()
		.from(comments)
		.where(and(eq(comments.reviewId, review), eq(comments.kind, 'comment'), isNull(comments.withdrawnAt)))
		.orderBy(asc(comments.changedAt), asc(comments.id))
		.all();
}

const isOwn = ({ changedBy }: Row, actor: Actor): boolean =>
	actor.kind === 'person' && changedBy === actor.id;

const othersIn = (db: Database, actor: Actor, review: string): PersonInReview[] =>
	listPeopleInReview(db, review).filter(({ person }) => actor.kind !== 'person' || person !== actor.id);

function toLine(db: Database, row: Row, about: About, actor: Actor): CommentLine {
	return {
		id: row.id,
		text: row.text,
		by: authorName(db, row.changedBy),
		when: dayAndTime(row.changedAt),
		at: row.changedAt,
		to: row.mentions.map((person) => authorName(db, person)),
		own: isOwn(row, actor),
		forMe: actor.kind === 'person' && row.mentions.includes(actor.id),
		about
	};
}

export type AccuracyPoint = {
	id: string;
	about: About;
	text: string;
	by: string;
	when: string;
	/** `at`: ISO 8601; whoever answers it otherwise says which answer they saw. */
	answer: { answer: 'accepted' | 'declined'; text: string; by: string; when: string; at: string } | null;
};

/** Points of factual accuracy, those without an answer first, then the newest first. */
export function listAccuracyPoints(db: Database, review: string): AccuracyPoint[] {
	return db
		.select()
		.from(comments)
		.where(
			and(eq(comments.reviewId, review), eq(comments.kind, 'accuracy-point'), isNull(comments.withdrawnAt))
		)
		.orderBy(desc(comments.changedAt), asc(comments.id))
		.all()
		.flatMap((row) => {
			const about = findAbout(db, review, row.about);
			if (!about) return [];
			const answer = row.answer && {
				answer: row.answer,
				text: row.answerText,
				by: authorName(db, row.answeredBy ?? ''),
				when: dayAndTime(row.answeredAt ?? row.changedAt),
				at: row.answeredAt ?? ''
			};
			return {
				id: row.id,
				about,
				text: row.text,
				by: authorName(db, row.changedBy),
				when: dayAndTime(row.changedAt),
				answer
			};
		})
		.sort((a, b) => Number(a.answer !== null) - Number(b.answer !== null));
}
