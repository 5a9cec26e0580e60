/** What everybody writes who judges, alone or together: a step of the scale, how it is known, and why. */
import { tidyText } from '#lib/judgement/written-text.ts';
import type { Database } from '../db/open.ts';
import { Problem } from '../problems.ts';
import { whyClosed } from '../queries/closed.ts';
import type { Agreed, Judged, Step } from '../queries/judging.ts';
import { hasFinding } from '../queries/judged-findings.ts';
import { dayAndTime } from '#lib/pages/times.ts';
import { refuseFaults } from '../problems.ts';

export type WrittenJudgement = {
	/** A number of the scale, as the form sends it; empty where nothing was chosen. */
	step: string;
	/** Of a component, if it was said. */
	howDoWeKnow?: string;
	reason: string;
};

/** Letters. */
const longest = 4000;

type Scales = Pick<Judged, 'kind' | 'steps' | 'knowing'>;

/** The judgement as it is kept. Throws a Problem form-invalid, field by field; nothing is filled in. */
export function checkedJudgement(written: WrittenJudgement, { kind, steps, knowing }: Scales) {
	const step = stepOf(written.step, steps);
	const howDoWeKnow = stepOf(written.howDoWeKnow ?? '', knowing);
	const reason = tidyText(written.reason);
	refuseFaults({
		step: step !== null ? null : kind === 'theme' ? 'Choose an evaluation.' : 'Choose a stage.',
		reason:
			reason === ''
				? 'Write why: a judgement needs its reason.'
				: reason.length > longest
					? `Write at most ${longest} letters; these are ${reason.length}.`
					: null
	});
	return { step: step!, howDoWeKnow, reason };
}

const stepOf = (written: string, steps: readonly Step[]): number | null =>
	steps.find(({ step }) => String(step) === written)?.step ?? null;

/** Throws a Problem while nothing in the review may be changed; what was written stays in the form. */
export function refuseClosed(db: Database, review: string): void {
	const closed = whyClosed(db, review);
	if (closed) throw new Problem('changed-meanwhile', `Nothing was saved. ${closed}`);
}

/** Throws a Problem finding-needed for a theme without any finding: an evaluation rests on what was found. */
export function refuseWithoutFinding(db: Database, review: string, kind: Judged['kind'], code: string): void {
	if (kind === 'theme' && !hasFinding(db, review, code))
		throw new Problem(
			'finding-needed',
			'Write down at least one finding on this theme first: an evaluation rests on what was found.'
		);
}

/** Throws a Problem judged-already where a judgement is in force. */
export function refuseAgreed(agreed: Agreed | null): void {
	if (agreed)
		throw new Problem(
			'judged-already',
			`Nothing was saved: this was agreed at ${dayAndTime(agreed.at)}, by ${agreed.by}. It can be set aside, and judged again.`
		);
}
