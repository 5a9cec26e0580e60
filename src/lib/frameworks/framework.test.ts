import { describe, expect, it } from 'vitest';
import type { ZodError } from 'zod';
import { parseFramework } from './framework.ts';

const element = (code: string, parent: string | null = null) => ({
	code,
	kind: 'standard',
	title: 'Kindness',
	text: 'People are met with kindness.',
	parent,
	source: { document: '004', lines: [1, 2] }
});
const framework = (...elements: unknown[]) => ({
	id: 'kindness',
	edition: '2021',
	title: 'Kindness',
	source: { document: '004', title: 'A paper on kindness', published: '2021-03' },
	publisher: 'A publisher',
	licence: { name: 'Open', statement: 'May be quoted.' },
	elements
});

describe('a framework', () => {
	it('is frozen through and through once it is read', () => {
		const read = parseFramework(framework(element('1'), element('1.1', '1')));
		expect(read.elements).toHaveLength(2);
		expect(Object.isFrozen(read.elements[1]!.source.lines)).toBe(true);
	});

	it('refuses a code that is used twice', () => {
		expect(() => parseFramework(framework(element('1'), element('1')))).toThrow(
			'“1” is already the code of another element'
		);
	});

	it('refuses a parent that is not there', () => {
		expect(() => parseFramework(framework(element('1.1', '1')))).toThrow('no element has the code “1”');
	});

	it('refuses elements that are each other’s parents, and one below them', () => {
		const circle = framework(element('1', '2'), element('2', '1'), element('3', '2'));
		expect(() => parseFramework(circle)).toThrow('“1” is its own ancestor');
	});

	it('does not blame an element that merely hangs below a circle', () => {
		const circle = framework(element('1', '2'), element('2', '1'), element('3', '2'));
		const blamed = reading(circle).error?.issues.map(({ path }) => path);
		expect(blamed).toEqual([
			['elements', 0, 'parent'],
			['elements', 1, 'parent']
		]);
	});

	it('refuses an element from a document that it does not name as a source', () => {
		const elsewhere = { ...element('1'), source: { document: '001', lines: [1, 2] } };
		expect(() => parseFramework(framework(elsewhere))).toThrow('document 001 is not among the sources');
		const further = { document: '001', title: 'Another paper', published: null };
		const gathered = { ...framework(elsewhere), furtherSources: [further] };
		expect(parseFramework(gathered).elements).toHaveLength(1);
	});

	it.each([
		['a kind that it does not know', { kind: 'principle' }, 'Invalid option'],
		['lines that run backwards', { source: { document: '004', lines: [5, 2] } }, 'first line'],
		['a document without its number', { source: { document: 'four', lines: [1, 2] } }, 'three digits'],
		['an empty text', { text: ' ' }, 'Too small'],
		['a field that it does not know', { colour: 'green' }, 'colour']
	])('refuses %s', (_, change, message) => {
		expect(() => parseFramework(framework({ ...element('1'), ...change }))).toThrow(message);
	});
});

function reading(json: unknown): { error?: ZodError } {
	try {
		parseFramework(json);
		return {};
	} catch (error) {
		return { error: error as ZodError };
	}
}
