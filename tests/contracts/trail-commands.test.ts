import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operator } from '#lib/server/access/actor.ts';
import { importReview } from '#lib/server/commands/import-review.ts';
import { setRetention } from '#lib/server/commands/set-retention.ts';
import { openCairn } from '#lib/server/open-cairn.ts';
import { openAsItIs } from '#lib/server/db/open.ts';
import { halfBegunReview } from '../support/half-begun-review.ts';

const at = '2026-01-05T09:00:00.000Z';

let scratch: string;
let whole: string;
let copies = 0;
beforeAll(() => {
	scratch = mkdtempSync(join(tmpdir(), 'cairn-trail-commands-'));
	whole = join(scratch, 'whole');
	const db = openCairn(whole, at);
	importReview(db, halfBegunReview, { actor: operator, at });
	db.$client
		.prepare("update reviews set issued_at = '2019-05-01T09:00:00.000Z' where id = 'isle-2025'")
		.run();
	db.$client.close();
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A copy of the data folder, on which `tamper` has done its work. */
function copyWith(tamper: (sql: (text: string) => void) => void = () => {}): string {
	const folder = join(scratch, `copy-${(copies += 1)}`);
	cpSync(whole, folder, { recursive: true });
	const db = openAsItIs(join(folder, 'cairn.sqlite'));
	tamper((text) => void db.$client.exec(text));
	db.$client.close();
	return folder;
}

function cairn(folder: string, ...words: string[]) {
	return spawnSync(process.execPath, ['src/cli/cairn.ts', ...words], {
		encoding: 'utf8',
		env: { ...process.env, CAIRN_DATA: folder }
	});
}

type Check = { events: number; head: { id: number; hash: string }; faults: string[] };
const checkOf = (stdout: string) => JSON.parse(stdout) as Check;

describe('cairn audit verify', () => {
	test('says that a whole trail is whole, and by which hash to hold it to that later', () => {
		const { status, stdout } = cairn(whole, 'audit', 'verify');
		expect(status).toBe(0);
		expect(stdout).toMatch(
			/^The trail is whole: \d+ events, none altered\.\nThe last is event \d+, with the hash [0-9a-f]{64}\.\n$/
		);
	});

	test('names the event that was altered, says what to do, and exits with 1', () => {
		const folder = copyWith((sql) => sql("update events set at = '2020-01-01T00:00:00.000Z' where id = 3"));
		const { status, stdout, stderr } = cairn(folder, 'audit', 'verify', '--json');
		expect(status).toBe(1);
		expect(checkOf(stdout).faults).toEqual(['Event 3 is not as it was written.']);
		expect(stderr).toMatch(
			/^The trail is not as it was written\. Change nothing;[^]*- Event 3 is not as it was written\./
		);
	});

	test('finds an event that was removed, and one that took its place', () => {
		const folder = copyWith((sql) => {
			sql('delete from event_texts where event = 4');
			sql('delete from events where id = 4');
			sql('update events set id = 4 where id = 3');
		});
		const { status, stdout } = cairn(folder, 'audit', 'verify', '--json');
		expect(status).toBe(1);
		expect(checkOf(stdout).faults).toEqual([
			'Event 3 is missing.',
			'Event 4 is not as it was written.',
			'Event 5 does not follow the event before it.'
		]);
	});

	test('finds by a backup that the end was cut off without a trace in the chain', () => {
		const folder = copyWith();
		const made = cairn(folder, 'backup', '--to', join(scratch, 'backups'), '--json');
		const { file, trail } = JSON.parse(made.stdout) as { file: string; trail: { id: number; hash: string } };
		expect(cairn(folder, 'audit', 'verify', '--against', file).stdout).toContain(
			'the earlier one is among them'
		);
		const cut = copyWith((sql) => {
			sql(`delete from events where id >= ${trail.id}`);
			sql(`update sqlite_sequence set seq = ${trail.id - 1} where name = 'events'`);
		});
		expect(cairn(cut, 'audit', 'verify').status).toBe(0);
		const against = cairn(cut, 'audit', 'verify', '--against', file);
		expect(against.status).toBe(1);
		expect(against.stderr).toContain(
			`Event ${trail.id} with the hash ${trail.hash} was the last of this trail once`
		);
		expect(cairn(cut, 'audit', 'verify', '--against', trail.hash).status).toBe(1);
	});

	test('says of what is neither a backup nor a hash that it is not', () => {
		const file = cairn(whole, 'audit', 'verify', '--against', 'README.md');
		expect(file.status).toBe(1);
		expect(file.stderr).toContain('README.md is not a backup of Cairn');
		expect(cairn(whole, 'audit', 'verify', '--against', 'a'.repeat(63)).status).toBe(2);
	});
});

describe('cairn retention', () => {
	test('erases nothing without a rule, and with one only when it is not asked to look', () => {
		const folder = copyWith();
		expect(cairn(folder, 'retention').stdout).toBe('Nothing is erased by itself.\n');
		const db = openAsItIs(join(folder, 'cairn.sqlite'));
		setRetention(db, { actor: operator, at }, { years: 7, version: 0 });
		db.$client.close();
		const dry = cairn(folder, 'retention', '--dry-run', '--json');
		const erased = { review: 'isle-2025', records: 4, answers: 17, writtenAnswers: 1, passages: 0, texts: 0 };
		expect(JSON.parse(dry.stdout)).toMatchObject({ years: 7, erased: [erased], swept: null });
		expect(cairn(folder, 'retention').stdout).toContain(
			'Erased: isle-2025: 4 records with 17 answers, 1 written answer, 0 passages, 0 texts of its history'
		);
		expect(cairn(folder, 'retention').stdout).toContain('Nothing is due.');
		expect(cairn(folder, 'audit', 'verify').status).toBe(0);
	});
});
