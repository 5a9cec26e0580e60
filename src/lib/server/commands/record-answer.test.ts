import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import {
	review,
	reviewWorld,
	type PersonName,
	type ReviewWorld
} from '../../../../tests/support/review-world.ts';
import { givenRecords, duties } from '../db/schema/memberships.ts';
import { adjudications, readings } from '../db/schema/readings.ts';
import { reviews } from '../db/schema/reviews.ts';
import { loadDeskPage } from '../queries/desk.ts';
import { findReading } from '../queries/readings.ts';
import { findSource } from '../queries/sources.ts';
import { loadHistoryCsv, loadHistoryPage } from '../queries/trail-pages.ts';
import { completeReading } from './complete-reading.ts';
import { recordAnswer, type AnswerAsked } from './record-answer.ts';
import { reopenReading } from './reopen-reading.ts';
import { saveComment } from './save-comment.ts';

const at = '2026-03-02T10:00:00.000Z';
const later = '2026-03-02T10:05:00.000Z';
const file = { review, source: 'files', reference: 'I-4' };

let world: ReviewWorld;
let key: number;

/** I-4 is the fourth file; it came with one answer, A1 yes. */
const give = (person: PersonName, record: number, reading = 1) =>
	world.db
		.insert(givenRecords)
		.values({ sourceId: key, record, personId: person, reading, changedBy: 'ailsa', changedAt: at })
		.run();

beforeEach(() => {
	world = reviewWorld();
	key = findSource(world.db, review, 'files').key;
	give('rona', 4);
});

const answer = (asked: Partial<AnswerAsked>, name: PersonName = 'rona', when = at) =>
	recordAnswer(world.db, world.by(name, when), { ...file, question: 'A7', answer: 'no', from: '', ...asked });
const valuesOf = (name: PersonName = 'rona') =>
	Object.fromEntries(
		loadDeskPage(world.db, world.actor(name), file)
			.groups.flatMap(({ questions }) => questions)
			.filter(({ value }) => value !== '')
			.map(({ code, value }) => [code, value])
	);
const answerAll = () => {
	for (const [question, words] of Object.entries({
		'A 2/b?': 'option 3',
		A3: 'neighbour; family',
		A4: '2025-04-01',
		A5: 'It went well.',
		A6: '4',
		A7: 'not recorded'
	}))
		answer({ question, answer: words });
};

describe('an answer at the desk', () => {
	test('is kept as given, with who holds the reading and one event', () => {
		expect(answer({})).toEqual({ saved: { at, answered: 2 } });
		expect(valuesOf()).toEqual({ A1: 'yes', A7: 'no' });
		expect(findReading(world.db, key, 4, 1)).toMatchObject({
			person: 'rona',
			state: 'in-progress',
			startedAt: at,
			changes: 0
		});
		expect(world.told()).toMatchObject([
			{
				verb: 'answer-recorded',
				subject: 'files/I-4',
				facts: { question: 'A7', reading: 1, changed: false },
				before: null,
				after: 'no'
			}
		]);
	});

	test('of every kind is kept: one, several, a scale, a date, one’s own words, and what cannot be said', () => {
		answerAll();
		expect(valuesOf()).toEqual({
			A1: 'yes',
			'A 2/b?': 'option 3',
			A3: 'family; neighbour',
			A4: '2025-04-01',
			A5: 'It went well.',
			A6: '4',
			A7: 'not recorded'
		});
	});

	test('that is sent twice is kept and told once', () => {
		answer({});
		expect(answer({}, 'rona', later)).toEqual({ saved: { at: later, answered: 2 } });
		expect(world.told()).toHaveLength(1);
	});

	test('made from another answer than the one that stands is not kept, and says what stands', () => {
		answer({});
		expect(answer({ answer: 'yes' })).toEqual({ conflict: { now: 'no' } });
		expect(answer({ answer: 'yes', from: 'No' })).toEqual({ saved: { at, answered: 2 } });
		expect(findReading(world.db, key, 4, 1)?.changes).toBe(1);
		expect(answer({ question: 'A6', answer: '4', from: 'nonsense' })).toEqual({ conflict: { now: '' } });
	});

	test('that is blank takes the one that stood there away', () => {
		answer({});
		expect(answer({ answer: '', from: 'no' })).toEqual({ saved: { at, answered: 1 } });
		expect(valuesOf()).toEqual({ A1: 'yes' });
		answer({ question: 'A5', answer: 'It went well.' });
		answer({ question: 'A5', answer: '', from: 'It went well.' });
		expect(
			world.db.$client.prepare("select count(*) from written_answers where text like 'It%'").pluck().get()
		).toBe(0);
	});

	test('that the question does not take is refused with what it takes', () => {
		expect(() => answer({ answer: 'perhaps' })).toThrow(
			expect.objectContaining({
				fields: { answer: 'Expected one of yes, no, not applicable, not recorded, or nothing.' }
			})
		);
		expect(() => answer({ question: 'B1' })).toThrow(expect.objectContaining({ code: 'not-found' }));
	});

	test('in one’s own words that may name somebody is given back, and kept once it is confirmed', () => {
		const asked = { question: 'A5', answer: 'Call 01856 555 123.' };
		expect(answer(asked)).toEqual({
			found: [{ field: 'answer', kind: 'a phone number', words: '01856 555 123' }]
		});
		expect(valuesOf()).toEqual({ A1: 'yes' });
		expect(world.told()).toEqual([]);
		expect(answer({ ...asked, confirmed: ['01856 555 123'] })).toMatchObject({ saved: { answered: 2 } });
	});

	test('is not taken from anybody whom the record was not given to, or who may not read any more', () => {
		for (const name of ['ailsa', 'magnus', 'iain', 'struan'] as const)
			expect(() => answer({}, name)).toThrow(expect.objectContaining({ code: 'not-found' }));
		world.db.update(duties).set({ standing: 'revoked' }).where(eq(duties.personId, 'rona')).run();
		expect(() => answer({})).toThrow(expect.objectContaining({ code: 'not-found' }));
	});

	test('is not taken once the review is issued, and says so', () => {
		world.db.update(reviews).set({ issuedAt: at }).where(eq(reviews.id, review)).run();
		expect(answer({})).toEqual({ closed: expect.stringMatching(/^This review was issued at/) });
	});
});

describe('a record that was given to two people for the same reading', () => {
	beforeEach(() => {
		world.db
			.insert(duties)
			.values({
				id: 'iain-d',
				personId: 'iain',
				reviewId: review,
				duty: 'file-reader',
				standing: 'confirmed',
				changedBy: 'ailsa',
				changedAt: at
			})
			.run();
		give('iain', 4);
	});

	test('is held by the first who answers, and the other is told who', () => {
		answer({});
		expect(answer({ answer: 'yes' }, 'iain')).toEqual({ held: 'Rona' });
		expect(loadDeskPage(world.db, world.actor('iain'), file)).toMatchObject({ heldBy: 'Rona', groups: [] });
		expect(completeReading(world.db, world.by('iain'), file)).toEqual({ held: 'Rona' });
	});

	test('passes on when it is taken back from whoever holds it', () => {
		answer({});
		world.db.delete(givenRecords).where(eq(givenRecords.personId, 'rona')).run();
		expect(answer({ answer: 'yes', from: 'no' }, 'iain')).toMatchObject({ saved: { answered: 2 } });
		expect(findReading(world.db, key, 4, 1)).toMatchObject({ person: 'iain', startedAt: at, changes: 1 });
	});
});

describe('a record', () => {
	const complete = () => completeReading(world.db, world.by('rona', later), file);

	test('is not complete with blanks: it says which they are', () => {
		answer({});
		expect(complete()).toEqual({
			blanks: ['A 2/b?', 'A3', 'A4', 'A5', 'A6'].map((code, index) => ({ code, position: index + 1 }))
		});
		expect(findReading(world.db, key, 4, 1)?.state).toBe('in-progress');
	});

	test('is complete once, with its time', () => {
		answerAll();
		expect([complete(), complete()]).toEqual([{ completed: true }, { completed: true }]);
		expect(findReading(world.db, key, 4, 1)).toMatchObject({ state: 'complete', completedAt: later });
		expect(world.told().filter(({ verb }) => verb === 'reading-completed')).toHaveLength(1);
	});

	test('that is complete is changed only by who asks to reopen it', () => {
		answerAll();
		complete();
		expect(answer({ answer: 'yes', from: 'not recorded' })).toEqual({ complete: true });
		expect(answer({ answer: 'yes', from: 'not recorded', reopen: true })).toMatchObject({ saved: {} });
		expect(findReading(world.db, key, 4, 1)).toMatchObject({ state: 'in-progress', completedAt: null });
		expect(world.told().map(({ verb }) => verb)).toContain('reading-reopened');
	});

	test('is reopened by one press, but not once its differences are settled', () => {
		answerAll();
		complete();
		expect(reopenReading(world.db, world.by('rona'), file)).toEqual({ reopened: true });
		complete();
		world.db
			.insert(adjudications)
			.values({
				sourceId: key,
				question: 0,
				record: 4,
				value: 1,
				reason: 'The letter shows it.',
				changedBy: 'ailsa',
				changedAt: at
			})
			.run();
		expect(reopenReading(world.db, world.by('rona'), file)).toEqual({ closed: expect.any(String) });
		expect(answer({ answer: 'yes', from: 'not recorded', reopen: true })).toEqual({
			closed: expect.any(String)
		});
	});

	test('changes no more once both its readings are complete, since each reader may see the other’s then', () => {
		give('magnus', 4, 2);
		world.db
			.insert(duties)
			.values({
				id: 'second',
				personId: 'magnus',
				reviewId: review,
				duty: 'file-reader',
				standing: 'confirmed',
				changedBy: 'ailsa',
				changedAt: at
			})
			.run();
		for (const [name, reading] of [
			['rona', 1],
			['magnus', 2]
		] as const)
			world.db
				.insert(readings)
				.values({
					sourceId: key,
					record: 4,
					reading,
					personId: name,
					state: 'complete',
					startedAt: at,
					completedAt: at,
					changedBy: name,
					changedAt: at
				})
				.run();
		for (const name of ['rona', 'magnus'] as const)
			expect(reopenReading(world.db, world.by(name, later), file)).toMatchObject({
				closed: expect.stringContaining('Both readings of this record are complete')
			});
		expect(answer({ question: 'A1', answer: 'no', from: 'yes', reopen: true }, 'rona', later)).toHaveProperty(
			'closed'
		);
	});

	test('whose answers were brought in whole counts as complete, and is begun by the first change', () => {
		const first = { ...file, reference: 'I/7 & 8?#%' };
		const change = { ...first, question: 'A7', answer: 'no', from: 'not applicable' };
		expect(loadDeskPage(world.db, world.actor('rona'), first).state).toBe('completed');
		expect(answer(change)).toEqual({ complete: true });
		expect(answer({ ...change, reopen: true })).toEqual({ saved: { at, answered: 7 } });
		expect(findReading(world.db, key, 1, 1)).toMatchObject({
			person: 'rona',
			state: 'in-progress',
			changes: 1
		});
	});
});

describe('the history', () => {
	const read = () =>
		loadHistoryPage(
			world.db,
			world.actor('ailsa'),
			review,
			new URLSearchParams('kind=evidence')
		).days.flatMap(({ lines }) => lines.map(({ who, did, change }) => [`${who} ${did}`, change]));

	test('tells of the answers that one person gave to a record in one line, without the answers', () => {
		answerAll();
		answer({ answer: 'yes', from: 'not recorded' });
		saveComment(world.db, world.by('rona'), { ...file, question: 'A1', text: 'Page 3 says so.', from: '' });
		expect(read()).toEqual([
			['Rona commented on question A1 of the record I-4 of “Case files”', null],
			['Rona answered 6 questions of the record I-4 of “Case files”, with 1 change', null]
		]);
	});

	test('tells each answer by itself in its file, without its words', () => {
		answerAll();
		const csv = loadHistoryCsv(world.db, world.actor('ailsa'), review, new URLSearchParams('kind=evidence'));
		expect(csv.match(/answered question/g)).toHaveLength(6);
		expect(csv).not.toMatch(/It went well|neighbour/);
	});
});

describe('a comment', () => {
	const comment = (asked: { text: string; question?: string | null; from?: string; confirmed?: string[] }) =>
		saveComment(world.db, world.by('rona'), { ...file, question: 'A1', from: '', ...asked });

	test('is kept beside its question or the whole record, and changed only from what stands there', () => {
		expect(comment({ text: 'Page 3 says so.' })).toEqual({ saved: { at, answered: 1 } });
		expect(comment({ text: 'A thin file.', question: null })).toMatchObject({ saved: {} });
		expect(comment({ text: 'Other.' })).toEqual({ conflict: { now: 'Page 3 says so.' } });
		expect(comment({ text: '', from: 'Page 3 says so.' })).toMatchObject({ saved: {} });
		const page = loadDeskPage(world.db, world.actor('rona'), file);
		expect([page.comment, page.groups[0]!.questions[0]!.comment]).toEqual(['A thin file.', '']);
	});

	test('that holds a CHI number is given back, and nothing is stored of it', () => {
		const text = 'Her number is 0101011237.';
		expect(comment({ text, question: null })).toMatchObject({ found: [{ words: '0101011237' }] });
		expect(world.db.select().from(readings).all()).toEqual([]);
		expect(JSON.stringify(world.told())).not.toContain('0101011237');
	});
});
