/** Draws the agreement charts of a report as pictures, from the same configuration as the page. */
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';
import { agreementChart } from '#lib/reports/agreement-chart.ts';
import type { DrawnChart } from '#lib/reports/pdf-definition.ts';
import { contentWidth } from '#lib/reports/pdf-theme.ts';
import type { ChartBlock, Report } from '#lib/reports/report.ts';
import { fontFiles } from './fonts.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);
GlobalFonts.registerFromPath(fontFiles.normal, 'Roboto');
GlobalFonts.registerFromPath(fontFiles.bold, 'Roboto');

/** Pixels that the chart is laid out in; its type comes out at about 8 points. */
const width = 800;
/** Drawn larger, so that it is sharp on paper: about 300 dots an inch. */
const enlargement = 2.5;

/** The drawn charts of a report, by the id of their block. */
export function drawCharts(report: Report): Map<string, DrawnChart> {
	const blocks = [...report.sections, ...report.annexes].flatMap((section) => section.blocks);
	return new Map(
		blocks
			.filter((block): block is ChartBlock => block.kind === 'chart')
			.map((block) => [block.id, drawChart(block)])
	);
}

function drawChart(block: ChartBlock): DrawnChart {
	const { config, height } = agreementChart(block.rows, { width, fontSize: 13, key: true });
	const canvas = createCanvas(width * enlargement, height * enlargement);
	canvas.getContext('2d').fillStyle = '#ffffff';
	// chart.js reads the size in its own pixels and enlarges the canvas itself.
	Object.assign(canvas, { width, height });
	const chart = new Chart(canvas as unknown as HTMLCanvasElement, {
		...config,
		options: { ...config.options, devicePixelRatio: enlargement }
	});
	const picture = canvas.toDataURL('image/png');
	chart.destroy();
	return { picture, height: (height * contentWidth) / width };
}
