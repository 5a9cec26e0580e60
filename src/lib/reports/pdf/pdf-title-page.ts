/** The title page and the contents of a report as pdfmake nodes. */
import { longDate } from '#lib/reports/dates.ts';
import type { PdfElement, PdfNode } from './pdf-node.ts';
import { bare, colour, contentHeight, contentWidth, lines, type } from './pdf-theme.ts';
import type { Report } from '#lib/reports/report.ts';

export function pdfTitlePage(report: Report): PdfNode[] {
	const facts: [string, string][] = [
		['Partnership', report.partnership],
		['Period', report.period],
		['Version', report.version],
		...(report.standing === null ? [] : [['Standing', report.standing] satisfies [string, string]]),
		['Drawn up on', longDate(report.generatedOn)]
	];
	const page: PdfNode[] = [
		{
			canvas: [{ type: 'line', x1: 0, y1: 0, x2: 72, y2: 0, lineWidth: 4, lineColor: colour.frame }],
			margin: [0, contentHeight * 0.24, 0, 18]
		},
		{
			text: unbroken(report.title, report.partnership),
			...type.title,
			headlineLevel: 1,
			margin: [0, 0, 40, 8]
		},
		{ text: report.subtitle, ...type.subtitle, color: colour.secondary, margin: [0, 0, 40, 34] },
		{
			tag: 'Div',
			table: {
				widths: [90, contentWidth - 90],
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

/** The name of the partnership stands on one line. */
function unbroken(title: string, name: string): string {
	return title.replaceAll(name, name.replaceAll(' ', '\u00a0'));
}

function noticeBox(notice: string): PdfElement {
	return {
		tag: 'Div',
		table: {
			widths: [contentWidth - 27],
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

/** On a page of its own; pdfmake fills it from what is marked `tocItem`. */
export function pdfContents(): PdfNode[] {
	const title: PdfElement = { text: 'Contents', ...type.section, headlineLevel: 2, margin: [0, 0, 0, 6] };
	return [
		{ text: '', pageBreak: 'before' },
		{
			toc: { title, numberStyle: { color: colour.secondary, bold: false } },
			fontSize: 9.5,
			lineHeight: 1
		}
	];
}
