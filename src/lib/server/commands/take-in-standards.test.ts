/** What a file says of standards as a whole is taken in as it would be saved by hand, with all the rest or not at all. */
import { beforeEach, describe, expect, test } from 'vitest';
import { findNarrative, listVersions } from '../queries/narratives.ts';
import { findReadiness } from '../queries/readiness.ts';
import { review, reviewWorld, type ReviewWorld } from '../../../../tests/support/review-world.ts';
import { takeInSelfEvaluation, type TakeInAsked } from './take-in-self-evaluation.ts';

let world: ReviewWorld;
beforeEach(() => {
	world = reviewWorld('self-evaluation');
});

const place = { review, element: '8', part: 'overall' } as const;
const kept = () => findNarrative(world.db, place);
/** As somebody did an hour before. */
const save = (text: string, version: number) =>
	takeInSelfEvaluation(
		world.db,
		{ ...world.by('effie'), at: '2026-03-02T09:00:00.000Z' },
		{
			review,
			chosen: [],
			standards: [{ code: '8', parts: { overall: { text, version } } }]
		}
	);
const component = { code: '8.7', version: 0, fields: { words: 'All four meet.' } };
const takeIn = (text: string, version: number, more: Partial<TakeInAsked> = {}) =>
	takeInSelfEvaluation(world.db, world.by('effie'), {
		review,
		chosen: [component],
		standards: [{ code: '8', parts: { overall: { text, version } } }],
		...more
	});

describe('what a file says of a standard', () => {
	test('is kept with its headings, lists and links to measures, and told as any save of it is', () => {
		const text = '## So far\n\n[Most](files/C6 49 of 60) files say **so**\n\n- one\n- two';
		expect(takeIn(text, 0)).toEqual({ components: 1, texts: 1 });
		expect(kept()).toMatchObject({ texts: { text }, version: 1, by: 'Effie' });
		expect(world.told()).toContainEqual(
			expect.objectContaining({
				verb: 'narrative-saved',
				subject: '8',
				facts: { version: 1, part: 'overall' }
			})
		);
	});

	test('takes the place of what stands there, which is kept as a version', () => {
		save('Theirs.', 0);
		takeIn('Ours.', 1);
		expect(kept()).toMatchObject({ texts: { text: 'Ours.' }, version: 2 });
		expect(listVersions(world.db, place).map(({ text }) => text)).toEqual(['Theirs.']);
	});

	test('that stands there already is not written again, whatever signs it is written with', () => {
		save('- one\n- two', 0);
		expect(takeIn('* one\n\n* two', 0)).toEqual({ components: 1, texts: 0 });
		expect(kept().version).toBe(1);
	});

	test('overwrites nothing that somebody saved meanwhile, and nothing else is taken in with it', () => {
		save('Theirs.', 0);
		expect(() => takeIn('Ours.', 0)).toThrow('Nothing was taken in');
		expect(kept().texts.text).toBe('Theirs.');
		expect(findReadiness(world.db, review, '8.7').words).toBe('');
	});

	test('is asked about where it may name somebody, though signs stand between the figures', () => {
		const text = 'Ring 01856 **555** 123.';
		expect(() => takeIn(text, 0)).toThrow('This may name somebody');
		expect(findReadiness(world.db, review, '8.7').words).toBe('');
		expect(takeIn(text, 0, { confirmed: ['01856 555 123'] })).toEqual({ components: 1, texts: 1 });
	});

	test('is not taken in where it is too long, or of no standard', () => {
		expect(() => takeIn('word '.repeat(7_000), 0)).toThrow('Look again');
		const standards = [{ code: '13', parts: { gaps: { text: 'None.', version: 0 } } }];
		expect(() => takeIn('', 0, { standards })).toThrow('There is no standard “13”');
		expect(findReadiness(world.db, review, '8.7').words).toBe('');
	});
});
