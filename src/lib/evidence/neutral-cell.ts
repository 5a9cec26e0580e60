/**
 * Cells of a CSV file that a spreadsheet would run as a formula get an apostrophe before them, and lose it when they
 * are read in again. Excel, LibreOffice and others take a cell for a formula by its first sign alone, even within
 * quotation marks; the signs are those of the OWASP page on CSV injection, and their full-width forms.
 */

/**
 * A sign that begins a formula, after anything that does not show, or a first tab or line break. Apostrophes of ours
 * may stand before it.
 */
const formula = /^'*(?:[\p{White_Space}\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** A number runs nothing, and has to stay one. */
const number = /^[+-]?\d+(?:\.\d+)?$/;

/** The text as it may stand in a CSV file. */
export function neutralCell(text: string): string {
	return formula.test(text) && !number.test(text) ? `'${text}` : text;
}

/** The text as it was before `neutralCell`: `'=cmd` is `=cmd` again, “'tis” stays as it is. */
export function plainCell(cell: string): string {
	return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}
