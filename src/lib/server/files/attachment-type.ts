/** What an attachment is, by its content. Only kinds that are on the list are taken; what could run is on none. */
import { refuseFile } from './refuse-file.ts';
import { readDirectory } from './zip-directory.ts';

export type AttachmentType = {
	/** As the file is served. */
	media: string;
	/** As people call it. */
	name: string;
	/** With which the name of a download ends, whatever it ended with before. */
	ending: string;
};

const office = 'application/vnd.openxmlformats-officedocument';

/** Begin with fixed bytes. */
const simple: { begins: number[]; at?: number; type: AttachmentType }[] = [
	{ begins: [0x25, 0x50, 0x44, 0x46, 0x2d], type: { media: 'application/pdf', name: 'PDF', ending: 'pdf' } },
	{
		begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
		type: { media: 'image/png', name: 'picture (PNG)', ending: 'png' }
	},
	{ begins: [0xff, 0xd8, 0xff], type: { media: 'image/jpeg', name: 'picture (JPEG)', ending: 'jpg' } }
];

/** Packed documents, by a file that each has inside. */
const packed: { inside: string; type: AttachmentType }[] = [
	{
		inside: 'word/document.xml',
		type: { media: `${office}.wordprocessingml.document`, name: 'Word document', ending: 'docx' }
	},
	{
		inside: 'xl/workbook.xml',
		type: { media: `${office}.spreadsheetml.sheet`, name: 'Excel workbook', ending: 'xlsx' }
	},
	{
		inside: 'ppt/presentation.xml',
		type: { media: `${office}.presentationml.presentation`, name: 'PowerPoint slides', ending: 'pptx' }
	}
];

const text: AttachmentType = { media: 'text/plain; charset=utf-8', name: 'plain text', ending: 'txt' };
const table: AttachmentType = { media: 'text/csv; charset=utf-8', name: 'table (CSV)', ending: 'csv' };

const taken =
	'is of a kind that is not taken. Cairn takes PDF, Word (.docx), Excel (.xlsx), PowerPoint (.pptx), PNG and JPEG pictures, plain text and CSV in UTF-8.';

/** Throws a Problem (table-refused) for an empty file, a kind that is not taken, macros, and what is damaged. */
export function attachmentType(bytes: Uint8Array, fileName: string): AttachmentType {
	if (bytes.length === 0) refuseFile(fileName, 'is empty.');
	const plain = simple.find(({ begins }) => begins.every((byte, at) => bytes[at] === byte));
	if (plain) return plain.type;
	if (bytes[0] === 0x50 && bytes[1] === 0x4b) return packedType(bytes, fileName);
	return textType(bytes, fileName);
}

function packedType(bytes: Uint8Array, fileName: string): AttachmentType {
	const inside = readDirectory(bytes, fileName);
	if ([...inside.keys()].some((name) => /vbaProject|\.(?:exe|dll|js|vbs|bat|cmd|scr|html?)$/i.test(name)))
		refuseFile(fileName, 'holds macros or programs. Save it without them and attach that.');
	const found = packed.find((each) => inside.has(each.inside));
	return found?.type ?? refuseFile(fileName, taken);
}

function textType(bytes: Uint8Array, fileName: string): AttachmentType {
	let written: string;
	try {
		written = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return refuseFile(fileName, taken);
	}
	// A page or a drawing that could run, whatever its name.
	// eslint-disable-next-line no-control-regex -- signs that no text holds
	if (/[\0-\x08\x0e-\x1f]/.test(written) || /^\s*<[!?a-z]/i.test(written)) refuseFile(fileName, taken);
	return /\.csv$/i.test(fileName) ? table : text;
}
