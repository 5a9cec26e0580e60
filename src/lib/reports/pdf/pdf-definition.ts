/** A whole report as a pdfmake document definition: title page, contents, sections, annexes, outline and footer. */
import { pdfChart, pdfExhibit } from './pdf-exhibits.ts';
import { headingsWithNext, heardWithParagraph, recommendationsTogether } from './pdf-keeping.ts';
import type { DrawnChart, PdfDefinition, PdfElement, PdfNode } from './pdf-node.ts';
import { pdfEvaluation, pdfRecommendation } from './pdf-judgement.ts';
import { isPlace, placesBeside } from './pdf-places.ts';
import { pdfPoints } from './pdf-points.ts';
import { pdfTable } from './pdf-tables.ts';
import {
	pdfDefinitions,
	pdfHeading,
	pdfHeard,
	pdfList,
	pdfNote,
	pdfParagraph,
	pdfQuotation,
	pdfQuote,
	pdfSectionTitle
} from './pdf-text.ts';
import { colour, contentWidth, indentedWidth, pageMargins, type } from './pdf-theme.ts';
import { pdfContents, pdfTitlePage } from './pdf-title-page.ts';
import type { Block, Report, ReportSection } from '#lib/reports/report.ts';
import { reportParts, versionAndStanding } from '#lib/reports/report.ts';

/**
 * The definition of the PDF of a report.
 * @param charts drawn charts by the id of their block; a chart that is not among them is printed as its table only
 */
export function pdfDefinition(
	report: Report,
	charts: ReadonlyMap<string, DrawnChart> = new Map()
): PdfDefinition {
	const parts = reportParts(report);
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
		content: [
			...pdfTitlePage(report),
			...pdfContents(),
			...parts.flatMap((section) => pdfSection(section, anchors, charts))
		],
		footer: (page) => (page === 1 ? undefined : footer(report, page))
	};
}

/** One line, whatever the title. */
function runningTitle(report: Report): string {
	const { title } = report;
	const rest = versionAndStanding(report);
	const most = 94 - rest.length;
	return `${title.length <= most ? title : `${title.slice(0, most - 1)}…`}. ${rest}`;
}

function footer(report: Report, page: number): PdfElement {
	return {
		columns: [
			{ text: runningTitle(report), width: contentWidth - 40 },
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
	const node = (block: Block, index: number) => {
		const afterHeading = section.blocks[index - 1]?.kind === 'heading';
		return pdfBlock(block, { section, anchors, charts, afterHeading });
	};
	if (section.blocks.some(isPlace))
		return [pdfSectionTitle(section), ...headingsWithNext(placesBeside(section.blocks, anchors, node))];
	const nodes = section.blocks.map(node);
	return [
		pdfSectionTitle(section),
		...headingsWithNext(recommendationsTogether(section.blocks, heardWithParagraph(section.blocks, nodes)))
	];
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
			return pdfHeading(block, section, anchors);
		case 'paragraph':
			return pdfParagraph(block, anchors, afterHeading);
		case 'list':
			return pdfList(block, anchors);
		case 'definitions':
			return pdfDefinitions(block);
		case 'quotation':
			return pdfQuotation(block, anchors);
		case 'quote':
			return pdfQuote(block);
		case 'evaluation':
			return pdfEvaluation(block);
		case 'exhibit':
			return pdfExhibit(block, anchors);
		case 'chart':
			return pdfChart(block, anchors, charts.get(block.id));
		case 'table':
			return pdfTable(block, anchors, block.id === null ? indentedWidth : contentWidth);
		case 'recommendation':
			return pdfRecommendation(block);
		case 'heard':
			return pdfHeard(block);
		case 'points':
			return pdfPoints(block, anchors);
		case 'note':
			return pdfNote(block);
	}
}
