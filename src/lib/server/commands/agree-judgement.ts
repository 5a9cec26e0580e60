/**
 * Agrees the judgement of a theme or component, once the own ones are given: chosen and reasoned by people, worked out
 * by nothing. It has an author, a time and a reason; the own judgements stay as they are.
 */
import { authorOf } from '../access/actor.ts';
import { may } from '../access/may.ts';
import type { Database } from '../db/open.ts';
import { judgements } from '../db/schema/conclusions.ts';
import { readiness } from '../db/schema/judging.ts';
import { Problem } from '../problems.ts';
import { basisOf } from '../queries/judgement-basis.ts';
import { awaitedJudges, findAgreed, findJudged, listOwn, roundOf, seenMark } from '../queries/judging.ts';
import { findReviewResource } from '../queries/resources.ts';
import { and, eq } from 'drizzle-orm';
import { listed } from '#lib/measures/figures.ts';
import type { By } from './append-event.ts';
import { change, notThere, type NoteEvent } from './change.ts';
import {
	checkedJudgement,
	refuseAgreed,
	refuseClosed,
	refuseWithoutFinding,
	type WrittenJudgement
} from './judgement-texts.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';

export type AgreeAsked = WrittenJudgement & {
	review: string;
	element: string;
	/** `seenMark` of the own judgements that whoever agrees has seen. */
	seen: string;
	confirmed?: readonly string[];
};

/**
 * Throws a Problem: not-found for what is not there or not the actor's to agree; judges-awaited where the actor or a
 * judge of the team has not judged alone; judged-already; changed-meanwhile where an own judgement was given or changed
 * since it was looked at, or the review is closed; finding-needed; form-invalid.
 */
export function agreeJudgement(db: Database, by: By, asked: AgreeAsked): void {
	const { review, element, seen, confirmed = [] } = asked;
	const of = () => findReviewResource(db, review);
	change(db, by, { action: 'open-conclusions', of }, (note) => {
		const { actor } = by;
		const judged = findJudged(db, review, element);
		refuseClosed(db, review);
		if (!may(actor, 'agree-judgement', of()!).yes) throw notThere();
		refuseAgreed(findAgreed(db, review, judged));
		const round = roundOf(db, review, element);
		const given = listOwn(db, review, element, round);
		if (!given.some(({ person }) => person === authorOf(actor)))
			throw new Problem('judges-awaited', 'Give your own judgement first: those of the others follow it.');
		const awaited = judged.kind === 'theme' ? awaitedJudges(db, review, given) : [];
		if (awaited.length > 0)
			throw new Problem(
				'judges-awaited',
				`Nothing was agreed: ${listed(awaited)} ${awaited.length === 1 ? 'has' : 'have'} not judged yet. Whoever is not to judge can be taken off the team on the plan.`
			);
		if (seen !== seenMark(given))
			throw new Problem(
				'changed-meanwhile',
				'Nothing was agreed: somebody gave or changed their own judgement while you were writing. Look at it, then agree.'
			);
		const written = checkedJudgement(asked, judged);
		refuseWithoutFinding(db, review, judged.kind, element);
		refuseIdentifiers({ reason: written.reason }, confirmed);
		const before = (judged.kind === 'theme' ? keepEvaluation : keepReadiness)(
			db,
			by,
			{ review, element, round },
			written
		);
		noteAgreed(note, { review, element, round, before, judges: given.length }, written);
	});
}

type Place = { review: string; element: string; round: number };
type Written = ReturnType<typeof checkedJudgement>;

/** Returns the reason that stood there before. */
function keepEvaluation(
	db: Database,
	by: By,
	{ review, element, round }: Place,
	written: Written
): string | null {
	const kept = db
		.select()
		.from(judgements)
		.where(and(eq(judgements.reviewId, review), eq(judgements.element, element)))
		.get();
	const row = {
		step: written.step,
		reason: written.reason,
		source: null,
		round,
		basis: basisOf(db, review, element),
		setAsideAt: null,
		version: (kept?.version ?? 0) + 1,
		changedBy: authorOf(by.actor),
		changedAt: by.at
	};
	db.insert(judgements)
		.values({ reviewId: review, element, ...row })
		.onConflictDoUpdate({ target: [judgements.reviewId, judgements.element], set: row })
		.run();
	return kept?.reason ?? null;
}

/** The stage and its words; what else is known of the component stays. Returns the words that stood there before. */
function keepReadiness(db: Database, by: By, { review, element }: Place, written: Written): string | null {
	const kept = db
		.select()
		.from(readiness)
		.where(and(eq(readiness.reviewId, review), eq(readiness.element, element)))
		.get();
	const row = {
		howWell: written.step,
		words: written.reason,
		howDoWeKnow: written.howDoWeKnow ?? kept?.howDoWeKnow ?? null,
		toConfirm: false,
		agreed: 'moderation' as const,
		basis: basisOf(db, review, element),
		version: (kept?.version ?? 0) + 1,
		changedBy: authorOf(by.actor),
		changedAt: by.at
	};
	db.insert(readiness)
		.values({ reviewId: review, element, ...row })
		.onConflictDoUpdate({ target: [readiness.reviewId, readiness.element], set: row })
		.run();
	return kept?.words || null;
}

function noteAgreed(
	note: NoteEvent,
	{ review, element, round, before, judges }: Place & { before: string | null; judges: number },
	{ step, reason }: Written
): void {
	note({
		verb: 'judgement-agreed',
		review,
		subject: element,
		facts: { step, round, judges },
		before,
		after: reason
	});
}
