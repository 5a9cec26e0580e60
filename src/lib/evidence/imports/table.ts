/** A table as it was read from a file, before anybody knows what its columns mean: rows of cells, all of them text. */
import type { CellRow } from '../answers-file-words.ts';

export type { CellRow };

export type TableSheet = {
	/** Null in a CSV file, which has no sheets. */
	name: string | null;
	isHidden: boolean;
	/**
	 * The rows that are not empty, each with its number as a spreadsheet shows it. Empty cells are '', and none stand
	 * at the end. Dates are YYYY-MM-DD (with HH:MM:SS after a space where there is a time), true and false are TRUE
	 * and FALSE, whole numbers have no point.
	 */
	rows: CellRow[];
	/** Empty rows above the last that is filled. */
	blankRows: number;
	/** Ranges of merged cells, such as A1:C1: only the first cell of a range has a value. */
	merged: string[];
	/** How many cells hold what a formula last came to. Nothing is ever worked out here. */
	formulas: number;
};

export type Table = {
	kind: 'csv' | 'xlsx';
	fileName: string;
	/** Of a CSV file: how its signs and cells were told apart. Null for a workbook. */
	encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | null;
	separator: ',' | ';' | '\t' | null;
	sheets: TableSheet[];
	/** Sheets that were not read, and why, as a clause: “it has a formula in C5”. */
	leftOut: { name: string; why: string }[];
};

/** What stands in a cell, counted from 0; '' beyond the end of a row. */
export const cellAt = (row: CellRow, at: number): string => row.cells[at] ?? '';
