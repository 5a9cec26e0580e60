/** Unpacks one entry of a zip file piece by piece, so that no more than a few megabytes of it are in memory at once. */
import { crc32 } from 'node:zlib';
import { Inflate } from 'fflate';
import { damaged, refuseFile } from './refuse-file.ts';
import type { ZipEntry } from './zip-directory.ts';

/** Bytes that are taken at once; deflate makes at most 1,032 times as much of them. */
const step = 16_384;

/** The pieces in order. Throws a Problem when they are not what the list of the zip file says, or more. */
export function* unpack(entry: ZipEntry, fileName: string): Generator<Uint8Array, void> {
	let size = 0;
	let checksum = 0;
	const checked = (piece: Uint8Array) => {
		size += piece.length;
		if (size > entry.size) refuseFile(fileName, damaged);
		checksum = crc32(piece, checksum);
		return piece;
	};
	for (const piece of piecesOf(entry, fileName)) if (piece.length > 0) yield checked(piece);
	if (size !== entry.size || checksum !== entry.checksum) refuseFile(fileName, damaged);
}

function* piecesOf({ packed, isDeflated }: ZipEntry, fileName: string): Generator<Uint8Array, void> {
	let ready: Uint8Array[] = [];
	const inflate = isDeflated ? new Inflate((piece) => ready.push(piece)) : null;
	for (let at = 0; at < packed.length; at += step) {
		const piece = packed.subarray(at, at + step);
		if (inflate) inflated(inflate, piece, at + step >= packed.length, fileName);
		else ready = [piece];
		yield* ready;
		ready = [];
	}
}

function inflated(inflate: Inflate, piece: Uint8Array, isLast: boolean, fileName: string): void {
	try {
		inflate.push(piece, isLast);
	} catch {
		refuseFile(fileName, damaged);
	}
}
