/** Draws the charts of a report on the canvases that its markup leaves for them. */
import { reportParts, type ChartBlock, type Report } from '#lib/reports/report.ts';
import { agreementChart } from '#lib/reports/drawings/agreement-chart.ts';
import { keepDrawn, type Drawing } from './chart-drawing.ts';

/**
 * Shows and draws every chart of the report within an element that holds its markup. Without it, the tables
 * beneath say the same. Gives back what ends it.
 */
export function drawReportCharts(within: HTMLElement, report: Report): () => void {
	const charts = reportParts(report)
		.flatMap(({ blocks }) => blocks)
		.filter((block): block is ChartBlock => block.kind === 'chart');
	const ends = charts.flatMap(({ id, rows }) => {
		const canvas = within.querySelector<HTMLCanvasElement>(`canvas[data-chart="${CSS.escape(id)}"]`);
		const frame = canvas?.parentElement;
		if (!canvas || !frame) return [];
		frame.hidden = false;
		return [
			keepDrawn(frame, canvas, (width) => agreementChart(rows, { width, key: true }) as ReturnType<Drawing>)
		];
	});
	return () => ends.forEach((end) => end());
}
