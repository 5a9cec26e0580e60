/** The resources that Cairn comes with are facts: each is named where it says, and serves what there is. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { namedResourcesSchema } from '#lib/practice/entry.ts';
import { frameworks } from './quotations.ts';

const repository = join(import.meta.dirname, '../..');
/** Not part of the repository; where they are at hand they lie beside it. */
const sources = join(repository, '../shared/seeds');

const { resources } = namedResourcesSchema.parse(
	JSON.parse(readFileSync(join(repository, 'fixtures/resources.json'), 'utf8'))
);

const linesOf = new Map<string, string[]>();
function documentLines(document: string): string[] {
	const file = readdirSync(sources).find((name) => name.startsWith(document))!;
	if (!linesOf.has(document)) linesOf.set(document, readFileSync(join(sources, file), 'utf8').split(/\r?\n/));
	return linesOf.get(document)!;
}

/** Without the signs of the markup, one space between words, words that a line end parted put together. */
const plain = (text: string) =>
	text
		.replace(/[[\]\\*#]/g, '')
		.replace(/\s+/g, ' ')
		.replace(/- (?=[a-z])/g, '-')
		.replace(/’/g, "'")
		.trim();

const standsWithin = (words: string, document: string, from: number, to: number) =>
	plain(
		documentLines(document)
			.slice(from - 1, to)
			.join(' ')
	).includes(plain(words));

describe('every resource that Cairn comes with', () => {
	it('has a name and a title of its own', () => {
		expect(resources.length).toBeGreaterThan(60);
		expect(new Set(resources.map(({ id }) => id)).size).toBe(resources.length);
		expect(new Set(resources.map(({ title }) => title)).size).toBe(resources.length);
	});

	it('serves elements that there are', () => {
		const codes = new Set(frameworks.flatMap(({ elements }) => elements.map(({ code }) => code)));
		expect(resources.flatMap(({ elements }) => elements).filter((code) => !codes.has(code))).toEqual([]);
	});

	it('says which document gives its address, where it has one', () => {
		const odd = resources.filter(({ link, linkIn }) => (link === null) !== (linkIn === null));
		expect(odd.map(({ id }) => id)).toEqual([]);
	});
});

describe.skipIf(!existsSync(sources))('every resource, looked up in its source document,', () => {
	it('is named at the lines that it gives, and needs the first and the last of them', () => {
		const wrong = resources.filter(({ named, namedIn: { document, lines } }) => {
			const [from, to] = lines;
			if (!standsWithin(named, document, from, to)) return true;
			return (
				from < to &&
				(standsWithin(named, document, from + 1, to) || standsWithin(named, document, from, to - 1))
			);
		});
		expect(wrong.map(({ id, namedIn }) => `${id} at ${namedIn.lines.join('–')}`)).toEqual([]);
	});

	it('has an address only where a document gives that very one', () => {
		const wrong = resources.filter(
			({ link, linkIn }) => link !== null && !documentLines(linkIn!).some((line) => line.includes(link))
		);
		expect(wrong.map(({ id }) => id)).toEqual([]);
	});

	it('has a year only where its document, or its address, gives one', () => {
		const wrong = resources.filter(
			({ year, link, namedIn: { document } }) =>
				year !== null && !link?.includes(year) && !documentLines(document).some((line) => line.includes(year))
		);
		expect(wrong.map(({ id }) => id)).toEqual([]);
	});
});
