import { beforeEach, describe, expect, test } from 'vitest';
import {
	review,
	reviewWorld,
	type PersonName,
	type ReviewWorld
} from '../../../../tests/support/review-world.ts';
import { duties, givenRecords } from '../db/schema/memberships.ts';
import { countAnswers } from '../queries/answers.ts';
import { listCompared, listDoubleReadings } from '../queries/second-readings.ts';
import { findSource } from '../queries/sources.ts';
import { adjudicate, type Adjudication } from './adjudicate.ts';
import { completeReading } from './complete-reading.ts';
import { drawSecondReading } from './draw-second-reading.ts';
import { recordAnswer } from './record-answer.ts';

const at = '2026-03-02T10:00:00.000Z';
const later = '2026-03-03T10:00:00.000Z';
const file = { review, source: 'files', reference: 'I-4' };
const questions = 7;

let world: ReviewWorld;
let key: number;
beforeEach(() => {
	world = reviewWorld();
	key = findSource(world.db, review, 'files').key;
	giveDuty('iain');
	give('rona', 1);
});

function giveDuty(person: PersonName) {
	world.db
		.insert(duties)
		.values({
			id: `${person}-reads`,
			personId: person,
			reviewId: review,
			duty: 'file-reader',
			standing: 'confirmed',
			changedBy: 'ailsa',
			changedAt: at
		})
		.run();
}
/** The fourth file; it came with one answer, A1 yes. */
function give(person: PersonName, reading: number, record = 4) {
	world.db
		.insert(givenRecords)
		.values({ sourceId: key, record, personId: person, reading, changedBy: 'ailsa', changedAt: at })
		.run();
}
const answersOf = {
	A1: 'yes',
	'A 2/b?': 'option 3',
	A3: 'neighbour; family',
	A4: '2025-04-01',
	A5: 'It went well.',
	A6: '4',
	A7: 'no'
};
function readToTheEnd(person: PersonName, changed: Partial<typeof answersOf> = {}, stopBefore = 0) {
	for (const [question, answer] of Object.entries({ ...answersOf, ...changed }).slice(0, 7 - stopBefore))
		recordAnswer(world.db, world.by(person, at), { ...file, question, answer, from: '' });
	if (stopBefore === 0) completeReading(world.db, world.by(person, at), file);
}
const settle = (asked: Partial<Adjudication>, person: PersonName = 'magnus', when = later) =>
	adjudicate(world.db, world.by(person, when), {
		...file,
		question: 'A7',
		answer: 'not recorded',
		reason: 'The file does not say it.',
		version: 0,
		...asked
	});
const doubles = () => listDoubleReadings(world.db, key, questions);
const compared = () => listCompared(world.db, key, doubles(), questions);
const countsOfA7 = () => Object.fromEntries(countAnswers(world.db, key).get(6) ?? []);

describe('the draw for a second reading', () => {
	const draw = (asked: object = {}, person: PersonName = 'ailsa', when = at) =>
		drawSecondReading(world.db, world.by(person, when), {
			review,
			source: 'files',
			share: '10',
			seed: '7',
			seen: null,
			...asked
		});
	const second = () =>
		world.db
			.select()
			.from(givenRecords)
			.all()
			.filter(({ reading }) => reading === 2);

	test('gives records to another reader than their first, keeps its seed, and is told', () => {
		const records = findSource(world.db, review, 'files').recordCount;
		expect(draw()).toBe(Math.min(5, records));
		for (const { record, personId } of second())
			if (record === 4 || record === 1) expect(personId).toBe('iain');
		expect(world.told()).toMatchObject([{ verb: 'second-reading-drawn', subject: 'files' }]);
	});

	test('is the same when it is asked for twice, and new with another seed until a second reading begins', () => {
		draw();
		expect(draw({}, 'ailsa', later)).toBe(second().length);
		expect(() => draw({ seed: '8' }, 'ailsa', later)).toThrow(/Somebody else has drawn/);
		draw({ seed: '8', seen: at }, 'ailsa', later);
		expect(world.told()).toHaveLength(2);
		const [own] = second().filter(({ record }) => record === 4);
		recordAnswer(world.db, world.by(own!.personId as PersonName, later), {
			...file,
			question: 'A7',
			answer: 'no',
			from: ''
		});
		expect(() => draw({ seed: '9', seen: later })).toThrow(/was begun/);
	});

	test('is refused with one reader, with the reason', () => {
		world.db.$client.prepare("delete from duties where person_id = 'iain'").run();
		expect(() => draw()).toThrow(
			'Only Rona reads files here, and a second reading is done by somebody else than the first. Add another file reader to the team.'
		);
	});

	test.each([
		[{ share: '0' }, /share in percent/],
		[{ share: 'many' }, /share in percent/],
		[{ seed: '' }, /Write a seed/],
		[{ seed: '0101011237' }, /name somebody/]
	])('asked for with %j is refused', (asked, said) => {
		expect(() => draw(asked)).toThrow(expect.objectContaining({ details: expect.anything() }));
		expect(() => draw(asked)).toThrow(
			expect.toSatisfy(
				(problem: Error & { details: string[] }) =>
					said.test([problem.message, ...problem.details].join(' ')),
				String(said)
			)
		);
		expect(second()).toEqual([]);
	});

	test.each(['magnus', 'rona', 'struan'] as const)('is not made by %s, who does not lead', (person) => {
		expect(() => draw({}, person)).toThrow(expect.objectContaining({ code: 'not-found' }));
	});
});

describe('two readings of a record', () => {
	beforeEach(() => give('iain', 2));

	test('give no answer and no comment away before both are complete', () => {
		readToTheEnd('rona', { A7: 'yes' });
		readToTheEnd('iain', {}, 1);
		expect(doubles()).toMatchObject([
			{
				reference: 'I-4',
				first: { name: 'Rona', state: 'completed' },
				second: { state: 'in-progress' },
				complete: false
			}
		]);
		expect(compared()).toEqual([]);
	});

	test('stand side by side once both are complete', () => {
		readToTheEnd('rona', { A7: 'yes' });
		readToTheEnd('iain');
		expect(doubles()).toMatchObject([
			{ complete: true, first: { person: 'rona' }, second: { person: 'iain' } }
		]);
		expect(compared()).toHaveLength(7);
		expect(compared()[6]).toMatchObject({
			question: 6,
			first: { code: 0 },
			second: { code: 1 },
			settled: null
		});
	});
});

describe('what two readings are settled as', () => {
	beforeEach(() => {
		give('iain', 2);
		readToTheEnd('rona', { A7: 'yes' });
		readToTheEnd('iain');
	});

	test('counts in the place of the first, with its reason in the trail, and both stay as they were', () => {
		const before = countsOfA7();
		settle({});
		expect(countsOfA7()).not.toEqual(before);
		expect(compared()[6]).toMatchObject({
			first: { code: 0 },
			second: { code: 1 },
			settled: { code: -2, reason: 'The file does not say it.', by: 'magnus', version: 1 }
		});
		expect(world.told().at(-1)).toMatchObject({
			verb: 'reading-settled',
			subject: 'files/I-4',
			facts: { question: 'A7', again: false },
			before: 'yes',
			after: 'not recorded',
			reason: 'The file does not say it.'
		});
	});

	test('can be settled anew by who has seen it, and by nobody who has not', () => {
		settle({});
		settle({});
		expect(world.told().filter(({ verb }) => verb === 'reading-settled')).toHaveLength(1);
		expect(() => settle({ answer: 'no' })).toThrow(/settled this since/);
		settle({ answer: 'no', version: 1 }, 'ailsa');
		expect(compared()[6]!.settled).toMatchObject({ code: 1, version: 2, by: 'ailsa' });
	});

	test.each<[Partial<Adjudication>, string]>([
		[{ answer: '' }, 'Choose the answer that counts.'],
		[{ answer: 'perhaps' }, 'Expected one of yes, no'],
		[{ reason: 'Because.' }, 'Write why it counts, in a few words at least.'],
		[{ reason: '… , 1 2 3' }, 'Write why it counts, in a few words at least.'],
		[{ question: 'A1', answer: 'yes' }, 'Both readings say the same; there is nothing to settle.']
	])('is refused with %j', (asked, fault) => {
		expect(() => settle(asked)).toThrow(
			expect.toSatisfy((problem: { details: string[] }) => problem.details.join().includes(fault), fault)
		);
		expect(countsOfA7()).not.toHaveProperty('-2');
	});

	test('names nobody in its reason unless its writer says so', () => {
		const reason = 'Her number 0101011237 stands there.';
		expect(() => settle({ reason })).toThrow(/name somebody/);
		settle({ reason, confirmed: ['0101011237'] });
		expect(compared()[6]!.settled?.reason).toBe(reason);
	});

	test('is not a matter for written answers, nor for what is not there', () => {
		for (const asked of [{ question: 'A5' }, { question: 'A99' }, { reference: 'I-2' }, { source: 'none' }])
			expect(() => settle(asked)).toThrow(expect.objectContaining({ code: 'not-found' }));
	});

	test.each(['rona', 'iain', 'callum', 'effie', 'struan'] as const)('is not for %s to say', (person) => {
		expect(() => settle({}, person)).toThrow(expect.objectContaining({ code: 'not-found' }));
	});

	test('stays once the review is closed, and says so', () => {
		world.db.$client.prepare('update reviews set issued_at = ? where id = ?').run(later, review);
		expect(() => settle({})).toThrow(expect.objectContaining({ code: 'changed-meanwhile' }));
	});
});
