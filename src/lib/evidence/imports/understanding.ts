/** What is understood of a table before a person has looked: which columns are what, and how sure that is. */
import type { AnswersProblem } from '../answers-file-problem.ts';
import type { ColumnUse, TableFormat } from './mapping.ts';

/** Exact: the same but for spelling. Remembered: decided for an earlier file. Proposed: a person has to say so. */
export type Certainty = 'exact' | 'remembered' | 'proposed';

export type UnderstoodColumn = {
	/** Counted from 0. */
	at: number;
	/** The rows of the header joined by “ / ”, as they stand there; “Column 4” where there is none. */
	heading: string;
	/** Null: nothing is known; a person says what it is. */
	use: ColumnUse | null;
	/** Null where nothing is known. */
	certainty: Certainty | null;
	/** A clause: “the same wording”, “close to “Were you told…””. */
	why: string;
	/** How many cells under the header are filled. */
	filled: number;
	/** A few of the values, shortened and masked, to tell the column by; none of a personal column. */
	examples: string[];
};

export type UnderstoodWord = {
	/** As it stands in the file first. */
	found: string;
	/** In the spelling of plainWord: the key in the mapping. */
	plain: string;
	count: number;
	/** The answer word, “not applicable”, “not recorded”, '' for leaving blank; null where nothing is known. */
	answer: string | null;
	certainty: Certainty | null;
};

export type QuestionWords = {
	question: string;
	/** The commonest first; at most `mostWordsShown`. */
	words: UnderstoodWord[];
	/** How many different words there are. */
	different: number;
};

export type Understanding = {
	format: TableFormat;
	/** The sheet that was read; null in a CSV file. */
	sheet: string | null;
	/** Sheets that were not read. */
	otherSheets: string[];
	headerRows: number[];
	/** Rows under the header. */
	rows: number;
	columns: UnderstoodColumn[];
	/** The words of each question with answer words that has a column, in the order of the instrument. */
	words: QuestionWords[];
	/** Codes of the questions without a column. */
	missing: string[];
	/** What stands in the way whatever is decided, such as merged cells among the answers. */
	problems: AnswersProblem[];
	/** Whether nothing is left to decide: every column and word is exact or remembered. */
	isSettled: boolean;
};

export const mostWordsShown = 100;
