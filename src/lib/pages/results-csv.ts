/** The table of results as a CSV file. */
import Papa from 'papaparse';
import { neutralCell } from '#lib/evidence/neutral-cell.ts';
import type { ResultsTable } from './results-table.ts';

/**
 * The file as text: UTF-8 with a byte-order mark, so that spreadsheets read its letters right; lines end in CR LF; a
 * text that a spreadsheet would take for a formula gets an apostrophe before it, a number never.
 */
export function resultsCsv({ heads, lines }: ResultsTable): string {
	const cells = lines.map((line) =>
		line.map((cell) => (typeof cell === 'string' ? neutralCell(cell) : (cell ?? '')))
	);
	return `\ufeff${Papa.unparse({ fields: [...heads], data: cells }, { newline: '\r\n' })}\r\n`;
}
