/** A sampling frame from the bytes of a CSV file or workbook, as it is uploaded or named on the command line. */
import { readFrame, type Frame } from '#lib/evidence/frame.ts';
import type { Table } from '#lib/evidence/imports/table.ts';
import { plainCell } from '#lib/evidence/neutral-cell.ts';
import { readTable } from './files/read-table.ts';
import { readTableBetween } from './files/read-table-between.ts';

/**
 * Reads the first sheet that has anything in it and is not hidden. Throws a Problem for what is no table; faults of the
 * frame itself are listed in it.
 */
export function readFrameFile(bytes: Uint8Array, fileName: string): Frame {
	return frameOf(readTable(bytes, fileName));
}

/** The same, piece by piece between other requests. */
export async function readFrameFileBetween(bytes: Uint8Array, fileName: string): Promise<Frame> {
	return frameOf(await readTableBetween(bytes, fileName));
}

function frameOf({ sheets }: Table): Frame {
	const filled = sheets.filter(({ rows }) => rows.length > 0);
	const sheet = filled.find(({ isHidden }) => !isHidden) ?? filled[0];
	return readFrame((sheet?.rows ?? []).map(({ row, cells }) => ({ row, cells: cells.map(plainCell) })));
}
