import { beforeEach, describe, expect, test } from 'vitest';
import { operator } from '#lib/server/access/actor.ts';
import { openDatabase, type Database } from '../db/open.ts';
import { Problem } from '../problems.ts';
import { listReviews } from '../queries/reviews.ts';
import { loadWholeReview } from '../queries/whole-review.ts';
import { importReview } from './import-review.ts';
import { loadDocuments } from './load-documents.ts';

const at = '2026-03-02T09:30:00.000Z';
const actor = operator;

/** A review with every part, small enough to read. Invented. */
function orkneyReview() {
	return {
		format: 'cairn-review',
		version: 1,
		review: {
			id: 'orkney-2026',
			kind: 'thematic-review',
			title: 'Thematic review of self-directed support',
			partnership: 'S37000022',
			programme: { id: 'islands', title: 'The islands' },
			from: '2026-01-01',
			to: '2026-02-28',
			frameworks: ['thematic-review@2019', 'sds-standards@2021'],
			quantityScale: 'care-inspectorate-quantity@2019',
			evaluationScale: 'care-inspectorate-evaluation@six-point',
			about: ['A first paragraph.'],
			standing: 'Invented example',
			notice: 'Invented.',
			independent: true,
			carriedFrom: 'orkney-2025'
		},
		instruments: [
			{
				id: 'orkney-files',
				edition: '1',
				title: 'Case files',
				unit: { one: 'file', many: 'files' },
				frameworks: ['thematic-review@2019'],
				questions: [
					{ code: 'A1', wording: 'Was advocacy offered?', type: 'yes-partly-no', positive: ['yes'] },
					{
						code: 'A2',
						wording: 'Which option?',
						type: 'single-choice',
						positive: ['two'],
						options: ['one', 'two']
					},
					{
						code: 'A3',
						wording: 'Which helps?',
						type: 'multiple-choice',
						positive: ['a'],
						options: ['a', 'b', 'c']
					},
					{ code: 'A4', wording: 'When?', type: 'date', positive: [] },
					{ code: 'A5', wording: 'What else?', type: 'text', positive: [] },
					{ code: 'A6', wording: 'How far?', type: 'scale', positive: [4, 5], scale: { from: 1, to: 5 } }
				]
			}
		],
		sources: [
			{
				id: 'files',
				kind: 'case-file-reading',
				title: 'Case files',
				instrument: 'orkney-files@1',
				sample: { design: 'random', frameSize: 40, howDrawn: 'At random.' },
				from: '2026-01-10',
				to: '2026-01-11',
				heardFrom: 'People assessed in 2025',
				published: [
					{ question: 'A1', said: 'most', kind: 'word', source: { document: '000', lines: [1, 2] } }
				],
				records: [
					{
						reference: 'K-1',
						strata: { locality: 'Kirkwall', 'care group': 'older people' },
						answers: {
							A1: 'yes',
							A2: 'two',
							A3: 'a; c',
							A4: '2026-01-10',
							A5: 'A note, with “signs”.',
							A6: '4'
						}
					},
					{ reference: 'K-2', answers: { A1: 'not recorded', A2: 'not applicable' } }
				]
			},
			{
				id: 'carers',
				kind: 'focus-group',
				title: 'Meeting with carers',
				sample: { design: 'purposive', howDrawn: 'Invited.' },
				heardFrom: 'Carers',
				peopleMet: 6,
				toConfirm: true,
				passages: [{ id: 'waiting', text: 'Assessments take long.', elements: ['T1'] }]
			}
		],
		narratives: [{ element: 'T1', part: 'summary', paragraphs: ['One.', 'Two.'] }],
		findings: [
			{
				id: 'advocacy',
				element: 'T1',
				direction: 'strength',
				weight: 'significant',
				reason: 'It reaches everyone.',
				heading: 'Advocacy',
				text: 'Advocacy was offered.',
				elements: ['1.1'],
				links: [
					{ source: 'files', question: 'A1' },
					{ source: 'carers', passage: 'waiting' }
				]
			}
		],
		evaluations: [{ element: 'T1', step: 3, reason: 'Because.', source: { document: '000', lines: [1, 2] } }],
		recommendations: [{ number: 1, element: 'T1', text: 'Do it.', findings: ['advocacy'] }],
		readiness: [
			{
				...{
					element: '8.7',
					howWell: 2,
					words: 'Begun in one team.',
					howDoWeKnow: 1,
					statement: 'They told us.'
				},
				...{ target: 3, targetBy: '2027-03-31', whatNow: 'Go on.', toConfirm: true, agreed: 'workshop' }
			}
		],
		actions: [
			{
				...{ id: 'early-budgets', title: 'Budgets early', text: 'Show them before planning.' },
				...{ recommendation: 1, element: '8.7', elements: ['1', '8'], owner: 'Team leaders' },
				...{ due: '2026-12-01', measure: 'Share of files', source: 'files', question: 'A1', figure: null },
				...{ target: { kind: 'share', value: 80 }, status: 'in-progress', evidence: '' },
				carriedFrom: 'orkney-2025/budgets',
				tests: [
					{
						...{
							id: 'one-team',
							plan: 'Try it in one team.',
							do: 'Six weeks.',
							study: 'It helped.',
							act: ''
						},
						...{ from: '2026-02-01', to: null }
					}
				]
			}
		]
	};
}

let db: Database;
beforeEach(() => {
	db = openDatabase(':memory:');
	loadDocuments(db, at);
});

/** The Problem that importing a review throws. */
function refusal(json: unknown): Problem {
	try {
		importReview(db, json, { actor, at });
	} catch (error) {
		if (error instanceof Problem) return error;
		throw error;
	}
	throw new Error('the review was taken in');
}

describe('taking in a review', () => {
	test('gives it out again without loss, and a second time the same', () => {
		importReview(db, orkneyReview(), { actor, at });
		const first = loadWholeReview(db, 'orkney-2026', { withRecords: true });
		expect(first.review).toEqual(orkneyReview().review);
		expect(first.sources[0]!.records[0]).toEqual(orkneyReview().sources[0]!.records![0]);
		expect(first.sources[0]!.published).toEqual(orkneyReview().sources[0]!.published);
		expect(first.recommendations).toEqual(orkneyReview().recommendations);
		expect(first.findings).toEqual(orkneyReview().findings);
		expect(first.readiness).toEqual(orkneyReview().readiness);
		expect(first.actions).toEqual(orkneyReview().actions);
		expect(first.sources.map(({ toConfirm }) => toConfirm)).toEqual([false, true]);

		const other = openDatabase(':memory:');
		loadDocuments(other, at);
		importReview(other, JSON.parse(JSON.stringify(first)), { actor, at });
		expect(loadWholeReview(other, 'orkney-2026', { withRecords: true })).toEqual(first);
	});

	test('refuses a review that is there already and leaves it as it was', () => {
		importReview(db, orkneyReview(), { actor, at });
		const changed = orkneyReview();
		changed.review.title = 'Another title';
		expect(refusal(changed).code).toBe('review-exists');
		expect(listReviews(db).map((review) => review.title)).toEqual([orkneyReview().review.title]);
	});

	test('names every fault with its place and stores nothing', () => {
		const broken = orkneyReview();
		broken.review.partnership = 'S37999999';
		broken.sources[0]!.records![1]!.answers = { A1: 'perhaps', A2: 'one' };
		broken.sources[0]!.records!.push({ reference: 'K-1', answers: { Z9: 'yes' } } as never);
		broken.findings[0]!.links.push({ source: 'files', question: 'A9' });
		broken.evaluations[0]!.step = 6;
		broken.narratives[0]!.element = 'T99';
		broken.recommendations[0]!.findings = ['nothing'];
		broken.readiness[0]!.element = '99.9';
		Object.assign(broken.actions[0]!, { question: 'A9', recommendation: 7, elements: ['Z'] });
		const problem = refusal(broken);
		expect(problem.code).toBe('bundle-invalid');
		expect(problem.message).toContain('Nothing was stored');
		const details = problem.details.join('\n');
		for (const fault of ['S37999999', '“perhaps”', 'K-1', 'Z9', 'A9', 'T99', '“nothing”', '99.9', '“Z”'])
			expect(details).toContain(fault);
		expect(problem.details).toHaveLength(11);
		expect(listReviews(db)).toEqual([]);
		expect(db.$client.prepare('select count(*) from answers').pluck().get()).toBe(0);
		expect(db.$client.prepare("select count(*) from documents where id = 'orkney-files'").pluck().get()).toBe(
			0
		);
	});

	test('refuses what is not a bundle, with the place of each fault', () => {
		expect(refusal({ format: 'something else' }).details.join()).toMatch(/format.*version/);
		expect(refusal(null).details).toHaveLength(1);
	});

	test('stores no text that looks as if it named a person, and does not repeat it', () => {
		const review = orkneyReview();
		review.sources[1]!.passages![0]!.text = 'Ask her on 07700 900123.';
		const { details } = refusal(review);
		expect(details.join()).toContain('carers, passage waiting: this looks like a phone number');
		expect(details.join()).not.toContain('900123');
	});

	test.each<[string, (review: ReturnType<typeof orkneyReview>, text: string) => void]>([
		['review', ({ review }, text) => (review.about = [text])],
		[
			'instrument orkney-files, question A1',
			({ instruments }, text) => (instruments[0]!.questions[0]!.wording = text)
		],
		['files', ({ sources }, text) => (sources[0]!.heardFrom = text)],
		['files', ({ sources }, text) => (sources[0]!.sample.howDrawn = text)],
		['evaluation of T1', ({ evaluations }, text) => (evaluations[0]!.reason = text)],
		['narrative of T1', ({ narratives }, text) => (narratives[0]!.paragraphs = [text])],
		['readiness of 8.7', ({ readiness }, text) => (readiness[0]!.statement = text)],
		['action early-budgets', ({ actions }, text) => (actions[0]!.tests[0]!.study = text)]
	])('looks through every text, such as %s', (place, write) => {
		const review = orkneyReview();
		write(review, 'Ask her on 07700 900123.');
		expect(refusal(review).details).toEqual([
			`${place}: this looks like a phone number; take it out before it is stored`
		]);
	});

	test('refuses a sample that cannot have given its records', () => {
		const review = orkneyReview();
		review.sources[0]!.sample.frameSize = 1;
		expect(refusal(review).details.join()).toContain('2 records, but the sampling frame has only 1');
	});

	test('refuses an instrument that differs from the kept one of the same edition', () => {
		importReview(db, orkneyReview(), { actor, at });
		const other = orkneyReview();
		other.review.id = 'orkney-2027';
		other.instruments[0]!.questions[0]!.wording = 'Was advocacy refused?';
		expect(refusal(other).code).toBe('edition-changed');
	});
});
