/** Sizes and colours of the printed report, in points: those of the print style sheet, for paper of A4 size. */
import type { PdfStyle, PdfTableLayout } from './pdf-node.ts';

export const colour = {
	frame: '#002d54',
	link: '#0065bd',
	text: '#1a1a1a',
	secondary: '#5e5e5e',
	panel: '#f8f8f8',
	rule: '#b3b3b3',
	faint: '#dcdcdc'
};

const millimetre = 72 / 25.4;
/** 20 mm to the left and right, 22 above, 20 below. */
export const pageMargins = {
	left: 20 * millimetre,
	top: 22 * millimetre,
	right: 20 * millimetre,
	bottom: 20 * millimetre
};
export const pageWidth = 210 * millimetre;
export const pageHeight = 297 * millimetre;
export const contentWidth = pageWidth - pageMargins.left - pageMargins.right;
export const contentHeight = pageHeight - pageMargins.top - pageMargins.bottom;
/** Numbers of paragraphs hang in a column of their own; exhibits and recommendations stand to its right. */
export const numberColumn = 12 * millimetre;
export const indentedWidth = contentWidth - numberColumn;

/** Roboto's own line is 1.17 of its size; these give lines of 1.5, 1.4 and 1.25. */
export const lines = { text: 1.28, dense: 1.19, tight: 1.07 };

export const type: Record<
	| 'title'
	| 'subtitle'
	| 'section'
	| 'heading'
	| 'subheading'
	| 'smallHeading'
	| 'body'
	| 'dense'
	| 'note'
	| 'exhibitTitle',
	PdfStyle
> = {
	title: { fontSize: 30, lineHeight: 1.02, bold: true },
	subtitle: { fontSize: 15, lineHeight: lines.dense },
	section: { fontSize: 22, lineHeight: lines.tight, bold: true },
	heading: { fontSize: 15, lineHeight: lines.tight, bold: true },
	subheading: { fontSize: 12, lineHeight: lines.tight, bold: true },
	smallHeading: { fontSize: 10.5, lineHeight: lines.dense, bold: true },
	exhibitTitle: { fontSize: 11.5, lineHeight: lines.dense, bold: true },
	body: { fontSize: 10.5, lineHeight: lines.text },
	dense: { fontSize: 9.5, lineHeight: lines.dense },
	note: { fontSize: 8.5, lineHeight: lines.text, color: colour.secondary }
};

const none = () => 0;

/** Rules between rows only, a darker one under the header. */
export const ruledRows: PdfTableLayout = {
	hLineWidth: (row) => (row === 0 ? 0 : row === 1 ? 0.75 : 0.5),
	vLineWidth: none,
	hLineColor: (row) => (row === 1 ? colour.text : colour.faint),
	paddingLeft: none,
	paddingRight: () => 9,
	paddingTop: () => 2.5,
	paddingBottom: () => 2
};

/** Nothing but the places of things. */
export const bare: PdfTableLayout = {
	hLineWidth: none,
	vLineWidth: none,
	paddingLeft: none,
	paddingRight: none,
	paddingTop: none,
	paddingBottom: none
};
