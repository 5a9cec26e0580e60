/** What goes out as a document or workbook comes back the same, and says exactly what was changed in it. */
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { elementsOfKind } from '#lib/frameworks/lookup.ts';
import type { NarrativeDocument, TextRun } from '#lib/judgement/narrative-document.ts';
import { readNotation, writeNotation } from '#lib/judgement/narrative-notation.ts';
import { tidyDocument } from '#lib/judgement/narrative-text.ts';
import { compareFiled } from '#lib/judgement/round-trip-differences.ts';
import type { FiledEvaluation } from '#lib/judgement/round-trip-read.ts';
import { compareFiledStandards, type PartsNow } from '#lib/judgement/round-trip-standards.ts';
import { sameAs, valuesOf } from '#lib/judgement/round-trip.ts';
import type { Readiness } from '#lib/judgement/readiness.ts';
import { untouched } from '#lib/judgement/readiness.ts';
import { tidyText } from '#lib/judgement/written-text.ts';
import { deriveSelfEvaluationFile } from '#lib/pages/self-evaluation-file.ts';
import { deriveSelfEvaluationWorkbook } from '#lib/pages/self-evaluation-workbook.ts';
import { findStandards } from '../queries/readiness.ts';
import { compareWithFile } from '../queries/round-trip.ts';
import { readinessScale } from '../queries/workshops.ts';
import { writeSheets } from '../workbook.ts';
import { review, reviewWorld } from '../../../../tests/support/review-world.ts';
import { fillWord, rewriteWord } from '../../../../tests/support/filled-word.ts';
import { readFiled } from './read-filed.ts';
import { writeWord } from './write-word.ts';

const { db } = reviewWorld('self-evaluation');
const framework = findStandards(db, review)!;
const scale = readinessScale(db);
const components = elementsOfKind(framework, 'core-component');
type Now = Map<string, { readiness: Readiness; version: number }>;
type Parts = ReadonlyMap<string, PartsNow>;

const step = fc.option(fc.integer({ min: 0, max: 4 }));
const written = fc
	.oneof(
		fc.string({ unit: 'grapheme', maxLength: 60 }),
		fc.lorem({ mode: 'sentences', maxCount: 3 }),
		fc.constantFrom(
			'=1+1',
			'-',
			'Two\nlines',
			'A\n\nB',
			'0',
			'“Quoted” & <tagged>',
			'_x0041_',
			'@home',
			'valueOf'
		)
	)
	.map(tidyText);
const someDay = fc
	.option(fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }))
	.map((date) => date?.toISOString().slice(0, 10) ?? null);
const spoken = fc
	.record({
		howWell: step,
		words: written,
		howDoWeKnow: step,
		statement: written,
		target: step,
		targetBy: someDay,
		whatNow: written
	})
	.chain((said) =>
		fc
			.constantFrom(...components.filter(({ status }) => status !== 'in-development'))
			.map(({ code }): Readiness => ({ ...untouched(code), ...said }))
	);
const evaluation = fc
	.uniqueArray(spoken, { selector: ({ element }) => element, maxLength: 8 })
	.map((all): Now => new Map(all.map((readiness) => [readiness.element, { readiness, version: 3 }])));

const fileOf = (now: Now, parts: Parts = new Map()) =>
	deriveSelfEvaluationFile({
		review: { id: review, title: 'The isle' },
		madeOn: '2026-03-02',
		framework,
		scale,
		now,
		parts
	});
const ways = [
	['a document', 'filled.docx', (now: Now, parts?: Parts) => writeWord(fileOf(now, parts))],
	[
		'a workbook',
		'filled.xlsx',
		(now: Now, parts?: Parts) => writeSheets(deriveSelfEvaluationWorkbook(fileOf(now, parts)))
	]
] as const;

const runs = fc.array(
	fc.record(
		{
			text: fc.oneof(
				fc.string({ unit: fc.constantFrom(...'*[]()\\#->. 1a•/%=_', '](', '**', '_x0041_') }),
				fc.string({ unit: 'grapheme' })
			),
			bold: fc.constant(true as const),
			measure: fc.record({
				source: fc.stringMatching(/^[a-z0-9-]{1,20}$/),
				question: fc.string({ minLength: 1, maxLength: 20 }),
				said: fc.nat(50).map((positive) => ({ positive, base: 50 }))
			})
		},
		{ requiredKeys: ['text'] }
	),
	{ minLength: 1, maxLength: 4 }
) satisfies fc.Arbitrary<TextRun[]>;
const lines = fc.array(runs, { minLength: 1, maxLength: 3 });
const narrative: fc.Arbitrary<NarrativeDocument> = fc.record({
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
		{ maxLength: 4 }
	)
});
const standards = elementsOfKind(framework, 'standard').map(({ code }) => code);
/** Every standard, each part as written; the others empty. */
const partsOf = (texts: Record<string, Partial<Record<'overall' | 'strengths' | 'gaps', string>>>): Parts =>
	new Map(
		standards.map((code) => {
			const part = (name: 'overall' | 'strengths' | 'gaps') => {
				const text = texts[code]?.[name] ?? '';
				return { text, version: text === '' ? 0 : 2 };
			};
			return [code, { overall: part('overall'), strengths: part('strengths'), gaps: part('gaps') }];
		})
	);

const compare = (filed: FiledEvaluation, now: Now) =>
	compareFiled({ filed, components, now, scale, independent: false });

describe.each(ways)('a self-evaluation that went out as %s', (_, name, write) => {
	it('comes back with all 103 components, and nothing in it differs', async () => {
		await fc.assert(
			fc.asyncProperty(evaluation, async (now) => {
				const filed = await readFiled(await write(now), name);
				expect(filed.review).toBe(review);
				const { found, missing, differences, faults, newer } = compare(filed, now);
				expect({ found, missing, differences, faults, newer }).toEqual({
					found: 103,
					missing: 0,
					differences: [],
					faults: [],
					newer: []
				});
			}),
			{ numRuns: 6 }
		);
	}, 60_000);

	it('holds every field word for word, though nothing stands in the review any more', async () => {
		await fc.assert(
			fc.asyncProperty(evaluation, async (now) => {
				const filed = await readFiled(await write(now), name);
				for (const component of filed.components) component.stamp = null;
				const { differences, faults } = compare(filed, new Map());
				expect(faults).toEqual([]);
				const read = new Map(
					differences.flatMap(({ code, fields }) =>
						fields.map(({ field, filed: text }) => [`${code} ${field}`, sameAs(text)])
					)
				);
				const expected = [...now.values()].flatMap(({ readiness }) =>
					Object.entries(valuesOf(readiness))
						.filter(([, value]) => sameAs(value) !== '')
						.map(([field, value]) => [`${readiness.element} ${field}`, sameAs(value)] as const)
				);
				expect(read).toEqual(new Map(expected));
			}),
			{ numRuns: 6 }
		);
	}, 60_000);

	it('says who changed a field: the file, the review, or both', async () => {
		const said = (words: string, version: number): Now =>
			new Map(
				['8.7', '8.8', '8.9'].map((code) => [code, { readiness: { ...untouched(code), words }, version }])
			);
		const filed = await readFiled(await write(said('Then.', 1)), name);
		const changed = (code: string) => filed.components.find((each) => each.code === code)!.fields.words!;
		changed('8.7').text = 'By hand.';
		changed('8.8').text = 'By hand.';
		const now: Now = new Map([...said('Then.', 1), ...said('Since.', 2)]);
		now.set('8.7', said('Then.', 1).get('8.7')!);
		const { differences, newer } = compare(filed, now);
		expect(differences.map(({ code, fields }) => [code, ...fields.map(({ since }) => since)])).toEqual([
			['8.7', 'file'],
			['8.8', 'both']
		]);
		expect(newer).toEqual(['8.9']);
	});
});

describe.each(ways)('what is said of standards as a whole, in %s', (_, name, write) => {
	const filedText = (filed: FiledEvaluation, code: string, part: 'overall' | 'strengths' | 'gaps') =>
		filed.standards.find((each) => each.code === code)!.parts[part]!;

	it('comes back as the very document that it was, with its headings, lists, quotations, bold and links', async () => {
		await fc.assert(
			fc.asyncProperty(narrative, narrative, async (overall, gaps) => {
				const parts = partsOf({ 8: { overall: writeNotation(overall), gaps: writeNotation(gaps) } });
				const filed = await readFiled(await write(new Map(), parts), name);
				expect(filed.standards.map(({ code }) => code)).toEqual(standards);
				expect(compareFiledStandards(filed.standards, parts)).toEqual({
					differences: [],
					faults: [],
					newer: []
				});
				expect(readNotation(filedText(filed, '8', 'overall').text)).toEqual(tidyDocument(overall));
				expect(readNotation(filedText(filed, '8', 'gaps').text)).toEqual(tidyDocument(gaps));
			}),
			{ numRuns: 12 }
		);
	}, 60_000);

	it('says who changed a text: the file, the review, both, or that nobody can tell', async () => {
		const then = partsOf({
			8: { overall: 'Then.', strengths: 'Then.', gaps: 'Then.' },
			9: { gaps: 'Then.' }
		});
		const filed = await readFiled(await write(new Map(), then), name);
		filedText(filed, '8', 'overall').text = '## By hand\n* one\n* two';
		filedText(filed, '8', 'strengths').text = 'By hand.';
		const now = partsOf({
			8: { overall: 'Then.', strengths: 'Since.', gaps: 'Since.' },
			9: { gaps: 'Since.' }
		});
		const { differences, newer } = compareFiledStandards(filed.standards, now);
		expect(differences).toMatchObject([
			{
				code: '8',
				parts: [
					{ part: 'overall', now: 'Then.', filed: '## By hand\n\n- one\n- two', since: 'file', version: 2 },
					{ part: 'strengths', now: 'Since.', filed: 'By hand.', since: 'both' }
				]
			}
		]);
		expect(newer).toEqual(['9']);
		for (const standard of filed.standards) standard.stamp = null;
		const unknown = compareFiledStandards(filed.standards, now).differences;
		expect(unknown.flatMap(({ parts }) => parts.map(({ since }) => since))).toEqual([
			'unknown',
			'unknown',
			'unknown',
			'unknown'
		]);
	});

	it('is named by its place where it cannot be taken in', async () => {
		const filed = await readFiled(await write(new Map()), name);
		filedText(filed, '8', 'gaps').text = 'word '.repeat(7_000);
		filed.standards.at(-1)!.code = '13';
		const { differences, faults } = compareFiledStandards(filed.standards, partsOf({}));
		expect([differences, faults.length]).toEqual([[], 2]);
		expect(faults.map(({ fault }) => fault).join(' ')).toMatch(/“13” is no standard.*at most 30000 letters/);
	});
});

describe('a text on a standard that no cell can hold', () => {
	it('is left out of the workbook, says so there, and stays as it is when the workbook comes back', async () => {
		const parts = partsOf({ 8: { overall: 'Long words. '.repeat(2_000).trim() } });
		const bytes = await writeSheets(deriveSelfEvaluationWorkbook(fileOf(new Map(), parts)));
		const filed = await readFiled(bytes, 'filled.xlsx');
		const there = filed.standards.find(({ code }) => code === '8')!.parts.overall!.text;
		expect(there).toContain('too long for a cell');
		expect(compareFiledStandards(filed.standards, parts).differences).toEqual([]);
	});
});

describe('a document', () => {
	const said = (words: string): Now =>
		new Map([
			['8.7', { readiness: { ...untouched('8.7'), howWell: 2, words, targetBy: '2027-03-31' }, version: 1 }]
		]);

	it('that another program wrote again, without its controls and properties, says the same', async () => {
		const now = said('Two lines & “more”.\n\nThe second <one>.');
		const filed = await readFiled(rewriteWord(await writeWord(fileOf(now))), 'rewritten.docx');
		expect(filed.review).toBe(review);
		expect(compare(filed, now)).toMatchObject({ found: 103, differences: [], faults: [] });
	});

	it('says what was written into it, and names what nobody can read by its place', async () => {
		const now = said('Before.');
		const file = fillWord(await writeWord(fileOf(now)), {
			'8.7': { 'Why this stage': 'After.', Stage: '7', 'Target by': '31/02/2027' },
			'8.8': { Stage: 'stage 3', 'Target stage': 'Full implementation', 'How we know': '3. Documented' },
			'12.1': { 'What now': 'Wait.' }
		});
		for (const bytes of [file, rewriteWord(file)]) {
			const { differences, faults } = compare(await readFiled(bytes, 'filled.docx'), now);
			expect(
				differences.flatMap(({ code, fields }) => fields.map(({ field, filed }) => [code, field, filed]))
			).toEqual([
				['8.7', 'words', 'After.'],
				['8.8', 'howWell', '3'],
				['8.8', 'target', '4'],
				['12.1', 'whatNow', 'Wait.']
			]);
			expect(faults.map(({ place }) => place)).toEqual([
				'Component 8.7, “Stage”',
				'Component 8.7, “Target by”',
				'Component 8.8, “How we know”'
			]);
		}
	});
});

describe('a file that is no self-evaluation', () => {
	const zipped = (files: Record<string, string>) =>
		zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
	const body = (xml: string) =>
		`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${xml}</w:body></w:document>`;

	it.each([
		['nothing', 'a.docx', new Uint8Array(), 'is empty'],
		['a PDF', 'a.pdf', strToU8('%PDF-1.7'), 'is a PDF'],
		['text', 'a.txt', strToU8('Hello'), 'is neither a Word document nor a workbook'],
		['text by another name', 'a.docx', strToU8('Hello'), 'is damaged'],
		['a zip file cut short', 'a.docx', strToU8('PK\u0003\u0004and'), 'is damaged'],
		[
			'Word of before 2007',
			'a.doc',
			new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]),
			'2007'
		],
		['any packed folder', 'a.zip', zipped({ 'a.txt': 'a' }), 'is a packed folder'],
		['an OpenDocument file', 'a.odt', zipped({ mimetype: 'x', 'content.xml': '<a/>' }), 'OpenDocument'],
		['macros', 'a.docm', zipped({ 'word/document.xml': body(''), 'word/vbaProject.bin': 'x' }), 'macros'],
		['another document', 'a.docx', zipped({ 'word/document.xml': body('<w:p/>') }), 'holds no component'],
		['no XML', 'a.docx', zipped({ 'word/document.xml': '<w:document><w:body>' }), 'is damaged'],
		[
			'entities that would burst',
			'a.docx',
			zipped({ 'word/document.xml': `<!DOCTYPE a [<!ENTITY b "c">]>${body('&b;')}` }),
			'is damaged'
		],
		[
			'what is nested without end',
			'a.docx',
			zipped({ 'word/document.xml': '<w:p>'.repeat(500) }),
			'is damaged'
		],
		[
			'what would unpack to far more',
			'a.docx',
			zipped({ 'word/document.xml': body(' '.repeat(70_000_000)) }),
			'far more'
		]
	])('such as %s is turned away with one sentence that says what to do', async (_, name, bytes, said) => {
		await expect(readFiled(bytes, name)).rejects.toMatchObject({
			code: 'table-refused',
			message: expect.stringContaining(said) as string
		});
	});

	it('such as the file of another review says where it belongs', async () => {
		const filed = {
			...(await readFiled(await writeWord(fileOf(new Map())), 'a.docx')),
			review: 'other-2024'
		};
		expect(() => compareWithFile(db, review, filed, 'a.docx')).toThrow(
			'belongs to another review, other-2024'
		);
	});
});
