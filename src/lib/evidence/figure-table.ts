/**
 * A small table of figures as somebody writes or pastes it: a line for each row, cells with tabs (as from a
 * spreadsheet), semicolons or commas between, the first line and the first cell of each row being headings.
 */
import { figureTableSchema, longestHeading, type FigureTable } from './voices.ts';

/** The table, or what is wrong with what was written, in a sentence that names the line. */
export function readFigureTable(written: string): { table: FigureTable } | { fault: string } {
	const lines = written
		.split('\n')
		.map((line, index) => ({ line: line.replace(/\s+$/, ''), number: index + 1 }))
		.filter(({ line }) => line.trim() !== '');
	const [heads, ...others] = lines;
	if (!heads || others.length === 0)
		return { fault: 'Write a line of headings, and under it a line for each row with its numbers.' };
	const separator = separatorOf(heads.line);
	if (separator === null)
		return {
			fault:
				'Write the headings with tabs, semicolons or commas between them, the first one over the names of the rows.'
		};
	const cellsOf = (line: string) => line.split(separator).map((cell) => cell.trim());
	const columns = cellsOf(heads.line).slice(1);
	if (columns.some((column) => column === ''))
		return { fault: `A heading is missing in line ${heads.number}.` };
	const rows: FigureTable['rows'] = [];
	for (const { line, number } of others) {
		const [label = '', ...cells] = cellsOf(line);
		if (label === '') return { fault: `Line ${number} has no name before its numbers.` };
		if (cells.length > columns.length)
			return {
				fault: `Line ${number} has ${cells.length} numbers, and there ${columns.length === 1 ? 'is' : 'are'} ${columns.length === 1 ? '1 heading' : `${columns.length} headings`}. Write thousands without a separator.`
			};
		const values: (number | null)[] = [];
		for (let at = 0; at < columns.length; at += 1) {
			const value = readNumber(cells[at] ?? '');
			if (value === undefined)
				return {
					fault: `Line ${number}: “${cells[at]}” is not a number. Leave it empty where there is none.`
				};
			values.push(value);
		}
		rows.push({ label, values });
	}
	const long = [...columns, ...rows.map(({ label }) => label)].find((text) => text.length > longestHeading);
	if (long !== undefined)
		return {
			fault: `“${long.slice(0, 20)}…” has ${long.length} letters; at most ${longestHeading} have room.`
		};
	const parsed = figureTableSchema.safeParse({ columns, rows });
	return parsed.success ? { table: parsed.data } : { fault: 'Write at most 20 columns and 100 rows.' };
}

/** Over the names of the rows: never empty, since forms take space at the beginning of a text away. */
const corner = 'Name';

/** As it is written in a form again: tabs between the cells. */
export function writeFigureTable({ columns, rows }: FigureTable): string {
	return [
		[corner, ...columns],
		...rows.map(({ label, values }) => [label, ...values.map((value) => value ?? '')])
	]
		.map((cells) => cells.join('\t'))
		.join('\n');
}

/** Tabs before semicolons before commas: numbers may hold a comma, headings hardly a tab. */
const separatorOf = (line: string) => ['\t', ';', ','].find((sign) => line.includes(sign)) ?? null;

/** Null for none; undefined for what is no number. Thousands may stand apart by a comma, a space or nothing. */
function readNumber(cell: string): number | null | undefined {
	if (/^(?:|-|–|\.\.|n\/a)$/i.test(cell)) return null;
	const plain = cell
		.replace(/^£/, '')
		.replace(/%$/, '')
		.replace(/(?<=\d)[, \u00a0](?=\d{3}(?:\D|$))/g, '');
	return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
