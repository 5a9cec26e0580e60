import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { parsePartnerships } from '#lib/frameworks/partnerships.ts';
import { identifiersOf } from '#lib/server/commands/check-identifiers.ts';
import { examplePartnerships, examplePlaces } from '../../fixtures/example-world/places.ts';
import { makeExampleReview } from '../../fixtures/example-world/reviews.ts';
import { practiceOfNamed } from '../../fixtures/example-world/shared-by-named.ts';
import { examplePractice } from '../../fixtures/example-world/shared-practice.ts';
import { exampleTests } from '../../fixtures/example-world/shared-tests.ts';
import { exampleTopics } from '../../fixtures/example-world/shared-topics.ts';
import { exampleGrounds, exampleWorld, type ExampleReview } from '../support/example-world.ts';

let reviews: ExampleReview[];
let releases: ReturnType<typeof exampleWorld>['releases'];
beforeAll(() => {
	({ reviews, releases } = exampleWorld());
});

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const selfEvaluations = () => reviews.filter(({ kind }) => kind === 'self-evaluation');
const thematic = () => reviews.filter(({ kind }) => kind === 'thematic-review');

describe('the places of the example world', () => {
	test('are four families of eight, each with every geography', () => {
		for (const family of [1, 2, 3, 4]) {
			const places = examplePlaces.filter((place) => place.family === family);
			expect(places).toHaveLength(8);
			expect(new Set(places.map(({ geography }) => geography)).size).toBe(4);
		}
	});

	test('stand in partnerships.json as they stand in places.ts', () => {
		const kept = readJson('fixtures/example-world/partnerships.json');
		expect(kept).toEqual(examplePartnerships);
		expect(parsePartnerships(kept).partnerships).toHaveLength(32);
		expect(JSON.stringify(parsePartnerships(kept).cautions)).toContain('invented');
	});

	test('bear no name, and no first word of a name, of a real partnership or council', () => {
		const real = parsePartnerships(readJson('fixtures/partnerships.json')).partnerships;
		const names = real.flatMap(({ name, councils }) => [name, ...councils.map((council) => council.name)]);
		const common = /^(city|of|isle|isles|island|islands|the|and|&|north|south|east|west|upper|port)$/i;
		const words = new Set(
			names.flatMap((name) => name.toLowerCase().split(' ')).filter((word) => !common.test(word))
		);
		const taken = examplePlaces.filter(({ name }) =>
			name
				.toLowerCase()
				.split(' ')
				.some((word) => words.has(word))
		);
		expect(words.size).toBeGreaterThan(20);
		expect(taken).toEqual([]);
	});
});

describe('the reviews of the example world', () => {
	test('are the same each time that they are made, one by one and in any order', () => {
		const digest = (bundles: readonly unknown[]) =>
			createHash('sha256').update(JSON.stringify(bundles)).digest('hex');
		const grounds = exampleGrounds();
		const again = [...reviews].reverse().map((review) => makeExampleReview(grounds, review));
		expect(digest(again.reverse())).toBe(digest(reviews.map(({ bundle }) => bundle)));
	});

	test('cover three years, one self-evaluation a year with a few missing, and one thematic review each', () => {
		const counts = [2023, 2024, 2025].map(
			(year) => selfEvaluations().filter((review) => review.year === year).length
		);
		for (const count of counts) expect(count).toBeGreaterThanOrEqual(29);
		expect(selfEvaluations().length).toBeLessThan(96);
		expect(thematic()).toHaveLength(32);
	});

	test('say on every page that they are invented', () => {
		for (const { bundle } of reviews) {
			expect(bundle.review.notice).toContain('invented');
			expect(bundle.review.standing).toContain('Invented');
		}
	});

	test('hold nothing that looks as if it named a person', () => {
		expect(reviews.flatMap(({ bundle }) => identifiersOf(bundle))).toEqual([]);
	});

	test('hold 30 to 60 files drawn from a frame, and 25 to 90 of the staff who were asked', () => {
		for (const { bundle } of selfEvaluations()) {
			const [files, survey] = bundle.sources;
			expect(files!.sample.design).toBe('random');
			expect(files!.records.length).toBeGreaterThanOrEqual(30);
			expect(files!.records.length).toBeLessThanOrEqual(60);
			expect(files!.sample.frameSize).toBeGreaterThan(files!.records.length);
			if (!survey) continue;
			expect(survey.records.length).toBeGreaterThanOrEqual(25);
			expect(survey.records.length).toBeLessThanOrEqual(90);
			expect(survey.sample.asked).toBeGreaterThan(survey.records.length);
		}
	});

	test('have gaps: no survey, answers not recorded, not applicable and blank, components not judged', () => {
		const withoutSurvey = selfEvaluations().filter(({ bundle }) => bundle.sources.length === 1);
		expect(withoutSurvey.length).toBeGreaterThan(2);
		expect(withoutSurvey.length).toBeLessThan(12);
		const files = selfEvaluations().flatMap(({ bundle }) => bundle.sources[0]!.records);
		const questions = exampleGrounds().caseFile.questions;
		for (const word of ['not recorded', 'not applicable', 'partly'])
			expect(files.some(({ answers }) => Object.values(answers).includes(word))).toBe(true);
		expect(files.some(({ answers }) => Object.keys(answers).length < questions.length - 1)).toBe(true);
		const judged = selfEvaluations().flatMap(({ bundle }) => bundle.readiness);
		const left = judged.filter(({ howWell }) => howWell === null).length / judged.length;
		expect(left).toBeGreaterThan(0.02);
		expect(left).toBeLessThan(0.12);
	});

	test('evaluate seven themes with reasons, and recommend two to six things', () => {
		for (const { bundle } of thematic()) {
			expect(bundle.evaluations).toHaveLength(7);
			expect(bundle.evaluations.every(({ reason }) => reason.length > 20)).toBe(true);
			expect(bundle.recommendations.length).toBeGreaterThanOrEqual(2);
			expect(bundle.recommendations.length).toBeLessThanOrEqual(6);
		}
		expect(new Set(thematic().map(({ bundle }) => bundle.recommendations.length)).size).toBeGreaterThan(3);
		const steps = thematic().flatMap(({ bundle }) => bundle.evaluations.map(({ step }) => step));
		expect(new Set(steps).size).toBeGreaterThan(3);
	});
});

describe('what is found of an invented partnership', () => {
	const mean = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

	/** Pearson’s. */
	function correlation(pairs: readonly (readonly [number, number])[]): number {
		const [x, y] = [mean(pairs.map(([a]) => a)), mean(pairs.map(([, b]) => b))];
		const sum = (of: (a: number, b: number) => number) =>
			pairs.reduce((total, [a, b]) => total + of(a - x, b - y), 0);
		return sum((a, b) => a * b) / Math.sqrt(sum((a) => a * a) * sum((_, b) => b * b));
	}

	const readinessOf = ({ bundle }: ExampleReview) =>
		mean(bundle.readiness.flatMap(({ howWell }) => (howWell === null ? [] : [howWell])));

	/** How many of all the answers to a question, where it was asked, are one of these. */
	function shareOf({ bundle }: ExampleReview, source: number, question: string, words: readonly string[]) {
		const given = bundle.sources[source]?.records.flatMap(({ answers }) => answers[question] ?? []) ?? [];
		const asked = given.filter((answer) => answer !== 'not applicable');
		return asked.filter((answer) => words.includes(answer)).length / asked.length;
	}

	test('goes together: readiness, files, staff and evaluations rise with one another', () => {
		const last = selfEvaluations().filter(({ year }) => year === 2024);
		const withFiles = last.map((each) => [readinessOf(each), shareOf(each, 0, 'O4', ['yes'])] as const);
		expect(correlation(withFiles)).toBeGreaterThan(0.3);
		const withStaff = last
			.filter(({ bundle }) => bundle.sources.length === 2)
			.map((each) => [readinessOf(each), shareOf(each, 1, 'M2', ['agree', 'strongly agree'])] as const);
		expect(correlation(withStaff)).toBeGreaterThan(0.3);
		const withGrades = last.flatMap((each) => {
			const review = thematic().find(({ place }) => place === each.place)!;
			return [[readinessOf(each), mean(review.bundle.evaluations.map(({ step }) => step))] as const];
		});
		expect(correlation(withGrades)).toBeGreaterThan(0.5);
	});

	test('differs from one to the next, and drifts slowly upwards over the years', () => {
		const byYear = [2023, 2024, 2025].map((year) =>
			selfEvaluations()
				.filter((review) => review.year === year)
				.map(readinessOf)
		);
		const [first, second, third] = byYear.map(mean);
		expect(second).toBeGreaterThan(first!);
		expect(third).toBeGreaterThan(second!);
		expect(third! - first!).toBeLessThan(1);
		expect(Math.max(...byYear[0]!) - Math.min(...byYear[0]!)).toBeGreaterThan(1);
	});
});

describe('what the invented partnerships share', () => {
	test('is practice, resources and tests of change by places that there are, for each of the twelve standards', () => {
		const all = [...examplePractice, ...practiceOfNamed, ...exampleTests];
		const names = examplePlaces.map(({ name }) => name);
		const told = [...all, ...all.flatMap(({ remarks = [] }) => remarks), ...exampleTopics];
		expect(told.filter(({ place }) => !names.includes(place))).toEqual([]);
		expect(all.flatMap(({ useful = [] }) => useful).filter((name) => !names.includes(name))).toEqual([]);
		expect(all.filter(({ place, useful = [] }) => useful.includes(place))).toEqual([]);
		const served = new Set(all.flatMap(({ standards }) => standards.split(' ')));
		expect([...served].map(Number).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
		for (const { run } of exampleTests) expect(run!.values.length).toBeGreaterThan(8);
	});

	test('is there of who does best by name, in most standards that anything is known of', () => {
		const named = releases.at(-1)!.gives.filter((each) => each.named && each.kind === 'readiness');
		const reviewed = named.map(({ review }) => reviews.find(({ id }) => id === review)!);
		const stageIn = ({ bundle }: ExampleReview, standard: string) =>
			bundle.readiness
				.filter(({ element }) => element.startsWith(`${standard}.`))
				.reduce((sum, { howWell }) => sum + (howWell ?? 0), 0);
		const practice = [...examplePractice, ...practiceOfNamed];
		const without = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11'].filter((standard) => {
			const [best] = reviewed.toSorted((a, b) => stageIn(b, standard) - stageIn(a, standard));
			return !practice.some(
				({ place, standards }) => place === best!.place.name && standards.split(' ').includes(standard)
			);
		});
		expect(without.length).toBeLessThan(3);
	});

	test('does not always work, and is said so', () => {
		expect(exampleTests.some(({ texts }) => /did not work/.test(texts.learning!))).toBe(true);
	});

	test('is mostly without a name, about a third by name, and of two of them nothing', () => {
		const given = releases.flatMap(({ gives }) => gives);
		const named = given.filter((consent) => consent.named).length / given.length;
		expect(named).toBeGreaterThan(0.15);
		expect(named).toBeLessThan(0.4);
		const sharing = new Set(given.map(({ review }) => reviews.find(({ id }) => id === review)!.place.name));
		expect(sharing.size).toBe(30);
	});

	test('changes between releases: two withdraw something that they had consented to', () => {
		const [first, second, third] = releases;
		expect([first!.withdraws.length, second!.withdraws.length]).toEqual([0, 0]);
		expect(new Set(third!.withdraws.map(({ kind }) => kind)).size).toBe(2);
		const before = [...first!.gives, ...second!.gives].map(({ review, kind }) => `${review} ${kind}`);
		for (const { review, kind } of third!.withdraws) expect(before).toContain(`${review} ${kind}`);
	});
});
