import { describe, expect, it } from 'vitest';
import type { Instrument } from '#lib/evidence/instrument.ts';
import { smallReview } from '../../../tests/support/small-review.ts';
import { deriveReport } from './derive-report.ts';
import type { Block, ExhibitBlock, ParagraphBlock, Report, TableBlock } from './report.ts';

const report = deriveReport(smallReview());
const sectionOf = (code: string, of: Report = report) =>
	of.sections.find((section) => section.code === code)!;
const blocksOf = <Kind extends Block['kind']>(blocks: readonly Block[], kind: Kind) =>
	blocks.filter((block): block is Extract<Block, { kind: Kind }> => block.kind === kind);
const told = sectionOf('T2');
const words = (block: ParagraphBlock) => block.runs.map(({ text }) => text).join('');
const everything = (value: unknown): string => JSON.stringify(value);

describe('the sections of a report', () => {
	it('are one about the report and one for each theme, then two annexes', () => {
		expect(report.sections.map(({ number, code }) => `${number} ${code}`)).toEqual([
			'1 null',
			...['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'].map((code, index) => `${index + 2} ${code}`)
		]);
		expect(report.annexes.map(({ number }) => number)).toEqual(['A', 'B']);
	});

	it('number their paragraphs from one, each under the number of its section', () => {
		const numbers = blocksOf(told.blocks, 'paragraph').map(({ number }) => number);
		expect(numbers).toEqual(['3.1', '3.2', '3.3', '3.4', '3.5']);
	});

	it('quote the quality indicator with its publisher', () => {
		const [quote] = blocksOf(told.blocks, 'quote');
		expect(quote?.text).toMatch(/^Supported people are empowered/);
		expect(quote?.source).toBe('Quality indicator, Care Inspectorate');
	});

	it('are the same for the same review', () => {
		expect(deriveReport(smallReview())).toEqual(report);
	});
});

describe('the review in brief', () => {
	const { blocks } = report.brief;

	it('gives every evaluation, and says of a section that has none that it has none', () => {
		const [evaluations] = blocksOf(blocks, 'table');
		expect(evaluations?.rows.slice(0, 2)).toEqual([
			['2. Key performance outcomes', 'not given yet'],
			['3. Getting support at the right time', 'Adequate (3)']
		]);
	});

	it('gives the first sentence of the findings that weigh most, with the paragraph and the number to follow', () => {
		const [points] = blocksOf(blocks, 'points');
		expect(points?.groups).toEqual([
			{
				title: '3. Getting support at the right time',
				items: [
					{
						mark: '3.4',
						target: 'paragraph-3.4',
						runs: [
							{ text: 'Less than half showed a likely budget in time (' },
							{ text: '23 of 58', measure: { source: 'files', question: 'F2' } },
							{ text: ').' }
						],
						remark: 'Area for improvement, significant'
					}
				]
			}
		]);
	});

	it('gives every recommendation with its number and section', () => {
		const [, recommendations] = blocksOf(blocks, 'points');
		expect(recommendations?.groups[0]?.items).toEqual([
			{
				mark: '1',
				target: 'recommendation-1',
				runs: [{ text: 'The partnership should show budgets in time.' }],
				remark: '3. Getting support at the right time'
			}
		]);
	});

	it('says what there is not yet in a review that has just begun', () => {
		const begun = deriveReport(
			smallReview((bundle) => ({ ...bundle, findings: [], evaluations: [], recommendations: [] }))
		);
		expect(blocksOf(begun.brief.blocks, 'paragraph').map(words)).toEqual([
			'No finding has been given more than ordinary weight.',
			'No recommendation is made.'
		]);
	});
});

describe('a theme', () => {
	it('shows the step that was chosen among all six, with the reason', () => {
		const [evaluation] = blocksOf(told.blocks, 'evaluation');
		expect(evaluation?.chosen?.name).toBe('Adequate');
		expect(evaluation?.steps).toHaveLength(6);
		expect(everything(told.blocks)).toContain('What works well only just outweighs what does not.');
	});

	it('names the paragraphs that were weighed on either side, and which of them more', () => {
		const [weighed] = blocksOf(told.blocks, 'list');
		expect(weighed?.items).toEqual([
			'1 strength: paragraph 3.3.',
			'2 areas for improvement: paragraphs 3.4 (significant) and 3.5.'
		]);
		const budget = blocksOf(told.blocks, 'paragraph').find(({ number }) => number === '3.4');
		expect(budget?.remark).toBe(
			'Area for improvement, significant weight: Without a budget nobody can plan.'
		);
	});

	it('makes “k of n” in a finding a number to follow only where exactly this measure is linked', () => {
		const budget = blocksOf(told.blocks, 'paragraph').find(({ number }) => number === '3.4')!;
		expect(words(budget)).toContain('(23 of 58)');
		expect(budget.runs.filter(({ measure }) => measure)).toEqual([
			{ text: '23 of 58', measure: { source: 'files', question: 'F2' } }
		]);
	});

	it('follows each heading with one exhibit of the measures that its findings rest on', () => {
		const [files, staff] = blocksOf(told.blocks, 'exhibit') as [ExhibitBlock, ExhibitBlock];
		expect(files.rows.map(({ kOfN, percent, term }) => [kOfN, percent, term])).toEqual([
			['57 of 60', '95%', 'almost all'],
			['23 of 58', '39.7%', 'less than half']
		]);
		expect(staff.rows.map(({ label }) => label)).toEqual([
			'Good conversations',
			'Confident about self-directed support'
		]);
	});

	it('says in the title of an exhibit what its highest and its lowest share amount to', () => {
		const [files] = blocksOf(told.blocks, 'exhibit');
		expect(files?.title).toBe(
			'Almost all files show that advocacy was offered; less than half of files show a likely budget before planning began'
		);
	});

	it('says in the title how small a base is, so that no word says too much', () => {
		const input = smallReview();
		const [first, ...rest] = input.measures.get('files')!;
		const few = { ...first!, positive: 10, base: 10, share: 1, term: 'almost all' };
		const changed = deriveReport({ ...input, measures: new Map([['files', [few, ...rest]]]) });
		const [exhibit] = blocksOf(sectionOf('T2', changed).blocks, 'exhibit');
		expect(exhibit?.title).toMatch(/^All files show that advocacy was offered \(10 of 10\); /);
	});

	it('says how sure a term is where files were drawn at random, and why not where people chose to answer', () => {
		const [files, staff] = blocksOf(told.blocks, 'exhibit') as [ExhibitBlock, ExhibitBlock];
		expect(files.rows[0]?.sure).toMatch(/^Borderline between “most” and “almost all”: the 95% interval is /);
		expect(staff.rows[0]?.sure).toBe('');
		expect(staff.note).toContain('the figures describe those who answered, so no interval is given');
	});

	it('gives a question without a share as a table, and what was heard without a number', () => {
		const [options] = blocksOf(told.blocks, 'table');
		expect(options?.caption).toBe('F3. Which option was chosen?');
		expect(options?.rows[0]).toEqual(['Option 1', '12', '20.7%']);
		expect(blocksOf(told.blocks, 'heard')[0]?.items).toEqual([
			{ source: 'Meeting with unpaid carers', texts: ['Carers said that they had waited long.'] }
		]);
	});

	it('charts all statements of agreement on it, with every count in a table', () => {
		const [chart] = blocksOf(told.blocks, 'chart');
		expect(chart?.rows.map(({ label }) => label)).toEqual([
			'Good conversations',
			'Information in time',
			'Confident about self-directed support'
		]);
		expect(chart?.table.rows[0]?.slice(1, 4)).toEqual(['60', '66', '5']);
	});

	it('charts many statements in several charts, whose letters can then be read', () => {
		const input = smallReview((bundle) => {
			const [files, survey] = bundle.instruments as [object, Instrument];
			const questions = Array.from({ length: 13 }, (_, index) => ({
				...survey.questions[0]!,
				code: `S${index + 1}`,
				label: `Statement ${index + 1}`
			}));
			return { ...bundle, instruments: [files, { ...survey, questions }] };
		});
		const [first] = input.measures.get('staff')!;
		const staff = Array.from({ length: 13 }, (_, index) => ({ ...first!, question: `S${index + 1}` }));
		const changed = deriveReport({ ...input, measures: new Map([['staff', staff]]) });
		const charts = blocksOf(sectionOf('T2', changed).blocks, 'chart');
		expect(charts.map(({ rows }) => rows.length)).toEqual([7, 6]);
		expect(charts[0]?.title).toBe('Agreement with all 13 statements is the same (126 of 136)');
		expect(charts[1]?.title).toBe('The 6 statements with less agreement');
		expect(new Set(charts.map(({ id }) => id)).size).toBe(2);
	});

	it('names with each recommendation the paragraphs of the findings that it answers, and of no others', () => {
		const [asked] = blocksOf(told.blocks, 'recommendation');
		expect(asked).toMatchObject({ number: 1, paragraphs: ['3.4'] });
		const unnamed = smallReview((bundle) => ({
			...bundle,
			recommendations: [{ number: 1, element: 'T2', text: 'Show budgets.' }]
		}));
		const [plain] = blocksOf(sectionOf('T2', deriveReport(unnamed)).blocks, 'recommendation');
		expect(plain?.paragraphs).toEqual([]);
	});

	it('says plainly what is missing', () => {
		const bare = sectionOf('T1');
		expect(blocksOf(bare.blocks, 'paragraph').map(words)).toEqual([
			'No evaluation has been given yet.',
			'No summary has been written yet.',
			'No findings have been written yet.',
			'No recommendation is made in this section.'
		]);
	});
});

describe('section 1', () => {
	const { blocks } = report.sections[0]!;

	it('gives definitions in the order of the alphabet', () => {
		const terms = blocksOf(blocks, 'definitions')[0]!.items.map(({ term }) => term);
		expect(terms.length).toBeGreaterThan(5);
		expect(terms).toEqual([...terms].sort((a, b) => a.localeCompare(b, 'en-GB')));
	});

	it('says once of sources chosen alike how they were chosen', () => {
		const twice = smallReview((bundle) => {
			const sources = bundle.sources as { id: string; title: string }[];
			const again = { ...sources[3], id: 'again', title: 'Second meeting' };
			return { ...bundle, sources: [...sources, again] };
		});
		const tables = blocksOf(deriveReport(twice).sections[0]!.blocks, 'table');
		expect(tables.find(({ caption }) => caption === 'Heard and read besides')?.note).toBe(
			'How they were chosen.\nMeeting with unpaid carers; Second meeting: Invited by the carers’ centre.'
		);
	});
});

describe('annex A', () => {
	const tables = blocksOf(report.annexes[0]!.blocks, 'table');
	const table = (caption: string): TableBlock => tables.find((each) => each.caption.startsWith(caption))!;

	it('gives every answer of every question with count, share, base and what was left out', () => {
		expect(tables).toHaveLength(6);
		expect(table('F1.').rows).toEqual([
			['Yes', '57', '95%'],
			['Partly', '2', '3.3%'],
			['No', '0', '0%'],
			['Not recorded', '1', '1.7%']
		]);
		expect(table('F2.').note).toMatch(
			/Result: 23 of 58, 39\.7%: less than half\. .* Base: 58 files; left out: 2 not applicable\.$/
		);
	});

	it('says of a source without answers that it has none yet', () => {
		expect(everything(report.annexes[0])).toContain('This source has no answers yet.');
	});

	it('holds a place for every number that can be followed', () => {
		const places = new Set(tables.map(({ id }) => id));
		const { source, question } = { source: 'files', question: 'F2' };
		expect(places).toContain(`measure-${source}--${question.toLowerCase()}`);
		expect(places.size).toBe(tables.length);
	});
});

describe('a review with gaps', () => {
	it('becomes a report without evidence, findings, or a framework at hand', () => {
		const empty = deriveReport({
			...smallReview((bundle) => ({
				...bundle,
				sources: [],
				instruments: [],
				narratives: [],
				findings: [],
				evaluations: [],
				recommendations: []
			})),
			measures: new Map(),
			frameworks: []
		});
		expect(empty.sections).toHaveLength(1);
		expect(everything(empty)).toContain('No evidence has been gathered yet.');
	});

	it('says “no evidence” of a measure with nobody in its base', () => {
		const input = smallReview();
		const [first, ...rest] = input.measures.get('files')!;
		const nobody = {
			...first!,
			positive: 0,
			base: 0,
			share: null,
			term: null,
			interval: null,
			touches: [],
			secure: null
		};
		const changed = deriveReport({ ...input, measures: new Map([['files', [nobody, ...rest]]]) });
		const [exhibit] = blocksOf(sectionOf('T2', changed).blocks, 'exhibit');
		expect(exhibit?.rows.at(-1)).toMatchObject({
			kOfN: '0 of 0',
			percent: '',
			term: 'no evidence among 60 files'
		});
	});

	it('drops a link to a question that the review does not have', () => {
		const broken = deriveReport(
			smallReview((bundle) => ({
				...bundle,
				findings: (bundle.findings as object[]).map((finding) => ({
					...finding,
					links: [{ source: 'files', question: 'F99' }, { source: 'nowhere' }]
				}))
			}))
		);
		expect(blocksOf(sectionOf('T2', broken).blocks, 'exhibit')).toEqual([]);
		expect(sectionOf('T2', broken).blocks.length).toBeGreaterThan(5);
	});

	it('gives no share where a stratified sample cannot be weighted, and says so', () => {
		const input = smallReview();
		const [first, ...rest] = input.measures.get('files')!;
		const withheld = {
			...first!,
			share: null,
			term: null,
			interval: null,
			touches: [],
			secure: null,
			withheld: 'stratum-sizes-unknown' as const
		};
		const changed = deriveReport({ ...input, measures: new Map([['files', [withheld, ...rest]]]) });
		const [exhibit] = blocksOf(sectionOf('T2', changed).blocks, 'exhibit');
		expect(exhibit?.rows.at(-1)).toMatchObject({
			kOfN: '57 of 60',
			percent: '',
			term: 'no share of the whole'
		});
		expect(exhibit?.rows.at(-1)?.sure).toContain('the sizes of the strata are not all known');
	});

	it('tells in how many meetings a theme was spoken of, and quotes a few words of them in balance', () => {
		const said = (id: string, direction: string, rest: object = {}) => ({
			id,
			text: `Words of ${id}.`,
			elements: ['T2'],
			direction,
			quotation: true,
			note: 'first',
			starts: 0,
			ends: 4,
			...rest
		});
		const input = smallReview((bundle) => ({
			...bundle,
			sources: (bundle.sources as { id: string }[]).map((source) =>
				source.id === 'carers'
					? {
							...source,
							notes: ['first', 'second'].map((id) => ({ id, title: id, text: 'Words.' })),
							passages: [
								...['s1', 's2', 's3', 's4'].map((id) => said(id, 'strength', { saidBy: 'unpaid carers' })),
								said('a1', 'area-for-improvement'),
								said('kept', 'area-for-improvement', { quotation: false })
							]
						}
					: source
			)
		}));
		const { blocks } = sectionOf('T2', deriveReport(input));
		expect(blocksOf(blocks, 'paragraph').map(words)).toContain(
			'Heard in 1 of 2 focus groups. Of 6 passages on it, 4 speak of a strength and 2 speak of an area for improvement.'
		);
		expect(blocksOf(blocks, 'quote').slice(1)).toMatchObject([
			{ text: 'Words of s1.', source: 'Unpaid carers, focus group, on a strength' },
			{ text: 'Words of a1.', source: 'Unpaid carers, focus group, on an area for improvement' },
			{ text: 'Words of s2.' },
			{ text: 'Words of s3.' }
		]);
		expect(everything(blocks)).not.toContain('Words of kept');
	});

	it('prints no words of a note that a finding rests on, unless they were chosen to be quoted', () => {
		const linked = (quotation: boolean) =>
			everything(
				deriveReport(
					smallReview((bundle) => ({
						...bundle,
						sources: (bundle.sources as { id: string }[]).map((source) =>
							source.id === 'carers'
								? {
										...source,
										notes: [{ id: 'n', title: 'n', text: 'Long words.' }],
										passages: [
											{
												id: 'wait',
												text: 'Long words.',
												elements: ['T2'],
												note: 'n',
												starts: 0,
												ends: 11,
												quotation
											}
										]
									}
								: source
						)
					}))
				)
			);
		expect(linked(false)).not.toContain('Long words.');
		expect(linked(true)).toContain('Long words.');
	});

	it('by the standards has a section for each standard, which quotes what it says', () => {
		const standards = deriveReport(
			smallReview((bundle) => ({
				...bundle,
				review: { ...(bundle.review as object), kind: 'self-evaluation', frameworks: ['sds-standards@2021'] }
			}))
		);
		expect(standards.sections).toHaveLength(13);
		expect(standards.subtitle).toBe('Evaluation report of a self-evaluation');
		const quotes = standards.sections.slice(1).map((section) => blocksOf(section.blocks, 'quote').length);
		expect(quotes).toEqual(Array(12).fill(1));
	});
});

describe('a report that is drawn up while files are still read', () => {
	it('says how many of them are read to the end', () => {
		const input = smallReview();
		const files = input.bundle.sources.find(({ instrument }) => instrument !== null)!;
		const told = JSON.stringify(
			deriveReport({ ...input, readSoFar: new Map([[files.id, { read: 3, all: 60 }]]) })
		);
		expect(told).toContain('3 of them read to the end so far');
		expect(JSON.stringify(deriveReport(input))).not.toContain('read to the end');
	});
});
