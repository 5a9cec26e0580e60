/** Draws a report as PDF: charts first, then the whole document. It takes seconds: run it in the worker. */
import pdfmake from 'pdfmake';
import { pdfDefinition } from '#lib/reports/pdf/pdf-definition.ts';
import { printable, replacementMark, type Covers } from '#lib/reports/pdf/printable-text.ts';
import type { Report } from '#lib/reports/report.ts';
import { drawCharts } from './draw-charts.ts';
import { fontFiles } from './fonts.ts';

pdfmake.setFonts({ Roboto: fontFiles });
// A report brings nothing in from outside: its fonts are the only files that are read.
pdfmake.setLocalAccessPolicy((path) => Object.values(fontFiles).includes(path));
pdfmake.setUrlAccessPolicy(() => false);

/** Asks the typeface itself, once it is open. */
async function openTypeface(): Promise<Covers> {
	const empty = await pdfmake.createPdf({ content: [] }).getStream();
	const { font } = empty.provideFont('Roboto', false, false);
	return (codePoint) => font.hasGlyphForCodePoint(codePoint);
}

let typeface: Promise<Covers> | undefined;

/**
 * The bytes of the PDF; the same report gives the same bytes. A character that the typeface lacks is printed as
 * a replacement mark, and the title page says so.
 */
export async function drawPdf(report: Report): Promise<Uint8Array> {
	const printed = printable(report, await (typeface ??= openTypeface()));
	const marked = JSON.stringify(printed).includes(replacementMark);
	const whole = marked
		? { ...printed, notice: [printed.notice ?? '', aboutMarks].join(' ').trim() }
		: printed;
	return pdfmake.createPdf(pdfDefinition(whole, drawCharts(whole))).getBuffer();
}

const aboutMarks = `Where this print shows ${replacementMark}, its typeface lacks a character that the web page shows.`;
