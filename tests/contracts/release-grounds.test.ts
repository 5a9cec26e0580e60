/** What releases were made from holds every partnership's values: who in the product may read it, and why. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const product = globSync('src/**/*.{ts,svelte}').filter((path) => !path.endsWith('.test.ts'));
const reading = (pattern: RegExp) =>
	product.filter((path) => pattern.test(readFileSync(path, 'utf8'))).sort();

/** Each gives out no more than is said here. */
const readers: Record<string, string> = {
	'src/lib/server/queries/own-partnerships.ts': 'which invented partnership a visitor is shown as their own',
	'src/lib/server/queries/releases.ts': 'the values of the reader’s own partnerships',
	'src/lib/server/queries/sharing-page.ts': 'that a review stands in a release, to who may see its sharing',
	'src/lib/server/releases/release-input.ts': 'what later releases are checked against'
};

test('what releases were made from is read only by the few that are named here', () => {
	expect(reading(/from '[^']*\/release-grounds\.ts'/)).toEqual(Object.keys(readers).sort());
});

test('the column that holds it is named only where it is written and where it is read', () => {
	expect(reading(/\breleases\.grounds\b|\bgrounds: JSON/)).toEqual([
		'src/lib/server/commands/publish-release.ts',
		'src/lib/server/queries/release-grounds.ts'
	]);
});

test('what is made and not published yet is read only to be published, and to be counted for administrators', () => {
	expect(reading(/\bloadKept\(/)).toEqual([
		'src/lib/server/commands/publish-release.ts',
		'src/lib/server/queries/release-drafts.ts',
		'src/lib/server/queries/releases-page.ts'
	]);
	expect(reading(/\breleaseDrafts\.draft\b/)).toEqual(['src/lib/server/queries/release-drafts.ts']);
});

test('what any one partnership gave is asked for by the command line alone, whose operator has let themselves in', () => {
	// Everybody else gets the values of their own partnerships, by who they are.
	expect(reading(/import \{[^}]*\bvaluesOf\b[^}]*\} from '[^']*\/releases\.ts'/)).toEqual([
		'src/lib/server/queries/compare-views.ts'
	]);
	expect(reading(/\bloadViewAs\b/)).toEqual([
		'src/cli/compare.ts',
		'src/lib/server/queries/compare-views.ts'
	]);
});
