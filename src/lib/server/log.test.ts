import BetterSqlite3 from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { log, logFault, logged, logLevel, tellFault } from './log.ts';

afterEach(() => vi.restoreAllMocks());

const canary = 'Agnes Canary, agnes@example.org';
const event = {
	request: { method: 'POST' },
	route: { id: '/reviews/[id]' },
	url: new URL('http://localhost/reviews/agnes?q=canary')
};

/** What a piece of work throws. */
function thrownBy(work: () => unknown): unknown {
	try {
		work();
	} catch (error) {
		return error;
	}
	throw new Error('It threw nothing');
}

describe('the line of a request', () => {
	test('says method, route, status and time, and nothing of the address', async () => {
		const info = vi.spyOn(log, 'info').mockReturnValue();
		let time = 0;
		await logged(
			event,
			() => new Response(null, { status: 303 }),
			() => (time += 7.4)
		);
		expect(info).toHaveBeenCalledExactlyOnceWith(
			{
				request: expect.stringMatching(/^[0-9a-f]{8}$/),
				method: 'POST',
				route: '/reviews/[id]',
				status: 303,
				ms: 7
			},
			'request'
		);
	});

	test('is written of one that throws, too, and the fault goes on', async () => {
		const info = vi.spyOn(log, 'info').mockReturnValue();
		const fault = new Error(canary);
		const answering = logged(event, () => Promise.reject(fault));
		await expect(answering).rejects.toBe(fault);
		expect(info.mock.calls[0]![0]).toMatchObject({ status: 500 });
		expect(JSON.stringify(info.mock.calls)).not.toContain('Canary');
	});

	test('is written once, though a page asks for another inside the server', async () => {
		const info = vi.spyOn(log, 'info').mockReturnValue();
		await logged({ ...event, isSubRequest: true }, () => new Response());
		expect(info).not.toHaveBeenCalled();
	});
});

describe('a fault in the log', () => {
	test('has the reference that the person sees, and where it came from', () => {
		const error = vi.spyOn(log, 'error').mockReturnValue();
		const reference = logFault(new TypeError('x is not a function'), event);
		const [said] = error.mock.calls[0]! as unknown as [{ reference: string; fault: { stack: string[] } }];
		expect(reference).toMatch(/^[0-9a-f]{8}$/);
		expect(said).toMatchObject({ reference, fault: { name: 'TypeError', message: 'x is not a function' } });
		expect(said.fault.stack[0]).toMatch(/^at .*log\.test\.ts:\d+:\d+/);
	});

	test('carries nothing that somebody wrote, by whichever fault it comes', () => {
		const client = new BetterSqlite3(':memory:');
		client.exec('create table people (email text unique); insert into people values (1)');
		const db = drizzle(client);
		const faults = [
			new Error(canary),
			new Error('outside', { cause: new Error(canary) }),
			Object.assign(new Error(canary), { code: canary, name: 'Plain' }),
			thrownBy(() => JSON.parse(`{"name": "${canary}`)),
			thrownBy(() => new URL(canary)),
			thrownBy(() => new Headers({ 'x-name': `${canary}\u0000` })),
			thrownBy(() => db.run(sql`insert into nowhere values (${canary})`)),
			thrownBy(() => Buffer.from(canary, 'canary' as BufferEncoding)),
			canary,
			{ message: canary }
		];
		for (const fault of faults) expect(JSON.stringify(tellFault(fault))).not.toMatch(/canary/i);
		client.close();
	});

	test('of the database names the table and the reason', () => {
		const client = new BetterSqlite3(':memory:');
		client.exec("create table people (email text unique); insert into people values ('a')");
		const fault = thrownBy(() => client.exec("insert into people values ('a')"));
		expect(tellFault(fault)).toMatchObject({
			code: 'SQLITE_CONSTRAINT_UNIQUE',
			message: 'UNIQUE constraint failed: people.email'
		});
		client.close();
	});
});

describe('the level of the log', () => {
	test('is less where a person watches the terminal, and what CAIRN_LOG says where it says one', () => {
		expect(logLevel({}, true)).toBe('warn');
		expect(logLevel({}, false)).toBe('info');
		expect(logLevel({ CAIRN_LOG: 'debug' }, true)).toBe('debug');
		expect(logLevel({ CAIRN_LOG: 'loud' }, false)).toBe('info');
	});
});
