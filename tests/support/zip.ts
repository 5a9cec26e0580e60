/** Opens a ZIP file as workbooks are: names and bytes of what is in it. */
import { inflateRawSync } from 'node:zlib';

const endOfDirectory = 0x06054b50;

/** Throws when it is no such file. Reads what is stored plainly or deflated. */
export function unzip(file: Buffer): Map<string, Buffer> {
	let end = file.length - 22;
	while (end > 0 && file.readUInt32LE(end) !== endOfDirectory) end -= 1;
	if (file.readUInt32LE(end) !== endOfDirectory) throw new Error('This is no ZIP file.');
	const entries = new Map<string, Buffer>();
	let at = file.readUInt32LE(end + 16);
	for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
		const [packed, name, extra, comment] = [
			file.readUInt32LE(at + 20),
			file.readUInt16LE(at + 28),
			file.readUInt16LE(at + 30),
			file.readUInt16LE(at + 32)
		];
		const local = file.readUInt32LE(at + 42);
		const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
		const bytes = file.subarray(start, start + packed);
		const isPlain = file.readUInt16LE(at + 10) === 0;
		entries.set(file.toString('utf8', at + 46, at + 46 + name), isPlain ? bytes : inflateRawSync(bytes));
		at += 46 + name + extra + comment;
	}
	return entries;
}
