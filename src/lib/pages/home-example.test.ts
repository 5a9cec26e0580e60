import { describe, expect, it } from 'vitest';
import { parseInstrument } from '#lib/evidence/instrument.ts';
import { sourceSchema } from '#lib/evidence/source.ts';
import { parseEvaluationScale, parseQuantityScale } from '#lib/frameworks/scales.ts';
import { deriveMeasure } from '#lib/measures/derive.ts';
import evaluation from '../../../fixtures/scales/care-inspectorate-evaluation.json' with { type: 'json' };
import quantity from '../../../fixtures/scales/care-inspectorate-quantity.json' with { type: 'json' };
import { deriveHomeExample } from './home-example.ts';

const scale = parseQuantityScale(quantity);
const instrument = parseInstrument({
	id: 'files',
	edition: '1',
	title: 'Files',
	unit: { one: 'file', many: 'files' },
	questions: [
		{
			code: 'C4',
			wording: 'Were the options discussed?',
			label: 'Options discussed',
			message: 'files show that the options were discussed',
			type: 'yes-partly-no',
			positive: ['yes'],
			asksAboutRecording: true
		}
	]
});
const source = sourceSchema.parse({
	id: 'assessed-files',
	kind: 'case-file-reading',
	title: 'Files',
	instrument: 'files@1',
	sample: { design: 'random', frameSize: 400, howDrawn: 'At random.' },
	heardFrom: 'People who were assessed'
});
const question = instrument.questions[0]!;
const placeOf = (counts: [number, number][], records: number) => ({
	key: { source: 'assessed-files', question: 'C4' },
	source,
	instrument,
	question,
	measure: deriveMeasure({
		question,
		counts: new Map(counts),
		records,
		sample: source.sample,
		scale,
		strata: []
	})
});
const theme = {
	element: {
		code: 'T4',
		kind: 'theme' as const,
		title: 'Delivery of key processes',
		text: 'Delivery of key processes',
		parent: null,
		source: { document: '000', lines: [60, 60] as [number, number] }
	},
	evaluation: { element: 'T4', step: 3, reason: 'Strengths just outweigh weaknesses.' }
};
const input = {
	review: {
		id: 'south-lanarkshire-2018',
		title: 'A review of the isle',
		partnershipName: 'The isle',
		standing: 'Worked example',
		notice: 'A reconstruction.'
	},
	place: placeOf(
		[
			[0, 54],
			[1, 3],
			[2, 2],
			[-2, 1]
		],
		60
	),
	scale,
	evaluationScale: parseEvaluationScale(evaluation),
	records: [
		{ reference: 'A-1', code: 2, text: null },
		{ reference: 'A-2', code: 0, text: null }
	],
	theme
};

describe('the number that the home page follows', () => {
	it('goes from a record that answered yes to the evaluation that rests on it', () => {
		const steps = deriveHomeExample(input)?.chain.map(({ step, words }) => `${step}: ${words}`);
		expect(steps).toEqual([
			'Record: File A-2',
			'Answer: Options discussed: yes',
			'Tally: 54 yes, 3 partly, 2 no, 1 not recorded',
			'Share: 54 of 60, 90%',
			'Term: Almost all, borderline with most',
			'Sentence: Almost all files show that the options were discussed',
			'Evaluation: Adequate (3) for delivery of key processes, judged by people, with a reason'
		]);
	});

	it('leads from each step to the page that shows it', () => {
		const hrefs = Object.fromEntries(deriveHomeExample(input)!.chain.map(({ step, href }) => [step, href]));
		const source = '/reviews/south-lanarkshire-2018/evidence/assessed-files';
		expect(hrefs).toMatchObject({
			Record: `${source}/records/A-2`,
			Tally: `${source}/questions/C4#records`,
			Share: `${source}/questions/C4`,
			Evaluation: '/reviews/south-lanarkshire-2018/judgements/T4'
		});
	});

	it('names the place and the standing of its review', () => {
		expect(deriveHomeExample(input)?.review).toEqual({
			partnership: 'The isle',
			title: 'A review of the isle',
			standing: 'Worked example'
		});
	});

	it('leads to its records, and carries the notice of its review', () => {
		const example = deriveHomeExample(input);
		expect(example?.questionHref).toBe(
			'/reviews/south-lanarkshire-2018/evidence/assessed-files/questions/C4'
		);
		expect(example?.notice).toBe('A reconstruction.');
	});

	it('is left out when there is no evidence to follow', () => {
		expect(deriveHomeExample({ ...input, place: placeOf([], 0), records: [] })).toBeNull();
	});

	it('says nothing of an evaluation that was not given', () => {
		const steps = deriveHomeExample({ ...input, theme: null })?.chain.map(({ step }) => step);
		expect(steps).not.toContain('Evaluation');
	});
});
