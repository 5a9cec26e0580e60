/** Finds its way about a workbook: which sheets it has, where they lie, and how its numbers are shown. */
import { isBuiltInDate, isDateFormat, type DateSystem } from './spreadsheet-dates.ts';
import { decode, readXml, type XmlReader } from './read-xml.ts';
import { damaged, refuseFile } from './refuse-file.ts';
import type { ZipEntry } from './zip-directory.ts';

export type WorkbookParts = {
	sheets: { name: string; isHidden: boolean; entry: ZipEntry }[];
	dateSystem: DateSystem;
	/** By the position of a cell's style: whether it shows a number as a day. */
	showsDate: boolean[];
	sharedStrings: ZipEntry | null;
};

const mostSheets = 100;

/** Throws a Problem where it is no workbook, holds macros, is of another format, or is damaged. */
export function findParts(entries: ReadonlyMap<string, ZipEntry>, fileName: string): WorkbookParts {
	refuseOthers(entries, fileName);
	const path = pathOfWorkbook(entries, fileName);
	const workbook = entries.get(path);
	if (!workbook) return refuseFile(fileName, damaged);
	const links = relations(entries, path, fileName);
	const partOf = (type: string) => entries.get(links.find((each) => each.type === type)?.path ?? '') ?? null;
	const { listed, dateSystem } = readWorkbook(workbook, fileName);
	const sheets = listed.flatMap(({ name, isHidden, id }) => {
		const link = links.find((each) => each.id === id);
		if (link && link.type !== 'worksheet') return [];
		const entry = link && entries.get(link.path);
		return entry ? [{ name, isHidden, entry }] : [refuseFile(fileName, damaged)];
	});
	if (sheets.length > mostSheets)
		refuseFile(fileName, `has more than ${mostSheets} sheets. Copy those with answers into a new workbook.`);
	return {
		sheets,
		dateSystem,
		showsDate: readStyles(partOf('styles'), fileName),
		sharedStrings: partOf('sharedStrings')
	};
}

const saveAs = 'Save it as a workbook without macros (.xlsx) or as CSV, and upload that.';

function refuseOthers(entries: ReadonlyMap<string, ZipEntry>, fileName: string): void {
	const names = [...entries.keys()];
	if (names.some((name) => /(?:^|\/)vbaproject\.bin$|^xl\/macrosheets\//i.test(name)))
		refuseFile(fileName, `holds macros, which are never run or kept here. ${saveAs}`);
	if (names.some((name) => /^xl\/workbook\.bin$/i.test(name)))
		refuseFile(fileName, `is a binary workbook (.xlsb). ${saveAs}`);
	if (entries.has('mimetype') && entries.has('content.xml'))
		refuseFile(
			fileName,
			'is an OpenDocument file. Save it as a workbook (.xlsx) or as CSV, and upload that.'
		);
	if (names.some((name) => /^(?:word|ppt)\//.test(name)))
		refuseFile(
			fileName,
			'is a text document or slides. Copy its table into a workbook (.xlsx), and upload that.'
		);
	if (!entries.has('[Content_Types].xml'))
		refuseFile(fileName, 'is a packed folder and no workbook. Unpack it and upload the table that is in it.');
}

/** `_rels/.rels` says where the workbook lies; nearly always at xl/workbook.xml. */
function pathOfWorkbook(entries: ReadonlyMap<string, ZipEntry>, fileName: string): string {
	const main = relations(entries, '', fileName).find(({ type }) => type === 'officeDocument');
	return main?.path ?? 'xl/workbook.xml';
}

type Relation = { id: string; type: string; path: string };

/** The links of a part to others: their types without the address before, their paths from the top. */
function relations(entries: ReadonlyMap<string, ZipEntry>, path: string, fileName: string): Relation[] {
	const [folder, name] = [path.replace(/[^/]*$/, ''), path.replace(/^.*\//, '')];
	const entry = entries.get(`${folder}_rels/${name}.rels`);
	const found: Relation[] = [];
	readAll(entry ?? null, fileName, {
		open(element, attributes) {
			if (element !== 'Relationship') return;
			const { Id = '', Type = '', Target = '', TargetMode = '' } = attributes();
			if (TargetMode === 'External') return;
			const target = decode(Target);
			const whole = target.startsWith('/') ? target.slice(1) : folder + target;
			found.push({ id: Id, type: Type.replace(/^.*\//, ''), path: withoutDots(whole) });
		}
	});
	return found;
}

/** `xl/../docs/a.xml` is docs/a.xml. */
function withoutDots(path: string): string {
	const steps: string[] = [];
	for (const step of path.split('/'))
		if (step === '..') steps.pop();
		else if (step !== '.' && step !== '') steps.push(step);
	return steps.join('/');
}

type ListedSheet = { name: string; isHidden: boolean; id: string };

function readWorkbook(entry: ZipEntry, fileName: string) {
	const listed: ListedSheet[] = [];
	let dateSystem: DateSystem = '1900';
	readAll(entry, fileName, {
		open(element, attributes) {
			if (element === 'workbookPr' && /^(?:1|true|on)$/.test(attributes().date1904 ?? ''))
				dateSystem = '1904';
			if (element !== 'sheet') return;
			const { name = '', state = '', ...others } = attributes();
			const id = Object.entries(others).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
			listed.push({ name: decode(name), isHidden: /^(?:very)?hidden$/i.test(state), id });
		}
	});
	return { listed, dateSystem: dateSystem as DateSystem };
}

function readStyles(entry: ZipEntry | null, fileName: string): boolean[] {
	const ownFormats = new Map<number, boolean>();
	const showsDate: boolean[] = [];
	let isInCellFormats = false;
	readAll(entry, fileName, {
		open(element, attributes) {
			if (element === 'numFmt') {
				const { numFmtId, formatCode = '' } = attributes();
				ownFormats.set(Number(numFmtId), isDateFormat(decode(formatCode)));
			} else if (element === 'cellXfs') isInCellFormats = true;
			else if (element === 'xf' && isInCellFormats) {
				const id = Number(attributes().numFmtId ?? 0);
				showsDate.push(ownFormats.get(id) ?? isBuiltInDate(id));
			}
		},
		close(element) {
			if (element === 'cellXfs') isInCellFormats = false;
		}
	});
	return showsDate;
}

/** A small part, read at once. */
function readAll(entry: ZipEntry | null, fileName: string, reader: XmlReader): void {
	if (!entry) return;
	if (entry.size > largestPart) refuseFile(fileName, damaged);
	const steps = readXml(entry, reader, fileName);
	while (!steps.next().done);
}

const largestPart = 20_000_000;
