/** What is put into the making of a release: each value that a partnership shares, with what it is a value of. */
import type { Cell, Contribution } from './cell.ts';

export type SharedResult = Contribution & {
	cell: Cell;
	/** Last day of the period of the review: of two reviews of a partnership the later one counts. */
	reviewTo: string;
};
