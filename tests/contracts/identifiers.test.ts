import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { placeIdentifiers } from '#lib/evidence/identifier-places.ts';

/** The source documents of the frameworks, where a developer has them beside the repository. */
const folder = '../shared/seeds';
const atHand = existsSync(folder);

/** What organisations say of themselves in them: document, line, kind. */
const ownWords: [document: string, line: number, kind: string][] = [
	['000', 912, 'postcode'],
	['000', 913, 'telephone'],
	['000', 914, 'telephone'],
	['000', 917, 'email'],
	['000', 918, 'telephone'],
	['002', 454, 'postcode'],
	['002', 454, 'email'],
	['002', 464, 'postcode'],
	['002', 470, 'postcode']
];

describe.skipIf(!atHand)(
	`in the source documents${atHand ? '' : ` (left out: they are not at ${folder})`}`,
	() => {
		test('the identifier check finds the addresses and numbers of organisations that are listed there, nothing else', () => {
			const found = readdirSync(folder)
				.sort()
				.flatMap((name) =>
					placeIdentifiers(readFileSync(join(folder, name), 'utf8')).map(({ line, kind }) => [
						name.slice(0, 3),
						line,
						kind
					])
				);
			expect(found).toEqual(ownWords);
		});
	}
);
