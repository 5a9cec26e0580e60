/** Tables of measures, to which numbers lead: two beside each other where they are short. */
import type { PdfElement } from './pdf-node.ts';
import { pdfTable } from './pdf-tables.ts';
import { contentWidth } from './pdf-theme.ts';
import type { Block, TableBlock } from '#lib/reports/report.ts';

/** The table of a measure, to which numbers lead. */
export function isPlace(block: Block | undefined): block is TableBlock {
	return block?.kind === 'table' && block.id !== null;
}

/** The nodes of blocks, with tables of measures that follow each other side by side where both are short. */
export function placesBeside(
	blocks: readonly Block[],
	anchors: ReadonlySet<string>,
	node: (block: Block, index: number) => PdfElement
): PdfElement[] {
	const nodes: PdfElement[] = [];
	for (let index = 0; index < blocks.length; index++) {
		const [block, next] = [blocks[index]!, blocks[index + 1]];
		const pair = isPlace(block) && isPlace(next) ? pdfTablesBeside(block, next, anchors) : null;
		nodes.push(pair ?? node(block, index));
		if (pair) index++;
	}
	return nodes;
}

const betweenTables = 26;

/**
 * Two short tables side by side, the first read first; null where either may be broken over pages or needs the
 * whole width.
 */
function pdfTablesBeside(
	first: TableBlock,
	second: TableBlock,
	anchors: ReadonlySet<string>
): PdfElement | null {
	const width = (contentWidth - betweenTables) / 2;
	const tables = [first, second].map((block) => pdfTable(block, anchors, width));
	const narrow = [first, second].every(({ headers }) => headers.length <= 3);
	if (!narrow || !tables.every(({ unbreakable }) => unbreakable)) return null;
	return {
		columns: tables.map((table) => ({ ...table, width, margin: [0, 0, 0, 0] })),
		columnGap: betweenTables,
		unbreakable: true,
		margin: [0, 4, 0, 14]
	};
}
