import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../db/open.ts';
import { findHealth } from './health.ts';

test('a server whose database answers and whose disk has room is well', () => {
	const db = openDatabase(':memory:');
	expect(findHealth(db, tmpdir())).toEqual({ status: 'ok' });
	db.$client.close();
});

test('a database that does not answer and a disk that is gone are named, and nothing else is said', () => {
	const db = openDatabase(':memory:');
	db.$client.close();
	expect(findHealth(db, join(tmpdir(), 'no such disk'))).toEqual({
		status: 'failing',
		failing: ['database', 'disk']
	});
});
