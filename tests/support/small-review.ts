/**
 * A small review as a report is derived from: one theme fully told, the others bare, with every design of sample
 * and every gap that a review can have. Figures and findings are invented.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseInstrument, type Instrument } from '#lib/evidence/instrument.ts';
import type { Design } from '#lib/evidence/source.ts';
import { parseFramework } from '#lib/frameworks/framework.ts';
import { parseEvaluationScale, parseQuantityScale } from '#lib/frameworks/scales.ts';
import { deriveMeasure } from '#lib/measures/derive.ts';
import { bundleSchema } from '#lib/reports/bundle.ts';
import type { ReportInput } from '#lib/reports/derive-report.ts';

const fixture = (path: string) =>
	JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures', path), 'utf8'));

export const reviewFramework = parseFramework(fixture('frameworks/thematic-review/2019.json'));
const standards = parseFramework(fixture('frameworks/sds-standards/2021.json'));
export const quantityScale = parseQuantityScale(fixture('scales/care-inspectorate-quantity.json'));
const evaluationScale = parseEvaluationScale(fixture('scales/care-inspectorate-evaluation.json'));

const files = parseInstrument({
	id: 'small-files',
	edition: '1',
	title: 'Case files',
	unit: { one: 'file', many: 'files' },
	questions: [
		{
			code: 'F1',
			wording: 'Was advocacy offered?',
			label: 'Advocacy offered',
			message: 'files show that advocacy was offered',
			type: 'yes-partly-no',
			positive: ['yes'],
			asksAboutRecording: true,
			elements: ['T2']
		},
		{
			code: 'F2',
			wording: 'Was a likely budget shown before planning began?',
			label: 'Likely budget shown',
			message: 'files show a likely budget before planning began',
			type: 'yes-no',
			positive: ['yes'],
			elements: ['T2', 'T4']
		},
		{
			code: 'F3',
			wording: 'Which option was chosen?',
			label: 'Option chosen',
			type: 'single-choice',
			positive: [],
			options: ['option 1', 'option 2', 'option 3', 'option 4'],
			elements: ['T2']
		}
	]
});

const survey = parseInstrument({
	id: 'small-survey',
	edition: '1',
	title: 'Staff survey',
	unit: { one: 'response', many: 'responses' },
	questions: ['Good conversations', 'Information in time', 'Confident about self-directed support'].map(
		(label, index) => ({
			code: `S${index + 1}`,
			wording: `${label}: how far do you agree?`,
			label,
			message: `staff who answered agree: ${label.toLowerCase()}`,
			type: 'agreement',
			positive: ['strongly agree', 'agree'],
			elements: ['T2']
		})
	)
});

type Counts = [code: number, count: number][];

const measuresOf = (
	instrument: Instrument,
	counts: Counts[],
	records: number,
	sample: { design: Design; frameSize: number | null }
) =>
	instrument.questions.map((question, index) =>
		deriveMeasure({
			question,
			counts: new Map(counts[index]),
			records,
			sample: { ...sample, strata: null },
			scale: quantityScale
		})
	);

const source = (id: string, rest: object) => ({
	id,
	kind: 'case-file-reading',
	heardFrom: 'People with support',
	...rest
});

/** The review; `change` may alter the bundle before it is parsed. */
export function smallReview(
	change: (bundle: Record<string, unknown>) => object = (bundle) => bundle
): ReportInput {
	const bundle = bundleSchema.parse(
		change({
			format: 'cairn-review',
			version: 1,
			review: {
				id: 'glen-and-isle-2024',
				kind: 'thematic-review',
				title: 'Self-directed support in Glen and Isle',
				partnership: 'S37000028',
				from: '2023-04-01',
				to: '2024-03-31',
				frameworks: ['thematic-review@2019'],
				quantityScale: 'care-inspectorate-quantity@2019',
				evaluationScale: 'care-inspectorate-evaluation@six-point',
				about: [
					'People who need support may choose how it is arranged. This review looks at how that works.'
				],
				standing: 'Invented answers',
				notice: 'An invented review.'
			},
			instruments: [files, survey],
			sources: [
				source('files', {
					title: 'Case files',
					instrument: 'small-files@1',
					sample: { design: 'random', frameSize: 400, howDrawn: 'Drawn at random from all files.' },
					from: '2024-02-05',
					to: '2024-02-09'
				}),
				source('staff', {
					kind: 'staff-survey',
					title: 'Staff survey',
					instrument: 'small-survey@1',
					sample: { design: 'self-selected', asked: 912, howDrawn: 'All staff were asked.' },
					from: '2024-01-27',
					to: '2024-02-13'
				}),
				source('questionnaires', {
					kind: 'supported-person-questionnaire',
					title: 'Questionnaires',
					instrument: 'small-files@1',
					sample: { design: 'self-selected', howDrawn: 'Handed out at meetings.' }
				}),
				source('carers', {
					kind: 'focus-group',
					title: 'Meeting with unpaid carers',
					sample: { design: 'purposive', howDrawn: 'Invited by the carers’ centre.' },
					peopleMet: 10,
					heardFrom: 'Unpaid carers',
					note: 'One meeting only.',
					passages: [{ id: 'wait', text: 'Carers said that they had waited long.', elements: ['T2'] }]
				})
			],
			narratives: [
				{ element: 'T2', part: 'summary', paragraphs: ['Advocacy came early, and budgets late.'] }
			],
			findings: [
				{
					id: 'advocacy',
					element: 'T2',
					direction: 'strength',
					heading: 'What the files showed',
					text: 'Almost all files showed that advocacy was offered (57 of 60).',
					links: [{ source: 'files', question: 'F1' }]
				},
				{
					id: 'budget',
					element: 'T2',
					direction: 'area-for-improvement',
					weight: 'significant',
					reason: 'Without a budget nobody can plan.',
					heading: 'What the files showed',
					text: 'Less than half showed a likely budget in time (23 of 58). Carers spoke of 9 of 10 letters unread.',
					links: [
						{ source: 'files', question: 'F2' },
						{ source: 'files', question: 'F3' },
						{ source: 'carers', passage: 'wait' }
					]
				},
				{
					id: 'confidence',
					element: 'T2',
					direction: 'area-for-improvement',
					heading: 'What staff told us',
					text: 'Less than half felt confident (66 of 136).',
					links: [
						{ source: 'staff', question: 'S1' },
						{ source: 'staff', question: 'S3' }
					]
				}
			],
			evaluations: [{ element: 'T2', step: 3, reason: 'What works well only just outweighs what does not.' }],
			recommendations: [
				{
					number: 1,
					element: 'T2',
					text: 'The partnership should show budgets in time.',
					findings: ['budget']
				}
			]
		})
	);
	return {
		bundle,
		measures: new Map([
			[
				'files',
				measuresOf(
					files,
					[
						[
							[0, 57],
							[1, 2],
							[-2, 1]
						],
						[
							[0, 23],
							[1, 35],
							[-1, 2]
						],
						[
							[0, 12],
							[1, 17],
							[2, 20],
							[3, 9]
						]
					],
					60,
					{ design: 'random', frameSize: 400 }
				)
			],
			[
				'staff',
				measuresOf(
					survey,
					[
						[
							[0, 60],
							[1, 66],
							[2, 5],
							[3, 3],
							[4, 2]
						],
						[
							[0, 50],
							[1, 74],
							[2, 8],
							[3, 2],
							[4, 1],
							[5, 1]
						],
						[
							[0, 20],
							[1, 46],
							[2, 30],
							[3, 25],
							[4, 10],
							[5, 5]
						]
					],
					136,
					{ design: 'self-selected', frameSize: null }
				)
			]
		]),
		frameworks: [reviewFramework, standards],
		quantityScale,
		evaluationScale,
		partnershipName: 'Glen and Isle',
		generatedOn: '2024-05-17'
	};
}
