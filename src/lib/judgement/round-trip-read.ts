/**
 * Finds the components and standards of a self-evaluation in a file that came back: in the cells of a workbook or the rows of the
 * tables of a document. They are known by what anybody sees, their codes and labels, so that the file may have gone
 * through any program on its way.
 */
import { cellAt, type Table } from '#lib/evidence/imports/table.ts';
import { plainWord } from '#lib/evidence/plain-word.ts';
import { filedParts, readPartsStamp, type FiledPart, type FiledStandard } from './round-trip-standards.ts';
import { filedFields, readStamp, stampLabel, type FiledField, type Stamp } from './round-trip.ts';

/** One component as the file has it. */
export type FiledComponent = {
	/** As it stands there. */
	code: string;
	/** Where it stands: `Sheet “Components”, row 12`. */
	place: string;
	/** Null where it is not there, or nobody could read it. */
	stamp: Stamp | null;
	/** What stands in each field that the file still has, and where. */
	fields: Partial<Record<FiledField, { text: string; place: string }>>;
};

export type FiledEvaluation = {
	/** Id of the review that it was made for; null where the file does not say. */
	review: string | null;
	components: FiledComponent[];
	/** Those of which something is said as a whole, or could be. */
	standards: FiledStandard[];
};

/** A document as far as it matters here: the rows of its tables, in order, and its other lines. */
export type WordDocument = { rows: string[][]; lines: string[] };

const label = (text: string) => plainWord(text).replace(/\s*:$/, '');
const fieldCalled = (text: string) => filedFields.find((field) => label(field.label) === label(text))?.name;
const partCalled = (text: string) => filedParts.find((part) => label(part.label) === label(text))?.name;
const isStamp = (text: string) => label(text) === label(stampLabel);

/**
 * Rows under any row that has a cell “Component” and a cell with the label of a field, or “Standard” and the label of a
 * part, on every sheet.
 */
export function readFiledTable({ sheets }: Pick<Table, 'sheets'>): FiledEvaluation {
	const components: FiledComponent[] = [];
	const standards: FiledStandard[] = [];
	let review: string | null = null;
	for (const { name, rows } of sheets) {
		let heads: Heads | null = null;
		const onSheet = name === null ? 'Row' : `Sheet “${name}”,`;
		for (const row of rows) {
			review ??= label(cellAt(row, 0)) === 'review' ? cellAt(row, 1).trim() || null : null;
			const begun = headsIn(row.cells);
			if (begun) {
				heads = begun;
				continue;
			}
			const code = heads ? cellAt(row, heads.code).trim() : '';
			if (!heads || code === '') continue;
			const place = name === null ? `Row ${row.row}` : `${onSheet} row ${row.row}`;
			const cell = (at: number) =>
				name === null ? `Row ${row.row}, column ${letters(at)}` : `${onSheet} cell ${letters(at)}${row.row}`;
			const filled = <Name extends string>(named: readonly [Name, number][]) =>
				Object.fromEntries(
					named.map(([called, at]) => [called, { text: cellAt(row, at), place: cell(at) }])
				) as Partial<Record<Name, { text: string; place: string }>>;
			const known = { code: plainCode(code), place };
			const stamp = heads.stamp < 0 ? '' : cellAt(row, heads.stamp);
			if (heads.of === 'component')
				components.push({ ...known, stamp: readStamp(stamp), fields: filled(heads.named) });
			else standards.push({ ...known, stamp: readPartsStamp(stamp), parts: filled(heads.named) });
		}
	}
	return { review, components, standards };
}

/** In which columns the codes, the stamps and what is named stand. */
type Heads = { code: number; stamp: number } & (
	{ of: 'component'; named: [FiledField, number][] } | { of: 'standard'; named: [FiledPart, number][] }
);

function headsIn(cells: readonly string[]): Heads | null {
	const at = (word: string) => cells.findIndex((cell) => label(cell) === word);
	const named = <Name>(called: (cell: string) => Name | undefined) =>
		cells.flatMap((cell, column): [Name, number][] => {
			const found = called(cell);
			return found === undefined ? [] : [[found, column]];
		});
	const stamp = cells.findIndex(isStamp);
	const [fields, parts] = [named(fieldCalled), named(partCalled)];
	const [component, standard] = [at('component'), at('standard')];
	if (component >= 0 && fields.length > 0) return { of: 'component', code: component, stamp, named: fields };
	if (standard >= 0 && parts.length > 0) return { of: 'standard', code: standard, stamp, named: parts };
	return null;
}

/**
 * Rows whose first cell says “Component 8.7” begin a component, “Standard 8” a standard; the rows after it are known by
 * their first cells.
 */
export function readFiledDocument({ rows, lines }: WordDocument): FiledEvaluation {
	const components: FiledComponent[] = [];
	const standards: FiledStandard[] = [];
	let here: FiledComponent | null = null;
	let standard: FiledStandard | null = null;
	for (const [first = '', ...others] of rows) {
		const [, kind, begins] = /^(component|standard) (\S{1,20})$/.exec(label(first)) ?? [];
		const field = fieldCalled(first);
		const part = partCalled(first);
		const text = others.join('\n');
		if (begins && kind === 'component') {
			const code = plainCode(begins);
			here = { code, place: `Component ${code}`, stamp: null, fields: {} };
			standard = null;
			components.push(here);
		} else if (begins) {
			const code = plainCode(begins);
			standard = { code, place: `Standard ${code}`, stamp: null, parts: {} };
			here = null;
			standards.push(standard);
		} else if (standard && part) {
			const { label: called } = filedParts.find(({ name }) => name === part)!;
			standard.parts[part] ??= { text, place: `Standard ${standard.code}, “${called}”` };
		} else if (here && field) {
			const { label: called } = filedFields.find(({ name }) => name === field)!;
			here.fields[field] ??= { text, place: `Component ${here.code}, “${called}”` };
		} else if (here && isStamp(first)) here.stamp ??= readStamp(text);
		else if (standard && isStamp(first)) standard.stamp ??= readPartsStamp(text);
	}
	const review = lines
		.map((line) => /^review: ?(\S{1,200})$/i.exec(line.trim())?.[1])
		.find((each) => each !== undefined);
	return { review: review ?? null, components, standards };
}

/**
 * A code as it was before a spreadsheet took it for a number or a day: 8.10 may have become 8.1, which nobody can tell,
 * but `8.7.` and `Component 8.7` are 8.7.
 */
const plainCode = (written: string) =>
	plainWord(written)
		.replace(/^(?:component|standard) /, '')
		.replace(/\.$/, '');

/** 0 is A, 26 is AA. */
function letters(at: number): string {
	const before = Math.floor(at / 26);
	return (before > 0 ? letters(before - 1) : '') + String.fromCharCode(65 + (at % 26));
}
