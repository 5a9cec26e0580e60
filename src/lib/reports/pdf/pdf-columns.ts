/** How wide the columns of a printed table are, and in which size it is set. */
import { type } from './pdf-theme.ts';
import type { TableBlock } from '#lib/reports/report.ts';
import { cellText } from '#lib/reports/report.ts';

/** Tables of six columns or more are set smaller and closer. */
export function tableSetting(block: TableBlock) {
	const many = block.headers.length >= 6;
	return many ? { gap: 6, style: { ...type.dense, fontSize: 8.5 } } : { gap: 10, style: type.dense };
}

/**
 * Widths of the columns in points. A column is never narrower than its longest word; what is left goes to the
 * columns with the most to say. A table that needs little keeps to three fifths of the width, so that the eye
 * need not cross the page from a word to its number.
 */
export function columnWidths(block: TableBlock, width: number): number[] {
	const { gap, style } = tableSetting(block);
	const letter = style.fontSize! * 0.56;
	const columnsAreFew = block.headers.length <= 3;
	const columns = block.headers.map((header, column) => {
		const texts = [header, ...block.rows.map((row) => cellText(row[column] ?? ''))];
		const longestWord = Math.max(...texts.flatMap((text) => text.split(/\s/).map((word) => word.length)));
		const longest = Math.max(...texts.map((text) => text.length));
		// Of few columns, those with numbers keep their heads on one line.
		const numbers = columnsAreFew && block.numeric.includes(column);
		return {
			least: Math.min(numbers ? longest : longestWord, 26) * letter + 3,
			wanted: longest * letter + 3
		};
	});
	const gaps = block.headers.length * gap;
	const sum = (values: number[]) => values.reduce((total, each) => total + each, 0);
	const wanted = sum(columns.map((column) => column.wanted)) + gaps;
	if (wanted <= width) {
		const spare = Math.max(0, width * 0.6 - wanted);
		return columns.map((column, index) => column.wanted + (index === 0 ? spare : 0));
	}
	const free = Math.max(0, width - gaps - sum(columns.map(({ least }) => least)));
	const claims = columns.map((column, index) =>
		block.numeric.includes(index) ? 0 : Math.sqrt(Math.max(0, column.wanted - column.least))
	);
	const scale = Math.min(1, (width - gaps) / sum(columns.map(({ least }) => least)));
	return columns.map(({ least }, index) => least * scale + (free * claims[index]!) / (sum(claims) || 1));
}
