import { describe, expect, test } from 'vitest';
import { Outbox, type Sent } from './outbox.svelte.ts';

/** A network whose answers are told beforehand; what is not told is taken. */
function network(...answers: Sent[]) {
	const sent: string[] = [];
	const timers: { run: () => void; milliseconds: number }[] = [];
	const outbox = new Outbox<string>(
		(item) => {
			const answer = answers.shift() ?? 'taken';
			if (answer === 'taken') sent.push(item);
			return Promise.resolve(answer);
		},
		(run, milliseconds) => {
			timers.push({ run, milliseconds });
			return () => {};
		}
	);
	return { outbox, sent, timers };
}

describe('the outbox of the desk', () => {
	test('sends one after the other in the order in which it was given', async () => {
		const { outbox, sent } = network();
		for (const item of ['a', 'b', 'c']) outbox.put(item);
		expect(outbox.waiting).toBe(3);
		await outbox.sendAll();
		expect([sent, outbox.waiting, outbox.standing]).toEqual([['a', 'b', 'c'], 0, 'sent']);
	});

	test('keeps what could not be sent, with all that comes after it, and tries again ever more slowly', async () => {
		const { outbox, sent, timers } = network('later', 'later');
		outbox.put('a');
		await outbox.sendAll();
		outbox.put('b');
		outbox.put('c');
		expect([sent, outbox.waiting, outbox.standing]).toEqual([[], 3, 'away']);
		timers[0]!.run();
		await outbox.sendAll();
		expect([sent, outbox.waiting]).toEqual([[], 3]);
		timers[1]!.run();
		await outbox.sendAll();
		expect(sent).toEqual(['a', 'b', 'c']);
		expect(timers.map(({ milliseconds }) => milliseconds)).toEqual([1000, 2000]);
	});

	test('waits for somebody to sign in, and then goes on', async () => {
		const { outbox, sent } = network('sign-in');
		outbox.put('a');
		await outbox.sendAll();
		outbox.put('b');
		expect([outbox.standing, outbox.waiting]).toEqual(['sign-in', 2]);
		await outbox.sendAll();
		expect([sent, outbox.standing]).toEqual([['a', 'b'], 'sent']);
	});

	test('sends nothing more once nothing more is taken', async () => {
		const { outbox, sent } = network('stop');
		outbox.put('a');
		await outbox.sendAll();
		outbox.put('b');
		await outbox.sendAll();
		expect([sent, outbox.standing, outbox.waiting]).toEqual([[], 'stopped', 2]);
	});

	test('takes back what was never tried, and only that', async () => {
		const { outbox, sent } = network('later');
		for (const item of ['text 1', 'other', 'text 2']) outbox.put(item);
		await outbox.sendAll();
		outbox.takeBack((item) => item.startsWith('text'));
		await outbox.sendAll();
		expect(sent).toEqual(['text 1', 'other']);
	});
});
