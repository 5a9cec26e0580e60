/** What a finding says, checked as it comes from a form: its direction, its words, its weight, its elements. */
import type { Finding } from '#lib/judgement/judgement.ts';
import { weights } from '#lib/judgement/weigh.ts';
import { tidyLine } from '#lib/judgement/written-text.ts';
import type { Database } from '../db/open.ts';
import { FormProblem } from '../problems.ts';
import { listElementChoices } from '../queries/voices.ts';
import { checkedElements } from './checked-elements.ts';

export type FindingTexts = {
	direction: string;
	heading: string;
	text: string;
	weight: string;
	/** Why it weighs more than ordinary. */
	reason: string;
	/** Code of the theme, standard or part of it where it stands. */
	element: string;
	/** Codes of further elements, with spaces or commas between. */
	elements: string;
};

/** Letters. */
const longest = { heading: 200, text: 5_000, reason: 2_000 };

export const directions = [
	'strength',
	'area-for-improvement'
] as const satisfies readonly Finding['direction'][];

export type CheckedFinding = Omit<FindingTexts, 'direction' | 'weight'> &
	Pick<Finding, 'direction' | 'weight'>;

/**
 * The texts, tidied; the codes of `elements` with spaces between. A reason belongs to a weight that is more than
 * ordinary, and goes with it. `kept`: the codes that stand there, which may be of any kind of element. Throws
 * form-invalid, field by field.
 */
export function checkedFinding(
	db: Database,
	review: string,
	asked: FindingTexts,
	kept: Partial<Pick<FindingTexts, 'element' | 'elements'>> = {}
): CheckedFinding {
	const weight = weights.find((each) => each === asked.weight);
	const direction = directions.find((each) => each === asked.direction);
	const heading = tidyLine(asked.heading);
	const text = tidyLine(asked.text);
	const reason = weight === 'ordinary' ? '' : tidyLine(asked.reason);
	const element =
		asked.element === kept.element
			? kept.element
			: listElementChoices(db, review).find(({ code }) => code === asked.element)?.code;
	const further =
		asked.elements === kept.elements
			? { elements: asked.elements.split(' '), fault: null }
			: checkedElements(db, review, asked.elements);
	const faults = Object.entries({
		direction: direction ? null : 'Choose whether it is a strength or an area for improvement.',
		heading: fault(heading, longest.heading, 'Write the heading under which it stands in the report.'),
		text: fault(text, longest.text, 'Write what was found.'),
		weight: weight ? null : 'Choose how much it weighs.',
		reason:
			weight === 'ordinary' ? null : fault(reason, longest.reason, 'Write why it weighs more than others.'),
		element: element ? null : 'Choose where it stands.',
		elements: further.fault
	}).filter((each): each is [string, string] => each[1] !== null);
	if (!weight || !direction || !element || faults.length > 0)
		throw new FormProblem(Object.fromEntries(faults));
	const elements = further.elements.filter((code) => code !== '' && code !== element).join(' ');
	return { direction, heading, text, weight, reason, element, elements };
}

function fault(text: string, most: number, missing: string): string | null {
	if (text === '') return missing;
	return text.length > most ? `Write at most ${most} letters; these are ${text.length}.` : null;
}

/** As a row keeps it. */
export function findingColumns({ reason, elements, ...rest }: CheckedFinding) {
	return { ...rest, reason: reason || null, elements: elements === '' ? [] : elements.split(' ') };
}
