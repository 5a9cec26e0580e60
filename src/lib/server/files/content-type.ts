/** What a file really is, by its first bytes: its name proves nothing. */
import { refuseFile } from './refuse-file.ts';

const saveAs = 'Open it in a spreadsheet, save it as a workbook (.xlsx) or as CSV, and upload that.';

/** What begins a file that is no table, and what to say of it. */
const others: { begins: number[]; reason: string }[] = [
	{
		begins: [0x25, 0x50, 0x44, 0x46],
		reason: 'is a PDF, which has no rows that can be read. Ask for the table as a workbook or CSV.'
	},
	{ begins: [0x89, 0x50, 0x4e, 0x47], reason: 'is a picture. Ask for the table as a workbook or CSV.' },
	{ begins: [0xff, 0xd8, 0xff], reason: 'is a picture. Ask for the table as a workbook or CSV.' },
	{ begins: [0x47, 0x49, 0x46, 0x38], reason: 'is a picture. Ask for the table as a workbook or CSV.' },
	{ begins: [0x7b, 0x5c, 0x72, 0x74, 0x66], reason: `is a text document. ${saveAs}` },
	{ begins: [0x1f, 0x8b], reason: 'is packed. Unpack it and upload the table that is in it.' },
	{ begins: [0x37, 0x7a, 0xbc, 0xaf], reason: 'is packed. Unpack it and upload the table that is in it.' },
	{ begins: [0x52, 0x61, 0x72, 0x21], reason: 'is packed. Unpack it and upload the table that is in it.' }
];

const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/**
 * Whether the bytes are a zip file, as workbooks are, or text. Throws a Problem for every other kind, and where the
 * name's ending says one thing and the content is another.
 */
export function contentType(bytes: Uint8Array, fileName: string): 'zip' | 'text' {
	if (bytes.length === 0) refuseFile(fileName, 'is empty. Upload the file that holds the answers.');
	if (beginsWith(bytes, compound)) refuseFile(fileName, compoundReason(bytes));
	const other = others.find(({ begins }) => beginsWith(bytes, begins));
	if (other) refuseFile(fileName, other.reason);
	const ending = /\.([a-z0-9]{1,5})$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
	const isZip = beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || beginsWith(bytes, [0x50, 0x4b, 0x05, 0x06]);
	if (isZip && ['csv', 'tsv', 'txt'].includes(ending))
		refuseFile(fileName, `is named as text, but is a workbook or another packed file. ${saveAs}`);
	if (isZip) return 'zip';
	if (isMarkup(bytes)) refuseFile(fileName, `is a web page, whatever its name says. ${saveAs}`);
	if (['xlsx', 'xlsm', 'xls', 'xlsb', 'ods'].includes(ending))
		refuseFile(fileName, `is named as a workbook, but is none. ${saveAs}`);
	return 'text';
}

/** The old format of Excel, and what holds a workbook with a password, begin with the same bytes. */
function compoundReason(bytes: Uint8Array): string {
	const isLocked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
		Buffer.from('EncryptedPackage', 'utf16le')
	);
	return isLocked
		? 'is protected by a password. Take the password off in Excel, save it, and upload that.'
		: `is in the format of Excel before 2007. ${saveAs}`;
}

function isMarkup(bytes: Uint8Array): boolean {
	const start = Buffer.from(bytes.subarray(0, 400))
		.toString('latin1')
		.replace(/[\0\u00ff\u00fe\u00ef\u00bb\u00bf]/g, '')
		.trimStart();
	return /^<(?:!doctype|html|\?xml|head|body|table|meta|script|!--)/i.test(start);
}

const beginsWith = (bytes: Uint8Array, begins: readonly number[]) =>
	begins.every((byte, at) => bytes[at] === byte);
