import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';

const cruiser = join('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
const folders: string[] = [];

/** Names of the rules that a source tree breaks; `files` are its contents by path. */
function brokenRules(files: Record<string, string>): string[] {
	const root = mkdtempSync(join(tmpdir(), 'cairn-rooms-'));
	folders.push(root);
	cpSync('.dependency-cruiser.cjs', join(root, '.dependency-cruiser.cjs'));
	writeFileSync(join(root, 'tsconfig.json'), '{"compilerOptions":{"allowImportingTsExtensions":true}}');
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	}
	const { stdout } = spawnSync(
		process.execPath,
		[join(process.cwd(), cruiser), 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
		{ cwd: root, encoding: 'utf8' }
	);
	const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
	return [...new Set(summary.violations.map((violation) => violation.rule.name))].sort();
}

afterEach(() => {
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('the rooms', () => {
	test('of the product import only what they may', () => {
		const { status, stdout } = spawnSync(
			process.execPath,
			[cruiser, 'src', '--config', '.dependency-cruiser.cjs'],
			{ encoding: 'utf8' }
		);
		expect(stdout).toContain('no dependency violations found');
		expect(status).toBe(0);
	});

	test('let a higher number import a lower one', () => {
		expect(
			brokenRules({
				'src/lib/frameworks/element.ts': 'export const element = 1;',
				'src/lib/measures/share.ts': "import { element } from '../frameworks/element.ts'; export { element };"
			})
		).toEqual([]);
	});

	test('refuse a lower number that imports a higher one', () => {
		expect(
			brokenRules({
				'src/lib/measures/share.ts': 'export const share = 1;',
				'src/lib/frameworks/element.ts': "import { share } from '../measures/share.ts'; export { share };"
			})
		).toEqual(['frameworks-imports-only-lower-rooms']);
	});

	test('refuse Node, the server and the components in a pure room', () => {
		expect(
			brokenRules({
				'src/lib/server/clock.ts': 'export const now = 1;',
				'src/lib/measures/share.ts':
					"import { readFileSync } from 'node:fs'; import { now } from '../server/clock.ts'; export { now, readFileSync };"
			})
		).toEqual(['pure-rooms-stay-pure', 'pure-rooms-use-no-node-built-ins']);
	});

	test('refuse the server in a component, and a page in the server', () => {
		expect(
			brokenRules({
				'src/lib/server/clock.ts': "import '../../routes/page.ts'; export const now = 1;",
				'src/routes/page.ts': 'export const page = 1;',
				'src/lib/components/strip.ts': "import { now } from '../server/clock.ts'; export { now };"
			})
		).toEqual(['components-import-no-server', 'server-imports-no-pages']);
	});
});
