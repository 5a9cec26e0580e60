/** What never changes and takes long to make of a row, such as a parsed document: made once for an open database, and kept. */
import type { Database } from './open.ts';

/** `key`: says what is kept and its state, such as a digest; `make` is not called where something is kept under it. */
export function madeOnce<Made>(): (db: Database, key: string, make: () => Made) => Made {
	const kept = new WeakMap<Database, Map<string, Made>>();
	return (db, key, make) => {
		const known = kept.get(db) ?? new Map<string, Made>();
		kept.set(db, known);
		if (known.has(key)) return known.get(key)!;
		const made = make();
		known.set(key, made);
		return made;
	};
}
