/** `cairn compare` says what the pages say, in every format. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { figureColumns } from '#lib/pages/compare-figures.ts';
import { openCairn } from '#lib/server/open-cairn.ts';
import { publishCompared } from '../support/compared-world.ts';

let folder: string;
let empty: string;
/** The partnership that looks. */
let own: { code: string; name: string };

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-compare-'));
	empty = mkdtempSync(join(tmpdir(), 'cairn-compare-empty-'));
	const db = openCairn(folder, new Date().toISOString());
	own = publishCompared(db).sharing[0]!;
	db.$client.close();
});
afterAll(() => {
	for (const each of [folder, empty]) rmSync(each, { recursive: true, force: true });
});

function compare(words: string[], data = folder): { status: number | null; stdout: string; stderr: string } {
	return spawnSync(process.execPath, ['src/cli/cairn.ts', 'compare', ...words], {
		encoding: 'utf8',
		env: { ...process.env, CAIRN_DATA: data }
	});
}

describe('cairn compare', () => {
	test('says a partnership’s own value, the others of its groups, and those named', () => {
		const { status, stdout } = compare(['--partnership', own.name, '--question', 'case-file-assessed/K1']);
		expect(status).toBe(0);
		expect(stdout).toMatch(/^Release 2: Release of 2026$/m);
		expect(stdout).toMatch(new RegExp(`^ {2}${own.name}: 10 of 45, 22\\.2% \\(11\\.2% to 37\\.1%\\)$`, 'm'));
		expect(stdout).toMatch(
			/^ {2}Scotland, the 23 others: about \d+ of [\d,]+, about \d+% \(\d+% to \d+%\)$/m
		);
	});

	test('gives the columns of the feed as CSV, and the same rows as JSON', () => {
		const asked = ['--partnership', own.code, '--standard', '8', '--release', '1'];
		const csv = Papa.parse<Record<string, string>>(compare([...asked, '--format', 'csv']).stdout, {
			header: true,
			skipEmptyLines: true
		});
		expect(csv.meta.fields).toEqual([...figureColumns]);
		const json = JSON.parse(compare([...asked, '--json']).stdout) as {
			release: number;
			rows: Record<string, unknown>[];
		};
		expect(json.release).toBe(1);
		const texts = json.rows.map((row) => figureColumns.map((column) => String(row[column] ?? '')));
		expect(csv.data.map((row) => figureColumns.map((column) => row[column]))).toEqual(texts);
		expect(new Set(json.rows.map(({ code }) => code))).toEqual(new Set(['8.1', '8.2', '8.3', 'K1', 'S2']));
	});

	test('tells no value of anybody who is not named when it is asked without a partnership', () => {
		const { rows } = JSON.parse(compare(['--json']).stdout) as { rows: { group: string; part: string }[] };
		expect(new Set(rows.map(({ group }) => group))).not.toContain('own');
		expect(rows.every(({ group, part }) => part !== 'one' || group === 'named')).toBe(true);
	});

	test.each([
		[1, /No release has been published yet/, ['--standard', '8'], true],
		[1, /There is no standard “99”/, ['--standard', '99'], false],
		[1, /holds no question “none\/K9”/, ['--question', 'none/K9'], false],
		[1, /There is no release “9”/, ['--release', '9'], false],
		[1, /There is no partnership “Nowhere”/, ['--partnership', 'Nowhere'], false],
		[2, /not several/, ['--standard', '8', '--theme', 'T2'], false],
		[2, /--format takes one of/, ['--format', 'xml'], false]
	] as const)('ends with %i and says %s', (status, words, asked, nothing) => {
		const said = compare([...asked], nothing ? empty : folder);
		expect([said.status, said.stdout]).toEqual([status, '']);
		expect(said.stderr).toMatch(words);
	});
});
