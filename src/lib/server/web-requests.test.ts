import { describe, expect, test } from 'vitest';
import { foreignRequest, heldRequest } from './web-requests.ts';

const own = 'https://cairn.example';
const sent = (method: string, origin: string | null, type = 'application/json') =>
	foreignRequest(
		{ method, headers: new Headers({ 'content-type': type, ...(origin === null ? {} : { origin }) }) },
		own
	);

describe('a request that may change something', () => {
	const kinds = [
		'application/x-www-form-urlencoded',
		'multipart/form-data; boundary=x',
		'text/plain',
		'application/json',
		'application/x-made-up'
	];

	test.each(kinds)('and carries %s is taken from our own origin only', (type) => {
		expect(sent('POST', own, type)).toBeNull();
		for (const origin of [
			'https://elsewhere.example',
			'null',
			null,
			'',
			`${own}:444`,
			`${own}.elsewhere.example`
		])
			expect([origin, sent('POST', origin, type)?.status]).toEqual([origin, 403]);
	});

	test('is one with any method but those that only look', () => {
		for (const method of ['PUT', 'PATCH', 'DELETE', 'MADE-UP'])
			expect([method, sent(method, null)?.code]).toEqual([method, 'sent-from-elsewhere']);
		for (const method of ['GET', 'HEAD', 'OPTIONS']) expect(sent(method, 'null')).toBeNull();
	});

	test('is turned away with a sentence that says where to go', () => {
		expect(sent('POST', 'null')?.message).toBe(
			'This was not sent from Cairn’s own address, https://cairn.example, so nothing was changed. Open Cairn there and try again.'
		);
	});
});

const posted = (body: BodyInit | ReadableStream) =>
	new Request(`${own}/reviews/new?/save`, {
		method: 'POST',
		headers: { 'content-type': 'text/plain', 'x-sveltekit-action': 'true' },
		body,
		duplex: 'half'
	} as RequestInit);

describe('the body of a form', () => {
	test('of as much as may be is read, and can be read again from the same request', async () => {
		const held = await heldRequest(posted('0123456789'), 10);
		expect(held?.headers.get('x-sveltekit-action')).toBe('true');
		expect([held?.method, held?.url, await held?.text()]).toEqual([
			'POST',
			`${own}/reviews/new?/save`,
			'0123456789'
		]);
	});

	test('of one byte more is refused, and read to its end', async () => {
		let chunksLeft = 11;
		const body = new ReadableStream({
			pull(controller) {
				if (chunksLeft-- > 0) controller.enqueue(new Uint8Array([1]));
				else controller.close();
			}
		});
		expect(await heldRequest(posted(body), 10)).toBeNull();
		expect(chunksLeft).toBe(-1);
	});

	test('that breaks off, or that the server stops, is refused', async () => {
		const body = new ReadableStream({ start: (controller) => controller.error(new Error('enough')) });
		expect(await heldRequest(posted(body), 10)).toBeNull();
	});

	test('may be missing', async () => {
		const request = new Request(own);
		expect(await heldRequest(request, 10)).toBe(request);
	});
});
