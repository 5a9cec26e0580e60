/** Turns the bytes of a text file into text, whichever of the usual ways they were written in. */
import type { Table } from '#lib/evidence/imports/table.ts';
import { refuseFile } from './refuse-file.ts';

export type TextEncoding = NonNullable<Table['encoding']>;

/**
 * UTF-8 with or without a mark, UTF-16 with one (or plainly so), else windows-1252: what Excel on Windows writes where
 * it is not told otherwise. Throws a Problem for what is no text.
 */
export function decodeText(bytes: Uint8Array, fileName: string): { text: string; encoding: TextEncoding } {
	const encoding = encodingOf(bytes);
	const text = new TextDecoder(encoding).decode(bytes);
	if (text.includes('\0')) refuseFile(fileName, noText);
	return { text, encoding };
}

const noText =
	'is neither a workbook nor text. Save the table as a workbook (.xlsx) or as CSV, and upload that.';

function encodingOf(bytes: Uint8Array): TextEncoding {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	const [even, odd] = zeros(bytes.subarray(0, 1_000));
	if (odd > 0.3 && even < 0.05) return 'utf-16le';
	if (even > 0.3 && odd < 0.05) return 'utf-16be';
	return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** How many of the bytes in even and in odd places are 0: in UTF-16 every second byte of plain letters is. */
function zeros(bytes: Uint8Array): [number, number] {
	const counts: [number, number] = [0, 0];
	bytes.forEach((byte, at) => {
		if (byte === 0) counts[(at % 2) as 0 | 1] += 1;
	});
	const half = Math.max(1, bytes.length / 2);
	return [counts[0] / half, counts[1] / half];
}

function isUtf8(bytes: Uint8Array): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return true;
	} catch {
		return false;
	}
}
