/** Reads a table piece by piece, between other requests: a large or hostile file keeps nobody waiting. */
import { setImmediate } from 'node:timers/promises';
import type { Table } from '#lib/evidence/imports/table.ts';
import { tableInSteps, type TableOptions } from './read-table.ts';

/** Milliseconds of work between two looks at what else there is to do. */
const piece = 20;

/** As `readTable`; the same table, and the same Problems. */
export async function readTableBetween(
	bytes: Uint8Array,
	fileName: string,
	options: TableOptions = {}
): Promise<Table> {
	const steps = tableInSteps(bytes, fileName, options);
	let since = performance.now();
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
		if (performance.now() - since < piece) continue;
		await setImmediate();
		since = performance.now();
	}
}
