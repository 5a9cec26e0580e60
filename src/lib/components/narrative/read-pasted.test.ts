import { describe, expect, it } from 'vitest';
import { writeNotation } from '#lib/judgement/narrative-notation.ts';
import { narrativeDocumentSchema } from '#lib/judgement/narrative-document.ts';
import { readPasted } from './read-pasted.ts';
import { pastedFromWord } from '../../../../tests/support/pasted-from-word.ts';

const pasted = (html: string) => writeNotation(readPasted(html));

describe('what is pasted from Word', () => {
	it('keeps headings, bold words, lists, quotations and the words of tables, and nothing else', () => {
		expect(pasted(pastedFromWord)).toBe(`## Getting support

People met staff who **listened**, and knew their names.

- Advocacy was offered
- Respite came **late**

1. Ask first
2. Then plan

### What people said

> They asked me what I wanted.
> Nobody had before.

Locality · Files

North · 12

Nothing of this was tracked.`);
	});
});

describe('what is pasted from elsewhere', () => {
	it('is read as it is shown: weights by style, lists within lists as one, lines that break as paragraphs', () => {
		expect(
			pasted(
				'<b style="font-weight:normal"><p>One <span style="font-weight:700">bold</span> word<br>and another line</p><ul><li>a<ol><li>b<li>c</ol><li>d</ul></b>'
			)
		).toBe('One **bold** word\n\nand another line\n\n- a\n\n1. b\n2. c\n\n- d');
	});

	it('loses scripts, styles, images, forms, hidden words and comments', () => {
		expect(
			pasted(
				'<!-- no --><style>p{}</style><script>alert("<p>no</p>")</script><p onclick="x()">Yes<img src=x onerror=alert(1)><span style="display:none">no</span><svg><text>no</text></svg></p><p hidden>no</p><p><a href="javascript:x()">Link words stay</a></p><template>no</template>'
			)
		).toBe('Yes\n\nLink words stay');
	});

	it('keeps the tie of words that were copied from a narrative, and no tie that cannot be one', () => {
		const tied = (attributes: string) => pasted(`<p><span ${attributes}>Most</span> files</p>`);
		expect(tied('data-source="files" data-question="C6" data-said="49/60"')).toBe(
			'[Most](files/C6 49 of 60) files'
		);
		for (const wrong of [
			'data-source="../x" data-question="C6" data-said="1/2"',
			'data-source="files" data-question="" data-said="1/2"',
			'data-source="files" data-question="C6" data-said="3/2"',
			'data-source="files" data-question="C6"'
		])
			expect(tied(wrong)).toBe('Most files');
	});

	it('reads signs for what they stand for, and what is no tag as words', () => {
		expect(pasted('<p>5 &lt; 6 &amp; 7 &#8220;so&#x201d; &pound;5&nbsp;&nbsp;&unknown; a <3 b</p>')).toBe(
			'5 < 6 & 7 “so” £5 &unknown; a <3 b'
		);
	});

	it('is bounded: a hundred thousand elements within each other, and megabytes of tags, are read in time', () => {
		const before = performance.now();
		const deep = `${'<div><b>'.repeat(100_000)}Deep${'</i></div>'.repeat(100_000)}`;
		expect(pasted(deep)).toBe('**Deep**');
		for (const hostile of [
			'<p '.repeat(300_000),
			'<!--'.repeat(300_000),
			'<a b="'.repeat(200_000),
			'<'.repeat(500_000)
		])
			readPasted(hostile);
		readPasted('<style>'.repeat(200_000));
		expect(performance.now() - before).toBeLessThan(5_000);
	});

	it('makes a document that may be kept, of anything', () => {
		for (const html of ['<li>a', '</p></p>x', '<td>1<td>2', '<blockquote><h2>q</h2>', '<ol><p>x<p>y', '<b>'])
			expect(
				readPasted(html).blocks.length === 0 || narrativeDocumentSchema.safeParse(readPasted(html)).success,
				html
			).toBe(true);
	});
});
