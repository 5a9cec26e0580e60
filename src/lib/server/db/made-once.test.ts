import { expect, test } from 'vitest';
import { madeOnce } from './made-once.ts';
import type { Database } from './open.ts';

test('what is kept under a key of a database is made once, and never shown for another key or database', () => {
	const [one, other] = [{} as Database, {} as Database];
	const asked: string[] = [];
	const kept = madeOnce<string | null>();
	const look = (db: Database, key: string) =>
		kept(db, key, () => {
			asked.push(key);
			return key === 'empty' ? null : `${key} ${asked.length}`;
		});
	expect([look(one, 'a'), look(one, 'a'), look(one, 'b'), look(other, 'a')]).toEqual([
		...['a 1', 'a 1', 'b 2', 'a 3']
	]);
	expect([look(one, 'empty'), look(one, 'empty')]).toEqual([null, null]);
	expect(asked).toEqual(['a', 'b', 'a', 'empty']);
});
