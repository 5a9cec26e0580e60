/** Draws agreement charts in the browser. The drawing library is fetched only when a first chart is drawn. */
import type { Chart } from 'chart.js';
import { agreementChart } from '#lib/reports/drawings/agreement-chart.ts';
import type { AgreementRow } from '#lib/reports/drawings/agreement-rows.ts';

/**
 * Draws the rows on a canvas as wide as its frame, and again whenever the frame changes its width. `key`: draw the
 * key into the picture. Gives back what ends it.
 */
export function keepDrawn(
	frame: HTMLElement,
	canvas: HTMLCanvasElement,
	rows: () => readonly AgreementRow[],
	{ key = false }: { key?: boolean } = {}
): () => void {
	let chart: Chart | undefined;
	let gone = false;
	let drawnAt = 0;

	async function draw(width: number) {
		if (width === 0 || width === drawnAt) return;
		drawnAt = width;
		const { BarController, BarElement, CategoryScale, Chart, LinearScale } = await import('chart.js');
		await document.fonts.ready;
		if (gone || width !== drawnAt) return;
		Chart.register(BarController, BarElement, CategoryScale, LinearScale);
		chart?.destroy();
		const { config, height } = agreementChart(rows(), { width, key });
		canvas.width = width;
		canvas.height = height;
		canvas.style.width = `${width}px`;
		canvas.style.height = `${height}px`;
		// The room that was kept for the chart is no longer needed.
		frame.dataset.drawn = '';
		chart = new Chart(canvas, config) as unknown as Chart;
	}

	const watch = new ResizeObserver(() => void draw(Math.floor(frame.clientWidth)));
	watch.observe(frame);
	return () => {
		gone = true;
		watch.disconnect();
		chart?.destroy();
	};
}
