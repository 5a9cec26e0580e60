import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import asvs from './asvs-numbers.json' with { type: 'json' };
import { headingAddresses, requirementRows, standings } from './security-page.ts';
import { testTitles } from './test-titles.ts';

const page = readFileSync('docs/security.md', 'utf8');
const rows = requirementRows(page);
const named = (row: { numbers: string[] }) => row.numbers.join(', ');

/** `file › title` of each test that is named and is not there, or would not be run. */
function missingTests(of: typeof rows): string[] {
	return of
		.flatMap(({ tests }) => tests)
		.filter(({ file, title }) => !existsSync(file) || !testTitles(file).includes(title))
		.map(({ file, title }) => `${file} › ${title}`);
}

describe('the page on security', () => {
	test('names every requirement of levels 1 and 2 once, under its level, and no other', () => {
		const levels = [
			...asvs.level1.map((number) => [number, 1] as const),
			...asvs.level2.map((number) => [number, 2] as const)
		];
		expect(levels).toHaveLength(253);
		const stated = rows.flatMap(({ numbers, levels }) =>
			numbers.map((number, index) => `${number} at level ${levels.length === 1 ? levels[0] : levels[index]}`)
		);
		expect(stated.sort()).toEqual(levels.map(([number, level]) => `${number} at level ${level}`).sort());
	});

	test('leaves no cell empty, and begins each answer with a word that it explains', () => {
		expect(
			rows.filter(({ meaning, because }) => meaning.length < 3 || because.length < 10).map(named)
		).toEqual([]);
		expect(
			rows.filter(({ standing }) => !(standings as readonly string[]).includes(standing)).map(named)
		).toEqual([]);
		for (const standing of standings) expect(page).toContain(`- **${standing}**`);
	});

	test('names a test wherever it says that something is shown, and only there', () => {
		const shown = (standing: string) => standing === 'Shown' || standing === 'Partly';
		expect(rows.filter(({ standing, tests }) => shown(standing) !== tests.length > 0).map(named)).toEqual([]);
	});

	test('says what is missing wherever something is shown only partly', () => {
		const wordsBeside = (because: string) => because.replace(/`[^`]*`|<br>/g, '').trim();
		expect(
			rows
				.filter(({ standing, because }) => standing === 'Partly' && wordsBeside(because).length < 20)
				.map(named)
		).toEqual([]);
	});

	test('names only tests that are there and are run', () => {
		expect(rows.flatMap(({ tests }) => tests).length).toBeGreaterThan(20);
		expect(missingTests(rows)).toEqual([]);
	});

	test('links a section that is there wherever it says that something is written down', () => {
		const there = (address: string) => {
			const [file, heading] = address.split('#');
			const text = file === '' ? page : readFileSync(join('docs', file!), 'utf8');
			return headingAddresses(text).includes(`#${heading}`);
		};
		expect(
			rows.filter(({ standing, sections }) => standing === 'Written' && sections.length === 0).map(named)
		).toEqual([]);
		expect(rows.flatMap(({ sections }) => sections).filter((address) => !there(address))).toEqual([]);
	});

	test('counts its own rows truly', () => {
		for (const standing of standings) {
			const count = rows
				.filter((row) => row.standing === standing)
				.reduce((sum, { numbers }) => sum + numbers.length, 0);
			expect(page).toMatch(new RegExp(`^- \\*\\*${standing}\\*\\* \\(${count}\\)`, 'm'));
		}
	});
});

describe('the search for a named test', () => {
	const written = `
		describe('a group', () => {
			test('is found', () => {});
			it.each([1, 2])('is found for %s', () => {});
			test(\`is found with \${many} values\`, () => {});
			test.skip('is off', () => {});
			test.todo('is planned');
		});
		describe.skip('a group that is off', () => { test('is off too', () => {}); });
	`;

	test('finds tests and tests made of a table, not groups, nor what is skipped or planned', () => {
		expect(testTitles('written.test.ts', written)).toEqual([
			'is found',
			'is found for %s',
			'is found with ${many} values'
		]);
	});

	test('misses a test that was renamed, and a file that was moved', () => {
		const row = requirementRows(
			'| 1.2.1 | 1 | Text stays text | Shown: `tests/contracts/security.test.ts › is a title of none`<br>' +
				'`tests/contracts/gone.test.ts › counts its own rows truly`<br>' +
				'`tests/contracts/security.test.ts › counts its own rows truly` |'
		);
		expect(missingTests(row)).toEqual([
			'tests/contracts/security.test.ts › is a title of none',
			'tests/contracts/gone.test.ts › counts its own rows truly'
		]);
	});
});
