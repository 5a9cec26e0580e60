/** Reads the workbook of a file reader as it comes back: what it says in its cells, and where it holds formulas. */
import type { Table } from '#lib/evidence/imports/table.ts';
import { readTableBetween } from './files/read-table-between.ts';

/**
 * A formula hides nothing else that is wrong with its sheet: the sheet is read all the same, and told of in `leftOut`.
 * Throws a Problem for a file that is no table.
 */
export async function readReturnedWorkbook(
	bytes: Uint8Array,
	fileName: string
): Promise<Pick<Table, 'sheets' | 'leftOut'>> {
	const all = await readTableBetween(bytes, fileName, { takeFormulaValues: true });
	if (all.sheets.every(({ formulas }) => formulas === 0)) return all;
	const { leftOut } = await readTableBetween(bytes, fileName).catch(() => ({ leftOut: [] }));
	return {
		...all,
		leftOut:
			leftOut.length > 0
				? leftOut
				: all.sheets.flatMap(({ name, formulas }) =>
						formulas > 0 ? [{ name: name ?? '', why: 'there is a formula in it' }] : []
					)
	};
}
