import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuantityScale } from '#lib/frameworks/scales.ts';
import { termFor, type Bands } from '#lib/measures/term.ts';
import scaleFile from '../../../fixtures/scales/care-inspectorate-quantity.json' with { type: 'json' };
import { checkQuantities, type MeasureToCheck, type QuantitySpan } from './check-quantities.ts';

const scale = parseQuantityScale(scaleFile);

const measure = (positive: number, base: number, more: Partial<MeasureToCheck> = {}): MeasureToCheck => ({
	id: 'C4',
	label: 'Four options discussed',
	positive,
	base,
	people: 'files',
	...more
});

/** The measure tied to the first place where the words stand. */
function tied(text: string, words: string, to: MeasureToCheck, said?: { positive: number; base: number }) {
	const start = text.indexOf(words);
	return { ...to, at: [{ start, end: start + words.length, ...(said ? { said } : {}) }] };
}

const check = (text: string, measures: MeasureToCheck[] = []) => checkQuantities(text, measures, scale);
const told = (text: string, measures: MeasureToCheck[] = []) =>
	check(text, measures).map(({ phrase, verdict }) => `${phrase}: ${verdict}`);
const put = (text: string, { start, end, suggestion }: QuantitySpan) =>
	`${text.slice(0, start)}${suggestion}${text.slice(end)}`;

describe('a phrase that is tied to a measure', () => {
	test('is right when the measure bears the term out, exactly at the cut-off', () => {
		const text = 'Most files show it.';
		expect(told(text, [tied(text, 'Most', measure(45, 60))])).toEqual(['Most: right']);
		expect(told(text, [tied(text, 'Most', measure(44, 60))])).toEqual(['Most: wrong']);
	});

	test('is told the right term, the measure and its count when it is wrong', () => {
		const text = 'Most files show it.';
		expect(check(text, [tied(text, 'Most', measure(31, 60))])).toMatchObject([
			{
				term: 'the majority',
				suggestion: 'The majority of',
				measure: 'C4',
				reason:
					'“Most” is not what the evidence says: “Four options discussed” is 31 of 60, which is “the majority”.'
			}
		]);
	});

	test('is tied by the count that its sentence gives, in figures or in words', () => {
		for (const count of ['(47 of 60)', '(47/60)', '(forty-seven of the sixty)', '(47 out of 60)'])
			expect(check(`Most files ${count} show it.`, [measure(47, 60)])).toMatchObject([
				{ verdict: 'right', measure: 'C4' }
			]);
		expect(told('All ten people who answered felt safe.', [measure(10, 10)])).toEqual(['All: right']);
	});

	test('is stale when the measure has changed since, and says what it was', () => {
		const text = 'Most files show it.';
		const [span] = check(text, [tied(text, 'Most', measure(46, 60), { positive: 54, base: 60 })]);
		expect(span).toMatchObject({ verdict: 'right', stale: true });
		expect(span!.reason).toContain('54 of 60 when the phrase was linked');
		expect(check(text, [tied(text, 'Most', measure(46, 60), { positive: 46, base: 60 })])[0]!.stale).toBe(
			false
		);
	});

	test('follows the measure and not the count beside it, which is reported when it is old', () => {
		const text = 'Almost all files (54 of 60) show it.';
		expect(check(text, [tied(text, 'Almost all', measure(50, 60))])).toMatchObject([
			{ phrase: 'Almost all', verdict: 'wrong', suggestion: 'Most' },
			{ phrase: '54 of 60', kind: 'count', verdict: 'wrong', suggestion: '50 of 60' }
		]);
	});

	test('names the terms between which a borderline measure lies', () => {
		const text = 'Almost all files show it.';
		const unsure = measure(54, 60, { touches: ['most', 'almost all'], secure: false });
		expect(check(text, [tied(text, 'Almost all', unsure)])).toMatchObject([
			{ verdict: 'right', borderline: ['most', 'almost all'] }
		]);
	});

	test('takes the term of a weighted share from the measure', () => {
		const text = 'Most files (40 of 60) show it.';
		expect(told(text, [measure(40, 60, { term: 'most' })])).toEqual(['Most: right']);
	});

	test('says that there is no evidence where nobody answered', () => {
		const text = 'Most files show it.';
		expect(check(text, [tied(text, 'Most', measure(0, 0))])).toMatchObject([
			{ verdict: 'wrong', term: null }
		]);
	});
});

describe('a phrase that is tied to nothing', () => {
	test('is unlinked when it is a term, in every inflection', () => {
		for (const phrase of ['Most', 'Few', 'A few', 'The majority', 'A majority', 'Almost all'])
			expect(check(`${phrase} of the staff agreed.`)).toMatchObject([{ phrase, verdict: 'unlinked' }]);
		for (const phrase of ['Less than half', 'Fewer than half', 'Less than one half'])
			expect(check(`${phrase} of the staff agreed.`)).toMatchObject([{ term: 'less than half' }]);
	});

	test('is wrong when its own sentence says so', () => {
		expect(check('Most files (30 of 60) show it.')).toMatchObject([
			{ verdict: 'wrong', term: 'the majority', measure: null, suggestion: 'The majority of' }
		]);
		expect(told('Most staff (55%) agreed.')).toEqual(['Most: wrong']);
		expect(told('Almost all homes, 95%, had one.')).toEqual(['Almost all: unlinked']);
	});

	test('is not a term of the scale when it says how many in other words', () => {
		for (const phrase of [
			'Nearly half',
			'Many',
			'Some',
			'The vast majority',
			'Two thirds',
			'70%',
			'Seven in ten'
		])
			expect(check(`${phrase} of the staff agreed.`)).toMatchObject([{ phrase, verdict: 'undefined-term' }]);
	});

	test('is told the term of a percentage unless rounding leaves it open', () => {
		expect(check('Just 62% of staff agreed, and 75% of carers.').map(({ term }) => term)).toEqual([
			null,
			null
		]);
		expect(check('We found that 62% of staff agreed.')[0]!.suggestion).toBe('the majority of');
	});

	test('hides its base when it says all or none and not of how many', () => {
		expect(told('All respondents felt safe.')).toEqual(['All: hidden-base']);
		expect(told('All 12 respondents felt safe.')).toEqual(['All: unlinked']);
	});
});

describe('a small base', () => {
	test('has to be said, and the suggestion says it', () => {
		const text = 'All respondents felt safe.';
		const ten = measure(10, 10, { people: 'people who answered' });
		const [span] = check(text, [tied(text, 'All', ten)]);
		expect(span).toMatchObject({ verdict: 'hidden-base', suggestion: 'All ten' });
		const everyone = 'Everyone felt safe.';
		expect(check(everyone, [tied(everyone, 'Everyone', ten)])[0]!.suggestion).toBe(
			'All ten people who answered'
		);
	});

	test('is said in brackets behind a term, and is one below twenty', () => {
		const text = 'Most respondents felt safe.';
		expect(check(text, [tied(text, 'Most', measure(16, 19))])).toMatchObject([
			{ verdict: 'hidden-base', suggestion: 'Most (16 of 19)' }
		]);
		expect(told(text, [tied(text, 'Most', measure(16, 20))])).toEqual(['Most: right']);
	});

	test('may be said in the sentence before', () => {
		const text = 'We met nine managers. Most knew the plan.';
		expect(told(text, [tied(text, 'Most', measure(7, 9))])).toEqual(['Most: right']);
	});
});

describe('words that only look like a quantity', () => {
	test.each([
		'Most importantly, people were heard.',
		'At most two staff were there.',
		'It was the most careful plan of the year.',
		'The third sector took part, a few weeks late, in the first half of the year.',
		'After all, above all and all the same, it was all right.',
		'All staff should be trained.',
		'Spending rose by 20%.',
		'The term “most” means three quarters or more.',
		'Half an hour later the third party left.'
	])('are left alone: %s', (text) => {
		expect(told(text)).toEqual([]);
	});
});

describe('marks and layout', () => {
	test('do not hide a phrase: bold, list items, tables, curly quotes and broken lines', () => {
		expect(told('**Most** files show it.')).toEqual(['Most: unlinked']);
		expect(told('- most files\n- few files')).toEqual(['most: unlinked', 'few: unlinked']);
		expect(told('| Most files | 47 of 60 |\n| Few files | 3 of 60 |')).toHaveLength(2);
		expect(check('We found it in less than\nhalf of the files.')[0]!.phrase).toBe('less than\nhalf');
		expect(told('# Almost all files are dated\n\nMost are short.')).toHaveLength(2);
	});
});

/** A scale of another body, with terms that are no terms here. */
const other: Bands = {
	bands: [
		{ name: 'very few', from: 0, to: 10 },
		{ name: 'a minority', from: 10, to: 40 },
		{ name: 'around half', from: 40, to: 60 },
		{ name: 'many', from: 60, to: 90 },
		{ name: 'nearly all', from: 90, to: 100 }
	]
};

describe('a scale of another body', () => {
	test('has its own terms, and those of this one are none of them', () => {
		const kinds = (text: string) => checkQuantities(text, [], other).map(({ kind }) => kind);
		expect(kinds('Many staff and nearly all carers agreed; a minority of them did not.')).toEqual([
			'defined-term',
			'defined-term',
			'defined-term'
		]);
		expect(kinds('Most staff and almost all carers agreed.')).toEqual(['vague-word', 'vague-word']);
	});
});

const amounts = [
	...['Most', 'Few', 'Many', 'Some', 'Several', 'Very few', 'Almost all', 'The majority of', 'A number of'],
	...[
		'Less than half of',
		'Nearly half of',
		'Two thirds of',
		'70% of',
		'Seven in ten',
		'The vast majority of'
	],
	...['All', 'No', 'Not all', 'Hardly any', 'A handful of', 'Over 80% of', 'A significant minority of']
];
const frames = [
	'{} files show it.',
	'We found that {} files show it.',
	'{} of the files show it.',
	'The plan was good, and {} felt that it was theirs.'
];
const framed = fc.tuple(fc.constantFrom(...amounts), fc.constantFrom(...frames)).map(([amount, frame]) => {
	const bare = frame.includes('{} files') ? amount : amount.replace(/ of$/, '').replace(/^No$/, 'None');
	const words = frame.startsWith('{}') ? bare : bare.charAt(0).toLowerCase() + bare.slice(1);
	return { text: frame.replace('{}', words), words };
});
const shares = fc
	.integer({ min: 1, max: 300 })
	.chain((base) => fc.tuple(fc.integer({ min: 0, max: base }), fc.constant(base)));

describe('whatever the text and the measure', () => {
	test('a suggestion put in the place of its phrase is right', () => {
		fc.assert(
			fc.property(framed, shares, ({ text, words }, [positive, base]) => {
				const to = measure(positive, base);
				const [span] = check(text, [tied(text, words, to)]);
				expect(span, text).toBeDefined();
				if (span!.verdict === 'right') return;
				const mended = put(text, span!);
				const at = [{ start: span!.start, end: span!.start + span!.suggestion!.length }];
				const after = check(mended, [{ ...to, at }]);
				expect(after[0]?.verdict, `${text} (${positive} of ${base}) → ${mended}`).toBe('right');
			}),
			{ numRuns: 1500 }
		);
	});

	test('a term is right for exactly the shares of its band', () => {
		fc.assert(
			fc.property(
				shares,
				fc.constantFrom(...scale.bands.map(({ name }) => name)),
				([positive, base], name) => {
					const text = `It was so for ${name} of the ${base} files.`;
					const [span] = check(text, [tied(text, name, measure(positive, base))]);
					expect(span!.verdict).toBe(termFor(positive, base, scale) === name ? 'right' : 'wrong');
				}
			)
		);
	});

	test('spans are sorted, do not overlap, and are what stands at their place', () => {
		const soup = fc.constantFrom(
			...'most few almost all the majority of staff files 70 % half third a an in (47 of 60) not than , . ; “ ” – \n| * every no none 1 in 4 people some number'.split(
				' '
			)
		);
		fc.assert(
			fc.property(fc.array(soup, { maxLength: 40 }), shares, (words, [positive, base]) => {
				const text = words.join(' ');
				const spans = check(text, [{ ...measure(positive, base), at: [{ start: 0, end: text.length }] }]);
				for (const [index, { start, end, phrase }] of spans.entries()) {
					expect(text.slice(start, end)).toBe(phrase);
					expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
					expect(end).toBeGreaterThan(start);
				}
				expect(check(text, [{ ...measure(positive, base), at: [{ start: 0, end: text.length }] }])).toEqual(
					spans
				);
			})
		);
	});

	test('a long text is read in no time, even one that never ends a sentence', () => {
		// Time of the processor, which does not grow when the machine is busy with something else.
		const began = process.cpuUsage();
		for (const words of [
			'Most of the staff agreed, though some (12 of 60) did not. ',
			'most staff (47 of 60) and '
		])
			expect(check(words.repeat(250_000 / words.length)).length).toBeGreaterThan(2_500);
		expect(process.cpuUsage(began).user / 1000).toBeLessThan(5_000);
	}, 60_000);
});
