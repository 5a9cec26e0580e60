/** The drawn list as a CSV file: in the order of drawing, the replacements after it. */
import Papa from 'papaparse';
import { neutralCell } from '#lib/evidence/neutral-cell.ts';

type Entry = {
	order: number;
	reference: string;
	strata: Readonly<Record<string, string>>;
	standing: keyof typeof standingWords;
	record: number | null;
	standsFor: string | null;
	reason: string | null;
};

/** How each member of the frame stands, as it is said to people. */
export const standingWords = {
	left: 'not drawn',
	drawn: 'in the sample',
	replacement: 'replacement in reserve',
	used: 'replacement, in the sample',
	replaced: 'replaced'
} as const;

/** UTF-8 with a byte-order mark and CR LF, as spreadsheets read it; nothing in it can run as a formula. */
export function drawnCsv(entries: readonly Entry[], columns: readonly string[]): string {
	const fields = ['order', 'reference', 'standing', 'record', 'stands for', 'reason', ...columns];
	const data = entries.map(({ order, reference, standing, record, standsFor, reason, strata }) => [
		order,
		neutralCell(reference),
		standingWords[standing],
		record ?? '',
		neutralCell(standsFor ?? ''),
		neutralCell(reason ?? ''),
		...columns.map((column) => neutralCell(strata[column] ?? ''))
	]);
	return `\ufeff${Papa.unparse({ fields: fields.map(neutralCell), data }, { newline: '\r\n' })}\r\n`;
}
