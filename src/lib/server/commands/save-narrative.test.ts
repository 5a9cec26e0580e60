import { beforeEach, describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import {
	review,
	reviewWorld,
	type PersonName,
	type ReviewWorld
} from '../../../../tests/support/review-world.ts';
import { reviews } from '../db/schema/reviews.ts';
import { findNarrative } from '../queries/narratives.ts';
import { saveNarrative, type NarrativeAsked } from './save-narrative.ts';

let world: ReviewWorld;
beforeEach(() => {
	world = reviewWorld();
});

const save = (name: PersonName, text: string, version: number, more: Partial<NarrativeAsked> = {}) =>
	saveNarrative(world.db, world.by(name), { review, element: 'T2', text, version, ...more });
const kept = () => findNarrative(world.db, { review, element: 'T2' });

describe('the summary of a theme', () => {
	test('is kept as the paragraphs that were written, with its version and its author', () => {
		expect(save('ailsa', 'Advocacy came early.\n\n\nBudgets came late.\n', 0)).toEqual({
			saved: { version: 1, at: '2026-03-02T10:00:00.000Z' }
		});
		expect(kept()).toEqual({
			texts: { text: 'Advocacy came early.\n\nBudgets came late.' },
			version: 1,
			by: 'Ailsa',
			at: '2026-03-02T10:00:00.000Z'
		});
	});

	test('is written by lead and judge, and is not there for anybody else', () => {
		save('magnus', 'A judge wrote this.', 0);
		for (const name of ['rona', 'callum', 'iain', 'effie', 'struan'] as const)
			expect(() => save(name, 'Not theirs.', 1), name).toThrow('There is nothing at this address');
		expect(kept().texts.text).toBe('A judge wrote this.');
	});

	test('can be emptied again', () => {
		save('ailsa', 'One.', 0);
		expect(save('ailsa', '', 1)).toHaveProperty('saved.version', 2);
		expect(kept().texts.text).toBe('');
	});

	test('belongs to a theme of the review', () => {
		expect(() => save('ailsa', 'One.', 0, { element: 'T9' })).toThrow('There is no theme “T9”');
	});

	test('may be long, not endless', () => {
		expect(() => save('ailsa', 'word '.repeat(7_000), 0)).toThrow('Look again');
	});
});

describe('a save from an older version', () => {
	test('overwrites nothing and gives back what stands there, with who and when', () => {
		save('ailsa', 'The first.', 0);
		expect(save('magnus', 'Another first.', 0)).toEqual({
			conflict: {
				texts: { text: 'The first.' },
				version: 1,
				by: 'Ailsa',
				at: '2026-03-02T10:00:00.000Z'
			}
		});
		expect(kept().texts.text).toBe('The first.');
		expect(world.told()).toHaveLength(1);
	});

	test('of the very text that stands there was saved already: sent twice, it is kept and told once', () => {
		save('ailsa', 'The first.', 0);
		expect(save('ailsa', 'The first.', 0)).toHaveProperty('saved.version', 1);
		expect(world.told()).toHaveLength(1);
	});
});

describe('a save that changes nothing', () => {
	test('gives no new version and is not told', () => {
		save('ailsa', 'The first.', 0);
		expect(save('magnus', 'The first.\n', 1)).toHaveProperty('saved.version', 1);
		expect(world.told()).toHaveLength(1);
	});
});

describe('what may name somebody', () => {
	const text = 'A carer (ring 01856 555 123) waited long.';

	test('comes back with what was found, and nothing is kept', () => {
		expect(save('ailsa', text, 0)).toEqual({
			found: [{ field: 'text', kind: 'a phone number', words: '01856 555 123' }]
		});
		expect([kept().version, world.told()]).toEqual([0, []]);
	});

	test('is kept once its writer has confirmed that it names nobody, and is not asked about again', () => {
		expect(save('ailsa', text, 0, { confirmed: ['01856 555 123'] })).toHaveProperty('saved.version', 1);
		expect(save('magnus', `${text} And longer.`, 1)).toHaveProperty('saved.version', 2);
	});

	test('is asked about for each find: a confirmation covers what was looked at', () => {
		const more = `${text} Write to flora@isle.example.`;
		expect(save('ailsa', more, 0, { confirmed: ['01856 555 123'] })).toHaveProperty('found');
	});
});

describe('the trail', () => {
	test('tells of each save once, with the text before and after', () => {
		save('ailsa', 'One.', 0);
		save('magnus', 'Two.', 1);
		expect(world.told()).toMatchObject([
			{
				verb: 'narrative-saved',
				subject: 'T2',
				person: 'ailsa',
				facts: { version: 1 },
				before: '',
				after: 'One.'
			},
			{ person: 'magnus', facts: { version: 2 }, before: 'One.', after: 'Two.' }
		]);
	});
});

describe('an issued review', () => {
	test('takes no more text, and says so to those who were writing it', () => {
		world.db
			.update(reviews)
			.set({ issuedAt: '2026-03-02T09:58:00.000Z' })
			.where(eq(reviews.id, review))
			.run();
		expect(save('magnus', 'Too late.', 0)).toEqual({
			closed: 'This review was issued at 09:58 on 2 March 2026 and does not change any more.'
		});
		expect(() => save('effie', 'Not theirs.', 0)).toThrow('There is nothing at this address');
	});
});
