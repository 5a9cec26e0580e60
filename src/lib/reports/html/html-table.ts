/** Tables of a report as HTML. */
import type { HrefFor } from './html-blocks.ts';
import { htmlRuns } from './html-blocks.ts';
import { markup, type Content, type Markup } from './html-text.ts';
import { cellText, type Cell, type TableBlock } from '#lib/reports/report.ts';

/** Three columns of short words fit on the narrowest screen; rows of more become blocks there. */
const mostBeside = 3;
const mostLetters = 32;

/** Whether a table is too wide for a narrow screen, with no word broken. */
function isWide({ headers, rows }: TableBlock): boolean {
	const longestWords = headers.map((header, column) => {
		const texts = [header, ...rows.map((row) => cellText(row[column] ?? ''))];
		return Math.max(...texts.flatMap((text) => text.split(/\s/).map((word) => word.length)));
	});
	return headers.length > mostBeside || longestWords.reduce((sum, length) => sum + length, 0) > mostLetters;
}

/** A table grows with its longest word, unless words may be broken; then it breaks short ones too. */
const hasLongWord = ({ headers, rows, caption }: TableBlock): boolean =>
	[caption, ...headers, ...rows.flatMap((row) => row.map(cellText))].some((text) => /[^\s-]{25}/.test(text));

/** A table with its caption, column heads and row heads, and its note beneath. */
export function htmlTable(block: TableBlock, hrefFor: HrefFor): Markup {
	const stacked = isWide(block);
	// A table whose rows are shown as blocks loses its roles, so they are said again.
	const role = (name: string) => (stacked ? markup` role="${name}"` : '');
	const numeric = (column: number) => (block.numeric.includes(column) ? markup` class="num"` : '');
	const content = (cell: Cell): Content =>
		htmlRuns([typeof cell === 'string' ? { text: cell } : cell], hrefFor);
	const heads = block.headers.map(
		(header, column) => markup`<th scope="col"${role('columnheader')}${numeric(column)}>${header}</th>`
	);
	const rows = block.rows.map((row) => {
		const cells = row.map((cell, column) =>
			column === 0
				? markup`<th scope="row"${role('rowheader')}>${content(cell)}</th>`
				: markup`<td${role('cell')}${numeric(column)} data-head="${block.headers[column]}"><span>${content(cell)}</span></td>`
		);
		return markup`<tr${role('row')}>${cells}</tr>`;
	});
	const id = block.id === null ? '' : markup` id="${block.id}"`;
	const classes = [stacked ? 'is-stacked' : '', hasLongWord(block) ? 'is-broken' : '']
		.filter(Boolean)
		.join(' ');
	const look = markup`${classes === '' ? '' : markup` class="${classes}"`}${stacked ? markup` role="table"` : ''}`;
	const note = block.note === null ? '' : markup`<p class="rep__note">${block.note}</p>`;
	const group = role('rowgroup');
	return markup`<div class="rep__table"${id}><table${look}><caption>${block.caption}</caption><thead${group}><tr${role('row')}>${heads}</tr></thead><tbody${group}>${rows}</tbody></table>${note}</div>`;
}
