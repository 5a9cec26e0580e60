/** The texts of a workbook, which its cells name by their position in one list. */
import { readXml } from './read-xml.ts';
import { refuseFile } from './refuse-file.ts';
import { loose } from './table-limits.ts';
import type { ZipEntry } from './zip-directory.ts';

/** Characters of all texts together. */
const mostText = 300_000_000;
const mostTexts = 5_000_000;

/** Fills `texts` piece by piece. Throws a Problem where the part is damaged or too large. */
export function* readSharedStrings(
	entry: ZipEntry,
	texts: string[],
	fileName: string
): Generator<void, void> {
	let length = 0;
	let reading = '';
	let isText = false;
	let isPhonetic = false;
	yield* readXml(
		entry,
		{
			open(element) {
				if (element === 'si') reading = '';
				else if (element === 't') isText = true;
				else if (element === 'rPh') isPhonetic = true;
			},
			close(element) {
				if (element === 't') isText = false;
				else if (element === 'rPh') isPhonetic = false;
				else if (element === 'si') {
					length += reading.length;
					if (length > mostText || texts.length >= mostTexts)
						refuseFile(fileName, 'has more text in it than can be read at once. Divide the table in two.');
					texts.push(loose(plainText(reading)));
				}
			},
			text(text) {
				if (isText && !isPhonetic) reading += text;
			}
		},
		fileName
	);
}

/** `_x000D_` is how a workbook writes a sign that XML cannot hold, and `_x005F_` an underline before such. */
export function plainText(text: string): string {
	if (!text.includes('_x')) return text;
	return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
