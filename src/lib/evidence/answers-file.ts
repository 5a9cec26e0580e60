/**
 * Reads a file of answers (CSV): a header row with `reference`, a column for each question code and, if wanted, one
 * for each way to group the records; then a row for each record. Nothing is thrown: what is wrong is listed.
 */
import Papa from 'papaparse';
import { knownColumns, readHeader } from './answers-file-header.ts';
import type { AnswersProblem, AnswersProblemCode } from './answers-file-problem.ts';
import { readRows, type AnswersRecord } from './answers-file-rows.ts';
import { wordsOf, type CellRow } from './answers-file-words.ts';
import type { Instrument } from './instrument.ts';
import { plainCell } from './neutral-cell.ts';

export { describeProblem } from './answers-file-problem.ts';

export type AnswersFile = {
	/** What could be read of each row. To be used only when there are no problems. */
	records: AnswersRecord[];
	/** Names of the columns by which records can be grouped, in the order of the file. */
	strataColumns: string[];
	/** Question code → its answer words; null where it has none. For a choice without options the words found. */
	words: Map<string, readonly string[] | null>;
	/** Columns with names, e-mail or IP addresses of people, which are not read, and how many cells they filled. */
	dropped: { column: string; values: number }[];
	/** In the order of the file: the header first, then row by row. */
	problems: AnswersProblem[];
};

const separators = [',', ';', '\t'];

/**
 * Reads the text of an answers file. Cells are separated by commas, semicolons or tabs, whichever makes the header
 * known; a byte-order mark is ignored, and so are empty rows, though they count in the numbers of rows. Columns are
 * matched to questions whatever their case and white space. An apostrophe that keeps a cell from being taken for a
 * formula (`'=a`) is taken away.
 *
 * References, groups and written answers are searched for identifiers of people. Such a find is a problem with the
 * code `identifier`; it may be a false alarm, which only a person who has looked can set aside.
 */
export function readAnswersFile(text: string, instrument: Instrument): AnswersFile {
	const file: AnswersFile = { records: [], strataColumns: [], words: new Map(), dropped: [], problems: [] };
	const lines = text.replace(/\r\n?/g, '\n');
	const { rows, faultyRows } = parseRows(lines, separatorOf(lines, instrument));
	const [header, ...others] = rows;
	if (!header) return { ...file, problems: [fileProblem('empty-file', null, headerExpected)] };
	if (faultyRows.length > 0) return { ...file, problems: faultyRows.map(quoteProblem) };
	if (knownColumns(header.cells, instrument) === 0)
		return { ...file, problems: [fileProblem('no-header', header.row, headerExpected)] };

	const { columns, problems } = readHeader(header.cells, header.row, instrument);
	const words = wordsOf(columns, others);
	const read = readRows(columns, others, words);
	const noRows = others.length === 0 ? [fileProblem('no-rows', null, 'one for each record')] : [];
	return {
		records: read.records,
		strataColumns: columns.strata.map(({ name }) => name),
		words,
		dropped: columns.personal.map(({ at, name }) => ({ column: name, values: filled(others, at) })),
		problems: [...problems, ...noRows, ...read.problems]
	};
}

const headerExpected = 'a header row: reference, then a column for each question code';

function fileProblem(code: AnswersProblemCode, row: number | null, expected: string): AnswersProblem {
	return { code, row, column: null, value: null, expected };
}

function quoteProblem(row: number): AnswersProblem {
	const expected =
		'quotation marks around a whole cell, and doubled where they are part of it: "She said ""yes"""';
	return fileProblem('malformed-quotes', row, expected);
}

/** The separator with which the header has the most columns that are known; a comma when none is better. */
function separatorOf(lines: string, instrument: Instrument): string {
	const known = separators.map((separator) => {
		const [header] = parseRows(lines, separator, 20).rows;
		return knownColumns(header?.cells ?? [], instrument);
	});
	return separators[known.indexOf(Math.max(...known))]!;
}

/** Rows that are not empty, with their numbers; and the numbers of those whose quotation marks do not match. */
function parseRows(lines: string, delimiter: string, preview = 0): { rows: CellRow[]; faultyRows: number[] } {
	const { data, errors } = Papa.parse<string[]>(lines, { delimiter, newline: '\n', preview });
	const rows = data
		.map((cells, index) => ({ row: index + 1, cells: cells.map(plainCell) }))
		.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
	const faulty = errors.filter(({ type }) => type === 'Quotes').map(({ row }) => (row ?? 0) + 1);
	return { rows, faultyRows: [...new Set(faulty)] };
}

function filled(rows: readonly CellRow[], at: number): number {
	return rows.filter(({ cells }) => (cells[at] ?? '').trim() !== '').length;
}
