import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NarrativeBlock, NarrativeDocument, TextRun } from './narrative-document.ts';
import { narrativeDocumentSchema } from './narrative-document.ts';
import { readNotation, writeNotation } from './narrative-notation.ts';
import { documentOfParagraphs, plainParagraphs, tidyDocument } from './narrative-text.ts';

const paragraph = (...runs: TextRun[]): NarrativeBlock => ({ kind: 'paragraph', runs });
const measure = { source: 'files', question: 'C6', said: { positive: 49, base: 60 } };
const whole: NarrativeDocument = {
	blocks: [
		{ kind: 'heading', level: 1, runs: [{ text: 'What we saw' }] },
		paragraph(
			{ text: 'Most', measure },
			{ text: ' people had information ' },
			{ text: 'in time', bold: true }
		),
		{ kind: 'list', ordered: false, items: [[{ text: 'Advocacy' }], [{ text: 'Respite' }]] },
		{ kind: 'heading', level: 2, runs: [{ text: 'Next' }] },
		{ kind: 'list', ordered: true, items: [[{ text: 'Ask' }], [{ text: 'Listen' }]] },
		{ kind: 'quotation', paragraphs: [[{ text: 'They listened.' }], [{ text: 'At last.' }]] },
		{ kind: 'quotation', paragraphs: [[{ text: 'They did not.' }]] }
	]
};
const written = `## What we saw

[Most](files/C6 49 of 60) people had information **in time**

- Advocacy
- Respite

### Next

1. Ask
2. Listen

> They listened.
> At last.

> They did not.`;

describe('a narrative as text that is written by hand', () => {
	it('says each part of a document with a sign of its own, and is read as the same document', () => {
		expect(writeNotation(whole)).toBe(written);
		expect(readNotation(written)).toEqual(whole);
	});

	it('takes plain paragraphs as they are, a line each', () => {
		expect(readNotation('One.\r\nTwo.\n\n\nThree.')).toEqual(
			documentOfParagraphs(['One.', 'Two.', 'Three.'])
		);
		expect(writeNotation(documentOfParagraphs(['One.', 'Two.']))).toBe('One.\n\nTwo.');
	});

	it('keeps signs that are meant as themselves', () => {
		const paragraphs = [
			'# not a heading',
			'12. we found',
			'- nor this',
			'• nor this',
			'> nor this',
			'a ** b * c ** d',
			'5 * 3 [sic] \\ and [most](files/C6 49 of 60)',
			'**'
		];
		expect(plainParagraphs(readNotation(writeNotation(documentOfParagraphs(paragraphs))))).toEqual(
			paragraphs
		);
	});

	it('reads what is half written as words, and loses none of them', () => {
		for (const text of [
			'a **b',
			'[most](files/C6)',
			'[most](files/C6 61 of 60)',
			'[most](files/%E0%A4%A 1 of 2)',
			'[a'
		])
			expect(plainParagraphs(readNotation(text)), text).toEqual([text]);
	});

	it('joins items that were written with free lines between them', () => {
		expect(readNotation('- a\n\n- b\n* c')).toEqual(readNotation('- a\n- b\n- c'));
	});

	it('reads long lines of open brackets and stars without delay', () => {
		const text = `${'['.repeat(60_000)} ${'**a'.repeat(20_001)} ${'\\['.repeat(20_000)}`;
		const before = performance.now();
		readNotation(text);
		expect(performance.now() - before).toBeLessThan(1_000);
	});
});

const runs = fc.array(
	fc.record(
		{
			text: fc.oneof(
				fc.string({ unit: fc.constantFrom(...'*[]()\\#->. 1a•/%', '](', '**', '[a](b/c 1 of 2)') }),
				fc.string({ unit: 'binary' })
			),
			bold: fc.constant(true as const),
			measure: fc.record({
				source: fc.stringMatching(/^[a-z0-9-]+$/),
				question: fc.string({ minLength: 1, maxLength: 20 }),
				said: fc.nat(50).map((positive) => ({ positive, base: 50 }))
			})
		},
		{ requiredKeys: ['text'] }
	),
	{ minLength: 1, maxLength: 5 }
);
const lines = fc.array(runs, { minLength: 1, maxLength: 3 });
const documents = fc.record({
	blocks: fc.array(
		fc.oneof(
			runs.map((line) => ({ kind: 'paragraph' as const, runs: line })),
			fc.record({
				kind: fc.constant('heading' as const),
				level: fc.constantFrom(1 as const, 2 as const),
				runs
			}),
			fc.record({ kind: fc.constant('list' as const), ordered: fc.boolean(), items: lines }),
			fc.record({ kind: fc.constant('quotation' as const), paragraphs: lines })
		),
		{ maxLength: 6 }
	)
});

describe('any document', () => {
	it('is tidied once: what is tidy stays as it is', () => {
		fc.assert(
			fc.property(documents, (document) => {
				const tidy = tidyDocument(document);
				expect(tidyDocument(tidy)).toEqual(tidy);
				if (tidy.blocks.length > 0) expect(narrativeDocumentSchema.safeParse(tidy).success).toBe(true);
			})
		);
	});

	it('comes back from its text as it went in', () => {
		fc.assert(
			fc.property(documents, (document) => {
				expect(readNotation(writeNotation(document))).toEqual(tidyDocument(document));
			}),
			{ numRuns: 500 }
		);
	});

	it('stands behind any text whatever, with no letter of it lost', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...'*[]()\\#->. 1a\n', '](') }), (text) => {
				const document = readNotation(text);
				expect(readNotation(writeNotation(document))).toEqual(document);
				const letters = (of: string) => of.replace(/[^a]/g, '').length;
				expect(letters(plainParagraphs(document).join(''))).toBe(letters(text));
			})
		);
	});
});
