/** A whole report as a pdfmake document definition: title page, contents, sections, annexes, outline and footer. */
import { longDate } from './dates.ts';
import { pdfChart, pdfExhibit } from './pdf-exhibits.ts';
import type { PdfDefinition, PdfElement, PdfNode } from './pdf-node.ts';
import { pdfEvaluation, pdfRecommendation, pdfTable } from './pdf-tables.ts';
import {
	pdfDefinitions,
	pdfHeading,
	pdfList,
	pdfNote,
	pdfParagraph,
	pdfQuote,
	pdfSectionTitle
} from './pdf-text.ts';
import {
	bare,
	colour,
	contentHeight,
	contentWidth,
	indentedWidth,
	lines,
	pageMargins,
	type
} from './pdf-theme.ts';
import type { Block, Report, ReportSection } from './report.ts';

/** A chart that has been drawn: a PNG as a data address, and how high it is at the width it is printed, in points. */
export type DrawnChart = { picture: string; height: number };

/**
 * The definition of the PDF of a report.
 * @param charts drawn charts by the id of their block; a chart that is not among them is printed as its table only
 */
export function pdfDefinition(
	report: Report,
	charts: ReadonlyMap<string, DrawnChart> = new Map()
): PdfDefinition {
	const parts = [...report.sections, ...report.annexes];
	const anchors = new Set(
		parts.flatMap(({ blocks }) =>
			blocks.flatMap((block) => (block.kind === 'table' && block.id !== null ? [block.id] : []))
		)
	);
	const made = new Date(`${report.generatedOn}T00:00:00Z`);
	return {
		pageSize: 'A4',
		pageMargins: [pageMargins.left, pageMargins.top, pageMargins.right, pageMargins.bottom],
		version: '1.7',
		language: report.language,
		displayTitle: true,
		info: {
			title: report.title,
			author: report.publisher,
			subject: report.subtitle,
			creationDate: made,
			modDate: made
		},
		defaultStyle: { font: 'Roboto', color: colour.text, ...type.body },
		images: Object.fromEntries([...charts].map(([id, { picture }]) => [id, picture])),
		content: [
			...titlePage(report),
			...contents(),
			...parts.flatMap((section) => pdfSection(section, anchors, charts))
		],
		footer: (page) => (page === 1 ? undefined : footer(report, page))
	};
}

function titlePage(report: Report): PdfNode[] {
	const facts: [string, string][] = [
		['Partnership', report.partnership],
		['Version', report.version],
		['Drawn up on', longDate(report.generatedOn)]
	];
	const page: PdfNode[] = [
		{
			canvas: [{ type: 'line', x1: 0, y1: 0, x2: 72, y2: 0, lineWidth: 4, lineColor: colour.frame }],
			margin: [0, contentHeight * 0.24, 0, 18]
		},
		{ text: report.title, ...type.title, headlineLevel: 1, margin: [0, 0, 40, 8] },
		{ text: report.subtitle, ...type.subtitle, color: colour.secondary, margin: [0, 0, 40, 34] },
		{
			tag: 'Div',
			table: {
				widths: [90, '*'],
				body: facts.map(([name, value]) => [{ text: name, color: colour.secondary }, value])
			},
			layout: {
				...bare,
				hLineWidth: () => 0.5,
				hLineColor: () => colour.faint,
				paddingTop: () => 5,
				paddingBottom: () => 4
			}
		}
	];
	if (report.notice !== null) page.push(noticeBox(report.notice));
	return page;
}

function noticeBox(notice: string): PdfElement {
	return {
		tag: 'Div',
		table: {
			widths: ['*'],
			body: [
				[
					{
						stack: [
							{ text: 'Please note', bold: true, margin: [0, 0, 0, 3] },
							{ text: notice, fontSize: 9.5, lineHeight: lines.text }
						],
						fillColor: colour.panel
					}
				]
			]
		},
		layout: {
			...bare,
			vLineWidth: (column) => (column === 0 ? 3 : 0),
			vLineColor: () => colour.frame,
			paddingLeft: () => 12,
			paddingRight: () => 12,
			paddingTop: () => 9,
			paddingBottom: () => 9
		},
		margin: [0, 30, 0, 0]
	};
}

function contents(): PdfNode[] {
	const title: PdfElement = { text: 'Contents', ...type.section, headlineLevel: 2, margin: [0, 0, 0, 6] };
	return [
		{ text: '', pageBreak: 'before' },
		{
			toc: { title, numberStyle: { color: colour.secondary, bold: false } },
			fontSize: 10,
			lineHeight: lines.tight
		}
	];
}

function footer(report: Report, page: number): PdfElement {
	return {
		columns: [
			{ text: `${report.title}. ${report.version}`, width: '*' },
			{ text: String(page), width: 40, alignment: 'right' }
		],
		fontSize: 9,
		color: colour.secondary,
		margin: [pageMargins.left, 20, pageMargins.right, 0]
	};
}

function pdfSection(
	section: ReportSection,
	anchors: ReadonlySet<string>,
	charts: ReadonlyMap<string, DrawnChart>
): PdfNode[] {
	const nodes = section.blocks.map((block, index) => {
		const afterHeading = section.blocks[index - 1]?.kind === 'heading';
		return pdfBlock(block, { section, anchors, charts, afterHeading });
	});
	return [pdfSectionTitle(section), ...headingsWithNext(nodes)];
}

type Place = {
	section: ReportSection;
	anchors: ReadonlySet<string>;
	charts: ReadonlyMap<string, DrawnChart>;
	afterHeading: boolean;
};

function pdfBlock(block: Block, { section, anchors, charts, afterHeading }: Place): PdfElement {
	switch (block.kind) {
		case 'heading':
			return pdfHeading(block, section);
		case 'paragraph':
			return pdfParagraph(block, anchors, afterHeading);
		case 'list':
			return pdfList(block);
		case 'definitions':
			return pdfDefinitions(block);
		case 'quote':
			return pdfQuote(block);
		case 'evaluation':
			return pdfEvaluation(block);
		case 'exhibit':
			return pdfExhibit(block, anchors);
		case 'chart':
			return pdfChart(block, anchors, charts.get(block.id)?.height);
		case 'table':
			return pdfTable(block, anchors, block.id === null ? indentedWidth : contentWidth);
		case 'recommendation':
			return pdfRecommendation(block);
		case 'note':
			return pdfNote(block);
	}
}

/**
 * Binds each heading to what follows it, so that none stands last on a page. This takes one pass, where pdfmake's
 * own pageBreakBefore lays the whole document out again for every break.
 */
function headingsWithNext(nodes: PdfElement[]): PdfNode[] {
	const bound: PdfNode[] = [];
	for (let index = 0; index < nodes.length; index++) {
		const headings: PdfElement[] = [];
		while (nodes[index]?.headlineLevel !== undefined) headings.push(nodes[index++]!);
		const next = nodes[index];
		if (headings.length === 0 || !next) bound.push(...headings, ...(next ? [next] : []));
		else bound.push(...together(headings, next));
	}
	return bound;
}

/** Of something too long to be kept on one page, the heading is bound to the first part. */
function together(headings: PdfElement[], next: PdfElement): PdfElement[] {
	if (next.unbreakable) return [{ stack: [...headings, next], unbreakable: true }];
	const [first, ...rest] = next.stack ?? [];
	if (typeof first !== 'object' || !next.stack) return [...headings, next];
	const { margin = [0, 0, 0, 0], ...shared } = next;
	const [left, top, right, bottom] = margin;
	return [
		{
			stack: [...headings, { ...shared, stack: [first], margin: [left, top, right, 0] }],
			unbreakable: first.unbreakable === true || first.text !== undefined
		},
		{ ...shared, stack: rest, margin: [left, 0, right, bottom] }
	];
}
