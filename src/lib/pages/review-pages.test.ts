import { describe, expect, test } from 'vitest';
import { smallReview } from '../../../tests/support/small-review.ts';
import { deriveSourceLines } from './evidence-page.ts';
import { deriveReviewOverview } from './review-overview.ts';
import { deriveThemePage } from './theme-page.ts';
import { seesAll } from './withheld.ts';

const stages = (change?: Parameters<typeof smallReview>[0]) =>
	Object.fromEntries(deriveReviewOverview(smallReview(change)).stages.map((stage) => [stage.name, stage]));

describe('the overview of a review', () => {
	test('counts the records of each source that asked questions, and the people met together', () => {
		const { figures } = deriveReviewOverview(smallReview());
		expect(figures.map(({ figure, label }) => [figure, label])).toEqual([
			['60', 'Case files'],
			['136', 'Staff survey'],
			['0', 'Questionnaires'],
			['10', 'People met']
		]);
		expect(figures[1]!.note).toBe(
			'responses: those who chose to answer, of 912 asked; 27 January to 13 February 2024'
		);
	});

	test('says beneath a number what of it is invented, where the review is not what it seems', () => {
		const noted = smallReview();
		noted.bundle.sources[0]!.note = 'Published: the number. Invented: the frame, and every answer.';
		const inventedIn = (standing: string | null) => {
			noted.bundle.review.standing = standing;
			const { figures, standing: shown } = deriveReviewOverview(noted);
			return [shown, figures[0]!.invented];
		};
		expect(inventedIn('Worked example')).toEqual([
			'Worked example',
			'Invented: the frame, and every answer.'
		]);
		expect(inventedIn(null)).toEqual([null, null]);
	});

	test('gives every theme a line, evaluated or not, with what was found', () => {
		const { themes } = deriveReviewOverview(smallReview());
		expect(themes).toHaveLength(7);
		expect(themes[1]).toMatchObject({ code: 'T2', strengths: 1, areas: 2, recommendations: 1 });
		expect(themes[1]!.evaluation?.name).toBe('Adequate');
		expect(themes[0]).toMatchObject({ evaluation: null, strengths: 0, areas: 0, recommendations: 0 });
	});

	test('tells how far each stage is from what is there, and names what is missing', () => {
		const { Evidence, Findings, Evaluations, Report } = stages();
		expect(Evidence).toMatchObject({ status: 'in-progress', progress: 3 / 4 });
		expect(Evidence!.summary).toBe('3 of 4 sources in. Waiting: Questionnaires.');
		expect(Findings!.summary).toContain('3 findings: 1 strength, 2 areas for improvement. Each has evidence');
		expect(Evaluations).toMatchObject({ status: 'in-progress', progress: 1 / 7 });
		expect(Report!.summary).toBe('Draft. 1 of 7 sections have an evaluation, a summary and findings.');
	});

	test('takes a source for in once there are notes of it', () => {
		const noted = smallReview();
		const waiting = noted.bundle.sources.find(({ title }) => title === 'Questionnaires')!;
		waiting.notes = [{ id: 'n1', title: 'First returns', day: null, text: 'Three came by post.' }];
		const evidence = deriveReviewOverview(noted).stages.find(({ name }) => name === 'Evidence');
		expect(evidence).toMatchObject({ status: 'completed', summary: 'All 4 sources in.' });
	});

	test('does not call a report begun before anything has been written', () => {
		const { Report } = stages((bundle) => ({ ...bundle, findings: [], evaluations: [], narratives: [] }));
		expect(Report).toEqual({
			name: 'Report',
			status: 'not-started',
			progress: null,
			summary: 'Nothing has been written yet.'
		});
	});

	test('opens nothing that rests on evidence while there is none', () => {
		const bare = stages((bundle) => ({ ...bundle, sources: [], findings: [], evaluations: [] }));
		expect(Object.values(bare).map(({ status }) => status)).toEqual([
			'not-started',
			'cannot-start-yet',
			'cannot-start-yet',
			'cannot-start-yet'
		]);
	});
});

describe('the sources of evidence', () => {
	test('tell those with questions from those heard or read, and who was met', () => {
		const { asked, heard } = deriveSourceLines(smallReview());
		expect(asked.map(({ title, howMany }) => [title, howMany])).toEqual([
			['Case files', '60 files of 400'],
			['Staff survey', '136 responses of 912 asked'],
			['Questionnaires', 'no files yet']
		]);
		expect(heard.map(({ howMany, passages }) => [howMany, passages])).toEqual([['10 people', 1]]);
	});
});

describe('the page of a theme', () => {
	const theme = deriveThemePage(smallReview(), [], 'T2', seesAll)!;

	test('links the numbers in a finding to the measures that it rests on, and leaves others alone', () => {
		const budget = theme.areas[0]!.findings[0]!;
		expect(budget.runs.filter(({ measure }) => measure).map(({ text }) => text)).toEqual(['23 of 58']);
		expect(budget.measures.map(({ result }) => result.parts.kOfN)).toContain('23 of 58');
		expect(budget.passages.map(({ parts }) => parts.map(({ id }) => id))).toEqual([['wait']]);
	});

	test('shows every measure mapped to it, also those without a finding', () => {
		const counts = theme.measures.map(({ title, parts }) => [
			title,
			parts.map(({ result, findings }) => `${result.code} ${findings}`)
		]);
		expect(counts).toEqual([
			['Case files', ['F1 1', 'F2 1', 'F3 1']],
			['Staff survey', ['S1 1', 'S2 0', 'S3 1']]
		]);
	});

	test('quotes the quality indicator and gives the evaluation with its reason', () => {
		expect(theme.quoted?.text).toMatch(/^Supported people are empowered/);
		expect(theme.evaluation).toMatchObject({
			step: { step: 3 },
			reason: expect.stringContaining('outweighs')
		});
	});

	test('of a theme with nothing yet has nothing in it, and no evaluation is made up', () => {
		const bare = deriveThemePage(smallReview(), [], 'T5', seesAll)!;
		expect([bare.evaluation, bare.strengths, bare.areas, bare.recommendations]).toEqual([null, [], [], []]);
		expect([bare.measures, bare.passages]).toEqual([[], []]);
	});

	test('is not there for what is no theme of the review', () => {
		expect(deriveThemePage(smallReview(), [], 'T2.Q', seesAll)).toBeUndefined();
		expect(deriveThemePage(smallReview(), [], 'G', seesAll)).toBeUndefined();
	});
});
