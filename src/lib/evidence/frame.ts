/**
 * A sampling frame: everybody or everything that a sample may be drawn from, each under a pseudonymous reference, with
 * the strata that it belongs to. Read here from rows of cells; the text of a file or of a paste in frame-text.ts.
 */
import type { CellRow } from './answers-file-words.ts';
import { isPersonalName, isReferenceName, readColumns, readEntries, type FrameEntry } from './frame-rows.ts';
import type { FrameProblem } from './frame-problem.ts';
import { plainWord } from './plain-word.ts';

export type { FrameEntry } from './frame-rows.ts';

export type Frame = {
	/** In the order in which they were given. To be used only when there are no problems. */
	entries: FrameEntry[];
	/** Names of the strata columns, in the order of the file. */
	columns: string[];
	/** The column taken for the reference; null where there was no header row. */
	referenceColumn: string | null;
	/** Columns with names, e-mail or IP addresses of people, which are not read, and how many cells they filled. */
	dropped: { column: string; values: number }[];
	/** In the order of the rows. */
	problems: FrameProblem[];
};

/** The largest frame, in references. */
export const mostInFrame = 100_000;
/** The most columns of strata. */
const mostColumns = 10;

const problem = (code: FrameProblem['code'], row: number | null = null, value: string | null = null) => ({
	code,
	row,
	column: null,
	value
});

/**
 * Reads rows of cells, empty rows left out already. The first row names the columns: one of them `reference` (or
 * `ref`, `id`, `case` …), else the first is taken for it; all others are strata. A list of one column needs no
 * header row. Nothing is thrown: what is wrong is listed.
 */
export function readFrame(rows: readonly CellRow[]): Frame {
	const frame: Frame = { entries: [], columns: [], referenceColumn: null, dropped: [], problems: [] };
	const [first] = rows;
	if (!first) return { ...frame, problems: [problem('empty-frame')] };
	const header = isHeader(first, rows);
	if (header === null) return { ...frame, problems: [problem('no-header', first.row)] };
	const below = header ? rows.slice(1) : rows;
	if (below.length === 0) return { ...frame, problems: [problem('empty-frame')] };
	if (below.length > mostInFrame)
		return { ...frame, problems: [problem('large-frame', null, String(below.length))] };
	const columns = readColumns(header ? first.cells : ['reference'], first.row);
	if (columns === null) return { ...frame, problems: [problem('no-reference-column', first.row)] };
	if (columns.strata.length > mostColumns)
		return { ...frame, problems: [problem('many-columns', first.row, String(columns.strata.length))] };
	const { entries, problems } = readEntries(columns, below);
	return {
		entries,
		columns: columns.strata.map(({ name }) => name),
		referenceColumn: header ? columns.reference.name : null,
		dropped: columns.personal.map(({ at, name }) => ({
			column: name,
			values: below.filter(({ cells }) => (cells[at] ?? '').trim() !== '').length
		})),
		problems: [...columns.problems, ...problems]
	};
}

/**
 * The frame of which only the size is known: the numbers from 1, all with as many digits as the last. A whole number
 * from 1 to `mostInFrame`.
 */
export function numberedFrame(size: number): FrameEntry[] {
	const digits = String(size).length;
	return Array.from({ length: size }, (_, index) => ({
		reference: String(index + 1).padStart(digits, '0'),
		strata: {}
	}));
}

/**
 * Whether the first row names the columns: true, false for a plain list, null for several columns without names. What
 * has a digit in it is a reference rather than a name.
 */
function isHeader({ cells }: CellRow, rows: readonly CellRow[]): boolean | null {
	const names = cells.map(plainWord).filter((name) => name !== '');
	if (names.some((name) => isReferenceName(name) || isPersonalName(name))) return true;
	const likeReference = /\d/.test(cells[0] ?? '');
	if (rows.every((row) => row.cells.filter((cell) => cell.trim() !== '').length < 2))
		return !likeReference && rows.length > 1 && rows.slice(1).every((row) => row.cells.some(hasDigit));
	return likeReference ? null : true;
}

const hasDigit = (cell: string) => /\d/.test(cell);
