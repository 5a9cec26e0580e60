/** A sampling frame from the text of a CSV file, or as it was pasted from a spreadsheet or a list. */
import Papa from 'papaparse';
import { readFrame, type Frame } from './frame.ts';
import { plainCell } from './neutral-cell.ts';

const separators = ['\t', ';', ','];

/**
 * Reads the text. Cells are separated by tabs, semicolons or commas, whichever divides the first row into most; a
 * byte-order mark is ignored, and so are empty rows, though they count in the numbers of rows.
 */
export function readFrameText(text: string): Frame {
	const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
	const first = lines.split('\n').find((line) => line.trim() !== '') ?? '';
	const counts = separators.map((separator) => first.split(separator).length);
	const delimiter = separators[counts.indexOf(Math.max(...counts))]!;
	const { data, errors } = Papa.parse<string[]>(lines, { delimiter, newline: '\n' });
	const faulty = errors.find(({ type }) => type === 'Quotes');
	const frame = readFrame(
		data
			.map((cells, index) => ({ row: index + 1, cells: cells.map(plainCell) }))
			.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
	);
	if (!faulty) return frame;
	const row = (faulty.row ?? 0) + 1;
	return { ...frame, problems: [{ code: 'malformed-quotes', row, column: null, value: null }] };
}
