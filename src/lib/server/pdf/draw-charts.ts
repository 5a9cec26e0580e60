/**
 * Draws the agreement charts of a report, from the same configuration as the page. The canvas writes SVG, so that
 * lines and letters stay sharp on paper and words can be searched.
 */
import { createCanvas, GlobalFonts, SvgExportFlag } from '@napi-rs/canvas';
import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';
import { agreementChart } from '#lib/reports/drawings/agreement-chart.ts';
import type { DrawnChart } from '#lib/reports/pdf/pdf-node.ts';
import { contentWidth } from '#lib/reports/pdf/pdf-theme.ts';
import { printableText } from '#lib/reports/pdf/printable-text.ts';
import { reportParts, type ChartBlock, type Report } from '#lib/reports/report.ts';
import { fontFiles } from './fonts.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);
GlobalFonts.registerFromPath(fontFiles.normal, 'Roboto');

/** Pixels that the chart is laid out in; its type comes out at about 8 points. */
const width = 800;

/** The drawn charts of a report, by the id of their block. */
export function drawCharts(report: Report): Map<string, DrawnChart> {
	const blocks = reportParts(report).flatMap((section) => section.blocks);
	return new Map(
		blocks
			.filter((block): block is ChartBlock => block.kind === 'chart')
			.map((block) => [block.id, drawChart(block)])
	);
}

function drawChart(block: ChartBlock): DrawnChart {
	// Control characters would make the SVG invalid.
	const rows = block.rows.map((row) => ({ ...row, label: printableText(row.label, () => true) }));
	const { config, height } = agreementChart(rows, { width, fontSize: 13, key: true });
	const canvas = createCanvas(width, height, SvgExportFlag.NoPrettyXML);
	const options = { ...config.options, devicePixelRatio: 1 };
	const chart = new Chart(canvas as unknown as HTMLCanvasElement, { ...config, options });
	const svg = asWords(canvas.getContent().toString());
	chart.destroy();
	return { svg, height: (height * contentWidth) / width };
}

/**
 * The canvas joins letters (“ﬁ”) and places each sign by itself. Words are put back into plain letters, with the
 * one place where they begin; a browser without the typeface may take another.
 */
function asWords(svg: string): string {
	return svg
		.replace(/^<\?xml[^>]*>\s*/, '')
		.replace(/[\ufb00-\ufb04]/g, (joined) => joined.normalize('NFKD'))
		.replace(/ ([xy])="([^",]+),[^"]*"/g, ' $1="$2"')
		.replaceAll('font-family="Roboto"', 'font-family="Roboto, Arial, sans-serif"');
}
