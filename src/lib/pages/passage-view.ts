/** A passage as pages show it, and how many there are by element and direction. */
import type { Direction } from '#lib/evidence/voices.ts';
import type { Framework } from '#lib/frameworks/framework.ts';
import { elementLinks, type ElementLink } from './element-links.ts';

/** The row of a passage, as far as it is shown. */
export type PassageFacts = {
	id: string;
	text: string;
	elements: readonly string[];
	direction: Direction | null;
	quotation: boolean;
	saidBy: string | null;
	note: string | null;
	starts: number | null;
	withdrawn: boolean;
};

export type PassageView = Omit<PassageFacts, 'elements' | 'starts'> & {
	elements: ElementLink[];
	/** Its words do not stand in its note any more. */
	lost: boolean;
};

/** `references`: the framework editions of the review, as id@edition. */
export function viewPassage(
	facts: PassageFacts,
	frameworks: readonly Framework[],
	references: readonly string[]
): PassageView {
	const { starts, elements, ...rest } = facts;
	return {
		...rest,
		elements: elementLinks(frameworks, references, elements),
		lost: facts.note !== null && starts === null
	};
}

export type ElementCount = {
	element: ElementLink;
	strengths: number;
	areas: number;
	/** Tagged with the element, and with neither. */
	neither: number;
};

/** How often each element is tagged, the most often first; of as many, in the order in which they come. */
export function countByElement(
	passages: readonly Pick<PassageView, 'elements' | 'direction'>[]
): ElementCount[] {
	const counts = new Map<string, ElementCount>();
	for (const { elements, direction } of passages)
		for (const element of elements) {
			const count = counts.get(element.code) ?? { element, strengths: 0, areas: 0, neither: 0 };
			counts.set(element.code, count);
			if (direction === 'strength') count.strengths += 1;
			else if (direction === 'area-for-improvement') count.areas += 1;
			else count.neither += 1;
		}
	const all = ({ strengths, areas, neither }: ElementCount) => strengths + areas + neither;
	return [...counts.values()].sort((a, b) => all(b) - all(a));
}
