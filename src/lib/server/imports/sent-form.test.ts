import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSentForm } from './sent-form.ts';

const boundary = '----cairn7MA4YWxk';

/** A request whose body comes in pieces of the given sizes, over and over. */
function sent(body: Buffer, sizes: readonly number[], type = `multipart/form-data; boundary=${boundary}`) {
	let at = 0;
	let turn = 0;
	const stream = new ReadableStream<Uint8Array>({
		pull(controller) {
			if (at >= body.length) return controller.close();
			const size = sizes[turn++ % sizes.length]!;
			controller.enqueue(new Uint8Array(body.subarray(at, at + size)));
			at += size;
		}
	});
	return { headers: new Headers({ 'content-type': type }), body: stream };
}

const part = (head: string, content: string | Buffer) =>
	Buffer.concat([
		Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
		Buffer.from(content as string),
		Buffer.from('\r\n')
	]);
const end = Buffer.from(`--${boundary}--\r\n`);

async function read(request: ReturnType<typeof sent>) {
	const files: Record<string, Buffer> = {};
	const fields = await readSentForm(request, (field, fileName) => (piece) => {
		const name = `${field}: ${fileName}`;
		files[name] = Buffer.concat([files[name] ?? Buffer.alloc(0), piece]);
	});
	return { fields: Object.fromEntries(fields), files };
}

describe('a form with a file', () => {
	test('gives its texts and the bytes of its file, however it is cut into pieces', async () => {
		const nasty = fc.array(
			fc.oneof(
				fc.constantFrom('\r\n', '\r\n--', `\r\n--${boundary.slice(0, -1)}`, '--', '\0', boundary),
				fc.string()
			)
		);
		await fc.assert(
			fc.asyncProperty(
				nasty,
				fc.array(fc.integer({ min: 1, max: 70 }), { minLength: 1 }),
				async (texts, sizes) => {
					const content = Buffer.from(texts.join('').replaceAll(`\r\n--${boundary}`, ''));
					const body = Buffer.concat([
						part('name="name"', 'Wave 2'),
						part('name="file"; filename="answers.csv"\r\nContent-Type: text/csv', content),
						end
					]);
					const { fields, files } = await read(sent(body, sizes));
					expect(fields).toEqual({ name: 'Wave 2' });
					expect((files['file: answers.csv'] ?? Buffer.alloc(0)).equals(content)).toBe(true);
				}
			),
			{ numRuns: 200 }
		);
	});

	test('has no file where none was chosen', async () => {
		const body = Buffer.concat([part('name="file"; filename=""', ''), end]);
		expect(await read(sent(body, [7]))).toEqual({ fields: {}, files: {} });
	});

	test('reads the signs that a browser writes otherwise in a name', async () => {
		const body = Buffer.concat([part('name="file"; filename="a %22b%22 ü.csv"', 'x'), end]);
		expect(Object.keys((await read(sent(body, [9]))).files)).toEqual(['file: a "b" ü.csv']);
	});

	test.each([
		['cut short', sent(part('name="file"; filename="a.csv"', 'x'), [5])],
		['another kind of form', sent(end, [5], 'application/x-www-form-urlencoded')],
		['without a name', sent(Buffer.concat([part('filename="a.csv"', 'x'), end]), [5])],
		['with endless text', sent(Buffer.concat([part('name="a"', 'x'.repeat(70_000)), end]), [4096])],
		['with an endless head', sent(part(`name="${'a'.repeat(20_000)}`, ''), [4096])]
	])('is refused when it is %s', async (_, request) => {
		await expect(read(request)).rejects.toMatchObject({ code: 'form-invalid' });
	});
});
