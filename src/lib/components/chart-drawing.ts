/** Draws charts in the browser. The drawing library is fetched only when a first chart is drawn. */
import type { Chart, ChartConfiguration } from 'chart.js';

/** What is drawn at a width in pixels, and the height that it needs. */
export type Drawing = (width: number) => { config: ChartConfiguration<never, never, string>; height: number };

/**
 * Draws on a canvas as wide as its frame, and again whenever the frame changes its width. Gives back what ends it.
 */
export function keepDrawn(frame: HTMLElement, canvas: HTMLCanvasElement, drawing: Drawing): () => void {
	let chart: Chart | undefined;
	let gone = false;
	let drawnAt = 0;

	async function draw(width: number) {
		if (width === 0 || width === drawnAt) return;
		drawnAt = width;
		const parts = await import('chart.js');
		const { BarController, BarElement, CategoryScale, Chart, LinearScale } = parts;
		await document.fonts.ready;
		if (gone || width !== drawnAt) return;
		Chart.register(BarController, BarElement, CategoryScale, LinearScale);
		Chart.register(parts.LineController, parts.LineElement, parts.PointElement);
		chart?.destroy();
		const { config, height } = drawing(width);
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
