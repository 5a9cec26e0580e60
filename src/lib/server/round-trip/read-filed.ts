/** Reads a self-evaluation that came back as a file, whichever program it went through: a document or a workbook. */
import { readFiledDocument, readFiledTable, type FiledEvaluation } from '#lib/judgement/round-trip-read.ts';
import { readTableBetween } from '../files/read-table-between.ts';
import { readWord, wordPath } from '../files/read-word.ts';
import { damaged, refuseFile } from '../files/refuse-file.ts';
import { readDirectory } from '../files/zip-directory.ts';

/** A self-evaluation filled to the brim has a tenth of it. */
const mostBytes = 20_000_000;

/**
 * Throws a Problem table-refused, one sentence that says what is wrong with the file and what to do: for what is
 * neither kind of file, is protected, damaged, empty, or holds no component.
 */
export async function readFiled(bytes: Uint8Array, fileName: string): Promise<FiledEvaluation> {
	refuseOthers(bytes, fileName);
	const entries = readDirectory(bytes, fileName);
	const names = [...entries.keys()];
	if (names.some((name) => /(?:^|\/)vbaproject\.bin$/i.test(name)))
		refuseFile(fileName, `holds macros, which are never run or kept here. ${saveAs}`);
	if (entries.has('mimetype') && entries.has('content.xml'))
		refuseFile(fileName, `is an OpenDocument file. ${saveAs}`);
	const filed = entries.has(wordPath)
		? readFiledDocument(await readWord(entries, fileName))
		: names.some((name) => /^xl\//.test(name))
			? readFiledTable(await readTableBetween(bytes, fileName, { takeFormulaValues: true }))
			: refuseFile(fileName, `is a packed folder, or damaged. ${again}`);
	if (filed.components.length === 0 && filed.standards.length === 0)
		refuseFile(
			fileName,
			`holds no component that Cairn knows again: the column of codes and the labels have to stay as they were. ${again}`
		);
	return filed;
}

const saveAs = 'Save it as a Word document (.docx) or an Excel workbook (.xlsx), and upload that.';
const again = 'Upload the document or workbook that was downloaded here, filled in.';

function refuseOthers(bytes: Uint8Array, fileName: string): void {
	const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 8));
	if (bytes.length === 0) refuseFile(fileName, `is empty. ${again}`);
	if (bytes.length > mostBytes)
		refuseFile(
			fileName,
			`is larger than ${mostBytes / 1_000_000} MB. Take out its pictures, save it, and upload that.`
		);
	if (start.toString('hex') === 'd0cf11e0a1b11ae1') refuseFile(fileName, oldOrLocked(bytes));
	if (start.toString('latin1').startsWith('%PDF')) refuseFile(fileName, `is a PDF. ${again}`);
	if (!start.toString('latin1').startsWith('PK\u0003\u0004'))
		refuseFile(
			fileName,
			/\.(?:docx|xlsx)$/i.test(fileName) ? damaged : `is neither a Word document nor a workbook. ${again}`
		);
}

/** What has a password and what is older than 2007 begin with the same bytes. */
function oldOrLocked(bytes: Uint8Array): string {
	const isLocked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
		Buffer.from('EncryptedPackage', 'utf16le')
	);
	return isLocked
		? 'is protected by a password. Take the password off, save it, and upload that.'
		: `is in the format of Word or Excel before 2007. ${saveAs}`;
}
