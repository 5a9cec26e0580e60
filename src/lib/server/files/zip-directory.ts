/** The list of what is in a zip file, looked over before anything of it is unpacked. */
import { damaged, refuseFile } from './refuse-file.ts';

export type ZipEntry = {
	name: string;
	isDeflated: boolean;
	/** Bytes as they lie in the file. */
	packed: Uint8Array;
	/** Bytes when unpacked, as the list says; `unpack` holds it to that. */
	size: number;
	checksum: number;
};

export const mostEntries = 1_000;
/** Of all entries together. A survey of 100,000 responses to 30 questions has a tenth of it. */
export const mostUnpacked = 1_000_000_000;
/** A sheet of answers packs to about a tenth, one of empty rows to a fiftieth; what is made to burst, to a thousandth. */
const mostRatio = 250;
/** So small that the ratio does not matter. */
const harmless = 8_000_000;

/** By name. Throws a Problem where the list is damaged, too long, or tells of more than can be unpacked. */
export function readDirectory(bytes: Uint8Array, fileName: string): Map<string, ZipEntry> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const broken = () => refuseFile(fileName, damaged);
	const end = endOfDirectory(view);
	if (end === null) return broken();
	const count = view.getUint16(end + 10, true);
	if (count > mostEntries) refuseFile(fileName, tooMuch);
	const entries = new Map<string, ZipEntry>();
	let at = view.getUint32(end + 16, true);
	let unpacked = 0;
	for (let left = count; left > 0; left -= 1) {
		if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return broken();
		const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
			number,
			number,
			number
		];
		if (at + 46 + name > end) return broken();
		const entry = entryAt(view, bytes, at, name, fileName);
		if (entries.has(entry.name)) return broken();
		unpacked += entry.size;
		if (unpacked > mostUnpacked) refuseFile(fileName, tooMuch);
		if (entry.size > harmless && entry.size > entry.packed.length * mostRatio) refuseFile(fileName, tooMuch);
		entries.set(entry.name, entry);
		at += 46 + name + extra + comment;
	}
	return entries;
}

const tooMuch =
	'would unpack to far more than a table of answers. Copy the table alone into a new workbook, or save it as CSV, and upload that.';

function entryAt(
	view: DataView,
	bytes: Uint8Array,
	at: number,
	nameLength: number,
	fileName: string
): ZipEntry {
	const flags = view.getUint16(at + 8, true);
	if (flags & 1) refuseFile(fileName, 'is protected by a password. Take it off, save it, and upload that.');
	const method = view.getUint16(at + 10, true);
	const checksum = view.getUint32(at + 16, true);
	const packedSize = view.getUint32(at + 20, true);
	const size = view.getUint32(at + 24, true);
	const local = view.getUint32(at + 42, true);
	const isWhole = local + 30 <= bytes.length && view.getUint32(local, true) === 0x04034b50;
	if (!isWhole || (method !== 0 && method !== 8)) return refuseFile(fileName, damaged);
	const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
	if (start + packedSize > bytes.length) return refuseFile(fileName, damaged);
	const name = Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength)).toString('utf8');
	const packed = bytes.subarray(start, start + packedSize);
	return { name: name.replaceAll('\\', '/'), isDeflated: method === 8, packed, size, checksum };
}

/** It stands at the end, before a comment of at most 65,535 bytes. */
function endOfDirectory(view: DataView): number | null {
	const furthest = Math.max(0, view.byteLength - 22 - 65_535);
	for (let at = view.byteLength - 22; at >= furthest; at -= 1)
		if (view.getUint32(at, true) === 0x06054b50) return at;
	return null;
}
