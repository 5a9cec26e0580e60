/** What a form on the readiness of a component may hold: steps, a day, and texts of a bearable length. */
import { isDay } from '#lib/evidence/iso-date.ts';
import type { Element } from '#lib/frameworks/framework.ts';
import type { Readiness } from '#lib/judgement/readiness.ts';
import { tidyText } from '#lib/judgement/written-text.ts';
import { FormProblem } from '../problems.ts';

/** As they stand in a form; the first three are left out where the stage is agreed elsewhere first. */
export type ReadinessTexts = {
	howWell?: string;
	words?: string;
	howDoWeKnow?: string;
	statement: string;
	target: string;
	targetBy: string;
	whatNow: string;
};

/** Letters of one text. */
export const longest = 10_000;

/** A step of the readiness scale, null for none. Throws a FormProblem for anything else. */
export function stepIn(field: string, written: string): number | null {
	if (written === '') return null;
	if (/^[0-4]$/.test(written)) return Number(written);
	throw new FormProblem({ [field]: 'Choose one of the steps from 0 to 4.' });
}

/**
 * `before` with what the form says. A component in development takes texts and no stage. Throws a FormProblem, field
 * by field.
 */
export function checkedReadiness(
	before: Readiness,
	component: Pick<Element, 'status'>,
	asked: ReadinessTexts
): Readiness {
	const texts = {
		words: asked.words === undefined ? before.words : tidyText(asked.words),
		statement: tidyText(asked.statement),
		whatNow: tidyText(asked.whatNow)
	};
	for (const [field, text] of Object.entries(texts))
		if (text.length > longest)
			throw new FormProblem({ [field]: `Write at most ${longest} letters; these are ${text.length}.` });
	const after: Readiness = {
		...before,
		...texts,
		howWell: asked.howWell === undefined ? before.howWell : stepIn('howWell', asked.howWell),
		howDoWeKnow:
			asked.howDoWeKnow === undefined ? before.howDoWeKnow : stepIn('howDoWeKnow', asked.howDoWeKnow),
		target: stepIn('target', asked.target),
		targetBy: asked.targetBy === '' ? null : asked.targetBy,
		toConfirm: false
	};
	if (after.targetBy !== null && !isDay(after.targetBy))
		throw new FormProblem({ targetBy: 'Write a day of the calendar, such as 31 March 2027.' });
	if (component.status === 'in-development' && (after.howWell !== null || after.target !== null))
		throw new FormProblem({ howWell: 'This component is in development: no stage is asked for.' });
	return after.howWell === before.howWell ? after : { ...after, agreed: null };
}

/**
 * Where everybody judges on their own first, the stage is agreed by moderation or in a workshop, and until it is, nobody
 * writes here why, nor how we know: others would read it before they have judged. Throws a FormProblem.
 */
export function refuseBeforeAgreed(before: Readiness, after: Readiness): void {
	const fault = 'Everybody judges on their own first; this is agreed after that.';
	if (after.howWell !== before.howWell) throw new FormProblem({ howWell: fault });
	if (before.howWell !== null) return;
	if (after.words !== before.words) throw new FormProblem({ words: fault });
	if (after.howDoWeKnow !== before.howDoWeKnow) throw new FormProblem({ howDoWeKnow: fault });
}
