/** What `cairn sample draw` promises to scripts: the same draw for the same frame and seed, in one fixed shape. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-draw-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const draw = (...words: string[]) =>
	spawnSync(process.execPath, ['src/cli/cairn.ts', 'sample', 'draw', ...words], {
		encoding: 'utf8',
		env: { ...process.env, CAIRN_DATA: join(folder, 'kept') }
	});

function file(name: string, lines: readonly string[], encoding: BufferEncoding = 'utf8'): string {
	const path = join(folder, name);
	writeFileSync(path, lines.join('\r\n'), encoding);
	return path;
}

const localityOf = (index: number) => (index < 200 ? 'North' : index < 320 ? 'South' : 'East');
const rows = Array.from(
	{ length: 400 },
	(_, index) => `F-${String(index + 1).padStart(3, '0')},${localityOf(index)}`
);
const town = () => file('town.csv', ['reference,locality', ...rows]);

type Drawn = { order: number; reference: string; strata: Record<string, string> }[];

describe('sample draw', () => {
	test('draws 60 of 400 by locality in proportion, and the same again in whatever order the frame stands', () => {
		const words = ['--size', '60', '--strata', 'locality', '--seed', '7', '--replacements', '2', '--json'];
		const { status, stdout, stderr } = draw(town(), ...words);
		expect([status, stderr]).toEqual([0, '']);
		const told = JSON.parse(stdout) as { drawn: Drawn; replacements: Drawn };
		expect(told).toMatchObject({
			way: 'cairn-draw-1',
			seed: '7',
			design: 'stratified',
			column: 'locality',
			frameSize: 400,
			size: 60,
			strata: [
				{ stratum: 'North', frame: 200, drawn: 30, replacements: 2 },
				{ stratum: 'South', frame: 120, drawn: 18, replacements: 2 },
				{ stratum: 'East', frame: 80, drawn: 12, replacements: 2 }
			]
		});
		expect(told.drawn).toHaveLength(60);
		expect(told.replacements).toHaveLength(6);
		expect(new Set([...told.drawn, ...told.replacements].map(({ reference }) => reference)).size).toBe(66);
		// These stay for ever: a changed draw would make every recorded one unrepeatable.
		expect(told.drawn.slice(0, 4).map(({ reference }) => reference)).toEqual([
			'F-126',
			'F-388',
			'F-387',
			'F-362'
		]);
		const turned = file('turned.csv', [
			'locality;reference',
			...[...rows].reverse().map((row) => row.split(',').reverse().join(';'))
		]);
		expect(draw(turned, ...words).stdout.replaceAll(/\s/g, '')).toBe(stdout.replaceAll(/\s/g, ''));
	});

	test('without a seed makes one and tells it, and with it draws the same', () => {
		const first = JSON.parse(draw(town(), '--size', '5', '--json').stdout) as { seed: string; drawn: Drawn };
		const again = JSON.parse(draw(town(), '--size', '5', '--seed', first.seed, '--json').stdout);
		expect(again).toEqual(first);
		expect(draw(town(), '--size', '5').stdout).toMatch(
			/^5 of 400, drawn with cairn-draw-1 and the seed \d+\n/
		);
	});

	test('takes set numbers, a census, and the size of a frame instead of a file', () => {
		const set = JSON.parse(
			draw(town(), '--strata', 'Locality', '--numbers', 'East=20; North=5', '--json').stdout
		);
		expect(set).toMatchObject({ size: 25, column: 'locality' });
		const census = JSON.parse(draw(town(), '--census', '--json').stdout);
		expect(census).toMatchObject({ design: 'census', seed: null, size: 400, frameSize: 400, strata: null });
		const numbered = JSON.parse(draw('400', '--size', '3', '--seed', '7', '--json').stdout) as {
			drawn: Drawn;
		};
		expect(numbered.drawn.every(({ reference }) => /^\d{3}$/.test(reference))).toBe(true);
	});

	test('reads a plain list, and a file as Excel on Windows writes it', () => {
		const list = file('list.txt', ['F-1', 'F-2', 'F-3']);
		expect(JSON.parse(draw(list, '--size', '2', '--json').stdout)).toMatchObject({ frameSize: 3 });
		const wide = file('wide.csv', ['\ufeffreference;locality', 'F-1;Orkney', 'F-2;Lòchdar'], 'utf16le');
		const told = JSON.parse(draw(wide, '--size', '2', '--strata', 'locality', '--json').stdout);
		expect(told.strata.map(({ stratum }: { stratum: string }) => stratum)).toEqual(['Lòchdar', 'Orkney']);
	});

	test('reads a workbook as it reads a CSV file', async () => {
		const path = join(folder, 'town.xlsx');
		const cells = [['reference', 'locality'], ...rows.map((row) => row.split(','))];
		const data = cells.map((row) => row.map((value) => ({ value })));
		writeFileSync(path, await writeExcelFile([{ data, sheet: 'Frame' }]).toBuffer());
		const words = ['--size', '60', '--strata', 'locality', '--seed', '7', '--json'];
		expect(draw(path, ...words).stdout).toBe(draw(town(), ...words).stdout);
	});

	test('refuses a frame with a duplicate, a blank or a CHI number with its row, and repeats no number', () => {
		const broken = file('broken.csv', [
			'reference,locality',
			'F-1,North',
			'F-1,North',
			',North',
			'0101011237,South'
		]);
		const { status, stdout, stderr } = draw(broken, '--size', '1', '--json');
		expect([status, stdout]).toEqual([1, '']);
		expect(stderr).toMatch(/Row 3, column reference: “F-1” is there twice; row 2 has it first\./);
		expect(stderr).toMatch(/Row 4, column reference: the reference is empty\./);
		expect(stderr).toMatch(/Row 5, column reference: this looks like a CHI number\./);
		expect(stderr).not.toContain('0101011237');
	});

	test('says what was wrong, and exits 1 for a frame that cannot give it and 2 for wrong usage', () => {
		const said = (...words: string[]) => {
			const { status, stdout, stderr } = draw(...words);
			return [status, stdout, stderr] as const;
		};
		expect(said(town(), '--size', '401')).toEqual([1, '', expect.stringMatching(/has 400/)]);
		expect(said(town(), '--size', '6', '--strata', 'team')).toEqual([
			1,
			'',
			expect.stringMatching(/There are: locality/)
		]);
		expect(said(join(folder, 'none.csv'), '--size', '6')).toEqual([
			1,
			'',
			expect.stringMatching(/no such file/)
		]);
		for (const words of [
			[],
			['--size', '0'],
			['--size', 'many'],
			['--census', '--size', '6'],
			['--numbers', 'A=1']
		])
			expect(said(town(), ...words)[0], words.join(' ')).toBe(2);
		const few = draw(town(), '--size', '2', '--strata', 'locality');
		expect(few.stderr).toMatch(/Nothing is drawn of “East”/);
	});
});
