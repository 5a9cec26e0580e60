/** The mapping that follows from what was understood and what a person decided. */
import type { ColumnUse, Mapping } from './mapping.ts';
import type { Understanding } from './understanding.ts';

/** What a person decided beyond, or instead of, what was understood. */
export type Decisions = {
	/** By the column's position. */
	columns: ReadonlyMap<number, ColumnUse>;
	/** Question code → word in the spelling of plainWord → what it means; see `mappingSchema`. */
	words: Readonly<Record<string, Readonly<Record<string, string>>>>;
	/** Question code → the answer word that all other words mean. */
	otherwise?: Readonly<Record<string, string>>;
};

export const noDecisions: Decisions = { columns: new Map(), words: {} };

/**
 * Exact and remembered columns and words are taken as they are; proposed ones only with `takeProposed`, when a person
 * has seen them. A column that nobody said anything of is ignored; a word of which nobody did has no entry, and is a
 * problem when the answers are read.
 */
export function mappingOf(
	understanding: Understanding,
	{ columns, words, otherwise = {} }: Decisions = noDecisions,
	takeProposed = false
): Mapping {
	const isTaken = (certainty: string | null) =>
		certainty !== null && (takeProposed || certainty !== 'proposed');
	return {
		version: 1,
		format: understanding.format,
		sheet: understanding.sheet,
		headerRows: [...understanding.headerRows],
		columns: understanding.columns.map(({ at, heading, use, certainty }) => ({
			at,
			heading,
			use: columns.get(at) ?? (use && isTaken(certainty) ? use : { role: 'ignored' })
		})),
		words: Object.fromEntries(
			understanding.words.map(({ question, words: found }) => [
				question,
				{
					...Object.fromEntries(
						found.flatMap(({ plain, answer, certainty }) =>
							answer !== null && certainty !== 'exact' && isTaken(certainty) ? [[plain, answer]] : []
						)
					),
					...words[question]
				}
			])
		),
		otherwise: { ...otherwise }
	};
}
