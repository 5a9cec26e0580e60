/** Exhibits and agreement charts of a report as pdfmake nodes. */
import type { DrawnChart, PdfElement, PdfNode } from './pdf-node.ts';
import {
	colour,
	contentHeight,
	contentWidth,
	indentedWidth,
	lines,
	numberColumn,
	type
} from './pdf-theme.ts';
import { keptTogether, linesOf, pdfRuns } from './pdf-text.ts';
import { pdfTable } from './pdf-tables.ts';
import { quantityStripSvg, stripOfMeasure } from '#lib/reports/drawings/quantity-strip.ts';
import type { ChartBlock, ExhibitBlock, ExhibitRow } from '#lib/reports/report.ts';
import { statementText } from '#lib/reports/report.ts';

const gutter = 18;
const stripWidth = ((indentedWidth - gutter) * 7) / 12;
const labelWidth = indentedWidth - gutter - stripWidth;
/** Strips are drawn in pixels of a page: four pixels make three points. */
const pixels = 4 / 3;
/** A chart of very many statements is made smaller rather than cut off. */
const tallestPicture = contentHeight * 0.68;

/** A message, and under it one row for each measure: its words on the left, its place on the scale on the right. */
export function pdfExhibit(block: ExhibitBlock, anchors: ReadonlySet<string>): PdfElement {
	const body: PdfNode[][] = [];
	const groups = new Set<number>();
	block.rows.forEach((row, index) => {
		if (row.group !== null && row.group !== block.rows[index - 1]?.group)
			groups.add(body.push(groupCells(row.group)));
		body.push([pdfStatement(row, anchors, index === 0), pdfStrip(block, index)]);
	});
	const heights = block.rows.map(rowHeight);
	const around = 110 + (linesOf(block.title, 76) + linesOf(block.note, 96) + groups.size) * 15;
	const height = heights.reduce((sum, each) => sum + each, around);
	const figure: PdfElement = {
		tag: 'Div',
		table: {
			widths: [labelWidth, stripWidth],
			body,
			dontBreakRows: Math.max(...heights) < contentHeight * 0.6
		},
		layout: {
			// No rule above the first row and none between a group's name and its rows.
			hLineWidth: (row) => (row === 0 || row === body.length || groups.has(row) ? 0 : 0.5),
			vLineWidth: () => 0,
			hLineColor: () => colour.faint,
			paddingLeft: (column) => (column === 0 ? 0 : gutter),
			paddingRight: () => 0,
			paddingTop: () => 5,
			paddingBottom: () => 5
		}
	};
	const note: PdfElement = { text: block.note, ...type.note, margin: [0, 4, 0, 7] };
	const head = messageHead(block, indentedWidth);
	return {
		tag: 'Sect',
		...keptTogether([...head, figure, note, rule(indentedWidth, 0.75, colour.rule)], height),
		margin: [numberColumn, 6, 0, 14]
	};
}

function groupCells(group: string): PdfNode[] {
	return [
		{ text: group, colSpan: 2, bold: true, fontSize: 9.5, lineHeight: lines.dense, margin: [0, 3, 0, 0] },
		''
	];
}

/** The names of the terms stand above the first strip, the figures of the scale under the last. */
function pdfStrip(block: ExhibitBlock, index: number): PdfElement {
	const row = block.rows[index]!;
	return {
		svg: quantityStripSvg(stripOfMeasure(row.measure), block.bands, {
			width: Math.round(stripWidth * pixels),
			plot: 28,
			names: index === 0,
			ticks: index === block.rows.length - 1
		}),
		width: stripWidth,
		alt: `${row.label}: ${statementText(row)}. ${row.sure}`.trim()
	};
}

function rowHeight(row: ExhibitRow): number {
	return Math.max(42, linesOf(row.label, 32) * 15 + 16 + linesOf(row.sure, 44) * 13 + 12);
}

/** Label, k of n with per cent and term, and how sure it is. */
function pdfStatement(row: ExhibitRow, anchors: ReadonlySet<string>, belowNames: boolean): PdfElement {
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
			...(row.sure === ''
				? []
				: [{ text: row.sure, fontSize: 8.5, lineHeight: lines.dense, color: colour.secondary }])
		],
		margin: [0, belowNames ? 14 : 0, 0, 0]
	};
}

/**
 * The chart over the whole width as a picture with its words. Its counts stand in annex A, question by question;
 * only where there is no picture are they printed here.
 */
export function pdfChart(
	block: ChartBlock,
	anchors: ReadonlySet<string>,
	drawn: DrawnChart | undefined
): PdfElement {
	const head = messageHead(block, contentWidth);
	const note = (text: string): PdfElement => ({ text, ...type.note, margin: [0, 2, 0, 6] });
	if (!drawn)
		return {
			tag: 'Sect',
			stack: [...head, pdfTable(block.table, anchors, contentWidth), note(block.note)],
			margin: [0, 6, 0, 2]
		};
	const picture: PdfElement = {
		svg: drawn.svg,
		width: contentWidth,
		maxHeight: tallestPicture,
		alt: block.alternative,
		margin: [0, 4, 0, 4]
	};
	const inAnnex = note(`${block.note} The counts of every answer are in annex A.`);
	return {
		tag: 'Sect',
		...keptTogether([...head, picture, inAnnex], Math.min(drawn.height, tallestPicture) + 100),
		margin: [0, 6, 0, 2]
	};
}

function messageHead(block: ExhibitBlock | ChartBlock, width: number): PdfNode[] {
	return [
		rule(width, 1.5, colour.frame),
		{ text: `Exhibit ${block.number}`, ...type.note, margin: [0, 5, 0, 0] },
		{ text: block.title, tag: 'Caption', ...type.exhibitTitle, id: block.id, margin: [0, 0, 0, 4] }
	];
}

function rule(width: number, lineWidth: number, lineColor: string): PdfNode {
	return { canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth, lineColor }] };
}
