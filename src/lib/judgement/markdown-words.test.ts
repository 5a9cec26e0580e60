import { describe, expect, test } from 'vitest';
import { markdownWords } from './markdown-words.ts';

/** The words that are left to be read, without the room between them. */
const left = (markdown: string) => markdownWords(markdown).trim().replace(/\s+/g, ' ');

describe('the words of a Markdown text', () => {
	test.each([
		['front matter', '---\ntitle: Most\n---\nfew', 'few'],
		['front matter in TOML', '+++\ntitle = "Most"\n+++\nfew', 'few'],
		['a block of code', 'few\n\n```sh\nmost\n```\n\nall', 'few all'],
		['a block of code with tildes that holds backticks', 'few\n~~~\n```\nmost\n~~~\nall', 'few all'],
		['a block of code that is never closed', 'few\n```\nmost\n\nall', 'few'],
		['a block of code in an item of a list', '- few\n- ```\n  most\n  ```\n- all', '- few - all'],
		['indented code', 'few\n\n    most\n\tmost\n\nall', 'few all'],
		['code within a line', 'few `most` and ``almost ` all`` told', 'few and told'],
		['the address of a link', '[few](https://most.example/all "most") told', '[few told'],
		['an address with brackets', '[few](a_(most)) told', '[few told'],
		['a link by reference', '[few][most]\n\n[most]: https://most.example', '[few'],
		['a bare address', 'few https://example.org/most/all told', 'few told'],
		['a comment and a tag', 'few <!-- most\nmost --> <a title="most">told</a>', 'few told'],
		[
			'marks of emphasis',
			'**few** of _them_, ~~most~~ snake_case 70\\%',
			'few of them , most snake_case 70 %'
		]
	])('leave out %s', (_, markdown, words) => {
		expect(left(markdown)).toBe(words);
	});

	test.each([
		['what is indented below an item of a list', '- few\n\n    most'],
		['a line across the page that begins a text', '---\nmost'],
		['a single backtick', 'few ` most'],
		['a backtick whose pair is in another paragraph', 'few ` most\n\nall ` told'],
		['less than and more than', '5 < most > 3']
	])('keep %s', (_, markdown) => {
		expect(left(markdown)).toBe(markdown.replace(/\s+/g, ' '));
	});

	test('stay where they stood, with the same ends of lines', () => {
		const markdown = '---\r\na: b\r\n---\r\n`x` 😀 **most**\r\n```\r\nfew\r\n```\r\nall';
		const words = markdownWords(markdown);
		expect(words).toHaveLength(markdown.length);
		expect(words.indexOf('most')).toBe(markdown.indexOf('most'));
		expect(words.replace(/[^\r\n]/g, '')).toBe(markdown.replace(/[^\r\n]/g, ''));
	});

	test('are read in time from a text that was made to take long', () => {
		const start = performance.now();
		for (const piece of ['`', '` ``', '](', '<a', '[', '<!--', '*_', '\n\n    ', '---\n'])
			expect(markdownWords(piece.repeat(30_000))).toHaveLength(piece.length * 30_000);
		expect(performance.now() - start).toBeLessThan(5_000);
	});
});
