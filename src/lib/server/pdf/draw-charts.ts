/**
 * Draws the agreement charts of a report, from the same configuration as the page. The canvas writes SVG, so that
 * lines and letters stay sharp on paper and words can be searched.
 */
import { createCanvas, GlobalFonts, SvgExportFlag } from '@napi-rs/canvas';
import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';
import { agreementChart } from '#lib/reports/agreement-chart.ts';
import type { DrawnChart } from '#lib/reports/pdf-node.ts';
import { contentWidth } from '#lib/reports/pdf-theme.ts';
import { printableText } from '#lib/reports/printable-text.ts';
import type { ChartBlock, Report } from '#lib/reports/report.ts';
import { fontFiles } from './fonts.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);
GlobalFonts.registerFromPath(fontFiles.normal, 'Roboto');

/** Pixels that the chart is laid out in; its type comes out at about 8 points. */
const width = 800;

/** What letters become: text, which needs the typeface where it is shown, or outlines, which do not. */
type Letters = 'text' | 'outlines';

/** The drawn charts of a report, by the id of their block. */
export function drawCharts(report: Report, letters: Letters = 'text'): Map<string, DrawnChart> {
	const blocks = [...report.sections, ...report.annexes].flatMap((section) => section.blocks);
	return new Map(
		blocks
			.filter((block): block is ChartBlock => block.kind === 'chart')
			.map((block) => [block.id, drawChart(block, letters)])
	);
}

function drawChart(block: ChartBlock, letters: Letters): DrawnChart {
	// Control characters would make the SVG invalid.
	const rows = block.rows.map((row) => ({ ...row, label: printableText(row.label, () => true) }));
	const { config, height } = agreementChart(rows, { width, fontSize: 13, key: true });
	const flag = letters === 'text' ? SvgExportFlag.NoPrettyXML : SvgExportFlag.ConvertTextToPaths;
	const canvas = createCanvas(width, height, flag);
	const options = { ...config.options, devicePixelRatio: 1 };
	const chart = new Chart(canvas as unknown as HTMLCanvasElement, { ...config, options });
	const svg = canvas.getContent().toString();
	chart.destroy();
	return { svg, height: (height * contentWidth) / width };
}
