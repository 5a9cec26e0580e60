/** A source as far as its pages differ by it: what every one of them is framed by. */
import type { SourceKind } from '#lib/evidence/source-kinds.ts';

export type SourcePlace = {
	id: string;
	title: string;
	kind: SourceKind;
	/** Whether it asks questions: has an instrument. */
	asks: boolean;
	withdrawn: boolean;
};
