/**
 * What is quoted is quoted word for word. Beside the source documents each text is looked up at its lines; without
 * them the digest that was recorded beside them has to agree.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { digestOf, digestsFile, quotations, sourcesAreAtHand, standsWithin } from './quotations.ts';

const recorded = JSON.parse(readFileSync(digestsFile, 'utf8')) as Record<string, string>;
const named = (found: typeof quotations) => found.map(({ key, lines }) => `${key} at ${lines.join('–')}`);

describe('every quoted text', () => {
	it('is named once', () => {
		expect(new Set(quotations.map(({ key }) => key)).size).toBe(quotations.length);
	});

	it('is unchanged since it was checked against its source', () => {
		expect(named(quotations.filter((each) => recorded[each.key] !== digestOf(each)))).toEqual([]);
	});

	it('has a recorded digest, and no digest is left over', () => {
		expect(Object.keys(recorded).sort()).toEqual(quotations.map(({ key }) => key).sort());
	});

	it('has no white space but single spaces', () => {
		const spaced = quotations.filter(({ texts }) =>
			texts.some((text) => text !== text.replace(/\s+/g, ' ').trim())
		);
		expect(named(spaced)).toEqual([]);
	});
});

describe.skipIf(!sourcesAreAtHand)('every quoted text, looked up in its source document,', () => {
	it('stands word for word at the lines it names', () => {
		expect(named(quotations.filter((each) => !standsWithin(each, ...each.lines)))).toEqual([]);
	});

	it('needs the first and the last of the lines it names', () => {
		const loose = quotations.filter((each) => {
			const [from, to] = each.lines;
			return from < to && (standsWithin(each, from + 1, to) || standsWithin(each, from, to - 1));
		});
		expect(named(loose)).toEqual([]);
	});
});
