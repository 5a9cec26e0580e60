/** Events of the trail as a CSV file: a line for each, in the words of the page. */
import Papa from 'papaparse';
import { neutralCell } from '#lib/evidence/neutral-cell.ts';
import { longDate } from '#lib/reports/dates.ts';
import { clockTime, dayOf } from './times.ts';
import type { ToldEvent } from './trail-page.ts';

const fields = ['Event', 'Time (UTC)', 'Day', 'Time in Scotland', 'Who', 'What', 'Reason', 'Before', 'After'];

/**
 * UTF-8 with a byte-order mark, lines ending in CR LF; a cell that a spreadsheet would take for a formula gets an
 * apostrophe before it.
 */
export function trailCsv(events: readonly ToldEvent[]): string {
	const lines = events.map(({ id, at, who, did, reason, before, after }) => [
		id,
		at,
		longDate(dayOf(at)),
		clockTime(at),
		...[who, did, reason ?? '', before ?? '', after ?? ''].map(neutralCell)
	]);
	const csv = Papa.unparse({ fields, data: lines }, { newline: '\r\n' });
	return `\ufeff${csv}\r\n`;
}
