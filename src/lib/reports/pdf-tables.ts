/** Tables, the six steps of an evaluation and recommendations of a report as pdfmake nodes. */
import type { PdfElement, PdfNode } from './pdf-node.ts';
import { bare, colour, contentWidth, lines, numberColumn, ruledRows, type } from './pdf-theme.ts';
import { linesOf, pdfRuns, tallestTable } from './pdf-text.ts';
import type { Cell, EvaluationBlock, RecommendationBlock, TableBlock } from './report.ts';
import { cellText, recommendationSource } from './report.ts';

/** Tables of six columns or more are set smaller and closer. */
function setting(block: TableBlock) {
	const many = block.headers.length >= 6;
	return many ? { gap: 6, style: { ...type.dense, fontSize: 8.5 } } : { gap: 10, style: type.dense };
}

/**
 * Widths of the columns in points. A column is never narrower than its longest word; what is left goes to the
 * columns with the most to say. A table that needs little keeps to three fifths of the width, so that the eye
 * need not cross the page from a word to its number.
 */
export function columnWidths(block: TableBlock, width: number): number[] {
	const { gap, style } = setting(block);
	const letter = style.fontSize! * 0.56;
	const columns = block.headers.map((header, column) => {
		const texts = [header, ...block.rows.map((row) => cellText(row[column] ?? ''))];
		const longestWord = Math.max(...texts.flatMap((text) => text.split(/\s/).map((word) => word.length)));
		const longest = Math.max(...texts.map((text) => text.length));
		return { least: Math.min(longestWord, 26) * letter + 3, wanted: longest * letter + 3 };
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

/** A table with its caption above and its note below; the header is repeated and no row is broken. */
export function pdfTable(
	block: TableBlock,
	anchors: ReadonlySet<string>,
	width: number = contentWidth
): PdfElement {
	const widths = columnWidths(block, width);
	const { gap, style } = setting(block);
	const cell = (content: Cell, column: number): PdfElement => ({
		text: pdfRuns([typeof content === 'string' ? { text: content } : content], anchors),
		alignment: block.numeric.includes(column) ? 'right' : 'left'
	});
	const body: PdfNode[][] = [
		block.headers.map((header, column) => ({ ...cell(header, column), bold: true })),
		...block.rows.map((row) => row.map(cell))
	];
	const tallestRow = (row: Cell[]) =>
		Math.max(
			...row.map((content, column) => linesOf(cellText(content), widths[column]! / (style.fontSize! * 0.5)))
		);
	const height = [block.headers, ...block.rows].reduce((sum, row) => sum + tallestRow(row) * 13.5 + 8, 40);
	const margin: PdfElement['margin'] = [contentWidth - width, 4, 0, 12];
	const caption: PdfElement = {
		text: block.caption,
		tag: 'Caption',
		bold: true,
		fontSize: 10.5,
		lineHeight: lines.dense
	};
	const table = { headerRows: 1, headerCols: 1, dontBreakRows: true, keepWithHeaderRows: 1, widths, body };
	const layout = { ...ruledRows, paddingRight: () => gap };
	const note: PdfNode[] =
		block.note === null
			? []
			: [{ text: block.note, ...type.note, lineHeight: lines.dense, margin: [0, 4, 0, 0] }];
	const id = block.id === null ? {} : { id: block.id };
	if (height < tallestTable) {
		const above = { ...caption, ...id, margin: [0, 0, 0, 2] } satisfies PdfElement;
		return { stack: [above, { table, layout, ...style }, ...note], unbreakable: true, margin };
	}
	// A long table is broken between rows and repeats its caption, which can then not be left behind.
	const first = [{ ...caption, colSpan: widths.length }, ...widths.slice(1).map(() => '')];
	const long = { ...table, headerRows: 2, body: [first, ...body] };
	return {
		stack: [
			{ text: ' ', fontSize: 1, ...id },
			{
				table: long,
				layout: {
					...layout,
					hLineWidth: (row: number) => (row < 2 ? 0 : row === 2 ? 0.75 : 0.5),
					hLineColor: (row: number) => (row === 2 ? colour.text : colour.faint)
				},
				...style
			},
			...note
		],
		margin
	};
}

/** All steps side by side, the chosen one filled. */
export function pdfEvaluation(block: EvaluationBlock): PdfElement {
	const cells = block.steps.map((step): PdfElement => {
		const chosen = step.step === block.chosen?.step;
		const ink = chosen ? '#ffffff' : colour.secondary;
		return {
			fillColor: chosen ? colour.frame : '#ffffff',
			stack: [
				{ text: String(step.step), fontSize: 14, bold: chosen, color: ink },
				{ text: step.name, fontSize: 8.5, bold: chosen, color: ink, margin: [0, 1, 0, 2] },
				{ text: step.descriptor, fontSize: 7.5, lineHeight: lines.tight, color: ink }
			],
			alignment: 'center'
		};
	});
	return {
		tag: 'Div',
		table: { widths: block.steps.map(() => '*'), body: [cells], dontBreakRows: true },
		layout: {
			hLineWidth: () => 0.5,
			vLineWidth: () => 0.5,
			hLineColor: () => colour.rule,
			vLineColor: () => colour.rule,
			paddingLeft: () => 4,
			paddingRight: () => 4,
			paddingTop: () => 5,
			paddingBottom: () => 6
		},
		margin: [0, 0, 0, 10]
	};
}

/** Behind a bar of the frame's colour, as it stands on the page. */
export function pdfRecommendation(block: RecommendationBlock): PdfElement {
	const words: PdfNode[] = [{ text: `Recommendation ${block.number}. `, bold: true }, { text: block.text }];
	const from = recommendationSource(block);
	if (from !== '') words.push({ text: ` ${from}`, color: colour.secondary });
	return {
		tag: 'Div',
		table: {
			widths: ['*'],
			body: [[{ text: words, ...type.body }]],
			dontBreakRows: linesOf(block.text) < 25
		},
		layout: {
			...bare,
			vLineWidth: (column) => (column === 0 ? 3 : 0),
			vLineColor: () => colour.frame,
			paddingLeft: () => 10,
			paddingTop: () => 1,
			paddingBottom: () => 1
		},
		margin: [numberColumn, 2, 0, 9]
	};
}
