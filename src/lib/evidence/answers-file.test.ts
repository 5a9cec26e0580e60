import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerWords } from './answer.ts';
import { describeProblem, readAnswersFile } from './answers-file.ts';
import { parseInstrument, type Instrument } from './instrument.ts';

function instrument(...questions: object[]): Instrument {
	const asked = questions.map((question) => ({ wording: 'Asked', positive: [], ...question }));
	return parseInstrument({ id: 'files', edition: 1, title: 'Files', questions: asked });
}
const files = instrument(
	{ code: 'OPT', type: 'yes-partly-no', positive: ['yes'] },
	{ code: 'WHEN', type: 'date' },
	{ code: 'NOTE', type: 'text' }
);
const read = (...lines: string[]) => readAnswersFile(lines.join('\n'), files);
const sentences = (...lines: string[]) => read(...lines).problems.map(describeProblem);
const header = 'reference,OPT,WHEN,NOTE';

describe('an answers file', () => {
	it('becomes records with coded answers, blank ones left out', () => {
		const file = read(`${header},Locality`, 'F1,Yes,2018-07-02,Agreed,Hamilton', 'F2,not recorded,,,');
		expect(file.problems).toEqual([]);
		expect(file.records).toEqual([
			{
				reference: 'F1',
				row: 2,
				strata: { Locality: 'Hamilton' },
				answers: new Map([
					['OPT', { code: 0 }],
					['WHEN', { code: 20180702 }],
					['NOTE', { code: 1, text: 'Agreed' }]
				])
			},
			{ reference: 'F2', row: 3, strata: {}, answers: new Map([['OPT', { code: -2 }]]) }
		]);
		expect(file.strataColumns).toEqual(['Locality']);
	});

	it.each([
		['commas', 'reference,OPT,WHEN,NOTE\nF1,yes,2018-07-02,"a, b; c"'],
		['semicolons', 'reference;OPT;WHEN;NOTE\nF1;yes;2018-07-02;"a, b; c"'],
		['tabs', 'reference\tOPT\tWHEN\tNOTE\nF1\tyes\t2018-07-02\ta, b; c'],
		['a byte-order mark', '\ufeffreference,OPT,WHEN,NOTE\nF1,yes,2018-07-02,"a, b; c"'],
		[
			'a byte-order mark before a quotation mark',
			'\ufeff"reference",OPT,WHEN,NOTE\nF1,yes,2018-07-02,"a, b; c"'
		],
		['Windows line ends', 'reference,OPT,WHEN,NOTE\r\nF1,yes,2018-07-02,"a, b; c"\r\n'],
		['old Mac line ends', 'reference,OPT,WHEN,NOTE\rF1,yes,2018-07-02,"a, b; c"\r'],
		[
			'any case and white space in the header',
			' Reference ,opt,When\u00a0,note\nF1,yes,2018-07-02,"a, b; c"'
		],
		['its columns in any order', 'NOTE,WHEN,reference,OPT\n"a, b; c",2018-07-02,F1,yes'],
		['empty cells beyond the header', 'reference,OPT,WHEN,NOTE,\nF1,yes,2018-07-02,"a, b; c",,'],
		['empty lines', '\n\nreference,OPT,WHEN,NOTE\n,,,\nF1,yes,2018-07-02,"a, b; c"\n\n']
	])('may have %s', (_, text) => {
		const { records, problems } = readAnswersFile(text, files);
		expect(problems).toEqual([]);
		expect(records.map(({ reference, answers }) => [reference, answers.get('NOTE')?.text])).toEqual([
			['F1', 'a, b; c']
		]);
		expect(records[0]?.answers.get('OPT')).toEqual({ code: 0 });
	});

	it('does not mind rows that end early', () => {
		expect(read(header, 'F1,yes').problems).toEqual([]);
	});

	it('leaves out columns with names and addresses of people, and says how many cells it left out', () => {
		const file = read(`${header},Name,E-mail,Locality`, 'F1,yes,,,A. Person,,North', 'F2,no,,,B. Person,,');
		expect(file.dropped).toEqual([
			{ column: 'Name', values: 2 },
			{ column: 'E-mail', values: 0 }
		]);
		expect(file.strataColumns).toEqual(['Locality']);
		expect(JSON.stringify([...file.records])).not.toContain('Person');
	});

	it('takes back what a file was given so that no cell is run, and “-3” is the number that it was', () => {
		const scored = instrument(
			{ code: 'SCORE', type: 'single-choice', positive: ['+3'], options: ['-3', '0', '+3'] },
			{ code: 'NOTE', type: 'text' }
		);
		const lines = [
			'reference,SCORE,NOTE,Area',
			"'=F1,-3,\"'=cmd|' /C calc'!A0\",'@North",
			"F2,+3,'tis so,South"
		];
		const { records, problems } = readAnswersFile(lines.join('\n'), scored);
		expect(problems).toEqual([]);
		expect(records.map(({ reference, strata }) => [reference, strata.Area])).toEqual([
			['=F1', '@North'],
			['F2', 'South']
		]);
		expect(records.map(({ answers }) => [...answers.values()])).toEqual([
			[{ code: 0 }, { code: 1, text: "=cmd|' /C calc'!A0" }],
			[{ code: 2 }, { code: 1, text: "'tis so" }]
		]);
	});

	it('keeps columns that are called like what every object has', () => {
		const { records } = read(`${header},constructor,__proto__`, 'F1,yes,,,North,South', 'F2,no,,,,East');
		expect(records.map(({ strata }) => JSON.stringify(strata))).toEqual([
			'{"constructor":"North","__proto__":"South"}',
			'{"__proto__":"East"}'
		]);
		expect(records[1]!.strata.constructor).toBeUndefined();
		expect(({} as Record<string, unknown>).East).toBeUndefined();
	});

	it('reads back what was written, whatever the notes hold', () => {
		const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
		const note = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', 'é', ' ', '“') });
		const row = fc.tuple(fc.constantFrom('yes', 'partly', 'no', 'not applicable', ''), note);
		fc.assert(
			fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
				const lines = rows.map(([answer, text], index) => `F${index},${answer},,${quoted(text)}`);
				const { records, problems } = read(header, ...lines);
				expect(problems).toEqual([]);
				const [opt, , notes] = files.questions;
				expect(
					records.map(({ answers }) => [
						answers.has('OPT') ? answerWords(opt!, answers.get('OPT')!.code) : '',
						answers.has('NOTE') ? answerWords(notes!, 1, answers.get('NOTE')!.text) : ''
					])
				).toEqual(rows.map(([answer, text]) => [answer, text.trim()]));
			})
		);
	});
});

describe('the words of choices without options', () => {
	const open = instrument(
		{ code: 'AREA', type: 'single-choice', positive: ['North'] },
		{ code: 'HELP', type: 'multiple-choice', positive: ['Family'] },
		{ code: 'OPT', type: 'yes-no', positive: ['yes'] }
	);
	const text = [
		'reference,AREA,HELP,OPT',
		'F1,west,Friends; neighbours,yes',
		'F2,East ,family;Friends,no',
		'F3,WEST,,',
		'F4,not recorded,not applicable,'
	].join('\n');

	it('are those found in the file, the positive ones first and the others in order', () => {
		expect([...readAnswersFile(text, open).words]).toEqual([
			['AREA', ['North', 'East', 'west']],
			['HELP', ['Family', 'Friends', 'neighbours']],
			['OPT', ['yes', 'no']]
		]);
	});

	it('code the answers', () => {
		const { records, problems } = readAnswersFile(text, open);
		expect(problems).toEqual([]);
		expect(records.map(({ answers }) => answers.get('AREA')?.code)).toEqual([2, 1, 2, -2]);
		expect(records.map(({ answers }) => answers.get('HELP')?.code)).toEqual([6, 3, undefined, -1]);
	});

	it('cannot be more than thirty where several may be chosen', () => {
		const rows = Array.from({ length: 31 }, (_, index) => `F${index},North,word ${index},yes`);
		const { problems } = readAnswersFile(['reference,AREA,HELP,OPT', ...rows].join('\n'), open);
		expect(problems.map(describeProblem)).toEqual([
			'Column HELP: there are 32 different answers; expected at most 30, with “;” between them in a cell.'
		]);
	});
});

describe('a problem in an answers file', () => {
	it('names row, column, the value and what is expected', () => {
		const { problems } = read(header, 'F1,yes,,', 'F2,maybe,,');
		expect(problems).toEqual([
			{
				code: 'unknown-answer',
				row: 3,
				column: 'OPT',
				value: 'maybe',
				expected: 'one of yes, partly, no, not applicable, not recorded, or nothing'
			}
		]);
		expect(problems.map(describeProblem)).toEqual([
			'Row 3, column OPT: “maybe” is not an answer here; expected one of yes, partly, no, not applicable, not recorded, or nothing.'
		]);
	});

	it('counts rows as a spreadsheet shows them, with line breaks in cells and empty rows', () => {
		expect(
			read(header, 'F1,yes,,"two', 'lines, and', 'three"', '', 'F2,yes,,', ',,,', 'F3,maybe,,').problems
		).toMatchObject([{ row: 6, value: 'maybe' }]);
	});

	it.each([
		[
			'a file without anything in it',
			['', ' ', ''],
			['The file is empty; expected a header row: reference, then a column for each question code.']
		],
		[
			'a file without a header',
			['F1,yes,,'],
			[
				'Row 1: this is not a header row; expected a header row: reference, then a column for each question code.'
			]
		],
		[
			'a file without rows',
			[header, ''],
			['There is no row under the header; expected one for each record.']
		],
		[
			'no reference column',
			['file,OPT,WHEN,NOTE', 'F1,yes,,'],
			['Row 1: there is no column “reference”; expected it first, with a reference of its own in each row.']
		],
		[
			'a question without its column',
			['reference,OPT,NOTE', 'F1,yes,'],
			[
				'Row 1, column WHEN: the column is missing; expected one for every question, though its cells may be empty.'
			]
		],
		[
			'a column twice',
			[`${header},opt`, 'F1,yes,,,no'],
			['Row 1, column opt: the column is there twice; expected it once.']
		],
		[
			'answers under no name',
			[`${header},`, 'F1,yes,,,', 'F2,yes,,,north'],
			[
				'Row 3, column 5: the column has no name; expected a question code or the name of a group in the header.'
			]
		],
		[
			'an empty reference',
			[header, ' ,yes,,'],
			['Row 2, column reference: the reference is empty; expected one that no other row has.']
		],
		[
			'a reference used before',
			[header, 'F1,yes,,', 'F2,yes,,', ' F1 ,no,,'],
			['Row 4, column reference: the reference “F1” is there twice; expected another than in row 2.']
		],
		[
			'too many cells',
			[header, 'F1,yes,,said, written'],
			[
				'Row 2: there are 5 cells; expected at most 4, as in the header; a cell that holds the separator stands in quotation marks.'
			]
		],
		[
			'a quotation mark that is not closed',
			[header, 'F1,yes,,"said', 'F2,no,,'],
			[
				'Row 2: a quotation mark is out of place; expected quotation marks around a whole cell, and doubled where they are part of it: "She said ""yes""".'
			]
		],
		[
			'a date the other way round',
			[header, 'F1,,02/07/2018,'],
			[
				'Row 2, column WHEN: “02/07/2018” is not an answer here; expected a date as YYYY-MM-DD, such as 2018-06-27, not applicable, not recorded, or nothing.'
			]
		]
	])('is %s', (_, lines, expected) => {
		expect(sentences(...lines)).toEqual(expected);
	});

	it.each(['OPTS', 'O P T', 'O-P_T', 'OTP', 'PT', 'OPD'])(
		'suggests the column “%s” for a missing one',
		(name) => {
			expect(sentences(`reference,${name},WHEN,NOTE`, 'F1,yes,,')).toEqual([
				`Row 1, column OPT: the column is missing; expected one for every question, though its cells may be empty (is “${name}” meant?).`
			]);
		}
	);

	it.each(['Locality', 'OTX', 'OPTION'])(
		'does not suggest the column “%s”, which is something else',
		(name) => {
			expect(sentences(`reference,${name},WHEN,NOTE`, 'F1,yes,,')[0]).not.toContain('meant');
		}
	);

	it('is one of many: all are listed, the header first and then row by row', () => {
		const { problems } = read('reference,OPT,NOTE', 'F1,perhaps,', ',maybe,', 'F1,no,');
		expect(problems.map(({ row, code }) => [row, code])).toEqual([
			[1, 'missing-column'],
			[2, 'unknown-answer'],
			[3, 'empty-reference'],
			[3, 'unknown-answer'],
			[4, 'duplicate-reference']
		]);
	});

	it('shortens a long value and keeps it in one line', () => {
		const [problem] = read(header, `F1,"a\n\n${'b '.repeat(200)}",,`).problems;
		expect(problem?.value).toMatch(/^a b b .*…$/);
		expect(problem?.value?.length).toBeLessThanOrEqual(80);
	});

	it('is a reference or a group name that is too long', () => {
		expect(sentences(`${header},Area`, `${'x'.repeat(65)},,,,${'y'.repeat(81)}`)).toEqual([
			expect.stringMatching(
				/^Row 2, column reference: the reference “x{65}” is too long; expected at most 64/
			),
			expect.stringMatching(
				/^Row 2, column Area: “y{79}…” is too long for the name of a group; expected at most 80/
			)
		]);
	});
});

describe('identifiers of people in an answers file', () => {
	const open = instrument(
		{ code: 'OPT', type: 'yes-no', positive: ['yes'] },
		{ code: 'WHO', type: 'single-choice' },
		{ code: 'NOTE', type: 'text' }
	);
	const text = [
		'reference,OPT,WHO,NOTE,Area',
		'0101011237,yes,Family,"Ring 01698 455400, or 01698 455401",North',
		'F2,AB123456C,a@b.scot,Reviewed on 12/03/2018,ML3 0AA'
	].join('\n');
	const { problems } = readAnswersFile(text, open);

	it('are found in references, groups, written answers and words that are not options', () => {
		expect(problems.filter(({ code }) => code === 'identifier').map(describeProblem)).toEqual([
			'Row 2, column reference: this looks like a CHI number; expected nothing that can name a person; take it out if it is a CHI number.',
			'Row 2, column NOTE: this looks like a phone number; expected nothing that can name a person; take it out if it is a phone number.',
			'Row 3, column WHO: this looks like an e-mail address; expected nothing that can name a person; take it out if it is an e-mail address.',
			'Row 3, column Area: this looks like a postcode; expected nothing that can name a person; take it out if it is a postcode.'
		]);
	});

	it('are never repeated in a problem, wherever they stand', () => {
		expect(problems).toContainEqual(
			expect.objectContaining({ code: 'unknown-answer', row: 3, value: '[a National Insurance number]' })
		);
		const said = JSON.stringify(problems) + problems.map(describeProblem).join();
		for (const secret of ['0101011237', '455400', 'AB123456C', 'a@b.scot', 'ML3'])
			expect(said).not.toContain(secret);
		const inHeader = readAnswersFile('reference,OPT,WHO,NOTE,ML3 0AA,ML3 0AA\nF1,yes,,,,', open).problems;
		expect(inHeader.map(describeProblem).join()).not.toContain('ML3');
	});
});

describe('a large answers file', () => {
	it('of a hundred thousand answers is read in well under a second', () => {
		const questions = Array.from({ length: 20 }, (_, at) => ({
			code: `Q${at}`,
			type: at % 4 === 3 ? 'agreement' : 'yes-partly-no'
		}));
		const agreement = ['agree', 'Strongly agree', 'disagree', 'don’t know'];
		const answers = ['yes', 'Partly', 'no', 'not applicable', ''];
		const rows = Array.from({ length: 5000 }, (_, row) =>
			[
				`F${row}`,
				...questions.map(({ type }, at) => {
					const words = type === 'agreement' ? agreement : answers;
					return words[(row + at) % words.length];
				})
			].join(',')
		);
		const text = [['reference', ...questions.map(({ code }) => code)].join(','), ...rows].join('\n');
		const asked = instrument(...questions);
		const start = performance.now();
		const { records, problems } = readAnswersFile(text, asked);
		const taken = performance.now() - start;
		expect([records.length, problems.length]).toEqual([5000, 0]);
		expect(taken).toBeLessThan(1000);
	});
});
