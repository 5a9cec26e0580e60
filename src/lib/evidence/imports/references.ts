/** The reference of each record: the response's own number under the tool's letters, or one made from its place. */
import { shown, type AnswersProblem } from '../answers-file-problem.ts';
import { cellAt, type CellRow } from './table.ts';

const longestReference = 64;

export type NamedRow = { reference: string; isKnown: boolean; problems: AnswersProblem[] };

/**
 * `known`: references that are taken already → the digest of their content. The same reference with the same content
 * is known; with other content it is a problem, since one of the two would be lost. Without a column, numbers go on
 * from R-1 and step over those that are taken.
 */
export function referenceMaker(
	column: { at: number; prefix: string; heading: string } | null,
	known: ReadonlyMap<string, string | null>
): (row: CellRow, digest: string) => NamedRow {
	if (!column) {
		let number = 0;
		return () => {
			do number += 1;
			while (known.has(`R-${number}`));
			return { reference: `R-${number}`, isKnown: false, problems: [] };
		};
	}
	const firstRows = new Map<string, number>();
	return (row, digest) => {
		const own = cellAt(row, column.at).replace(/\s+/g, ' ').trim();
		const reference = own === '' || column.prefix === '' ? own : `${column.prefix}-${own}`;
		const fault = (code: AnswersProblem['code'], expected: string): NamedRow => {
			const problem = {
				code,
				row: row.row,
				column: shown(column.heading),
				value: shown(own) || null,
				expected
			};
			return { reference, isKnown: false, problems: [problem] };
		};
		if (own === '') return fault('empty-reference', 'one that no other row has');
		if (reference.length > longestReference)
			return fault('long-reference', `at most ${longestReference} characters`);
		const first = firstRows.get(reference);
		if (first !== undefined) return fault('duplicate-reference', `another than in row ${first}`);
		firstRows.set(reference, row.row);
		const before = known.get(reference);
		if (before === undefined) return { reference, isKnown: false, problems: [] };
		if (before === null || before === digest) return { reference, isKnown: true, problems: [] };
		return fault('changed-record', 'the same answers as then: withdraw the earlier import first');
	};
}
