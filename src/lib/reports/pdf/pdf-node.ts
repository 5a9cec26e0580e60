/**
 * The part of pdfmake's document definition that reports use, as types. `tag`, `headlineLevel`, `alt`, `headerRows`
 * and `headerCols` say what a node is, so that a tagged PDF can be written from the same definition: a table that
 * only arranges things carries the tag `Div`.
 */
export type PdfNode = string | PdfElement;

type Margin = [left: number, top: number, right: number, bottom: number];

export type PdfTableLayout = {
	hLineWidth?: (row: number) => number;
	vLineWidth?: (column: number) => number;
	hLineColor?: (row: number) => string;
	vLineColor?: (column: number) => string;
	paddingLeft?: (column: number) => number;
	paddingRight?: (column: number) => number;
	paddingTop?: (row: number) => number;
	paddingBottom?: (row: number) => number;
};

export type PdfElement = {
	text?: string | PdfNode[];
	stack?: PdfNode[];
	columns?: PdfNode[];
	ul?: PdfNode[];
	ol?: PdfNode[];
	svg?: string;
	canvas?: {
		type: 'line';
		x1: number;
		y1: number;
		x2: number;
		y2: number;
		lineWidth: number;
		lineColor: string;
	}[];
	toc?: { title: PdfElement; numberStyle?: PdfStyle };
	table?: {
		widths: number[];
		body: PdfNode[][];
		headerRows?: number;
		headerCols?: number;
		keepWithHeaderRows?: number;
		dontBreakRows?: boolean;
	};
	layout?: PdfTableLayout;
	width?: number;
	maxHeight?: number;
	columnGap?: number;
	id?: string;
	/** What a reader of the structure is told that this is. */
	tag?: string;
	headlineLevel?: number;
	/** What a picture shows, in words. */
	alt?: string;
	colSpan?: number;
	unbreakable?: boolean;
	pageBreak?: 'before' | 'after';
	tocItem?: boolean;
	tocStyle?: PdfStyle;
	tocMargin?: Margin;
	outline?: boolean;
	outlineText?: string;
	outlineParentId?: string;
	outlineExpanded?: boolean;
	linkToDestination?: string;
	margin?: Margin;
} & PdfStyle;

export type PdfStyle = {
	fontSize?: number;
	lineHeight?: number;
	bold?: boolean;
	color?: string;
	fillColor?: string;
	alignment?: 'left' | 'right' | 'center';
	noWrap?: boolean;
	decoration?: 'underline';
	decorationColor?: string;
};

export type PdfDefinition = {
	pageSize: 'A4';
	pageMargins: Margin;
	version: '1.7';
	language: string;
	displayTitle: boolean;
	info: { title: string; author: string; subject: string; creationDate: Date; modDate: Date };
	defaultStyle: PdfStyle & { font: string };
	content: PdfNode[];
	footer: (page: number, pages: number) => PdfNode | undefined;
};

/** A chart that has been drawn as SVG, and how high it is at the width that it is printed, in points. */
export type DrawnChart = { svg: string; height: number };
