/**
 * The chart of agreement questions: a bar a statement, filled by the degrees of agreement from the left, “don't
 * know” apart at the right. This gives a chart.js configuration, drawn alike in the browser and on a server canvas.
 */
import type { Chart, ChartConfiguration, Plugin } from 'chart.js';
import type { AgreementRow } from './agreement-rows.ts';
import { hatchLines } from './quantity-strip-shapes.ts';
import { agreementWords, answerWordsOf, apart, byAgreement, countOf } from './agreement-rows.ts';

/** One hue from dark to light; the parts are told apart by order, white gaps and figures, not by colour alone. */
const tones = ['#002d54', '#4d7195', '#b9c7d5', '#dbe3ea', '#f2f5f7'];
const edge = '#5e5e5e';
const ink = '#1a1a1a';
const secondary = '#5e5e5e';

const barThickness = 20;
/** Per cent of the scale left free before “don't know”. */
const gapBeforeApart = 4;

/** The colours of an answer word: `edged` ones need an outline against white. */
export function toneOf(
	word: string,
	words: readonly string[]
): { fill: string; text: string; edged: boolean } {
	if (word === apart) return { fill: '#ffffff', text: ink, edged: true };
	const degrees = words.filter((each) => each !== apart);
	const step = degrees.length < 2 ? 0 : (degrees.indexOf(word) / (degrees.length - 1)) * (tones.length - 1);
	const fill = tones[Math.round(step)] ?? tones[0]!;
	const dark = Math.round(step) < 2;
	return { fill, text: dark ? '#ffffff' : ink, edged: !dark };
}

export type AgreementChartOptions = {
	/** Width that the chart is drawn at, in pixels: decides where the statements stand and how they break. */
	width: number;
	/** Size of type in pixels. */
	fontSize?: number;
	/** Draw the key into the picture: for documents, which have no key beside it. */
	key?: boolean;
};

/** How the chart is laid out at a width: statements beside their bars, or above them on narrow paper. */
export function agreementLayout(rows: readonly AgreementRow[], options: AgreementChartOptions) {
	const fontSize = options.fontSize ?? 14;
	const beside = options.width >= 560;
	const labelWidth = beside ? Math.round(options.width * 0.36) : options.width;
	const letters = Math.max(12, Math.floor((labelWidth - 12) / (fontSize * 0.52)));
	const labels = byAgreement(rows).map((row) => [...wrapped(row.label, letters), agreementWords(row)]);
	const lineHeight = Math.round(fontSize * 1.35);
	const tallest = Math.max(1, ...labels.map((lines) => lines.length)) * lineHeight;
	// Above its bar a statement uses its own line of the scale and half of the bar's.
	const rowHeight = beside
		? Math.max(tallest, barThickness) + 11
		: Math.max((tallest + 18) / 1.5, barThickness * 2);
	const axis = fontSize * 2;
	const keyHeight = options.key ? keyLines(rows, options.width, fontSize).length * (lineHeight + 4) + 8 : 0;
	const height = rows.length * rowHeight * (beside ? 1 : 2) + axis + keyHeight;
	return { beside, fontSize, labels, labelWidth, lineHeight, keyHeight, height };
}

/**
 * The chart.js configuration, and the height in pixels that it needs at this width. Animation is off and the size
 * is fixed: the caller makes a canvas of `width` × `height`.
 */
export function agreementChart(
	rows: readonly AgreementRow[],
	options: AgreementChartOptions
): { config: ChartConfiguration<'bar', ([number, number] | null)[], string>; height: number } {
	const sorted = byAgreement(rows);
	const words = answerWordsOf(sorted);
	const layout = agreementLayout(rows, options);
	const { beside, fontSize, labelWidth, height, keyHeight } = layout;
	const mostApart = Math.max(0, ...sorted.map((row) => percent(row, apart)));
	const font = { family: 'Roboto, sans-serif', size: fontSize };
	// Above their bars, statements take a line of the scale of their own.
	const lines = <T>(values: T[], empty: T): T[] =>
		beside ? values : values.flatMap((value) => [empty, value]);
	return {
		height,
		config: {
			type: 'bar',
			data: {
				labels: lines(
					sorted.map(({ label }) => label),
					''
				),
				datasets: words.map((word) => {
					return {
						label: word,
						data: lines(
							sorted.map((row) => spanOf(row, word, words)),
							null
						),
						backgroundColor: toneOf(word, words).fill,
						barThickness,
						grouped: false
					};
				})
			},
			options: {
				indexAxis: 'y',
				animation: false,
				responsive: false,
				events: [],
				layout: { padding: { top: keyHeight, right: mostApart > 0 ? fontSize * 2.4 : 14 } },
				plugins: { legend: { display: false }, tooltip: { enabled: false } },
				scales: {
					x: {
						min: 0,
						max: 100 + (mostApart > 0 ? gapBeforeApart + mostApart : 0),
						border: { display: false },
						grid: { display: beside, color: '#dcdcdc', drawTicks: false },
						afterBuildTicks: (axis) => {
							axis.ticks = [0, 25, 50, 75, 100].map((value) => ({ value }));
						},
						ticks: {
							maxRotation: 0,
							color: secondary,
							font: { ...font, size: fontSize - 1 },
							padding: 6,
							callback: (value) => (value === 100 ? '100%' : String(value))
						}
					},
					y: {
						display: beside,
						border: { display: false },
						grid: { display: false },
						afterFit: (axis) => {
							if (beside) axis.width = labelWidth;
						},
						ticks: {
							color: ink,
							font,
							crossAlign: 'far',
							autoSkip: false,
							callback: (_, index) => layout.labels[index] ?? ''
						}
					}
				}
			},
			plugins: [writing(sorted, words, layout, options)]
		}
	};
}

/** Where a part of a bar begins and ends, in per cent of the base. */
function spanOf(row: AgreementRow, word: string, words: readonly string[]): [number, number] | null {
	if (countOf(row, word) === 0) return null;
	if (word === apart) return [100 + gapBeforeApart, 100 + gapBeforeApart + percent(row, word)];
	const before = words
		.slice(0, words.indexOf(word))
		.filter((each) => each !== apart)
		.reduce((sum, each) => sum + percent(row, each), 0);
	return [before, before + percent(row, word)];
}

function percent(row: AgreementRow, word: string): number {
	return row.base === 0 ? 0 : (countOf(row, word) / row.base) * 100;
}

/** Writes the figures into the parts that have room, the statements above their bars, and the key. */
function writing(
	rows: readonly AgreementRow[],
	words: readonly string[],
	layout: ReturnType<typeof agreementLayout>,
	options: AgreementChartOptions
): Plugin<'bar'> {
	return {
		id: 'writing',
		afterDatasetsDraw(chart) {
			const { ctx } = chart;
			ctx.save();
			ctx.textBaseline = 'middle';
			writeFigures(chart, rows, words, layout);
			if (!layout.beside) writeStatements(chart, layout);
			if (options.key) writeKey(chart, rows, words, layout, options.width);
			ctx.restore();
		}
	};
}

type Layout = ReturnType<typeof agreementLayout>;

function writeFigures(
	chart: Chart<'bar'>,
	rows: readonly AgreementRow[],
	words: readonly string[],
	layout: Layout
) {
	const { ctx } = chart;
	ctx.font = `${layout.fontSize - 1}px Roboto, sans-serif`;
	words.forEach((word, dataset) => {
		rows.forEach((row, index) => {
			const bar = chart.getDatasetMeta(dataset).data[layout.beside ? index : index * 2 + 1];
			if (!bar || countOf(row, word) === 0) return;
			const { x, y, base } = bar.getProps(['x', 'y', 'base'], true) as { x: number; y: number; base: number };
			const figure = `${Math.round(percent(row, word))}%`;
			if (word === apart) return writeApart(ctx, { left: base, right: x, y }, figure);
			ctx.fillStyle = '#ffffff';
			// A white line parts each degree from the one before it.
			if (base > chart.chartArea.left + 1) ctx.fillRect(base - 1, y - barThickness / 2, 2, barThickness);
			if (x - base < ctx.measureText(figure).width + 8) return;
			ctx.textAlign = 'center';
			ctx.fillStyle = toneOf(word, words).text;
			ctx.fillText(figure, (x + base) / 2, y + 1);
		});
	});
	ctx.strokeStyle = edge;
	ctx.lineWidth = 1;
	rows.forEach((row, index) => {
		const degrees = words.filter((word) => word !== apart && countOf(row, word) > 0);
		const bar = chart.getDatasetMeta(words.indexOf(degrees.at(-1) ?? '')).data[
			layout.beside ? index : index * 2 + 1
		];
		if (!bar) return;
		const { x, y } = bar.getProps(['x', 'y'], true);
		const left = chart.chartArea.left;
		ctx.strokeRect(left + 0.5, Math.round(y - barThickness / 2) + 0.5, x - left - 1, barThickness - 1);
	});
}

/** A hatched box with its figure behind it. */
function writeApart(
	ctx: CanvasRenderingContext2D,
	{ left, right, y }: { left: number; right: number; y: number },
	figure: string
) {
	hatch(ctx, left, right, y - barThickness / 2, y + barThickness / 2);
	ctx.textAlign = 'left';
	ctx.fillStyle = ink;
	ctx.fillText(figure, right + 5, y + 1);
}

function hatch(ctx: CanvasRenderingContext2D, left: number, right: number, top: number, bottom: number) {
	ctx.lineWidth = 1.5;
	ctx.strokeStyle = edge;
	for (const [x1, y1, x2, y2] of hatchLines(left, right, top, bottom)) {
		ctx.beginPath();
		ctx.moveTo(x1, y1);
		ctx.lineTo(x2, y2);
		ctx.stroke();
	}
	ctx.lineWidth = 1;
	ctx.strokeRect(
		Math.round(left) + 0.5,
		Math.round(top) + 0.5,
		Math.round(right - left) - 1,
		bottom - top - 1
	);
}

function writeStatements(chart: Chart<'bar'>, layout: Layout) {
	const { ctx, chartArea } = chart;
	const rowHeight = (chartArea.bottom - chartArea.top) / (layout.labels.length * 2);
	ctx.textAlign = 'left';
	ctx.font = `${layout.fontSize}px Roboto, sans-serif`;
	layout.labels.forEach((lines, index) => {
		const bottom = chartArea.top + rowHeight * (index * 2 + 1) + (rowHeight - barThickness) / 2 - 6;
		lines.forEach((line, at) => {
			ctx.fillStyle = at === lines.length - 1 ? secondary : ink;
			ctx.fillText(line, chartArea.left, bottom - (lines.length - at - 0.5) * layout.lineHeight);
		});
	});
}

function writeKey(
	chart: Chart<'bar'>,
	rows: readonly AgreementRow[],
	words: readonly string[],
	layout: Layout,
	width: number
) {
	const { ctx } = chart;
	ctx.font = `${layout.fontSize}px Roboto, sans-serif`;
	ctx.textAlign = 'left';
	keyLines(rows, width, layout.fontSize).forEach((line, at) => {
		let left = 1;
		const y = (at + 0.5) * (layout.lineHeight + 4);
		for (const word of line) {
			const { fill, edged } = toneOf(word, words);
			ctx.fillStyle = fill;
			ctx.fillRect(left, y - 6, 12, 12);
			ctx.strokeStyle = edged ? edge : fill;
			ctx.lineWidth = 1;
			ctx.strokeRect(left, y - 6, 12, 12);
			if (word === apart) hatch(ctx, left, left + 12, y - 6, y + 6);
			ctx.fillStyle = ink;
			ctx.fillText(word, left + 18, y + 1);
			left += keyWidth(word, layout.fontSize);
		}
	});
}

function keyLines(rows: readonly AgreementRow[], width: number, fontSize: number): string[][] {
	const lines: string[][] = [[]];
	let used = 0;
	for (const word of answerWordsOf(rows)) {
		const needed = keyWidth(word, fontSize);
		if (used + needed > width && used > 0) {
			lines.push([]);
			used = 0;
		}
		lines[lines.length - 1]!.push(word);
		used += needed;
	}
	return lines;
}

function keyWidth(word: string, fontSize: number): number {
	return 18 + word.length * fontSize * 0.54 + 16;
}

/** Breaks words into lines of at most so many letters. */
export function wrapped(words: string, letters: number): string[] {
	const lines: string[] = [];
	for (const word of words.split(' ')) {
		const last = lines[lines.length - 1];
		if (last !== undefined && last.length + 1 + word.length <= letters)
			lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word);
	}
	return lines;
}
