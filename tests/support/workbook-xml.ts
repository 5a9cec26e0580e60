/** Workbooks put together from their XML by hand: what no library that writes workbooks would write. */
import { zipSync, strToU8 } from 'fflate';

export type HandmadeSheet = {
	name?: string;
	/** What stands in `<sheetData>`. */
	rows: string;
	/** What follows it, such as merged cells. */
	after?: string;
	state?: 'hidden' | 'veryHidden';
};

export type Handmade = {
	sheets: HandmadeSheet[];
	sharedStrings?: string;
	styles?: string;
	/** Attributes of `<workbookPr>`. */
	properties?: string;
	/** Files beside those of every workbook, and in place of them. */
	files?: Record<string, string>;
};

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const linksOf = (targets: [id: string, type: string, target: string][]) =>
	`${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
		.map(([id, type, target]) => `<Relationship Id="${id}" Type="${links}/${type}" Target="${target}"/>`)
		.join('')}</Relationships>`;

/** The bytes of the file. */
export function handmadeWorkbook({
	sheets,
	sharedStrings,
	styles,
	properties = '',
	files = {}
}: Handmade): Buffer {
	const listed = sheets.map(
		({ name, state }, at) =>
			`<sheet name="${name ?? `Sheet${at + 1}`}" sheetId="${at + 1}" r:id="rId${at + 1}"${state ? ` state="${state}"` : ''}/>`
	);
	const parts: Record<string, string> = {
		'[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		'_rels/.rels': linksOf([['rId1', 'officeDocument', 'xl/workbook.xml']]),
		'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${links}"><workbookPr ${properties}/><sheets>${listed.join('')}</sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': linksOf([
			...sheets.map((_, at): [string, string, string] => [
				`rId${at + 1}`,
				'worksheet',
				`worksheets/sheet${at + 1}.xml`
			]),
			['rIdT', 'sharedStrings', 'sharedStrings.xml'],
			['rIdS', 'styles', 'styles.xml']
		]),
		...Object.fromEntries(
			sheets.map(({ rows, after = '' }, at) => [
				`xl/worksheets/sheet${at + 1}.xml`,
				`${head}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`
			])
		),
		...(sharedStrings === undefined
			? {}
			: { 'xl/sharedStrings.xml': `${head}<sst xmlns="${main}">${sharedStrings}</sst>` }),
		...(styles === undefined
			? {}
			: { 'xl/styles.xml': `${head}<styleSheet xmlns="${main}">${styles}</styleSheet>` }),
		...files
	};
	return Buffer.from(
		zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
	);
}

/** A row of cells of text. */
export const textRow = (row: number, ...texts: string[]) =>
	`<row r="${row}">${texts
		.map(
			(text, at) => `<c r="${String.fromCharCode(65 + at)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`
		)
		.join('')}</row>`;
