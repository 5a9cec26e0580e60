/** The report as one HTML file with its styles inside, to be sent or kept: it loads nothing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderReportDocument } from '#lib/reports/html/html.ts';
import type { Report } from '#lib/reports/report.ts';
import { drawCharts } from './pdf/draw-charts.ts';
import { projectRoot } from './project-root.ts';

/** The same sheets as the page's, after the plain elements that a page of ours has from app.css. */
const sheets = ['report-document.css', 'quantity-strip.css', 'report.css'];

export function renderReportFile(report: Report): string {
	const css = sheets
		.map((sheet) => readFileSync(join(projectRoot, 'src', 'lib', 'components', sheet), 'utf8'))
		.join('\n');
	const charts = [...drawCharts(report)];
	return renderReportDocument(report, css, {
		pictures: new Map(charts.map(([id, { svg }]) => [id, address(svg)]))
	});
}

const address = (svg: string) => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
