import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAnswersFile } from '#lib/evidence/answers-file.ts';
import { parseInstrument, questionTypes } from '#lib/evidence/instrument.ts';
import { commands } from '../../src/cli/main.ts';

const readme = readFileSync('README.md', 'utf8');

/** The folders of the README's map, as paths from the top. */
function mappedFolders(): string[] {
	const map = /```\n(\.ci\/[\s\S]*?)```/.exec(readme)?.[1] ?? '';
	const trail: string[] = [];
	return map
		.split('\n')
		.filter((line) => line.trim() !== '')
		.map((line) => {
			const depth = /^ */.exec(line)![0].length / 2;
			trail.length = depth;
			trail.push(line.trim().split(/\s/)[0]!.replace(/\/$/, ''));
			return trail.join('/');
		});
}

/** Every file of the product's own code and scripts. */
function sourceFiles(folder: string): string[] {
	return readdirSync(folder).flatMap((name) => {
		const path = join(folder, name);
		if (statSync(path).isDirectory()) return sourceFiles(path);
		return /\.(ts|mjs|js|svelte)$/.test(name) ? [path] : [];
	});
}

describe('the README', () => {
	test('maps only folders that are there', () => {
		const folders = mappedFolders();
		expect(folders.length).toBeGreaterThan(20);
		expect(folders.filter((folder) => !existsSync(folder))).toEqual([]);
	});

	test('maps every room of the house', () => {
		const rooms = ['src/lib', 'src/lib/server', 'fixtures', 'tests', 'src'].flatMap((parent) =>
			readdirSync(parent)
				.map((name) => `${parent}/${name}`)
				.filter((path) => statSync(path).isDirectory() && readdirSync(path).length > 0)
		);
		const mapped = mappedFolders();
		expect(rooms.filter((room) => !mapped.includes(room))).toEqual([]);
	});

	test('names the two commands first, and a picture that is there', () => {
		expect(readme.indexOf('npm start')).toBeLessThan(readme.indexOf('## '));
		expect(readme.indexOf('npm test')).toBeLessThan(readme.indexOf('## '));
		const picture = /!\[[^\]]+\]\(([^)]+)\)/.exec(readme)?.[1] ?? 'no picture';
		expect(existsSync(picture)).toBe(true);
	});

	test('documents every environment variable that the product reads, and no other', () => {
		const read = new Set(
			[...sourceFiles('src'), ...sourceFiles('scripts')].flatMap((file) =>
				[
					...readFileSync(file, 'utf8').matchAll(
						/(?:process\.env|environment)\.([A-Z][A-Z_]+)|\b(CAIRN_[A-Z_]*[A-Z])\b/g
					)
				].map((match) => match[1] ?? match[2]!)
			)
		);
		// The machine's own, what a test run says of itself, and where Playwright keeps a browser of its own.
		for (const own of ['PATH', 'VITEST', 'PLAYWRIGHT_BROWSERS_PATH']) read.delete(own);
		const documented = [...readme.matchAll(/^\| `([A-Z_]+)` +\|/gm)].map((match) => match[1]!);
		expect(documented.sort()).toEqual([...read].sort());
	});

	test('documents every command of the command line, and no other', () => {
		const documented = [...readme.matchAll(/^\| `([a-z][a-z -]*?)(?: <[^`]*)?` +\|/gm)].map(
			(match) => match[1]!
		);
		expect(documented.sort()).toEqual(Object.keys(commands).sort());
	});
});

describe('the page on writing an instrument', () => {
	const page = readFileSync('docs/instruments.md', 'utf8');
	const instrument = parseInstrument(JSON.parse(/```json\n([\s\S]*?)```/.exec(page)![1]!));

	test('shows an instrument with every kind of question, and answers that fit it', () => {
		expect(instrument.questions.map(({ type }) => type)).toEqual(
			expect.arrayContaining(questionTypes.filter((type) => type !== 'yes-no'))
		);
		const { problems, records } = readAnswersFile(/```\n(reference[\s\S]*?)```/.exec(page)![1]!, instrument);
		expect(problems).toEqual([]);
		expect(records).toHaveLength(2);
	});
});

describe('the help of the command line', () => {
	test.each(Object.keys(commands))('of “%s” shows its usage and says what it does', async (name) => {
		const { command } = await commands[name]!();
		expect(command.usage.startsWith(name)).toBe(true);
		expect(command.summary).toMatch(/^[A-Z].*\.$/);
		for (const option of Object.keys(command.options)) expect(command.usage).toContain(`--${option}`);
	});
});
