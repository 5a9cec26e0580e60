/** What stays on one page: headings with what follows them, and few recommendations with each other. */
import type { PdfElement, PdfNode } from './pdf-node.ts';
import { linesOf } from './pdf-text.ts';
import type { Block, RecommendationBlock } from '#lib/reports/report.ts';

/** Few and short recommendations stay on one page. */
export function recommendationsTogether(
	blocks: readonly Block[],
	nodes: readonly PdfElement[]
): PdfElement[] {
	const asked = blocks.filter((block): block is RecommendationBlock => block.kind === 'recommendation');
	const height = asked.reduce((sum, { text }) => sum + linesOf(text, 74) + 2, 0);
	if (asked.length < 2 || height > 24) return [...nodes];
	const first = blocks.indexOf(asked[0]!);
	const stack = nodes.filter((_, index) => blocks[index]!.kind === 'recommendation');
	const others = (from: number, to?: number) => nodes.slice(from, to).filter((node) => !stack.includes(node));
	return [...others(0, first), { stack, unbreakable: true }, ...others(first)];
}

/** Binds what was heard besides to the paragraph before it, so that no page opens with it cut off. */
export function heardWithParagraph(blocks: readonly Block[], nodes: readonly PdfElement[]): PdfElement[] {
	const bound = [...nodes];
	blocks.forEach((block, index) => {
		const before = bound[index - 1];
		if (block.kind !== 'heard' || !before?.unbreakable) return;
		const [first, rest] = together([before], bound[index]!);
		if (!first || !rest) return;
		bound[index - 1] = first;
		bound[index] = rest;
	});
	return bound;
}

/**
 * Binds each heading to what follows it, so that none stands last on a page. This takes one pass, where pdfmake's
 * own pageBreakBefore lays the whole document out again for every break.
 */
export function headingsWithNext(nodes: PdfElement[]): PdfNode[] {
	const bound: PdfNode[] = [];
	for (let index = 0; index < nodes.length; index++) {
		const headings: PdfElement[] = [];
		while (nodes[index]?.headlineLevel !== undefined) headings.push(nodes[index++]!);
		const next = nodes[index];
		if (headings.length === 0 || !next) bound.push(...headings, ...(next ? [next] : []));
		else bound.push(...together(headings, next));
	}
	return bound;
}

/** Of something too long to be kept on one page, the heading is bound to the first part. */
function together(headings: PdfElement[], next: PdfElement): PdfElement[] {
	const short = headings.reduce((sum, { text }) => sum + linesOf(String(text), 50), 0) < 9;
	if (!short) return [...headings, next];
	if (next.unbreakable) return [{ stack: [...headings, next], unbreakable: true }];
	const [first, ...rest] = next.stack ?? [];
	if (typeof first !== 'object' || !next.stack) return [...headings, next];
	const { margin = [0, 0, 0, 0], ...shared } = next;
	const [left, top, right, bottom] = margin;
	return [
		{
			stack: [...headings, { ...shared, stack: [first], margin: [left, top, right, 0] }],
			unbreakable: first.unbreakable === true || first.text !== undefined
		},
		{ ...shared, stack: rest, margin: [left, 0, right, bottom] }
	];
}
