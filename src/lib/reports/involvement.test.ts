import { describe, expect, it } from 'vitest';
import { involvementSchema, type Involvement } from '#lib/evidence/voices.ts';
import { deriveInvolvement } from './involvement.ts';

const entry = (fields: Partial<Involvement>): Involvement =>
	involvementSchema.parse({
		id: '1',
		stage: 'planning',
		groups: ['unpaid-carers'],
		how: 'They chose what the review asks.',
		...fields
	});

describe('who was involved in a review', () => {
	it('says who, when and how many, in the order of the stages', () => {
		const { lines } = deriveInvolvement([
			entry({ id: '1', stage: 'judging', groups: ['workers'], number: 1 }),
			entry({
				id: '2',
				groups: ['people-who-use-support', 'unpaid-carers'],
				number: 12,
				day: '2026-05-03',
				changed: 'Two questions were added.'
			})
		]);
		expect(lines).toMatchObject([
			{ id: '2', who: 'People who use support and unpaid carers, 12 people', when: 'Planning, 3 May 2026' },
			{ id: '1', who: 'Workers, 1 person', when: 'Judging', changed: null }
		]);
	});

	it('counts each group at each stage', () => {
		const { rows } = deriveInvolvement([entry({}), entry({ id: '2', stage: 'reporting' })]);
		expect(rows[1]).toEqual({ group: 'Unpaid carers', times: [1, 0, 0, 1, 0] });
		expect(rows[0]!.times).toEqual([0, 0, 0, 0, 0]);
	});

	it('names the groups that were not involved, and where nothing is said to have changed', () => {
		expect(deriveInvolvement([]).gaps).toEqual(['Nobody is said to have been involved yet.']);
		expect(deriveInvolvement([entry({})]).gaps).toEqual([
			'Not involved at any stage: people who use support, workers, providers and communities.',
			'Of one involvement it is not said what changed because of it.'
		]);
		const everybody = [...involvementSchema.shape.groups.element.options];
		expect(deriveInvolvement([entry({ groups: everybody, changed: 'The plan.' })]).gaps).toEqual([]);
	});
});
