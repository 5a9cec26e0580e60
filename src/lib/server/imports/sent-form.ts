/**
 * Reads a form with a file as it comes in (multipart/form-data, RFC 7578), piece by piece: nothing of the file is held
 * here, so that a large one takes no memory of the server that serves everybody.
 */
import { Problem } from '../problems.ts';

/** Takes the pieces of a file in order; what it returns is waited for before the next piece is read. */
export type FileSink = (piece: Buffer) => void | Promise<void>;

/** The most that the head of a part, and all text fields together, may hold, in bytes. */
const mostHead = 16 * 1024;
const mostText = 64 * 1024;

/**
 * `onFile` is asked for each file that is not empty of name, and gives what takes its pieces. Returns the text fields
 * by name. Throws a Problem form-invalid for what is no such form, and what the stream throws (more than is taken).
 */
export async function readSentForm(
	request: { headers: Headers; body: ReadableStream<Uint8Array> | null },
	onFile: (field: string, fileName: string) => FileSink | Promise<FileSink>
): Promise<Map<string, string>> {
	const boundary = /^multipart\/form-data\b.*;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(
		request.headers.get('content-type') ?? ''
	);
	if (!boundary || !request.body) throw malformed();
	const fields = new Map<string, string>();
	const pieces = new Pieces(request.body, Buffer.from(`\r\n--${boundary[1] ?? boundary[2]}`));
	let textBytes = 0;
	await pieces.toFirstBoundary();
	while (await pieces.atPart()) {
		const { field, fileName } = nameOf(await pieces.head());
		if (fileName !== null && fileName !== '') {
			await pieces.content(await onFile(field, fileName));
			continue;
		}
		const text: Buffer[] = [];
		await pieces.content((piece) => {
			textBytes += piece.length;
			if (textBytes > mostText) throw malformed();
			text.push(piece);
		});
		if (fileName === null) fields.set(field, Buffer.concat(text).toString('utf8'));
	}
	return fields;
}

const malformed = () => new Problem('form-invalid', 'This was not sent as a form with a file. Try again.');

function nameOf(head: string): { field: string; fileName: string | null } {
	const disposition = /^content-disposition:\s*form-data;(.*)$/im.exec(head)?.[1];
	const field = disposition && /(?:^|[;\s])name="([^"]*)"/i.exec(disposition)?.[1];
	if (field === undefined) throw malformed();
	const fileName = /(?:^|[;\s])filename="([^"]*)"/i.exec(disposition!)?.[1];
	// Browsers write these three signs in a name so.
	const plain = (name: string) => name.replace(/%22/g, '"').replace(/%0D|%0A/gi, ' ');
	return { field: plain(field!), fileName: fileName === undefined ? null : plain(fileName) };
}

/** The bytes of the form as they come, cut at the boundaries. */
class Pieces {
	private readonly reader: ReadableStreamDefaultReader<Uint8Array>;
	private readonly boundary: Buffer;
	private held: Buffer = Buffer.from('\r\n');
	private ended = false;

	constructor(body: ReadableStream<Uint8Array>, boundary: Buffer) {
		this.reader = body.getReader();
		this.boundary = boundary;
	}

	/** Adds what comes next to what is held; throws when the form ends before it should. */
	private async more(): Promise<void> {
		const { value, done } = this.ended ? { value: undefined, done: true } : await this.reader.read();
		if (done || !value) {
			this.ended = true;
			throw malformed();
		}
		this.held = this.held.length === 0 ? Buffer.from(value) : Buffer.concat([this.held, value]);
	}

	/** What stands before the first boundary means nothing. */
	async toFirstBoundary(): Promise<void> {
		await this.content(() => {});
	}

	/** After a boundary: whether a part begins there; two hyphens end the form. */
	async atPart(): Promise<boolean> {
		while (this.held.length < 2) await this.more();
		const mark = this.held.subarray(0, 2).toString('latin1');
		this.held = this.held.subarray(2);
		if (mark === '--') {
			// To its end: to stop reading a request is to hang up.
			while (!(await this.reader.read()).done);
			return false;
		}
		if (mark !== '\r\n') throw malformed();
		return true;
	}

	async head(): Promise<string> {
		for (;;) {
			const end = this.held.indexOf('\r\n\r\n');
			if (end >= 0) {
				const head = this.held.subarray(0, end).toString('utf8');
				this.held = this.held.subarray(end + 4);
				return head;
			}
			if (this.held.length > mostHead) throw malformed();
			await this.more();
		}
	}

	/** Hands on everything up to the next boundary, which is passed over. */
	async content(sink: FileSink): Promise<void> {
		for (;;) {
			const end = this.held.indexOf(this.boundary);
			const safe = end >= 0 ? end : this.held.length - this.boundary.length + 1;
			if (safe > 0) {
				await sink(this.held.subarray(0, safe));
				this.held = this.held.subarray(safe);
			}
			if (end >= 0) {
				this.held = this.held.subarray(this.boundary.length);
				return;
			}
			await this.more();
		}
	}
}
