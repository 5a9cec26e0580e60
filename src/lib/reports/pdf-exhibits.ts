/** Exhibits and agreement charts of a report as pdfmake nodes. */
import type { PdfElement, PdfNode } from './pdf-node.ts';
import { colour, indentedWidth, lines, numberColumn, type } from './pdf-theme.ts';
import { keptTogether, linesOf, pdfRuns } from './pdf-text.ts';
import { pdfTable } from './pdf-tables.ts';
import { quantityStripSvg, stripOfMeasure } from './quantity-strip.ts';
import type { ChartBlock, ExhibitBlock, ExhibitRow } from './report.ts';
import { statementText } from './report.ts';

const gutter = 18;
const stripWidth = ((indentedWidth - gutter) * 7) / 12;
const labelWidth = indentedWidth - gutter - stripWidth;
/** Strips are drawn in pixels of a page: four pixels make three points. */
const pixels = 4 / 3;

/** A message, and under it one row for each measure: its words on the left, its place on the scale on the right. */
export function pdfExhibit(block: ExhibitBlock, anchors: ReadonlySet<string>): PdfElement {
	const heads = messageHead(`Exhibit ${block.number}`, block.title, block.id);
	const rows = block.rows.map((row, index) => [
		{
			...pdfStatement(row, anchors),
			margin: index === 0 ? [0, 12, 0, 0] : [0, 0, 0, 0]
		} satisfies PdfElement,
		{
			svg: quantityStripSvg(stripOfMeasure(row.measure), block.bands, {
				width: Math.round(stripWidth * pixels),
				plot: 28,
				names: index === 0,
				ticks: index === block.rows.length - 1
			}),
			width: stripWidth,
			alt: statementText(row)
		} satisfies PdfElement
	]);
	const height = block.rows.reduce((sum, row) => sum + rowHeight(row), 110);
	return {
		tag: 'Sect',
		...keptTogether(
			[
				...heads,
				{
					tag: 'Div',
					table: { widths: [labelWidth, stripWidth], body: rows, dontBreakRows: true },
					layout: {
						hLineWidth: (row) => (row === 0 || row === rows.length ? 0 : 0.5),
						vLineWidth: () => 0,
						hLineColor: () => colour.faint,
						paddingLeft: (column) => (column === 0 ? 0 : gutter),
						paddingRight: () => 0,
						paddingTop: () => 6,
						paddingBottom: () => 6
					}
				},
				{ text: block.note, ...type.note, margin: [0, 4, 0, 8] },
				closingRule()
			],
			height
		),
		margin: [numberColumn, 8, 0, 16]
	};
}

function rowHeight(row: ExhibitRow): number {
	return Math.max(40, linesOf(row.label, 34) * 15 + 16 + linesOf(row.sure, 46) * 13 + 14);
}

/** Label, k of n with per cent and term, and how sure it is. */
function pdfStatement(row: ExhibitRow, anchors: ReadonlySet<string>): PdfElement {
	const number = pdfRuns([{ text: row.kOfN, measure: row.key }], anchors)[0]!;
	const rest = statementText(row).slice(row.kOfN.length);
	return {
		stack: [
			{ text: row.label, fontSize: 10.5, lineHeight: lines.dense },
			{
				text: [{ ...(typeof number === 'string' ? { text: number } : number), bold: true }, { text: rest }],
				fontSize: 10.5,
				lineHeight: lines.dense
			},
			{ text: row.sure, fontSize: 8.5, lineHeight: lines.dense, color: colour.secondary }
		]
	};
}

/** The chart as a picture with its words, and beneath it the table that says the same. */
export function pdfChart(
	block: ChartBlock,
	anchors: ReadonlySet<string>,
	height: number | undefined
): PdfElement {
	const picture: PdfNode[] =
		height === undefined
			? []
			: [{ image: block.id, width: indentedWidth, alt: block.alternative, margin: [0, 4, 0, 4] }];
	return {
		tag: 'Sect',
		stack: [
			keptTogether(
				[
					...messageHead(`Exhibit ${block.number}`, block.title, block.id),
					...picture,
					{ text: block.note, ...type.note, margin: [0, 2, 0, 6] }
				],
				(height ?? 0) + 130
			),
			{ ...pdfTable(block.table, anchors, indentedWidth), margin: [0, 4, 0, 14] }
		],
		margin: [numberColumn, 8, 0, 4]
	};
}

function messageHead(number: string, title: string, id: string): PdfNode[] {
	return [
		{
			canvas: [
				{ type: 'line', x1: 0, y1: 0, x2: indentedWidth, y2: 0, lineWidth: 1.5, lineColor: colour.frame }
			]
		},
		{ text: number, ...type.note, margin: [0, 5, 0, 0] },
		{ text: title, tag: 'Caption', ...type.exhibitTitle, id, margin: [0, 0, 0, 4] }
	];
}

function closingRule(): PdfNode {
	return {
		canvas: [
			{ type: 'line', x1: 0, y1: 0, x2: indentedWidth, y2: 0, lineWidth: 0.75, lineColor: colour.rule }
		]
	};
}
