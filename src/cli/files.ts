/** Reads and writes the files named on the command line, and says plainly what is wrong with them. */
import { readFileSync, writeFileSync } from 'node:fs';
import Papa from 'papaparse';
import { ZodError } from 'zod';
import { parseInstrument, type Instrument } from '#lib/evidence/instrument.ts';
import { contentType } from '#lib/server/files/content-type.ts';
import { decodeText } from '#lib/server/files/decode-text.ts';
import { readTable } from '#lib/server/files/read-table.ts';
import { issueSentences } from '#lib/server/issue-words.ts';
import { jsonOf } from '#lib/server/json-text.ts';
import { Problem } from '#lib/server/problems.ts';

const reasons: Record<string, string> = {
	ENOENT: 'there is no such file or folder',
	EISDIR: 'it is a folder',
	EACCES: 'permission is denied',
	ERR_FS_FILE_TOO_LARGE: 'it is too large'
};

const reasonOf = (error: unknown) => {
	const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
	return reasons[code] ?? code;
};

/** Throws a Problem that says why a file cannot be read. */
export function readBytes(file: string): Buffer {
	try {
		return readFileSync(file);
	} catch (error) {
		throw new Problem('file-unreadable', `${file} cannot be read: ${reasonOf(error)}.`);
	}
}

/** The text of any text file: UTF-8 or, as Excel on Windows writes it, UTF-16 or windows-1252. */
export function readText(file: string): string {
	return decodeText(readBytes(file), file).text;
}

/** Letters; a book has a fifth of it. */
const longestProse = 5_000_000;

/** What was written to be read: plain text or Markdown. Throws a Problem for what is empty, too long, or no text. */
export function readProse(bytes: Uint8Array, file: string): string {
	const refuse = (reason: string): never => {
		throw new Problem('file-invalid', `${file} ${reason}`);
	};
	if (bytes.length > longestProse * 4) refuse(tooLong);
	if (
		/^(?:%PDF|\{\\rtf|<!doctype|<html)/i.test(
			Buffer.from(bytes.subarray(0, 16)).toString('latin1').trimStart()
		)
	)
		refuse(noProse);
	const text = decodedOrNull(bytes, file) ?? refuse(noProse);
	if (text.trim() === '') refuse('is empty.');
	if (text.length > longestProse) refuse(tooLong);
	return text;
}

function decodedOrNull(bytes: Uint8Array, file: string): string | null {
	try {
		return decodeText(bytes, file).text;
	} catch (error) {
		// What is said of something that is no table of answers would not help here.
		if (error instanceof Problem && error.code === 'table-refused') return null;
		throw error;
	}
}

const tooLong = 'is too long to be checked at once. Give it in parts.';
const noProse = 'is neither text nor a Word document (.docx). Save it as one of these, and give that.';

/**
 * A table as CSV: the text of a CSV file, or what stands in the first sheet of a workbook that has anything in it.
 * Throws a Problem for what is neither.
 */
export function readTableText(file: string): string {
	const bytes = readBytes(file);
	if (bytes.length === 0 || contentType(bytes, file) === 'text') return decodeText(bytes, file).text;
	const sheet = readTable(bytes, file).sheets.find(({ isHidden, rows }) => !isHidden && rows.length > 0);
	const rows = sheet?.rows ?? [];
	// Empty rows are put back, so that what is wrong is found in the row that the spreadsheet shows.
	const lines: string[][] = Array.from({ length: rows.at(-1)?.row ?? 0 }, () => ['']);
	for (const { row, cells } of rows) lines[row - 1] = [...cells];
	return Papa.unparse(lines, { newline: '\n' });
}

export function readJson(file: string): unknown {
	try {
		return jsonOf(readBytes(file).toString('utf8'));
	} catch (error) {
		if (error instanceof Problem) throw error;
		throw new Problem(
			'file-invalid',
			`${file} is not a JSON file (${(error as Error).message}). Check the commas, quotation marks and brackets there.`
		);
	}
}

/** An analyst's own instrument file. Throws a Problem that names the place of each fault. */
export function readInstrument(file: string): Instrument {
	const json = readJson(file);
	try {
		return parseInstrument(json);
	} catch (error) {
		if (!(error instanceof ZodError)) throw error;
		throw new Problem('instrument-invalid', `${file} is not an instrument.`, issueSentences(error, json));
	}
}

export function writeOut(file: string, content: string | Uint8Array): void {
	try {
		writeFileSync(file, content);
	} catch (error) {
		throw new Problem('file-unwritable', `${file} cannot be written: ${reasonOf(error)}.`);
	}
}
