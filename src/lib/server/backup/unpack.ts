/**
 * Unpacks a backup into a folder and trusts nothing in it: only plain files, only those that its manifest names,
 * only with the size and digest that it gives them, and no more than the disk has room for. Links, folders, devices,
 * other names and anything after the end are refused before they touch the disk.
 */
import { createHash, type Hash } from 'node:crypto';
import { closeSync, createReadStream, mkdirSync, openSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createGunzip, type Gunzip } from 'node:zlib';
import { Parser, type ReadEntry } from 'tar';
import { Problem, type ProblemCode } from '../problems.ts';
import { roomLeft } from '../queries/health.ts';
import { manifestName, manifestSchema, type Manifest } from './manifest.ts';

const largestManifest = 64 * 1024 * 1024;
/** A head and a rounding up for each file, and the archive's own end. */
const overhead = (files: number) => (files + 2) * 1024 + 20_480;

/**
 * Returns the manifest once every file lies in `into` as it was. `accept` may refuse the manifest before anything
 * else is read. Throws a Problem: file-unreadable, backup-foreign, backup-truncated, backup-altered, disk-full.
 */
export async function unpackBackup(
	file: string,
	into: string,
	accept: (manifest: Manifest) => void = () => {}
): Promise<Manifest> {
	const unpacking = new Unpacking(file, into, accept);
	const gunzip = createGunzip();
	const source = createReadStream(file);
	source.once('error', (error) => gunzip.destroy(error));
	source.pipe(gunzip);
	try {
		for await (const chunk of gunzip) unpacking.take(chunk as Buffer);
		return unpacking.end(gunzip);
	} catch (error) {
		throw explained(error, file, unpacking.begun);
	} finally {
		source.destroy();
		unpacking.close();
	}
}

class Unpacking {
	#file: string;
	#into: string;
	#accept: (manifest: Manifest) => void;
	#parser: Parser;
	#fault: unknown;
	#manifest: Manifest | undefined;
	#waiting = new Map<string, Manifest['files'][number]>();
	#taken = 0;
	#most = largestManifest + overhead(1);
	#open: number | undefined;

	constructor(file: string, into: string, accept: (manifest: Manifest) => void) {
		this.#file = file;
		this.#into = into;
		this.#accept = accept;
		this.#parser = new Parser({ strict: true, onReadEntry: (entry) => this.#guard(() => this.#read(entry)) });
		this.#parser.on('error', (error) => (this.#fault ??= error));
	}

	/** Whether it has shown itself to be a backup. */
	get begun(): boolean {
		return this.#manifest !== undefined;
	}

	take(chunk: Buffer): void {
		this.#taken += chunk.length;
		if (this.#taken > this.#most) throw altered(this.#file, 'it is longer than it says');
		this.#parser.write(chunk);
		if (this.#fault) throw this.#fault;
	}

	end(gunzip: Gunzip): Manifest {
		this.#parser.end();
		if (this.#fault) throw this.#fault;
		if (!this.#manifest) throw foreign(this.#file);
		const [missing] = this.#waiting.keys();
		if (missing !== undefined) throw altered(this.#file, `${missing} is missing`);
		if (gunzip.bytesWritten !== statSync(this.#file).size)
			throw altered(this.#file, 'something has been added to its end');
		return this.#manifest;
	}

	close(): void {
		if (this.#open !== undefined) closeSync(this.#open);
		this.#open = undefined;
	}

	/** A fault inside the parser's call is kept and thrown where the bytes come in. */
	#guard(work: () => void): void {
		try {
			if (!this.#fault) work();
		} catch (error) {
			this.#fault ??= error;
		}
	}

	#read(entry: ReadEntry): void {
		if (entry.type !== 'File' && entry.type !== 'OldFile')
			throw foreign(this.#file, `it holds “${entry.path}”, which is not a plain file`);
		if (!this.#manifest) this.#readManifest(entry);
		else this.#readFile(entry);
	}

	#readManifest(entry: ReadEntry): void {
		if (entry.path !== manifestName || entry.size > largestManifest) throw foreign(this.#file);
		const chunks: Buffer[] = [];
		entry.on('data', (chunk) => chunks.push(chunk as unknown as Buffer));
		entry.on('end', () =>
			this.#guard(() => {
				const manifest = parseManifest(Buffer.concat(chunks), this.#file);
				this.#accept(manifest);
				const bytes = manifest.files.reduce((sum, each) => sum + each.bytes, 0);
				requireRoom(this.#into, bytes);
				this.#most = this.#taken + bytes + overhead(manifest.files.length);
				this.#waiting = new Map(manifest.files.map((each) => [each.name, each]));
				this.#manifest = manifest;
			})
		);
	}

	#readFile(entry: ReadEntry): void {
		const expected = this.#waiting.get(entry.path);
		if (!expected) throw foreign(this.#file, `it holds “${entry.path}”, which its manifest does not name`);
		if (entry.size !== expected.bytes) throw altered(this.#file, `${expected.name} has another size`);
		this.#waiting.delete(entry.path);
		const path = join(this.#into, ...expected.name.split('/'));
		mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
		this.#open = openSync(path, 'wx', 0o600);
		const hash = createHash('sha256');
		entry.on('data', (chunk) => this.#guard(() => this.#write(chunk as unknown as Buffer, hash)));
		entry.on('end', () =>
			this.#guard(() => {
				this.close();
				if (hash.digest('hex') !== expected.sha256)
					throw altered(this.#file, `${expected.name} is not as it was written`);
			})
		);
	}

	#write(chunk: Buffer, hash: Hash): void {
		hash.update(chunk);
		for (let at = 0; at < chunk.length;) at += writeSync(this.#open!, chunk, at);
	}
}

function parseManifest(bytes: Buffer, file: string): Manifest {
	try {
		return manifestSchema.parse(JSON.parse(bytes.toString('utf8')));
	} catch {
		throw foreign(file);
	}
}

/** Throws a Problem when a folder's disk has less room than needed, and says how much that is. */
export function requireRoom(folder: string, bytes: number): void {
	const free = roomLeft(folder);
	if (free >= bytes) return;
	throw new Problem(
		'disk-full',
		`There is too little room on the disk of ${folder}: ${megabytes(bytes)} are needed, ${megabytes(free)} are free. Make room, then try again.`
	);
}

const megabytes = (bytes: number) => `${Math.max(1, Math.ceil(bytes / 1_000_000))} MB`;

const refused = (code: ProblemCode, sentence: string) =>
	new Problem(code, `${sentence} Nothing was changed.`);
const foreign = (file: string, why = 'it does not begin as one does') =>
	refused('backup-foreign', `${file} is not a backup of Cairn: ${why}.`);
const altered = (file: string, how: string) =>
	refused('backup-altered', `${file} is not as it was written: ${how}. Use another backup.`);

function explained(error: unknown, file: string, begun: boolean): unknown {
	const { code = '' } = error as NodeJS.ErrnoException;
	if (error instanceof Problem) return error;
	if (code === 'Z_BUF_ERROR' || /Truncated/.test((error as Error).message))
		return refused(
			'backup-truncated',
			`${file} ends too early: it was cut off. Copy it again, or use another backup.`
		);
	if (code === 'Z_DATA_ERROR' || code.startsWith('TAR_'))
		return begun || !/incorrect header check/.test((error as Error).message)
			? altered(file, 'its bytes do not add up')
			: foreign(file);
	if (['ENOENT', 'EISDIR', 'EACCES'].includes(code))
		return refused('file-unreadable', `${file} cannot be read (${code}).`);
	return error;
}
