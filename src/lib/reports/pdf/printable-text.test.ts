import { describe, expect, it } from 'vitest';
import { printable, printableText, replacementMark } from './printable-text.ts';

const latin = (codePoint: number) => codePoint < 0x250 || codePoint === 0x2019 || codePoint === 0xfffd;
const print = (text: string) => printableText(text, latin);

describe('printable text', () => {
	it('leaves Gaelic, Polish, Hungarian and Welsh letters as they are', () => {
		const names = 'Iain MacGill’Eain à è ì ò ù, Małgorzata ą ł ż, Győző ő ű, Siân ŵ ŷ';
		expect(print(names)).toBe(names);
	});

	it('composes a letter and its accent', () => {
		expect(print('w\u0302')).toBe('ŵ');
	});

	it.each([
		['one mark for an emoji of several signs', 'Thanks 👩‍👩‍👧', `Thanks ${replacementMark}`],
		['one mark for each Arabic letter', 'سلام', replacementMark.repeat(4)],
		['the plainer form of a ligature', 'ﬁle', 'file'],
		['the letter without an accent that is lacking', 'ẑ', 'z'],
		['a mark for half a surrogate pair', 'a\ud83d', `a${replacementMark}`]
	])('gives %s', (_, given, printed) => {
		expect(print(given)).toBe(printed);
	});

	it('leaves out what prints nothing: control characters, joiners, marks of direction', () => {
		expect(print('a\u0000b\u0007c\u200bd\u202ee\u00adf\ufeff')).toBe('abcdef');
	});

	it('keeps line breaks and turns tabs into spaces', () => {
		expect(print('one\r\ntwo\tthree')).toBe('one\ntwo three');
	});

	it('reaches every text inside a value and leaves the rest alone', () => {
		expect(printable({ a: ['ﬁ', 1, null], b: { c: true } }, latin)).toEqual({
			a: ['fi', 1, null],
			b: { c: true }
		});
	});
});
