/**
 * Queries that every request asks are made ready once for a connection: to build and compile one takes many times as
 * long as to run it. What they are asked with comes as `sql.placeholder(…)`.
 */
import { madeOnce } from './made-once.ts';
import type { Database } from './open.ts';

/** `make`: builds a query and ends with `.prepare()`. */
export function readied<Query>(make: (db: Database) => Query): (db: Database) => Query {
	const once = madeOnce<Query>();
	return (db) => once(db, 'query', () => make(db));
}
