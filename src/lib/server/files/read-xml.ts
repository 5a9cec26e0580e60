/** Reads one XML part of a workbook from beginning to end, holding no more of it than a few elements. */
import { decode, Parser } from 'saxen';
import { damaged, refuseFile } from './refuse-file.ts';
import { unpack } from './unpack.ts';
import type { ZipEntry } from './zip-directory.ts';

export type XmlReader = {
	/** Element names are without their prefixes. Attribute values are as they stand: `decode` them. */
	open?: (element: string, attributes: () => Record<string, string>) => void;
	close?: (element: string) => void;
	/** Text between two tags. */
	text?: (text: string) => void;
};

export { decode };

/** The parts of a workbook are not ten deep. */
const deepest = 64;
/** Characters without a tag: the longest text that a cell may hold has 32,767. */
const longestToken = 1_000_000;

/**
 * Yields after each piece the number of packed bytes that were read. Throws a Problem where the part is damaged, and
 * where it defines entities or is nested so deep that it was made to do harm.
 */
export function* readXml(entry: ZipEntry, reader: XmlReader, fileName: string): Generator<void, void> {
	const parser = new Parser();
	const decoder = new TextDecoder('utf-8', { fatal: true });
	let depth = 0;
	let since = 0;
	const heard = () => (since = 0);
	parser.on('openTag', (element, attributes) => {
		heard();
		if (++depth > deepest) throw new Error('too deep');
		reader.open?.(local(element), () => attributes() || {});
	});
	parser.on('closeTag', (element) => {
		heard();
		depth -= 1;
		reader.close?.(local(element));
	});
	parser.on('text', (text) => {
		heard();
		reader.text?.(text.includes('&') ? decode(text) : text);
	});
	parser.on('cdata', (text) => {
		heard();
		reader.text?.(text);
	});
	parser.on('attention', () => {
		throw new Error('a document type is defined');
	});
	for (const bytes of unpack(entry, fileName))
		for (let at = 0; at < bytes.length; at += piece) {
			const part = bytes.subarray(at, at + piece);
			since += part.length;
			if (since > longestToken + piece) refuseFile(fileName, damaged);
			parsed(fileName, () => parser.write(decoder.decode(part, { stream: true })));
			yield;
		}
	parsed(fileName, () => parser.write(decoder.decode()).end());
}

const piece = 65_536;

/** What the parser says of a fault is for programmers: a person is told that the file is damaged. */
function parsed(fileName: string, parse: () => void): void {
	try {
		parse();
	} catch (error) {
		// The parser throws plain errors, the decoder one with a code; anything else is a fault of ours.
		const { constructor, code } = error as NodeJS.ErrnoException;
		if (constructor !== Error && code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
		refuseFile(fileName, damaged);
	}
}

const local = (element: string) =>
	element.includes(':') ? element.slice(element.indexOf(':') + 1) : element;
