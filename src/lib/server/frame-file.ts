/** A sampling frame from the bytes of a CSV file or workbook, as it is uploaded or named on the command line. */
import { readFrame, type Frame } from '#lib/evidence/frame.ts';
import { plainCell } from '#lib/evidence/neutral-cell.ts';
import { readTable } from './files/read-table.ts';

/**
 * Reads the first sheet that has anything in it and is not hidden. Throws a Problem for what is no table; faults of the
 * frame itself are listed in it.
 */
export function readFrameFile(bytes: Uint8Array, fileName: string): Frame {
	const { sheets } = readTable(bytes, fileName);
	const filled = sheets.filter(({ rows }) => rows.length > 0);
	const sheet = filled.find(({ isHidden }) => !isHidden) ?? filled[0];
	return readFrame((sheet?.rows ?? []).map(({ row, cells }) => ({ row, cells: cells.map(plainCell) })));
}
