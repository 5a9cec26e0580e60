import { describe, expect, test } from 'vitest';
import { stages } from './stage.ts';
import {
	needsBefore,
	needsOnTheWay,
	nextStage,
	stageName,
	stagesBefore,
	wordsToIssue,
	type StageFacts
} from './stages.ts';

const ready: StageFacts = {
	kind: 'thematic-review',
	led: true,
	sources: 3,
	sourcesIn: 2,
	sourcesToConfirm: [],
	readinessToConfirm: [],
	judged: [
		{ name: 'theme 1', begun: true, done: true, found: true },
		{ name: 'theme 2', begun: true, done: true, found: true }
	],
	canShare: true,
	shared: true,
	points: { all: 2, answered: 2 }
};
const missing = (stage: (typeof stages)[number], facts: Partial<StageFacts>) =>
	needsBefore(stage, { ...ready, ...facts })
		.filter(({ met }) => !met)
		.map((each) => `${each.at}: ${each.missing}`);

describe('the way of a review from plan to issue', () => {
	test('goes one stage on at a time, and back to any before until it is issued', () => {
		expect(stages.map(nextStage)).toEqual([...stages.slice(1), null]);
		expect(stagesBefore('judging')).toEqual(['planning', 'gathering']);
		expect(stagesBefore('issued')).toEqual([]);
	});

	test('asks for nothing more where all is done', () => {
		expect(needsOnTheWay('issued', ready).every(({ met }) => met)).toBe(true);
	});

	test('asks for a lead and a source before evidence is gathered', () => {
		expect(missing('gathering', { led: false, sources: 0 })).toEqual([
			'team: Give somebody the lead.',
			'evidence: Name where the evidence is to come from.'
		]);
	});

	test('asks for evidence, and for a look at what was carried over, before anybody judges', () => {
		expect(missing('judging', { sourcesIn: 0, sourcesToConfirm: ['Staff survey'] })).toEqual([
			'evidence: No source has brought any evidence yet.',
			'evidence: To confirm: Staff survey.'
		]);
	});

	test('names what nobody has judged before it is moderated, and counts what is too much to name', () => {
		const judged = Array.from({ length: 9 }, (_, at) => ({
			...{ name: `1.${at}`, begun: at === 8, done: false, found: true }
		}));
		expect(missing('moderating', { kind: 'self-evaluation', judged, readinessToConfirm: ['1.2'] })).toEqual([
			'judgements: To do: 1.0; 1.1; 1.2; 1.3; 1.4; 1.5; and 2 more.',
			'judgements: To confirm: 1.2.'
		]);
	});

	test('asks for an agreed evaluation on at least one finding for every theme before accuracy is checked', () => {
		const judged = [
			{ name: 'theme 1', begun: true, done: false, found: true },
			{ name: 'theme 2', begun: true, done: true, found: false }
		];
		expect(missing('checking', { judged })).toEqual([
			'moderation: To do: theme 1.',
			'findings: Without a finding: theme 2.'
		]);
		expect(missing('checking', { kind: 'self-evaluation', judged })).toEqual(['moderation: To do: theme 1.']);
	});

	test('asks of a thematic review that its points of accuracy are answered before it is issued', () => {
		expect(missing('issued', { points: { all: 3, answered: 1 } })).toEqual([
			'accuracy: 2 points have no answer yet.'
		]);
		expect(missing('issued', { shared: false, points: { all: 0, answered: 0 } })).toEqual([
			'plan: Share the draft, so that its accuracy can be checked.'
		]);
	});

	test('asks for words: the confirmation of a self-evaluation, and of accuracy where no draft can be shared', () => {
		expect(wordsToIssue({ ...ready, kind: 'self-evaluation' })).toBe('confirmation');
		expect(wordsToIssue({ ...ready, canShare: false })).toBe('accuracy');
		expect(wordsToIssue(ready)).toBeNull();
	});

	test('names the checking for the kind of the review', () => {
		expect([stageName('checking', 'thematic-review'), stageName('checking', 'self-evaluation')]).toEqual([
			'Factual accuracy',
			'Confirmation by leadership'
		]);
	});
});
