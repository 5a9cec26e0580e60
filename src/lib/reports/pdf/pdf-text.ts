/** Headings, paragraphs, lists, quotations and notes of a report as pdfmake nodes. */
import type { PdfElement, PdfNode } from './pdf-node.ts';
import { colour, contentHeight, indentedWidth, lines, numberColumn, type } from './pdf-theme.ts';
import type {
	DefinitionsBlock,
	HeadingBlock,
	HeardBlock,
	ListBlock,
	NoteBlock,
	ParagraphBlock,
	QuotationBlock,
	QuoteBlock,
	ReportSection,
	Run
} from '#lib/reports/report.ts';
import { measureAnchor, numberedTitle, runsText } from '#lib/reports/report.ts';

/** Letters that fit on a line of body text, near enough to tell a short paragraph from a long one. */
const lettersInLine = 84;

/** How many lines of body text a text takes, near enough. */
export function linesOf(text: string, letters = lettersInLine): number {
	return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil([...line].length / letters)), 0);
}

/** Blocks that are estimated to be higher are broken over pages, in points; tables sooner than exhibits. */
export const tallestKept = contentHeight * 0.85;
export const tallestTable = contentHeight * 0.45;

/**
 * Keeps nodes on one page, when they surely fit on one: pdfmake loses what an unbreakable block holds beyond a page.
 * @param height points that the nodes take at most, near enough
 */
export function keptTogether(nodes: PdfNode[], height: number): PdfElement {
	return { stack: nodes, unbreakable: height < tallestKept };
}

/** The runs of a text; each number leads to the table of its measure in annex A. */
export function pdfRuns(runs: Run[], anchors: ReadonlySet<string>): PdfNode[] {
	return runs.map((run) => {
		const anchor = run.measure ? measureAnchor(run.measure) : '';
		const weight = run.bold ? { bold: true } : {};
		if (!anchors.has(anchor)) return { text: run.text, ...weight };
		return {
			text: run.text,
			...weight,
			linkToDestination: anchor,
			decoration: 'underline',
			decorationColor: colour.link,
			noWrap: run.text.length <= 16
		};
	});
}

/** The title of a section on a new page; it opens the outline and stands in the contents. */
export function pdfSectionTitle(section: ReportSection): PdfElement {
	return {
		text: numberedTitle(section),
		...type.section,
		pageBreak: 'before',
		headlineLevel: 2,
		id: section.id,
		tocItem: true,
		tocStyle: { bold: true },
		tocMargin: [0, 5, 0, 0],
		outline: true,
		margin: [0, 0, 0, 12]
	};
}

export function pdfHeading(
	heading: HeadingBlock,
	section: ReportSection,
	anchors: ReadonlySet<string>
): PdfElement {
	if (heading.level !== 3)
		return {
			text: heading.runs ? pdfRuns(heading.runs, anchors) : heading.text,
			...(heading.level === 4 ? type.subheading : type.smallHeading),
			headlineLevel: heading.level,
			id: heading.id,
			margin: [0, heading.level === 4 ? 10 : 6, 0, 4]
		};
	return {
		text: heading.text,
		...type.heading,
		headlineLevel: 3,
		id: heading.id,
		...(heading.listed ? { tocItem: true, tocMargin: [14, 0, 0, 0] } : {}),
		outline: true,
		outlineParentId: section.id,
		margin: [0, 16, 0, 6]
	};
}

/** A paragraph with its number hanging to the left; short ones, and those after a heading, stay on one page. */
export function pdfParagraph(
	block: ParagraphBlock,
	anchors: ReadonlySet<string>,
	afterHeading: boolean
): PdfElement {
	const text: PdfNode[] = pdfRuns(block.runs, anchors);
	const height = linesOf(block.runs.map((run) => run.text).join('')) + linesOf(block.remark ?? '', 96) - 1;
	const short = height <= (afterHeading ? 24 : 7);
	const shared: PdfElement = { ...type.body, margin: [0, 0, 0, 8], unbreakable: short };
	if (block.number === null) return { text, ...shared };
	const remark: PdfNode[] = block.remark === null ? [] : [{ text: block.remark, ...type.note }];
	return {
		tag: 'P',
		columns: [
			{ text: block.number, width: numberColumn, color: colour.secondary },
			{ stack: [{ text }, ...remark], width: indentedWidth }
		],
		...shared
	};
}

export function pdfList(block: ListBlock, anchors: ReadonlySet<string>): PdfElement {
	const height = block.items.reduce((sum, item) => sum + linesOf(runsText(item), 76), 0);
	const items = block.items.map((item) => (typeof item === 'string' ? item : pdfRuns(item, anchors)));
	return {
		...pdfItems(items, block.ordered),
		margin: [numberColumn, 0, 0, 8],
		unbreakable: height <= 10
	};
}

function pdfItems(items: (string | PdfNode[])[], ordered = false): PdfElement {
	const listed = items.map((item): PdfElement => ({ text: item, margin: [0, 0, 0, 3] }));
	return { ...(ordered ? { ol: listed } : { ul: listed }), ...type.body };
}

/** Behind a thin rule, as on the page. */
export function pdfQuotation(block: QuotationBlock, anchors: ReadonlySet<string>): PdfElement {
	const height = block.paragraphs.reduce((sum, runs) => sum + linesOf(runsText(runs), 76), 0);
	return {
		tag: 'BlockQuote',
		stack: block.paragraphs.map((runs): PdfElement => ({
			text: pdfRuns(runs, anchors),
			margin: [0, 0, 0, 4]
		})),
		...type.body,
		margin: [numberColumn + 14, 0, 0, 8],
		unbreakable: height <= 16
	};
}

export function pdfDefinitions(block: DefinitionsBlock): PdfElement {
	return {
		stack: block.items.map(({ term, text, parts }) =>
			keptTogether(
				[
					{ text: term, bold: true, margin: [0, 0, 0, 1] },
					{ text, margin: [0, 0, 0, 3] },
					...(parts.length > 0 ? [pdfItems(parts)] : []),
					{ text: '', margin: [0, 0, 0, 4], lineHeight: 0.1 }
				],
				([text, ...parts].reduce((sum, part) => sum + linesOf(part), 0) + 2) * 16
			)
		),
		...type.body,
		margin: [numberColumn, 0, 0, 4]
	};
}

export function pdfQuote(block: QuoteBlock): PdfElement {
	const height = linesOf(block.text);
	const long = height > 3;
	return {
		tag: 'BlockQuote',
		stack: [
			{ text: `“${block.text}”`, fontSize: long ? 10.5 : 12, lineHeight: lines.text, margin: [0, 0, 0, 2] },
			{ text: block.source, ...type.note }
		],
		margin: [long ? numberColumn : 0, 0, 0, 10],
		unbreakable: height <= 16
	};
}

export function pdfHeard(block: HeardBlock): PdfElement {
	const items = block.items.map(({ source, texts }): PdfElement => ({
		text: [{ text: `${source}. `, bold: true }, { text: texts.join(' ') }],
		margin: [0, 0, 0, 3],
		unbreakable: linesOf(texts.join(' '), 95) <= 9
	}));
	const label: PdfElement = { text: 'Also heard and read', color: colour.secondary, margin: [0, 0, 0, 2] };
	return {
		stack: [{ stack: [label, ...items.slice(0, 1)], unbreakable: items[0]?.unbreakable }, ...items.slice(1)],
		...type.dense,
		margin: [numberColumn, 2, 0, 12]
	};
}

export function pdfNote(block: NoteBlock): PdfElement {
	return {
		text: block.text,
		...type.note,
		margin: [numberColumn, 0, 0, 5],
		unbreakable: linesOf(block.text, 105) <= 7
	};
}
