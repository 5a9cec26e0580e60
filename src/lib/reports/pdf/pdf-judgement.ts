/** The six steps of an evaluation and the recommendations of a report as pdfmake nodes. */
import type { PdfElement, PdfNode } from './pdf-node.ts';
import { linesOf } from './pdf-text.ts';
import { bare, colour, contentWidth, indentedWidth, lines, numberColumn, type } from './pdf-theme.ts';
import type { EvaluationBlock, RecommendationBlock } from '#lib/reports/report.ts';
import { recommendationSource } from '#lib/reports/report.ts';

/** All steps side by side, the chosen one filled. */
export function pdfEvaluation(block: EvaluationBlock): PdfElement {
	const cells = block.steps.map((step): PdfElement => {
		const chosen = step.step === block.chosen?.step;
		const ink = chosen ? '#ffffff' : colour.secondary;
		return {
			fillColor: chosen ? colour.frame : '#ffffff',
			stack: [
				{ text: String(step.step), fontSize: 14, bold: chosen, color: ink },
				{ text: step.name, fontSize: 8.5, bold: chosen, color: ink, margin: [0, 1, 0, 2] },
				{ text: step.descriptor, fontSize: 7.5, lineHeight: lines.tight, color: ink }
			],
			alignment: 'center'
		};
	});
	return {
		tag: 'Div',
		table: {
			widths: block.steps.map(() => contentWidth / block.steps.length - 8.6),
			body: [cells],
			dontBreakRows: true
		},
		layout: {
			hLineWidth: () => 0.5,
			vLineWidth: () => 0.5,
			hLineColor: () => colour.rule,
			vLineColor: () => colour.rule,
			paddingLeft: () => 4,
			paddingRight: () => 4,
			paddingTop: () => 5,
			paddingBottom: () => 6
		},
		margin: [0, 0, 0, 10]
	};
}

/** Behind a bar of the frame's colour, as it stands on the page. */
export function pdfRecommendation(block: RecommendationBlock): PdfElement {
	const words: PdfNode[] = [{ text: `Recommendation ${block.number}. `, bold: true }, { text: block.text }];
	const from = recommendationSource(block);
	if (from !== '') words.push({ text: ` ${from}`, color: colour.secondary });
	return {
		tag: 'Div',
		table: {
			widths: [indentedWidth - 13],
			body: [[{ text: words, ...type.body }]],
			dontBreakRows: linesOf(block.text) < 25
		},
		layout: {
			...bare,
			vLineWidth: (column) => (column === 0 ? 3 : 0),
			vLineColor: () => colour.frame,
			paddingLeft: () => 10,
			paddingTop: () => 1,
			paddingBottom: () => 1
		},
		margin: [numberColumn, 2, 0, 9]
	};
}
