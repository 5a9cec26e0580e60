/** The typeface of printed reports: Roboto with the letters of Latin, Greek and Cyrillic, as pdfmake brings it. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const pdfmakeFolder = dirname(createRequire(import.meta.url).resolve('pdfmake/package.json'));
const fontFile = (name: string) => join(pdfmakeFolder, 'fonts/Roboto', `Roboto-${name}.ttf`);

/** Four cuts that hold the same signs. */
export const fontFiles = {
	normal: fontFile('Regular'),
	bold: fontFile('Medium'),
	italics: fontFile('Italic'),
	bolditalics: fontFile('MediumItalic')
};
