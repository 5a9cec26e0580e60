import { describe, expect, test } from 'vitest';
import { releaseSchema, type ReleaseCell } from '#lib/benchmark/release.ts';
import { standardRules } from '#lib/benchmark/rules.ts';
import { nationalPicture } from './national-picture.ts';

const cell = (code: string, scotland: number[] | null): ReleaseCell => ({
	cell: {
		...{ id: `component:${code}`, kind: 'readiness', version: 'sds-standards@2021', code, instrument: null },
		...{ title: code, wording: '', message: '', elements: [code], sampled: false, steps: [0, 4] }
	},
	groups: scotland === null ? {} : { scotland: { partnerships: 10, counts: scotland } },
	named: []
});
const release = releaseSchema.parse({
	...{
		format: 'cairn-release',
		version: 1,
		example: true,
		title: '2026',
		from: '2026-01-01',
		to: '2026-12-31'
	},
	...{ rules: standardRules, groups: [], members: [], method: [] },
	cells: [
		cell('8.1', [1, 2, 3, 4, 0]),
		cell('8.2', [4, 3, 2, 1, 0]),
		cell('8.3', null),
		cell('9.1', [9, 0, 0, 0, 1])
	]
});
const stages = ['not started', 'exploring', 'installing', 'initial implementation', 'full implementation'];
const national = { number: 3, release, stages };

describe('the picture across Scotland', () => {
	test('adds up the stages of those components that the release shows, and says how many that are', () => {
		const picture = nationalPicture(national, ['8.1', '8.2', '8.3'], '/compare/standards/8');
		expect(picture).toMatchObject({ release: 3, counts: [5, 5, 5, 5, 0], shown: 2, components: 3 });
		expect(picture?.shares).toEqual([0.25, 0.25, 0.25, 0.25, 0]);
		expect(picture?.words).toBe(
			'Of 20 stages that partnerships shared: 5 not started, 5 exploring, 5 installing, 5 initial implementation, 0 full implementation.'
		);
	});

	test('is left out where the release shows nothing of it', () => {
		expect(nationalPicture(national, ['8.3'], '')).toBeNull();
		expect(nationalPicture(national, ['1.1'], '')).toBeNull();
	});
});
