/** Reads what whoever looks may see and do about the judgement of one theme or component. */
import { changedSince } from '#lib/judgement/basis.ts';
import { changedWords } from '#lib/judgement/changed-words.ts';
import { deriveSpread, viewGiven, type EarlierView, type JudgingPanel } from '#lib/pages/judging-panel.ts';
import { dayAndTime } from '#lib/pages/times.ts';
import type { CheckedMeasure } from '#lib/pages/text-check.ts';
import type { Actor } from '../access/actor.ts';
import { may, type Action } from '../access/may.ts';
import type { Database } from '../db/open.ts';
import { authorName } from './authors.ts';
import { whyClosed } from './closed.ts';
import { groundsOf } from './judgement-basis.ts';
import { hasFinding } from './judged-findings.ts';
import {
	awaitedJudges,
	findAgreed,
	findJudged,
	findOwnRow,
	findPerspective,
	findStageBasis,
	listOwn,
	listSetAside,
	seenMark
} from './judging.ts';
import { listOwnSeen } from './judging-sight.ts';
import { loadTextCheck } from './measures-to-check.ts';
import { findReviewResource } from './resources.ts';

/**
 * `measures`: those of the review where they are at hand already. Throws a not-found Problem for what is not judged in
 * the review.
 */
export function loadJudgingPanel(
	db: Database,
	actor: Actor,
	review: string,
	code: string,
	measures?: readonly CheckedMeasure[]
): JudgingPanel {
	const judged = findJudged(db, review, code);
	const { kind, steps, knowing, independent } = judged;
	const resource = findReviewResource(db, review);
	const allowed = (action: Action) => resource !== null && may(actor, action, resource).yes;
	const viewer = actor.kind === 'person' ? actor.id : null;
	const setAside = listSetAside(db, review, code);
	const round = setAside.length + 1;
	const agreed = findAgreed(db, review, judged);
	const own = viewer === null ? undefined : findOwnRow(db, review, code, viewer, round);
	const seen = listOwnSeen(db, actor, review, judged);
	const writes = allowed('open-conclusions');
	const now = once(() => groundsOf(db, review)(code));
	const changed = (basis: (typeof agreed & object)['basis'] | undefined) =>
		writes && basis ? changedWords(changedSince(basis, now())) : [];
	const stepOf = (step: number) => steps.find((each) => each.step === step);
	const agreedStep = agreed && stepOf(agreed.step);
	const awaited = seen && kind === 'theme' && !agreed ? awaitedJudges(db, review, seen) : [];
	const mayGive = allowed('give-judgement') && independent && !agreed && viewer !== null;
	const mayAgree = allowed('agree-judgement') && !agreed && own !== undefined && awaited.length === 0;
	return {
		...{ kind, code, title: judged.title, words: judged.words, steps, knowing, independent },
		closed: whyClosed(db, review),
		mayGive,
		mayAgree,
		maySetAside: allowed('agree-judgement') && agreed !== null,
		mayLookAgain: allowed(kind === 'theme' ? 'agree-judgement' : 'write-conclusions'),
		needsFinding: kind === 'theme' && !hasFinding(db, review, code),
		perspective: kind === 'theme' || viewer === null ? null : findPerspective(db, review, viewer),
		own: own
			? {
					...{ step: own.step, howDoWeKnow: own.howDoWeKnow, reason: own.reason, version: own.version },
					at: dayAndTime(own.changedAt),
					changed: agreed ? [] : changed(own.basis)
				}
			: null,
		agreed:
			agreed && agreedStep
				? {
						step: agreedStep,
						known: knowing.find(({ step }) => step === agreed.howDoWeKnow) ?? null,
						reason: agreed.reason,
						by: agreed.way === 'published' ? null : agreed.by,
						at: dayAndTime(agreed.at),
						way: agreed.way,
						changed: changed(agreed.basis)
					}
				: null,
		changed: agreed || kind === 'theme' ? [] : changed(findStageBasis(db, review, code)),
		spread: seen && (seen.length > 0 || !agreed) ? deriveSpread(seen, judged, viewer) : null,
		awaited,
		seen: seen ? seenMark(seen) : '',
		check: mayGive || mayAgree ? loadTextCheck(db, review, `own:${code}`, [code], measures) : null,
		earlier: allowed('see-moderation')
			? setAside.flatMap((row): EarlierView[] => {
					const step = stepOf(row.step);
					const given = listOwn(db, review, code, row.round);
					return step
						? [
								{
									...{ round: row.round, step, reason: row.reason },
									by: given.length === 0 ? null : authorName(db, row.agreedBy),
									at: dayAndTime(row.agreedAt),
									setAside: {
										by: authorName(db, row.changedBy),
										at: dayAndTime(row.changedAt),
										why: row.why
									},
									given: viewGiven(given, judged, viewer)
								}
							]
						: [];
				})
			: []
	};
}

/** Reads the review at most once, and only where something is to be compared with it. */
function once<Result>(read: () => Result): () => Result {
	let kept: { result: Result } | null = null;
	return () => (kept ??= { result: read() }).result;
}
