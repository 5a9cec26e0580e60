/** What the report says elsewhere, in short, as pdfmake nodes. */
import type { PdfElement, PdfNode } from './pdf-node.ts';
import { linesOf, pdfRuns } from './pdf-text.ts';
import { colour, indentedWidth, numberColumn, type } from './pdf-theme.ts';
import type { PointsBlock } from '#lib/reports/report.ts';

type Point = PointsBlock['groups'][number]['items'][number];

/** Each point with its number hanging to the left, as paragraphs have theirs. */
export function pdfPoints(block: PointsBlock, anchors: ReadonlySet<string>): PdfElement {
	const groups = block.groups.map(({ title, items }): PdfNode[] => {
		const points = items.map((item) => pdfPoint(item, anchors));
		const [first, ...rest] = points;
		if (title === null || !first) return points;
		const name: PdfElement = { text: title, bold: true, margin: [0, 4, 0, 2] };
		return [{ stack: [name, first], unbreakable: first.unbreakable === true }, ...rest];
	});
	// Set a little closer than tables, so that a whole review stays on two pages.
	return { stack: groups.flat(), ...type.dense, fontSize: 9, margin: [0, 0, 0, 2] };
}

function pdfPoint({ mark, runs, remark }: Point, anchors: ReadonlySet<string>): PdfElement {
	const text: PdfNode[] = pdfRuns(runs, anchors);
	if (remark !== '') text.push({ text: ` ${remark}`, color: colour.secondary });
	return {
		columns: [
			{ text: mark, width: numberColumn, color: colour.secondary },
			{ text, width: indentedWidth }
		],
		margin: [0, 0, 0, 1.5],
		unbreakable: linesOf(`${runs.map((run) => run.text).join('')}${remark}`, 95) <= 9
	};
}
