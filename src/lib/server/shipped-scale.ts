/** The quantity scale that is used where no review names another one, read without a database. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseQuantityScale, type QuantityScale } from '#lib/frameworks/scales.ts';
import { fixturesFolder } from './project-root.ts';

/** The Care Inspectorate's terms of quantity. */
export function shippedQuantityScale(): QuantityScale {
	const file = join(fixturesFolder, 'scales', 'care-inspectorate-quantity.json');
	return parseQuantityScale(JSON.parse(readFileSync(file, 'utf8')));
}
