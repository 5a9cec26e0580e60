/** What comes of a table that was mapped to an instrument: records, and what was found on the way. */
import type { AnswersProblem } from '../answers-file-problem.ts';
import type { WordCount } from './dry-run-counts.ts';

export type Known = {
	/** References of the source's records → the digest of what stood in their row, where that is known. */
	references: ReadonlyMap<string, string | null>;
	/** Digest → how many of the source's records have it. */
	digests: ReadonlyMap<string, number>;
	/** Question code → the answer words that its earlier answers are kept by, for choices without options. */
	words?: ReadonlyMap<string, readonly string[]>;
};

export const nothingKnown: Known = { references: new Map(), digests: new Map() };

export type ImportedRecord = {
	reference: string;
	strata: Record<string, string>;
	/** By the position of the question in the instrument; a question left blank has no entry. */
	answers: { question: number; code: number; text?: string }[];
	digest: string;
	/** As a spreadsheet shows it. */
	row: number;
};

export type DryRun = {
	/** Rows under the header that are not empty. */
	rows: number;
	blankRows: number;
	/** Rows in which no question is answered, which make no record. */
	unanswered: number;
	records: number;
	answers: number;
	/** The questions that were recognised, in the order of the table. */
	recognised: { question: string; headings: string[] }[];
	/** Codes of the questions that have no column. */
	missing: string[];
	/** Answer words as they stand in the file, with what they are taken for; the commonest first. */
	words: { question: string; words: WordCount[] }[];
	/** Question code → the words that its codes are positions of; null where it has none. */
	wordsOf: Map<string, readonly string[] | null>;
	strataColumns: string[];
	/** The first of them, in the order of the file; `problemCount` are all. */
	problems: AnswersProblem[];
	problemCount: number;
	/** How many of the problems are only what looks like an identifier, which a person may have looked at. */
	identifierCount: number;
	/** Personal columns that were not read, and how many cells they filled. */
	dropped: { column: string; values: number }[];
	/** Columns that tell of the filling in, or are not wanted. */
	leftOut: string[];
	/** Rows that an earlier import of this source has; the first few are named. */
	duplicates: { count: number; first: { row: number; reference: string }[] };
};
