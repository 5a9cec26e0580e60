import { describe, expect, test } from 'vitest';
import { strToU8, zipSync } from 'fflate';
import { attachmentType } from './attachment-type.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<x/>')])));

describe('an attachment', () => {
	test.each([
		[bytes('%PDF-1.7\n'), 'policy.exe', 'pdf'],
		[new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'map.pdf', 'png'],
		[new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'photo', 'jpg'],
		[zip('[Content_Types].xml', 'word/document.xml'), 'a.xlsx', 'docx'],
		[zip('xl/workbook.xml'), 'a.xlsx', 'xlsx'],
		[zip('ppt/presentation.xml'), 'a.pptx', 'pptx'],
		[bytes('Notes of the day – in Gàidhlig'), 'notes.txt', 'txt'],
		[bytes('a,b\n1,2\n'), 'table.CSV', 'csv']
	])('is known by its content, not by its name (%#)', (content, name, ending) => {
		expect(attachmentType(content, name).ending).toBe(ending);
	});

	test.each([
		[new Uint8Array(0), 'is empty.'],
		[bytes('<!doctype html><script>alert(1)</script>'), 'of a kind that is not taken'],
		[bytes('  <svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'), 'of a kind that is not taken'],
		[new Uint8Array([0x4d, 0x5a, 0x90, 0, 3]), 'of a kind that is not taken'],
		[new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'of a kind that is not taken'],
		[zip('anything.txt'), 'of a kind that is not taken'],
		[zip('word/document.xml', 'word/vbaProject.bin'), 'holds macros or programs'],
		[zip('word/document.xml').subarray(0, 40), 'damaged']
	])('that could run, or is of no known kind, is refused (%#)', (content, reason) => {
		expect(() => attachmentType(content, 'file.docx')).toThrow(reason);
	});
});
