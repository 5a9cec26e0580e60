/** Text as people write it in a form, and the paragraphs that are kept of it. */

/**
 * A text without what nobody means to write: signs that steer old printers (they break PDF and XML), the line ends of
 * other systems, space at the end of lines and around the whole.
 */
export function tidyText(written: string): string {
	return (
		written
			.normalize('NFC')
			.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
			// eslint-disable-next-line no-control-regex -- these are what is taken out
			.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
			.replace(/[ \t\u00a0]+$/gm, '')
			.trim()
	);
}

/** A text of one line: ends of lines become spaces. */
export const tidyLine = (written: string): string => tidyText(written).replace(/\s+/g, ' ');

/** Each line that holds anything is a paragraph, whether or not lines are left free between them. */
export function paragraphsOf(written: string): string[] {
	return tidyText(written)
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
}

/** Paragraphs as they stand in a form: a free line between each two. */
export const textOfParagraphs = (paragraphs: readonly string[]): string => paragraphs.join('\n\n');
