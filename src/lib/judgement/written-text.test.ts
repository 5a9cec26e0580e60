import { describe, expect, test } from 'vitest';
import { paragraphsOf, textOfParagraphs, tidyLine, tidyText } from './written-text.ts';

describe('what is kept of a text that somebody wrote', () => {
	test('is the same whatever system the lines were written on', () => {
		expect(paragraphsOf('One.\r\nTwo.\rThree.\u2028Four.')).toEqual(['One.', 'Two.', 'Three.', 'Four.']);
	});

	test('is a paragraph for each line, with or without free lines between', () => {
		expect(paragraphsOf('\n One. \n\n\n Two.\nThree.\n\n')).toEqual(['One.', 'Two.', 'Three.']);
	});

	test('has none of the signs that break a PDF or an XML file', () => {
		expect(tidyText('Choice\u0000 and\u000c control\u001b\uffff, tab\there')).toBe(
			'Choice and control, tab\there'
		);
	});

	test('comes back from its paragraphs as it went in', () => {
		const kept = ['First – “quoted”.', '=HYPERLINK("x")', '<script>'];
		expect(paragraphsOf(textOfParagraphs(kept))).toEqual(kept);
	});

	test('is empty for a text of nothing but space', () => {
		expect(paragraphsOf(' \n\t\n ')).toEqual([]);
	});

	test('stands on one line where there is room for one', () => {
		expect(tidyLine('  What the\nfiles   showed ')).toBe('What the files showed');
	});
});
