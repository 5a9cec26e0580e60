import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { Problem } from '../problems.ts';
import { readParagraphs } from './read-paragraphs.ts';

const parts = (body: string, before = '') => ({
	'[Content_Types].xml': Buffer.from('<Types/>'),
	'word/document.xml': Buffer.from(
		`<?xml version="1.0" encoding="UTF-8"?>${before}<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`
	)
});
/** A document as a word processor packs it, with this in its body. */
const packed = (body: string, before = '') => zipSync(parts(body, before));
/** The same without making it smaller. */
const loose = (body: string) => zipSync(parts(body), { level: 0 });
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

function refusal(bytes: Uint8Array): string {
	try {
		readParagraphs(bytes, 'report.docx');
	} catch (error) {
		if (error instanceof Problem && error.code === 'file-invalid') return error.message;
		throw error;
	}
	return 'It was read.';
}

describe('the paragraphs of a Word document', () => {
	test('are read as a word processor writes them, in the body and in tables, with the empty ones', async () => {
		const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
		const document = new Document({
			sections: [
				{
					children: [
						new Paragraph({ children: [new TextRun('Mo'), new TextRun({ text: 'st files', bold: true })] }),
						new Paragraph(''),
						new Table({ rows: [new TableRow({ children: [cell('few & far'), cell('all')] })] }),
						new Paragraph('the end')
					]
				}
			]
		});
		expect(readParagraphs(await Packer.toBuffer(document), 'report.docx')).toEqual([
			'Most files',
			'',
			'few & far',
			'all',
			'the end'
		]);
	});

	test('have tabs and line breaks, and neither tab stops nor what was deleted or moved away', () => {
		const body = `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>
			<w:del><w:r><w:delText>most</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>few</w:t></w:r></w:moveFrom>
			<w:r><w:instrText>HYPERLINK</w:instrText></w:r></w:p>`;
		expect(readParagraphs(packed(body), 'report.docx')).toEqual(['a\tb\nc']);
	});

	test('in a text box stand once, apart from the paragraph that the box is in', () => {
		const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
		const body = `<w:p><w:r><w:t>out</w:t></w:r><mc:AlternateContent><mc:Choice>${box('most')}</mc:Choice><mc:Fallback>${box('most')}</mc:Fallback></mc:AlternateContent><w:r><w:t>side</w:t></w:r></w:p>`;
		expect(readParagraphs(packed(body), 'report.docx')).toEqual(['outside', 'most']);
	});

	test.each([
		['is empty', Buffer.alloc(0), 'is empty'],
		['is a PDF', Buffer.from('%PDF-1.7'), 'is not a Word document'],
		['is a workbook', zipSync({ 'xl/workbook.xml': Buffer.from('<x/>') }), 'is not a Word document'],
		['was cut short', packed(paragraph('few')).slice(0, -30), 'is damaged'],
		['breaks off', packed('<w:p><w:r><w:t>few</w:oops>'), 'is damaged'],
		['defines entities', packed('few', '<!DOCTYPE a [<!ENTITY b "few">]>'), 'is damaged'],
		['is nested without end', packed('<w:p>'.repeat(500)), 'is damaged'],
		['would burst', zipSync({ 'word/document.xml': new Uint8Array(60_000_000) }), 'is damaged'],
		['bursts with text', packed(paragraph('few '.repeat(3_000_000))), 'is damaged'],
		[
			'has more letters than can be checked',
			loose(paragraph('few '.repeat(200_000)).repeat(7)),
			'is too long'
		],
		['has millions of empty paragraphs', loose('<w:p/>'.repeat(5_000_001)), 'is too long']
	])('of a file that %s are refused in one sentence', (_, bytes, reason) => {
		expect(refusal(bytes)).toContain(`report.docx ${reason}`);
	});

	test('of a damaged file never end in anything but a refusal or text', () => {
		const whole = packed(paragraph('few ').repeat(50));
		for (let at = 0; at < whole.length; at += 7) {
			const bytes = Uint8Array.from(whole);
			bytes[at] = bytes[at]! ^ 0x55;
			expect(refusal(bytes)).toMatch(/^(?:report\.docx is |It was read)/);
		}
	});
});
