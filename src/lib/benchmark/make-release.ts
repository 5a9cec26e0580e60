/** Makes a release out of what is shared: what can be compared, which groups may be shown, and the numbers of those. */
import type { Cell, Contribution } from './cell.ts';
import type { Grounds, MadeRelease } from './release.ts';
import type { Rules } from './rules.ts';

/** One shared value, with what it is a value of. */
export type SharedResult = Contribution & {
	cell: Cell;
	/** Last day of the period of the review: of two reviews of a partnership the later one counts. */
	reviewTo: string;
};

export type ReleaseInput = {
	example: boolean;
	title: string;
	from: string;
	to: string;
	rules: Rules;
	/** Own words of whoever makes it, beside the method note. */
	note: string;
	members: { code: string; name: string; family: number }[];
	results: SharedResult[];
	/** Of every release of the same world before, oldest first. */
	earlier: Grounds[];
};

/** How far it is: cells done and in all. */
export type Progress = { done: number; steps: number };

/** Yields after each cell, so that whoever runs it can say how far it is and let others go first. */
export function* makeRelease(input: ReleaseInput): Generator<Progress, MadeRelease> {
	throw new Error(`not made yet: ${input.title}`);
}
