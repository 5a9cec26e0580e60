/** Fills in a Word document as somebody with a word processor does, and saves it as other programs do: in other XML. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const path = 'word/document.xml';
const plain = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/**
 * `fields`: texts by component and label, such as `{ '8.7': { Stage: '3. Initial implementation' } }`, or by standard,
 * such as `{ 'Standard 8': { Gaps: 'None.' } }`.
 */
export function fillWord(bytes: Uint8Array, fields: Record<string, Record<string, string>>): Uint8Array {
	const files = unzipSync(bytes);
	let xml = strFromU8(files[path]!);
	for (const [code, texts] of Object.entries(fields))
		for (const [label, text] of Object.entries(texts)) xml = withField(xml, code, label, text);
	files[path] = strToU8(xml);
	return zipSync(files);
}

function withField(xml: string, code: string, label: string, text: string): string {
	const component = xml.indexOf(code.startsWith('Standard ') ? `>${code}<` : `>Component ${code}<`);
	const row = xml.indexOf(`>${label}<`, component);
	const start = xml.indexOf('<w:tc>', row);
	const end = xml.indexOf('</w:tc>', start);
	if (component < 0 || row < 0 || start < 0) throw new Error(`There is no “${label}” of component ${code}`);
	const paragraphs = text
		.split('\n')
		.map((line) => `<w:p><w:r><w:t xml:space="preserve">${plain(line)}</w:t></w:r></w:p>`);
	return `${xml.slice(0, start)}<w:tc>${paragraphs.join('')}${xml.slice(end)}`;
}

/**
 * The document as other programs write it again: without content controls, properties and styles of its own, with
 * words broken into several runs, other prefixes, and its parts in another order.
 */
export function rewriteWord(bytes: Uint8Array): Uint8Array {
	const files = unzipSync(bytes);
	const xml = strFromU8(files[path]!)
		.replace(/<w:sdtPr>.*?<\/w:sdtPr>/gs, '')
		.replace(/<\/?w:sdt(?:Content)?>/g, '')
		.replace(/<w:(?:rPr|pPr|tcPr|tblPr|trPr)>.*?<\/w:(?:rPr|pPr|tcPr|tblPr|trPr)>/gs, '')
		.replace(/<w:t(?: [^>]*)?>([^<]{4,})<\/w:t>/g, (_, text: string) => {
			const half = text.slice(0, text.length / 2).replace(/&[^;]*$/, '');
			return `<w:t xml:space="preserve">${half}</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t xml:space="preserve">${text.slice(half.length)}</w:t>`;
		})
		.replaceAll('<w:', '<ns0:')
		.replaceAll('</w:', '</ns0:')
		.replace('xmlns:w=', 'xmlns:ns0=');
	const { [path]: _, ...others } = files;
	delete others['docProps/custom.xml'];
	return zipSync({ ...others, [path]: strToU8(xml) });
}
