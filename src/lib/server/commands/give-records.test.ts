import { beforeEach, describe, expect, test } from 'vitest';
import { review, reviewWorld, type ReviewWorld } from '../../../../tests/support/review-world.ts';
import { FormProblem } from '../problems.ts';
import { may } from '../access/may.ts';
import { findRecordResource } from '../queries/resources.ts';
import { giveRecords, type RecordsAsked } from './give-records.ts';
import { takeBackRecords } from './take-back-records.ts';

let world: ReviewWorld;
beforeEach(() => {
	world = reviewWorld();
});

const give = (changes: Partial<RecordsAsked> = {}, name: 'ailsa' | 'magnus' | 'rona' = 'ailsa') =>
	giveRecords(world.db, world.by(name), {
		review,
		source: 'files',
		person: 'rona',
		from: 2,
		to: 3,
		...changes
	});
const takeBack = () =>
	takeBackRecords(world.db, world.by('ailsa'), { review, source: 'files', person: 'rona' });
const sees = (reference: string) =>
	may(world.actor('rona'), 'see-record', findRecordResource(world.db, review, 'files', reference)!).yes;

function faults(changes: Partial<RecordsAsked>): Readonly<Record<string, string>> {
	try {
		give(changes);
	} catch (problem) {
		if (problem instanceof FormProblem) return problem.fields;
		throw problem;
	}
	return {};
}

describe('records given to a file reader', () => {
	test('are those that they see, and no others', () => {
		expect(['I-2', 'I-3', 'I-4'].map(sees)).toEqual([false, false, false]);
		expect(give()).toBe(2);
		expect(['I-2', 'I-3', 'I-4'].map(sees)).toEqual([true, true, false]);
	});

	test('are counted and told once, where some were given before', () => {
		expect([give({ from: 1, to: 2 }), give({ from: 1, to: 3 }), give()]).toEqual([1, 1, 0]);
		expect(world.told()).toMatchObject([
			{ verb: 'records-given', subject: 'rona', facts: { source: 'files', from: 1, to: 2, records: 1 } },
			{ facts: { from: 1, to: 3, records: 1 } }
		]);
	});

	test('are seen no more once they are taken back', () => {
		give();
		expect([takeBack(), takeBack(), sees('I-2')]).toEqual([3, 0, false]);
		expect(world.told().at(-1)).toMatchObject({
			verb: 'records-taken-back',
			subject: 'rona',
			facts: { source: 'files', records: 3 }
		});
	});

	test('go to a file reader of the review, by their numbers', () => {
		expect(faults({ person: 'magnus' })).toEqual({ person: 'Choose a file reader of this review.' });
		expect(faults({ from: 0 })).toEqual({ from: 'There are records 1 to 4.' });
		expect(faults({ to: 5 })).toEqual({ to: 'There are records 1 to 4.' });
		expect(faults({ from: 3, to: 2 })).toEqual({ to: 'The last number is before the first.' });
		expect(faults({ source: 'visit' })).toEqual({ source: 'This source has no records.' });
		expect(faults({ from: Number.NaN })).toHaveProperty('from');
	});

	test('are given by the lead alone', () => {
		for (const name of ['magnus', 'rona'] as const)
			expect(() => give({}, name), name).toThrow('There is nothing at this address');
	});
});
