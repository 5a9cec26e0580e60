import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Header } from 'tar';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { times } from '../../../../tests/support/long.ts';
import { openDatabase } from '../db/open.ts';
import { makeBackup } from './make-backup.ts';
import { unpackChecked } from './check-backup.ts';

const at = '2026-03-15T12:00:00.000Z';

let top: string;
let good: string;
beforeEach(async () => {
	top = mkdtempSync(join(tmpdir(), 'cairn-hostile-'));
	openDatabase(join(top, 'kept')).$client.close();
	good = (await makeBackup({ folder: join(top, 'kept'), to: join(top, 'backups'), at })).file;
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

/** Unpacks bytes as a backup into a fresh folder; gives that folder too, to see what reached the disk. */
async function unpack(bytes: Buffer) {
	const into = mkdtempSync(join(top, 'into-'));
	const file = join(top, 'offered.tar.gz');
	writeFileSync(file, bytes);
	const said = await unpackChecked(file, into).then(
		() => null,
		(error: Error & { code?: string }) => error
	);
	return { said, into };
}

type Entry = {
	path: string;
	body?: string;
	type?: 'File' | 'SymbolicLink' | 'Link' | 'Directory';
	linkpath?: string;
};

/** An archive written by hand, entry by entry. */
function archive(...entries: Entry[]): Buffer {
	const blocks = entries.flatMap(({ path, body = '', type = 'File', linkpath }) => {
		const head = Buffer.alloc(512);
		const size = Buffer.byteLength(body);
		new Header({ path, type, size, mode: 0o644, linkpath, mtime: new Date(at) }).encode(head);
		const room = Buffer.alloc(Math.ceil(size / 512) * 512);
		room.write(body);
		return [head, room];
	});
	return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/** A manifest that names some files with the digest of their text. */
function manifest(files: Record<string, string>, changed: Record<string, unknown> = {}): Entry {
	const listed = Object.entries(files).map(([name, text]) => ({
		name,
		bytes: Buffer.byteLength(text),
		sha256: digest(text)
	}));
	const whole = { format: 'cairn-backup', edition: 1, cairn: '0.1.0', schema: 1, at, rows: {}, trail: null };
	return { path: 'manifest.json', body: JSON.stringify({ ...whole, files: listed, ...changed }) };
}

const database = { 'cairn.sqlite': 'no database' };

describe('an archive that was cut off', () => {
	test('anywhere is refused, and says that it was cut off', async () => {
		const bytes = readFileSync(good);
		for (let time = 0; time < times(12, 200); time++) {
			const { said } = await unpack(bytes.subarray(0, 20 + Math.floor(Math.random() * (bytes.length - 21))));
			expect(said?.message).toMatch(/ends too early: it was cut off/);
		}
	});
});

describe('an archive that was altered', () => {
	test('in any byte is refused', async () => {
		const bytes = readFileSync(good);
		for (let time = 0; time < times(30, 600); time++) {
			const altered = Buffer.from(bytes);
			// Before the tenth byte stand the time and the machine of the packing, which mean nothing.
			const place = 10 + Math.floor(Math.random() * (bytes.length - 10));
			altered[place] = altered[place]! ^ (1 << Math.floor(Math.random() * 8));
			const { said } = await unpack(altered);
			expect(['backup-altered', 'backup-truncated', 'backup-foreign']).toContain(said?.code);
		}
	});

	test('in its database, and packed again, is refused', async () => {
		const unpacked = gunzipSync(readFileSync(good));
		const place = unpacked.indexOf('SQLite format 3') + 5000;
		unpacked[place] = unpacked[place]! ^ 1;
		const { said } = await unpack(gzipSync(unpacked));
		expect(said?.message).toMatch(/cairn\.sqlite is not as it was written\. Use another backup/);
	});

	test('by something added to its end is refused', async () => {
		const { said } = await unpack(Buffer.concat([readFileSync(good), Buffer.from('more')]));
		expect(said?.code).toBe('backup-altered');
	});

	test('so that a file is missing or is another is refused', async () => {
		const { said } = await unpack(archive(manifest({ ...database, 'attachments/a': 'paper' })));
		expect(said?.message).toMatch(/cairn\.sqlite is missing/);
		const other = archive(manifest(database), { path: 'cairn.sqlite', body: 'Xo database' });
		expect((await unpack(other)).said?.message).toMatch(/is not as it was written/);
		const longer = archive(manifest(database), { path: 'cairn.sqlite', body: 'no database at all' });
		expect((await unpack(longer)).said?.message).toMatch(/has another size/);
	});

	test('so that digests fit but the database is none is refused', async () => {
		const { said } = await unpack(archive(manifest(database), { path: 'cairn.sqlite', body: 'no database' }));
		expect(said?.message).toMatch(/does not hold what it says/);
	});
});

describe('an archive made to do harm', () => {
	test.each<[string, string]>([
		['climbs out of the folder', '../outside.txt'],
		['climbs out from below', 'attachments/../../outside.txt'],
		['begins at the root', '/tmp/cairn-outside.txt'],
		['names a drive', 'C:outside.txt'],
		['has a backslash', 'attachments\\..\\..\\outside.txt'],
		['is not of the attachments', 'secret']
	])('with a name that %s is refused, even when its manifest names it', async (_, name) => {
		const hostile = archive(manifest({ ...database, [name]: 'x' }), { path: name, body: 'x' });
		const { said, into } = await unpack(hostile);
		expect(said?.code).toBe('backup-foreign');
		expect([readdirSync(into), existsSync(join(top, 'outside.txt'))]).toEqual([[], false]);
		const unnamed = archive(manifest(database), { path: name, body: 'x' });
		expect((await unpack(unnamed)).said?.code).toBe('backup-foreign');
	});

	test.each(['SymbolicLink', 'Link', 'Directory'] as const)('with a %s is refused', async (type) => {
		const hostile = archive(manifest({ ...database, 'attachments/a': '' }), {
			path: 'attachments/a',
			type,
			linkpath: '/etc'
		});
		const { said, into } = await unpack(hostile);
		expect(said?.message).toMatch(/which is not a plain file|do not add up/);
		expect(readdirSync(into)).toEqual([]);
	});

	test('that says it is larger than the disk is refused before it is unpacked', async () => {
		const files = [{ name: 'cairn.sqlite', bytes: Number.MAX_SAFE_INTEGER, sha256: digest('') }];
		const { said, into } = await unpack(archive(manifest({}, { files })));
		expect(said?.message).toMatch(/too little room/);
		expect(readdirSync(into)).toEqual([]);
	});

	test('that unpacks to far more than it says is refused on the way', async () => {
		const begin = gunzipSync(archive(manifest({ 'cairn.sqlite': '' }), { path: 'cairn.sqlite' }));
		const { said } = await unpack(gzipSync(Buffer.concat([begin, Buffer.alloc(80_000_000)])));
		expect(said?.message).toMatch(/longer than it says|does not add up|not a backup|missing/);
		expect(said?.code).toBe('backup-altered');
	});

	test('with the same file twice is refused', async () => {
		const twice = archive(
			manifest(database),
			{ path: 'cairn.sqlite', body: 'no database' },
			{ path: 'cairn.sqlite', body: 'no database' }
		);
		expect((await unpack(twice)).said?.code).toBe('backup-foreign');
	});

	test.each([
		['nothing', Buffer.alloc(0)],
		['text', Buffer.from('These are notes.')],
		['packed text', gzipSync('These are notes.')],
		['another archive', archive({ path: 'readme.txt', body: 'hello' })],
		['a manifest of something else', archive(manifest(database, { format: 'other' }))]
	])('or %s instead of one is refused in one sentence', async (_, bytes) => {
		const { said } = await unpack(bytes);
		expect(said?.name).toBe('Problem');
		expect(said?.message).toMatch(/offered\.tar\.gz .*Nothing was changed\.$/);
	});
});
