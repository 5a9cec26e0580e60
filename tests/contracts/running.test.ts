import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('the page on running Cairn says what to do on every line of the doctor, and on no other', () => {
	const lines = globSync('src/lib/server/doctor/*.ts')
		.filter((file) => !file.endsWith('.test.ts'))
		.flatMap((file) => [
			...readFileSync(file, 'utf8').matchAll(/\b(?:fine|look|broken)\(\s*'([A-Z][A-Za-z ]+)'/g)
		])
		.map((match) => match[1]!);
	const page = readFileSync('docs/running.md', 'utf8').split('## When something is wrong')[1]!;
	const documented = [...page.matchAll(/^\| ([A-Z][A-Za-z ]+?) +\|/gm)].map((match) => match[1]!);
	expect(documented.sort()).toEqual([...new Set(lines)].sort());
});
