/**
 * Finds the components of a self-evaluation in a file that came back: in the cells of a workbook or the rows of the
 * tables of a document. They are known by what anybody sees, their codes and labels, so that the file may have gone
 * through any program on its way.
 */
import { cellAt, type Table } from '#lib/evidence/imports/table.ts';
import { plainWord } from '#lib/evidence/plain-word.ts';
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
};

/** A document as far as it matters here: the rows of its tables, in order, and its other lines. */
export type WordDocument = { rows: string[][]; lines: string[] };

const label = (text: string) => plainWord(text).replace(/\s*:$/, '');
const fieldCalled = (text: string) => filedFields.find((field) => label(field.label) === label(text))?.name;
const isStamp = (text: string) => label(text) === label(stampLabel);

/** Rows under any row that has a cell “Component” and a cell with the label of a field, on every sheet. */
export function readFiledTable({ sheets }: Pick<Table, 'sheets'>): FiledEvaluation {
	const components: FiledComponent[] = [];
	let review: string | null = null;
	for (const { name, rows } of sheets) {
		let heads: { component: number; stamp: number; fields: [FiledField, number][] } | null = null;
		const onSheet = name === null ? 'Row' : `Sheet “${name}”,`;
		for (const row of rows) {
			review ??= label(cellAt(row, 0)) === 'review' ? cellAt(row, 1).trim() || null : null;
			const component = row.cells.findIndex((cell) => label(cell) === 'component');
			const named = row.cells.flatMap((cell, at): [FiledField, number][] => {
				const field = fieldCalled(cell);
				return field ? [[field, at]] : [];
			});
			if (component >= 0 && named.length > 0) {
				heads = { component, fields: named, stamp: row.cells.findIndex(isStamp) };
				continue;
			}
			const code = heads ? cellAt(row, heads.component).trim() : '';
			if (!heads || code === '') continue;
			const place = name === null ? `Row ${row.row}` : `${onSheet} row ${row.row}`;
			const cell = (at: number) =>
				name === null ? `Row ${row.row}, column ${letters(at)}` : `${onSheet} cell ${letters(at)}${row.row}`;
			components.push({
				code: plainCode(code),
				place,
				stamp: heads.stamp < 0 ? null : readStamp(cellAt(row, heads.stamp)),
				fields: Object.fromEntries(
					heads.fields.map(([field, at]) => [field, { text: cellAt(row, at), place: cell(at) }])
				)
			});
		}
	}
	return { review, components };
}

/** Rows whose first cell says “Component 8.7” begin a component; the rows after it are known by their first cells. */
export function readFiledDocument({ rows, lines }: WordDocument): FiledEvaluation {
	const components: FiledComponent[] = [];
	let here: FiledComponent | null = null;
	for (const [first = '', ...others] of rows) {
		const begins = /^component (\S{1,20})$/.exec(label(first));
		const field = fieldCalled(first);
		const text = others.join('\n');
		if (begins) {
			const code = plainCode(begins[1]!);
			here = { code, place: `Component ${code}`, stamp: null, fields: {} };
			components.push(here);
		} else if (here && field) {
			const { label: called } = filedFields.find(({ name }) => name === field)!;
			here.fields[field] ??= { text, place: `Component ${here.code}, “${called}”` };
		} else if (here && isStamp(first)) here.stamp ??= readStamp(text);
	}
	const review = lines
		.map((line) => /^review: ?(\S{1,200})$/i.exec(line.trim())?.[1])
		.find((each) => each !== undefined);
	return { review: review ?? null, components };
}

/**
 * A code as it was before a spreadsheet took it for a number or a day: 8.10 may have become 8.1, which nobody can tell,
 * but `8.7.` and `Component 8.7` are 8.7.
 */
const plainCode = (written: string) =>
	plainWord(written)
		.replace(/^component /, '')
		.replace(/\.$/, '');

/** 0 is A, 26 is AA. */
function letters(at: number): string {
	const before = Math.floor(at / 26);
	return (before > 0 ? letters(before - 1) : '') + String.fromCharCode(65 + (at % 26));
}
