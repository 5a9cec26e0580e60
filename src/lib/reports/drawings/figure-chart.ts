/**
 * The chart of a small table of figures, as a chart.js configuration: bars side by side, or lines over the columns. A
 * series is a row of the table. They are told apart by place, dash and mark as well as by colour.
 */
import type { ChartConfiguration } from 'chart.js';
import type { Figure } from '#lib/evidence/voices.ts';

/** As the field's charts: dark, and apart in grey too. */
const tones = ['#002d54', '#2b9c93', '#6a2063', '#e5682a', '#5e5e5e', '#a3b8cc'] as const;
const dashes = [[], [8, 4], [2, 3], [10, 3, 2, 3], [4, 4], [1, 4]];
const marks = ['circle', 'rect', 'triangle', 'rectRot', 'crossRot', 'star'] as const;
const ink = '#1a1a1a';
const secondary = '#5e5e5e';
const fontSize = 14;

/** More lines than these cannot be told apart: the table says it alone. */
export const mostSeries = tones.length;

export type FigureSeries = { label: string; tone: string; dash: number[] };

/** What the key beside the chart shows; empty where there is no chart. */
export function figureSeries({ chart, table }: Pick<Figure, 'chart' | 'table'>): FigureSeries[] {
	if (chart === 'none' || table.rows.length > mostSeries) return [];
	return table.rows.map(({ label }, index) => ({
		label,
		tone: tones[index]!,
		dash: chart === 'lines' ? dashes[index]! : []
	}));
}

/** The configuration, and the height in pixels that it needs. The caller makes a canvas of `width` × `height`. */
export function figureChart(
	{ chart, table }: Pick<Figure, 'chart' | 'table'>,
	{ width }: { width: number }
): { config: ChartConfiguration<'bar' | 'line', (number | null)[], string>; height: number } {
	const isLines = chart === 'lines';
	const font = { family: 'Roboto, sans-serif', size: fontSize };
	return {
		height: Math.round(Math.min(320, Math.max(200, width * 0.5))),
		config: {
			type: isLines ? 'line' : 'bar',
			data: {
				labels: [...table.columns],
				datasets: table.rows.map(({ label, values }, index) => ({
					label,
					data: [...values],
					backgroundColor: tones[index % tones.length],
					borderColor: isLines ? tones[index % tones.length] : '#ffffff',
					borderWidth: isLines ? 2.5 : 1,
					borderDash: isLines ? dashes[index % dashes.length] : [],
					pointStyle: marks[index % marks.length],
					pointRadius: isLines ? 4 : 0,
					maxBarThickness: 48
				}))
			},
			options: {
				animation: false,
				responsive: false,
				events: [],
				plugins: { legend: { display: false }, tooltip: { enabled: false } },
				scales: {
					x: {
						border: { color: secondary },
						grid: { display: false },
						ticks: { color: ink, font, autoSkip: false, maxRotation: 60 }
					},
					y: {
						beginAtZero: true,
						border: { display: false },
						grid: { color: '#dcdcdc', drawTicks: false },
						ticks: { color: secondary, font: { ...font, size: fontSize - 1 }, padding: 6, maxTicksLimit: 6 }
					}
				}
			}
		}
	};
}
