import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { finishSwap, swapPending, swapSteps } from './swap.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-swap-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const swap = { scratch: 'restoring-now', replaced: 'replaced-now' };
const write = (name: string, text: string) => {
	mkdirSync(join(folder, name, '..'), { recursive: true });
	writeFileSync(join(folder, name), text);
};
const read = (name: string) =>
	existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : null;

function layOut({ withLog = false } = {}): void {
	rmSync(folder, { recursive: true, force: true });
	write('cairn.sqlite', 'old');
	if (withLog) write('cairn.sqlite-wal', 'old log');
	write('attachments/a.pdf', 'old paper');
	write('restoring-now/cairn.sqlite', 'new');
	write('restoring-now/attachments/b.pdf', 'new paper');
	write('secret', 'kept');
}

function run(steps: (() => unknown)[]): void {
	for (const step of steps) step();
}

const steps = swapSteps('', swap).length;

describe('putting a restored database in the place of the old one', () => {
	test('leaves the old one beside it, and what is not restored as it was', () => {
		layOut({ withLog: true });
		run(swapSteps(folder, swap));
		expect(readdirSync(folder).sort()).toEqual(['attachments', 'cairn.sqlite', 'replaced-now', 'secret']);
		expect([read('cairn.sqlite'), read('attachments/b.pdf'), read('attachments/a.pdf')]).toEqual([
			'new',
			'new paper',
			null
		]);
		expect(readdirSync(join(folder, 'replaced-now')).sort()).toEqual([
			'attachments',
			'cairn.sqlite',
			'cairn.sqlite-wal'
		]);
		expect([read('replaced-now/cairn.sqlite'), read('replaced-now/cairn.sqlite-wal')]).toEqual([
			'old',
			'old log'
		]);
	});

	test.each(Array.from({ length: steps + 1 }, (_, count) => ({ count })))(
		'ended after step $count leaves one of the two whole, and is finished afterwards',
		({ count }) => {
			layOut();
			run(swapSteps(folder, swap).slice(0, count));
			expect(['old', 'new']).toContain(read('cairn.sqlite'));
			// Before its note is there nothing has changed; after it, the next opening goes on.
			if (count < 2) expect([swapPending(folder), read('attachments/a.pdf')]).toEqual([false, 'old paper']);
			else {
				finishSwap(folder);
				expect([read('cairn.sqlite'), read('attachments/b.pdf')]).toEqual(['new', 'new paper']);
				expect([read('replaced-now/cairn.sqlite'), read('replaced-now/attachments/a.pdf')]).toEqual([
					'old',
					'old paper'
				]);
			}
			expect(swapPending(folder)).toBe(false);
		}
	);

	test('may be begun again from any step, as often as power is cut', () => {
		for (let count = 2; count < steps; count++) {
			layOut({ withLog: true });
			run(swapSteps(folder, swap).slice(0, count));
			for (let again = 0; again < steps; again++) run(swapSteps(folder, swap).slice(0, again));
			run(swapSteps(folder, swap));
			expect([read('cairn.sqlite'), read('replaced-now/cairn.sqlite')]).toEqual(['new', 'old']);
			expect([read('replaced-now/cairn.sqlite-wal'), read('cairn.sqlite-wal')]).toEqual(['old log', null]);
		}
	});

	test('puts a database where there was none', () => {
		write('restoring-now/cairn.sqlite', 'new');
		run(swapSteps(folder, swap));
		expect(read('cairn.sqlite')).toBe('new');
	});
});
