import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Said = { status: number | null; stdout: string; stderr: string };

/** Calls the command line on a data folder that begins empty. */
function cairn(...words: string[]): Said {
	return spawnSync(process.execPath, ['src/cli/cairn.ts', ...words], {
		encoding: 'utf8',
		env: { ...process.env, CAIRN_DATA: join(folder, 'kept') }
	});
}

function file(name: string, text: string | Uint8Array): string {
	const path = join(folder, name);
	writeFileSync(path, text);
	return path;
}

const instrument = () =>
	file(
		'own.json',
		JSON.stringify({
			id: 'own',
			edition: '1',
			title: 'Own',
			questions: [
				{ code: 'Q1', wording: 'Offered?', type: 'yes-partly-no', positive: ['yes'], elements: ['1.1'] },
				{
					code: 'Q2',
					wording: 'Agree?',
					type: 'agreement',
					positive: ['agree', 'strongly agree'],
					elements: []
				},
				{ code: 'Q3', wording: 'Which option?', type: 'single-choice', positive: ['option 2'], elements: [] }
			]
		})
	);

/** 54 of 60 say yes to Q1; Q2 has nobody; Q3 is spread, with a few left out. */
const answers = () =>
	file(
		'answers.csv',
		[
			'reference,Q1,Q2,Q3,locality',
			...Array.from({ length: 60 }, (_, index) =>
				[
					`F-${index + 1}`,
					index < 54 ? 'Yes' : index < 57 ? 'partly' : 'no',
					index % 2 === 0 ? 'not applicable' : '',
					index < 20 ? 'option 2' : index < 50 ? 'Option 3' : 'not recorded',
					index % 3 === 0 ? 'north' : 'south'
				].join(',')
			)
		].join('\r\n')
	);

describe('score', () => {
	test('prints the public shape, with the published interval of 54 of 60 drawn from 400', () => {
		const { status, stdout, stderr } = cairn(
			...[
				'score',
				answers(),
				'--instrument',
				instrument(),
				'--population',
				'400',
				'--by',
				'locality',
				'--json'
			]
		);
		expect(stderr).toBe('');
		expect(status).toBe(0);
		const { source, measures } = JSON.parse(stdout);
		expect(source).toMatchObject({
			instrument: 'own',
			edition: '1',
			records: 60,
			population: 400,
			design: 'random'
		});
		const [q1, q2, q3] = measures;
		expect(Object.keys(q1).sort()).toEqual([
			'base',
			'counts',
			'interval',
			'positive',
			'question',
			'secure',
			'share',
			'strata',
			'term',
			'touches',
			'wording'
		]);
		expect(q1).toMatchObject({
			question: 'Q1',
			wording: 'Offered?',
			positive: 54,
			base: 60,
			share: 0.9,
			term: 'almost all',
			touches: ['most', 'almost all'],
			secure: false,
			counts: { yes: 54, partly: 3, no: 3, 'not applicable': 0, 'not recorded': 0, blank: 0 }
		});
		expect(q1.interval.method).toBe('hypergeometric');
		expect(q1.interval.low).toBeCloseTo(0.805, 3);
		expect(q1.interval.high).toBeCloseTo(0.9575, 3);
		expect(q2).toMatchObject({ base: 0, share: null, term: null, interval: null, touches: [], secure: null });
		expect(q3).toMatchObject({ positive: 20, base: 50, counts: { 'option 2': 20, 'Option 3': 30 } });
		expect(
			q1.strata.map((stratum: { stratum: string; base: number }) => [stratum.stratum, stratum.base])
		).toEqual([
			['north', 20],
			['south', 40]
		]);
	});

	test('gives Clopper–Pearson without a population, no width in a census, no interval to those who chose to answer', () => {
		const measure = (...words: string[]) =>
			JSON.parse(cairn('score', answers(), '--instrument', instrument(), '--json', ...words).stdout)
				.measures[0];
		expect(measure().interval.method).toBe('clopper-pearson');
		expect(measure('--design', 'census').interval).toEqual({ low: 0.9, high: 0.9, method: 'census' });
		expect(measure('--design', 'self-selected')).toMatchObject({ interval: null, touches: [], secure: null });
		expect(measure('--design', 'purposive').interval).toBeNull();
	});

	test('refuses a broken file with row, column, value and what is expected, and prints nothing else', () => {
		const broken = file(
			'broken.csv',
			'reference,Q1,Q2,Q3\nF-1,maybe,agree,option 2\nF-1,yes,agree,option 2\n'
		);
		const { status, stdout, stderr } = cairn('score', broken, '--instrument', instrument(), '--json');
		expect(status).toBe(1);
		expect(stdout).toBe('');
		expect(stderr).toMatch(/Row 2, column Q1: “maybe”.*yes, partly, no/);
		expect(stderr).toMatch(/Row 3, column reference: .*“F-1”/);
	});

	test('reads what Excel writes: a byte-order mark, semicolons, windows-1252', () => {
		const text = 'reference;Q1;Q2;Q3\nF-1;yes;don’t know;Çhoice\nF-2;no;agree;other\n';
		const latin = Uint8Array.from(text, (sign) => (sign === '’' ? 0x92 : sign.charCodeAt(0)));
		for (const bytes of [new TextEncoder().encode(`\ufeff${text}`), latin]) {
			const { status, stdout } = cairn(
				'score',
				file('excel.csv', bytes),
				'--instrument',
				instrument(),
				'--json'
			);
			expect(status).toBe(0);
			expect(JSON.parse(stdout).measures[2].counts).toMatchObject({ Çhoice: 1, other: 1 });
		}
	});

	test('says which population or design cannot be', () => {
		const said = cairn('score', answers(), '--instrument', instrument(), '--population', '59');
		expect([said.status, said.stdout]).toEqual([1, '']);
		expect(said.stderr).toContain('60 records, but the sampling frame has only 59');
	});

	test('says what is wrong with an instrument file, and where', () => {
		const wrong = file(
			'wrong.json',
			JSON.stringify({ id: 'own', edition: '1', title: 'Own', questions: [{ code: 'Q1' }] })
		);
		const said = cairn('score', answers(), '--instrument', wrong);
		expect(said.status).toBe(1);
		expect(said.stderr).toContain('“questions”, number 1 (Q1), “wording” is missing');
	});

	test('writes nothing to the data folder when the instrument is a file', () => {
		const kept = join(folder, 'untouched');
		const { status } = spawnSync(
			process.execPath,
			['src/cli/cairn.ts', 'score', answers(), '--instrument', instrument()],
			{ env: { ...process.env, CAIRN_DATA: kept } }
		);
		expect(status).toBe(0);
		expect(() => readFileSync(kept)).toThrow(/ENOENT/);
	});
});

describe('frameworks', () => {
	test('are listed and shown with every element and its place in the source', () => {
		const listed = JSON.parse(cairn('frameworks', '--json').stdout) as { id: string }[];
		expect(listed.map(({ id }) => id)).toContain('sds-standards');
		const { status, stdout } = cairn('frameworks', 'show', 'sds-standards', '--edition', '2021', '--json');
		expect(status).toBe(0);
		const framework = JSON.parse(stdout);
		expect(framework).toMatchObject({ id: 'sds-standards', edition: '2021' });
		expect(framework.source.document).toBe('004');
		const components = framework.elements.filter(({ kind }: { kind: string }) => kind === 'core-component');
		expect(components).toHaveLength(103);
		expect(components[0]).toMatchObject({
			code: '1.1',
			parent: '1',
			source: { document: '004', lines: [133, 133] }
		});
	});

	test('name what there is when asked for another', () => {
		const { status, stderr } = cairn('frameworks', 'show', 'nothing');
		expect(status).toBe(1);
		expect(stderr).toContain('sds-standards@2021');
	});
});

describe('reviews', () => {
	test('go out and come in again without loss', () => {
		const first = join(folder, 'first.json');
		const second = join(folder, 'second.json');
		expect(cairn('reviews', '--json').stdout).toContain('south-lanarkshire-2018');
		expect(cairn('reviews', 'export', 'south-lanarkshire-2018', '--out', first).status).toBe(0);
		const bundle = JSON.parse(readFileSync(first, 'utf8'));
		bundle.review.id = 'a-copy';
		expect(cairn('reviews', 'import', file('copy.json', JSON.stringify(bundle))).status).toBe(0);
		expect(cairn('reviews', 'export', 'a-copy', '--out', second, '--json').status).toBe(0);
		expect(JSON.parse(readFileSync(second, 'utf8'))).toEqual(bundle);
	});

	test('are refused a second time', () => {
		const out = join(folder, 'again.json');
		cairn('reviews', 'export', 'south-lanarkshire-2018', '--out', out);
		const { status, stderr } = cairn('reviews', 'import', out);
		expect(status).toBe(1);
		expect(stderr).toContain('There is already a review “south-lanarkshire-2018”');
	});
});

describe('organisations and people', () => {
	const give = (...words: string[]) => cairn('organisations', 'add', ...words);
	const addMorag = (...words: string[]) =>
		cairn('people', 'add', '--name', 'Morag', '--email', 'm@isle.example', '--role', 'viewer', ...words);

	test('in a new Cairn begin with an organisation, which adding a person says', () => {
		const [without, unknown] = [addMorag(), addMorag('--organisation', 'isle')];
		expect([without.status, unknown.status]).toEqual([2, 1]);
		for (const { stderr } of [without, unknown])
			expect(stderr).toContain(
				'There are none yet: add the first with organisations add, or on the page /set-up.'
			);
		expect(cairn('people', 'add', '--help').stdout).toContain('organisations add');
	});
	const isle = ['--organisation', 'isle', '--name', 'Ailsa', '--email', 'Ailsa@Example.org'];

	test('are added, and the first organisation looks after Cairn', () => {
		const inspectors = give('--kind', 'scrutiny-body', '--name', 'Inspectors', '--json');
		expect(JSON.parse(inspectors.stdout)).toEqual({
			id: 'inspectors',
			kind: 'scrutiny-body',
			name: 'Inspectors',
			partnership: null,
			host: true
		});
		expect(give('--kind', 'partnership', '--name', 'Isle', '--partnership', 'S12000023').stdout).toBe(
			'isle\n'
		);
		expect(JSON.parse(cairn('organisations', '--json').stdout)).toMatchObject([
			{ id: 'inspectors', host: true, people: 0 },
			{ id: 'isle', host: false, partnership: 'Orkney Islands' }
		]);
	});

	test('without a password give a link to join by, on standard output alone', () => {
		const { status, stdout } = cairn('people', 'add', ...isle, '--role', 'viewer');
		expect(status).toBe(0);
		expect(stdout).toMatch(/^http:\/\/localhost:3000\/invitations\/[\w-]{43}\n$/);
		expect(JSON.parse(cairn('people', '--json').stdout)).toMatchObject([
			{
				name: 'Ailsa',
				email: 'ailsa@example.org',
				memberships: [{ organisation: 'isle', role: 'viewer', standing: 'invited' }]
			}
		]);
	});

	test('take a password from standard input, and refuse one that is tried first', () => {
		const person = ['people', 'add', ...isle, '--role', 'administrator', '--password-stdin', '--email'];
		const called = (email: string, input: string) =>
			spawnSync(process.execPath, ['src/cli/cairn.ts', ...person, email], {
				encoding: 'utf8',
				input,
				env: { ...process.env, CAIRN_DATA: join(folder, 'kept') }
			});
		const refused = called('iain@example.org', 'password1234\n');
		expect([refused.status, refused.stdout]).toEqual([1, '']);
		expect(refused.stderr).toContain('tried first');
		const added = called('iain@example.org', 'heather over the old bridge\n');
		expect([added.status, added.stdout]).toEqual([0, 'iain@example.org can sign in now.\n']);
	});

	test('are refused with a role that the organisation does not have', () => {
		const { status, stderr } = cairn('people', 'add', ...isle, '--role', 'inspector');
		expect(status).toBe(1);
		expect(stderr).toContain('Choose a role that this kind of organisation has.');
	});

	test('of an organisation that is missing or wrong are not added, and those that there are named', () => {
		const [without, unknown] = [addMorag(), addMorag('--organisation', 'nowhere')];
		expect([without.status, unknown.status]).toEqual([2, 1]);
		for (const { stderr } of [without, unknown]) expect(stderr).toContain('There are: inspectors, isle.');
		expect(unknown.stderr).toContain('There is no organisation “nowhere”.');
	});

	test('of a review are said by giving it to an organisation', () => {
		const given = cairn('reviews', 'give', 'a-copy', '--organisation', 'inspectors', '--json');
		expect(JSON.parse(given.stdout)).toEqual({ review: 'a-copy', organisation: 'inspectors' });
		const { status, stderr } = cairn('reviews', 'give', 'a-copy', '--organisation', 'nobody');
		expect(status).toBe(1);
		expect(stderr).toMatch(/There is no organisation “nobody”\.\s+\W*Known: inspectors, isle\./);
	});
});

describe('check-identifiers', () => {
	test('says line, column, kind and text of each, and exits with 1', () => {
		const text = 'all well\n· write to a.person@example.scot\nCHI 010101 1237, ring 01698 455400\n';
		for (const bytes of [text, `\ufeff${text}`, Buffer.from(`\ufeff${text}`, 'utf16le')]) {
			const { status, stdout, stderr } = cairn('check-identifiers', file('notes.txt', bytes), '--json');
			expect(status).toBe(1);
			expect(JSON.parse(stdout)).toEqual([
				{ line: 2, column: 12, kind: 'email', text: 'a.person@example.scot' },
				{ line: 3, column: 5, kind: 'chi', text: '010101 1237' },
				{ line: 3, column: 23, kind: 'telephone', text: '01698 455400' }
			]);
			expect(stderr).toContain('3 things were found');
			expect(stderr).not.toContain('example.scot');
		}
	});

	test('says without --json why each looks like one', () => {
		const { status, stdout } = cairn('check-identifiers', file('notes.csv', 'reference,NOTE\nF-1,ML3 0AA\n'));
		expect(status).toBe(1);
		expect(stdout).toBe(
			'2:5  ML3 0AA  looks like a postcode: the form of a postcode, in an area that there is\n'
		);
	});

	test('exits with 0 where there is nothing, and reads no file that is not text', () => {
		expect(cairn('check-identifiers', file('plain.txt', '54 of 60'), '--json')).toEqual(
			expect.objectContaining({ status: 0, stdout: '[]\n', stderr: '' })
		);
		const said = cairn('check-identifiers', file('book.xlsx', 'PK\u0003\u0004\0\0'));
		expect([said.status, said.stdout]).toEqual([1, '']);
		expect(said.stderr).toContain('is neither a workbook nor text');
	});
});

describe('check-text', () => {
	/** What score says of the answers above: Q1 54 of 60, Q2 nobody, Q3 20 of 50. */
	const scored = () => {
		const { stdout } = cairn('score', answers(), '--instrument', instrument(), '--json');
		return file('score.json', stdout);
	};
	const check = (name: string, content: string | Uint8Array, ...words: string[]) =>
		cairn('check-text', file(name, content), ...words);
	const wordDocument = (...paragraphs: string[]) =>
		zipSync({
			'word/document.xml': Buffer.from(
				`<w:document><w:body>${paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`
			)
		});

	test('says line, column, phrase, verdict, term, suggestion and reason of each, in this order', () => {
		const { status, stdout, stderr } = check('report.txt', 'Well.\n· Most files held a plan.\n', '--json');
		expect([status, stderr]).toEqual([0, '']);
		const [most, ...more] = JSON.parse(stdout);
		expect(more).toEqual([]);
		expect(Object.keys(most)).toEqual([
			'line',
			'column',
			'phrase',
			'verdict',
			'term',
			'suggestion',
			'reason'
		]);
		expect(most).toMatchObject({ line: 2, column: 3, phrase: 'Most', verdict: 'unlinked', term: 'most' });
		expect(most.reason).toMatch(/^.+\.$/);
	});

	test('gives every verdict, from what score printed, by the numbers in the sentence or the code in brackets', () => {
		const text = [
			'Almost all files (54 of 60) showed it, and most files (Q1) showed more.',
			'Almost all (Q1) were dated; most importantly, less than half (Q3) were late.',
			'',
			'Most were read. Nearly half were long. All respondents agreed.'
		].join('\n');
		const { stdout } = check('report.md', text, '--measures', scored(), '--json');
		const said = JSON.parse(stdout) as { line: number; phrase: string; verdict: string; term: string }[];
		expect(said.map(({ line, phrase, verdict }) => [line, phrase, verdict])).toEqual([
			[1, 'Almost all', 'right'],
			[1, 'most', 'wrong'],
			[2, 'Almost all', 'right'],
			[2, 'less than half', 'right'],
			[4, 'Most', 'unlinked'],
			[4, 'Nearly half', 'undefined-term'],
			[4, 'All', 'hidden-base']
		]);
		expect(said[1]).toMatchObject({ term: 'almost all' });
	});

	test('reads no code, address or front matter of Markdown, and all of a plain text', () => {
		const text =
			'---\ntitle: Most files\n---\n\n```\nMost files\n```\n\n[Most](https://a.scot/most) files did.\n';
		const places = (name: string) =>
			JSON.parse(check(name, text, '--json').stdout).map(({ line, column }: Place) => [line, column]);
		expect(places('report.md')).toEqual([[9, 2]]);
		expect(places('report.txt')).toContainEqual([6, 1]);
	});

	test('reads a Word document, whose lines are its paragraphs', () => {
		const { status, stdout } = check(
			'report.docx',
			wordDocument('Findings', '', 'In most files &amp; plans.'),
			'--json'
		);
		expect(status).toBe(0);
		expect(JSON.parse(stdout)).toMatchObject([{ line: 3, column: 4, phrase: 'most' }]);
	});

	test('reads text in UTF-16 and windows-1252', () => {
		const text = 'Café – most files.';
		const latin = Uint8Array.from(text, (sign) => (sign === '–' ? 0x96 : sign.charCodeAt(0)));
		for (const bytes of [Buffer.from(`\ufeff${text}`, 'utf16le'), latin])
			expect(JSON.parse(check('report.txt', bytes, '--json').stdout)).toMatchObject([{ line: 1, column: 8 }]);
	});

	test('without --json says each in words, with what to write', () => {
		const { status, stdout } = check('report.txt', 'Most files (20 of 60) held a plan.');
		expect(status).toBe(0);
		expect(stdout).toMatch(/^1:1 {2}Most {2}wrong: .+\.\n {4}Write: .*less than half.*\n$/i);
		expect(check('none.txt', 'All right, at most a few weeks.').stdout).toBe('No words of quantity found.\n');
	});

	test('needs no database, and leaves the data folder alone', () => {
		const kept = join(folder, 'never-made');
		const { status } = spawnSync(
			process.execPath,
			['src/cli/cairn.ts', 'check-text', file('plain.txt', 'Most files.')],
			{ env: { ...process.env, CAIRN_DATA: kept } }
		);
		expect(status).toBe(0);
		expect(() => readFileSync(kept)).toThrow(/ENOENT/);
	});

	test.each([
		['an empty text', 'empty.md', ' \n', 'empty.md is empty'],
		['an empty Word document', 'empty.docx', wordDocument(''), 'empty.docx is empty'],
		['nothing, named as a Word document', 'nothing.docx', '', 'nothing.docx is empty'],
		['text named as a Word document', 'text.docx', 'Most files.', 'is not a Word document'],
		['another packed file', 'book.docx', zipSync({ 'xl/a.xml': Buffer.from('x') }), 'is not a Word document'],
		['a damaged Word document', 'cut.docx', wordDocument('few').slice(0, -20), 'is damaged'],
		[
			'one that would burst',
			'bomb.docx',
			zipSync({ 'word/document.xml': new Uint8Array(60_000_000) }),
			'is damaged'
		],
		['a PDF', 'report.pdf', '%PDF-1.7 most', 'is neither text nor a Word document'],
		['a picture', 'report.txt', Buffer.from('89504e470d0a1a0a000000ff', 'hex'), 'is neither text'],
		['a text without end', 'long.txt', 'most '.repeat(1_200_000), 'is too long']
	])('refuses %s in one sentence', (_, name, content, sentence) => {
		const { status, stdout, stderr } = check(name, content, '--json');
		expect([status, stdout]).toEqual([1, '']);
		expect(stderr).toContain(sentence);
		expect(stderr.trim().split('\n')).toHaveLength(1);
	});

	test.each([
		['no JSON', 'x', 'is not a JSON file'],
		['another list', '[]', 'is not what score prints with --json'],
		[
			'a share that cannot be',
			'{"measures":[{"question":"Q1","wording":"","positive":9,"base":3,"share":1,"term":"most","touches":[],"secure":null}]}',
			'9 of 3'
		]
	])('refuses measures that are %s', (_, measures, sentence) => {
		const said = check('plain.txt', 'Most files.', '--measures', file('measures.json', measures));
		expect([said.status, said.stdout]).toEqual([1, '']);
		expect(said.stderr).toContain(sentence);
	});
});

type Place = { line: number; column: number };

describe('report', () => {
	test('writes a PDF and a file of HTML', () => {
		const pdf = join(folder, 'report.pdf');
		const html = join(folder, 'report.html');
		const said = cairn('report', 'south-lanarkshire-2018', '--format', 'pdf', '--out', pdf, '--json');
		expect(said.stderr).toBe('');
		expect(JSON.parse(said.stdout)).toMatchObject({ review: 'south-lanarkshire-2018', format: 'pdf' });
		expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
		expect(cairn('report', 'south-lanarkshire-2018', '--format', 'html', '--out', html).status).toBe(0);
		expect(readFileSync(html, 'utf8')).toMatch(/^<!doctype html>\s*<html lang="en-GB">/);
	});
});

describe('a wrong call', () => {
	test.each([
		['no command', [], 'Usage'],
		['an unknown command', ['scores'], 'There is no command “scores”'],
		['an unknown option', ['reviews', '--all'], '--all'],
		['a missing argument', ['score', '--instrument', 'x'], 'Give <answers.csv>'],
		['one word too many', ['reviews', 'export', 'a', 'b', '--out', 'x'], 'one word too many'],
		['a missing instrument', ['score', 'x.csv'], '--instrument'],
		['no text to check', ['check-text', '--json'], 'Give <report.md | .txt | .docx>'],
		[
			'a population that is no number',
			['score', 'x.csv', '--instrument', 'x', '--population', 'all'],
			'whole number'
		],
		['an unknown design', ['score', 'x.csv', '--instrument', 'x', '--design', 'lucky'], 'self-selected'],
		[
			'a person without a role',
			['people', 'add', '--name', 'A', '--email', 'a@b.org', '--organisation', 'x'],
			'Give --role'
		],
		['a role that there is not', ['people', 'add', '--role', 'king'], 'administrator'],
		[
			'a partnership that is said of no partnership',
			['organisations', 'add', '--kind', 'national-body', '--name', 'A', '--partnership', 'S37000022'],
			'only with it'
		],
		['an unknown format', ['report', 'x', '--format', 'doc', '--out', 'x'], 'pdf, html']
	])('with %s exits with 2 and says how to call', (_, words, sentence) => {
		const { status, stdout, stderr } = cairn(...words);
		expect(status).toBe(2);
		expect(stdout).toBe('');
		expect(stderr).toContain(sentence);
	});

	test('is told from a file that is not there, which exits with 1', () => {
		const { status, stderr } = cairn('score', join(folder, 'missing.csv'), '--instrument', instrument());
		expect(status).toBe(1);
		expect(stderr).toContain('there is no such file');
	});
});
