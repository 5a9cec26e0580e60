/** Tables of a report as pdfmake nodes. */
import { columnWidths, tableSetting } from './pdf-columns.ts';
import type { PdfElement, PdfNode, PdfTableLayout } from './pdf-node.ts';
import { linesOf, pdfRuns, tallestTable } from './pdf-text.ts';
import { colour, contentHeight, contentWidth, lines, ruledRows, type } from './pdf-theme.ts';
import type { Cell, TableBlock } from '#lib/reports/report.ts';
import { cellText } from '#lib/reports/report.ts';

/** A row higher than this is broken rather than cut off, in points. */
const tallestRow = contentHeight * 0.6;

/**
 * A table with its caption above and its note below. Its header is repeated and its rows are kept whole. A short
 * table stands on one page; a long one repeats its caption too, which can then not be left behind.
 */
export function pdfTable(
	block: TableBlock,
	anchors: ReadonlySet<string>,
	width: number = contentWidth
): PdfElement {
	const widths = columnWidths(block, width);
	const { gap, style } = tableSetting(block);
	const cell = (content: Cell, column: number): PdfElement => ({
		text: pdfRuns([typeof content === 'string' ? { text: content } : content], anchors),
		alignment: block.numeric.includes(column) ? 'right' : 'left'
	});
	const head = block.headers.map((header, column) => ({ ...cell(header, column), bold: true }));
	const body = [head, ...block.rows.map((row) => row.map(cell))];
	const heights = [block.headers, ...block.rows].map((row) => rowHeight(row, widths, style.fontSize!));
	const whole = Math.max(...heights) < tallestRow;
	const captionHeight = linesOf(block.caption, width / 5.5) * 15;
	const noteHeight = linesOf(block.note ?? '', width / 4.2) * 13;
	const height = heights.reduce((sum, each) => sum + each, captionHeight + noteHeight + 20);

	const table = {
		headerRows: 1,
		headerCols: 1,
		dontBreakRows: whole,
		keepWithHeaderRows: whole ? 1 : 0,
		widths
	};
	const layout = { ...ruledRows, paddingRight: () => gap };
	const id = block.id === null ? {} : { id: block.id };
	const margin: PdfElement['margin'] = [contentWidth - width, 4, 0, 12];
	const note = noteOf(block);
	if (height < tallestTable || captionHeight > 60) {
		const caption = { ...captionOf(block), ...id, margin: [0, 0, 0, 2] } satisfies PdfElement;
		const captioned = { tag: 'Table', stack: [caption, { table: { ...table, body }, layout, ...style }] };
		const stack = [captioned, ...note];
		return { stack, unbreakable: height < tallestTable, margin };
	}
	const caption = [{ ...captionOf(block), colSpan: widths.length }, ...widths.slice(1).map(() => '')];
	const long = { ...table, headerRows: 2, body: [caption, ...body] };
	const place: PdfElement = { text: ' ', fontSize: 1, ...id };
	return {
		stack: [place, { table: long, layout: { ...layout, ...belowCaption }, ...style }, ...note],
		margin
	};
}

/** How high a row is at most, near enough. */
function rowHeight(row: readonly Cell[], widths: readonly number[], fontSize: number): number {
	const linesIn = row.map((content, column) =>
		linesOf(cellText(content), widths[column]! / (fontSize * 0.5))
	);
	return Math.max(...linesIn) * fontSize * 1.42 + 6;
}

function captionOf({ caption }: TableBlock): PdfElement {
	return { text: caption, tag: 'Caption', bold: true, fontSize: 10.5, lineHeight: lines.dense };
}

function noteOf({ note }: TableBlock): PdfNode[] {
	return note === null ? [] : [{ text: note, ...type.note, lineHeight: lines.dense, margin: [0, 4, 0, 0] }];
}

/** The rules of a table whose first row is its caption. */
const belowCaption: PdfTableLayout = {
	hLineWidth: (row) => (row < 2 ? 0 : row === 2 ? 0.75 : 0.5),
	hLineColor: (row) => (row === 2 ? colour.text : colour.faint)
};
