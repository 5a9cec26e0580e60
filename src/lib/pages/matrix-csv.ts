/** The matrix of evidence as a CSV file: one line for each element and source. */
import Papa from 'papaparse';
import { neutralCell } from '#lib/evidence/neutral-cell.ts';
import type { MatrixPage } from './matrix-page.ts';

export const matrixHeads = [
	'Element',
	'Title',
	'Belongs to',
	'Source',
	'Source title',
	'Evidence',
	'Questions',
	'Largest base',
	'Passages',
	'Figures',
	'Terms',
	'Disagrees with',
	'Standing'
] as const;

/** As the other tables: with a byte-order mark, lines ending in CR LF, and no text that a spreadsheet would run. */
export function matrixCsv({ rows, sources }: MatrixPage, standing: string | null): string {
	let section = '';
	const lines = rows.flatMap(({ code, title, depth, cells }) => {
		if (depth === 0) section = code;
		const of = depth === 0 ? '' : section;
		return cells.map((cell, index) =>
			[
				code,
				title,
				of,
				cell.source,
				sources[index]!.title,
				cell.amount,
				cell.questions.length,
				cell.questions.length === 0 ? '' : cell.records,
				cell.passages,
				cell.figures,
				cell.terms.map(({ term, count }) => `${term}: ${count}`).join('; '),
				cell.against.join('; '),
				standing ?? ''
			].map((value) => (typeof value === 'string' ? neutralCell(value) : value))
		);
	});
	return `\ufeff${Papa.unparse({ fields: [...matrixHeads], data: lines }, { newline: '\r\n' })}\r\n`;
}
