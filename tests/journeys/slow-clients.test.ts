import { readdirSync, statSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveCairn, type ServedCairn } from '../support/served.ts';

/** Seconds: a quarter for the head of a request, five times for the whole, once for an answer that nobody takes. */
const patience = 1;

let cairn: ServedCairn;
beforeAll(async () => {
	cairn = await serveCairn({ CAIRN_PATIENCE: String(patience) });
});
afterAll(() => cairn.stop());

type Conversation = { socket: Socket; heard: () => string; ended: Promise<number> };

/** A connection of bare bytes. `ended` gives the milliseconds after which the server closed it. */
function talk(): Conversation {
	const { port } = new URL(cairn.address);
	const socket = connect(Number(port), 'localhost');
	let heard = '';
	const began = performance.now();
	socket.on('data', (bytes) => (heard += bytes.toString('latin1')));
	socket.on('error', () => {});
	const ended = new Promise<number>((resolve) =>
		socket.once('close', () => resolve(performance.now() - began))
	);
	return { socket, heard: () => heard, ended };
}

const head = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${more}\r\n`;

/** The largest file that is served as it is. */
function largestFile(): { path: string; bytes: number } {
	const top = join('build', 'client');
	return readdirSync(top, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name))
		.map((file) => ({
			path: file.slice(top.length).replaceAll('\\', '/'),
			bytes: statSync(file).size
		}))
		.sort((a, b) => b.bytes - a.bytes)[0]!;
}

describe('a slow client', () => {
	test('that never ends the head of its request is cut off, while others are answered', async () => {
		const slow = Array.from({ length: 20 }, talk);
		for (const { socket } of slow) {
			socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ');
			const drip = setInterval(() => socket.write('a'), 100);
			socket.once('close', () => clearInterval(drip));
		}
		expect((await fetch(`${cairn.address}/health`)).status).toBe(200);
		for (const { ended } of slow) expect(await ended).toBeLessThan(3000 * patience);
	});

	test('that sends its request a byte at a time is cut off when it takes too long', async () => {
		const { socket, ended, heard } = talk();
		socket.write(
			'POST /reviews HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\n'
		);
		const drip = setInterval(() => socket.write('a'), 200);
		const took = await ended;
		clearInterval(drip);
		expect(took).toBeLessThan(10_000 * patience);
		expect(heard()).toMatch(/^$|^HTTP\/1\.1 4\d\d/);
	});

	test('that takes nothing of its answers is cut off', async () => {
		const { socket, ended, heard } = talk();
		socket.pause();
		// Far more than the machine itself takes in for a connection.
		const { path, bytes } = largestFile();
		const asked = Math.ceil(100_000_000 / bytes);
		socket.write(head(path).repeat(asked));
		await new Promise((resolve) => setTimeout(resolve, 5000 * patience));
		socket.resume();
		await ended;
		expect(heard().split('HTTP/1.1 200').length - 1).toBeLessThan(asked);
		expect((await fetch(`${cairn.address}/health`)).status).toBe(200);
	});

	test('that asks for nothing more is let go of after a while', async () => {
		const { socket, ended, heard } = talk();
		socket.write(head('/health'));
		expect(await ended).toBeGreaterThan(1000);
		expect(heard()).toMatch(/^HTTP\/1\.1 200/);
	});

	test('is not taken for one whose answer takes us long', async () => {
		const { socket, heard } = talk();
		socket.write(head('/reviews/south-lanarkshire-2018/report.pdf', 'Connection: close\r\n'));
		await new Promise((resolve) => socket.once('close', resolve));
		expect(heard()).toMatch(/^HTTP\/1\.1 200/);
		expect(heard()).toContain('%%EOF');
	});
});

describe('a request with thousands of headers', () => {
	test('is answered or refused, and the server goes on', async () => {
		const { socket, ended, heard } = talk();
		const many = Array.from({ length: 1500 }, (_, index) => `X-${index}: a\r\n`).join('');
		socket.write(head('/health', `${many}Connection: close\r\n`));
		await ended;
		expect(heard()).toMatch(/^HTTP\/1\.1 (200|431)/);
		const { socket: long, ended: refused, heard: said } = talk();
		long.write(head('/health', `X-Long: ${'a'.repeat(100_000)}\r\n`));
		await refused;
		expect(said()).toMatch(/^HTTP\/1\.1 431/);
		expect((await fetch(`${cairn.address}/health`)).status).toBe(200);
	});
});
