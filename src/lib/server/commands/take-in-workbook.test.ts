import { beforeEach, describe, expect, test } from 'vitest';
import { fillWorkbook } from '../../../../tests/support/fill-workbook.ts';
import {
	review,
	reviewWorld,
	type PersonName,
	type ReviewWorld
} from '../../../../tests/support/review-world.ts';
import { givenRecords } from '../db/schema/memberships.ts';
import { readTable } from '../files/read-table.ts';
import { loadDeskPage } from '../queries/desk.ts';
import { loadReaderWorkbook } from '../queries/reader-workbook.ts';
import { findSource } from '../queries/sources.ts';
import { writeReaderWorkbook } from '../reader-workbook-file.ts';
import { recordAnswer } from './record-answer.ts';
import { takeBackRecords } from './take-back-records.ts';
import { takeInWorkbook } from './take-in-workbook.ts';

let world: ReviewWorld;
beforeEach(() => {
	world = reviewWorld();
	world.db.delete(givenRecords).run();
	for (const record of [3, 4])
		world.db
			.insert(givenRecords)
			.values({
				sourceId: findSource(world.db, review, 'files').key,
				record,
				personId: 'rona',
				changedBy: 'ailsa',
				changedAt: '2026-03-02T09:30:00.000Z'
			})
			.run();
});

const asked = { review, source: 'files' };
const workbook = (name: PersonName = 'rona') =>
	writeReaderWorkbook(loadReaderWorkbook(world.db, world.actor(name), review, 'files').workbook);
const send = (
	bytes: Uint8Array,
	more: { complete?: boolean; confirmed?: string[] } = {},
	name: PersonName = 'rona'
) =>
	takeInWorkbook(world.db, world.by(name), {
		...asked,
		table: readTable(bytes, 'to-read.xlsx'),
		complete: false,
		...more
	});
const desk = (reference: string) => loadDeskPage(world.db, world.actor('rona'), { ...asked, reference });
const questionsOf = (reference: string) => desk(reference).groups.flatMap(({ questions }) => questions);
const sheets = () =>
	loadReaderWorkbook(world.db, world.actor('rona'), review, 'files').workbook.sheets.map(({ name }) => name);

describe('a workbook that a reader fetched', () => {
	test('comes back as it was and changes nothing', async () => {
		const rows = sheets().length * (questionsOf('I-4').length + 1);
		expect(send(await workbook())).toEqual({
			rows,
			answers: 0,
			comments: 0,
			records: 0,
			completed: 0,
			blanks: 0
		});
		expect(world.told()).toEqual([]);
	});

	test('brings every cell that was filled to its question, and completes what is answered in full', async () => {
		const [name = ''] = sheets().filter((each) => each.includes('I-4'));
		const questions = questionsOf('I-4');
		const filled = Object.fromEntries(questions.map((_, index) => [`E${5 + index}`, 'not applicable']));
		const bytes = fillWorkbook(await workbook(), {
			[name]: { ...filled, F5: 'Well kept.', [`F${5 + questions.length}`]: 'A long file.' }
		});
		expect(send(bytes, { complete: true })).toMatchObject({
			answers: questions.length,
			comments: 2,
			records: 1,
			completed: 1
		});
		expect(questionsOf('I-4').map(({ value }) => value)).toEqual(questions.map(() => 'not applicable'));
		expect(desk('I-4')).toMatchObject({ state: 'completed', comment: 'A long file.' });
		expect(questionsOf('I-4')[0]).toMatchObject({ comment: 'Well kept.' });
		expect(world.told().at(-1)).toMatchObject({ verb: 'workbook-taken-in', subject: 'files' });
	});

	test('that is sent a second time is taken in once, and says what is not complete', async () => {
		const [name = ''] = sheets().filter((each) => each.includes('I-4'));
		const bytes = fillWorkbook(await workbook(), { [name]: { E6: 'not recorded', F6: 'Seen.' } });
		expect(send(bytes)).toMatchObject({ answers: 1, comments: 1 });
		expect(send(bytes, { complete: true })).toMatchObject({ answers: 0, comments: 0, completed: 0 });
		expect(send(bytes, { complete: true }).blanks).toBeGreaterThan(0);
		expect(world.told().filter(({ verb }) => verb === 'workbook-taken-in')).toHaveLength(1);
	});

	test('with a wrong cell is refused as a whole, naming the sheet and the cell', async () => {
		const [name = ''] = sheets().filter((each) => each.includes('I-4'));
		const bytes = fillWorkbook(await workbook(), { [name]: { E6: 'perhaps', F6: 'Seen.' } });
		expect(() => send(bytes)).toThrow(
			expect.objectContaining({
				code: 'workbook-refused',
				details: [expect.stringContaining(`Sheet “${name}”, cell E6: “perhaps” is not an answer; expected`)]
			}) as Error
		);
		expect(questionsOf('I-4')[1]).toMatchObject({ comment: '' });
		expect(world.told()).toEqual([]);
	});

	test('overwrites nothing that was changed at the desk meanwhile', async () => {
		const [name = ''] = sheets().filter((each) => each.includes('I-4'));
		const bytes = fillWorkbook(await workbook(), { [name]: { E6: 'not recorded' } });
		const { code } = questionsOf('I-4')[1]!;
		const at = { ...asked, reference: 'I-4', question: code, answer: 'not applicable', from: '' };
		expect(recordAnswer(world.db, world.by('rona'), at)).toHaveProperty('saved');
		expect(() => send(bytes)).toThrow(
			expect.objectContaining({
				details: [
					expect.stringContaining(
						`cell E6: this was changed in Cairn after the workbook was made, to “not applicable”`
					)
				]
			}) as Error
		);
	});

	test('with a formula, of another source, or of files that are no longer theirs is refused', async () => {
		const [name = ''] = sheets().filter((each) => each.includes('I-4'));
		const bytes = await workbook();
		expect(() => send(fillWorkbook(bytes, { [name]: { E6: '=1+1' } }))).toThrow(
			expect.objectContaining({
				details: [expect.stringContaining(`Sheet “${name}”: there is a formula in E6`)]
			}) as Error
		);
		const filled = fillWorkbook(bytes, { [name]: { E6: 'not recorded' } });
		expect(() =>
			takeInWorkbook(world.db, world.by('rona'), {
				review,
				source: 'staff',
				table: readTable(filled, 'to-read.xlsx'),
				complete: false
			})
		).toThrow('Nothing of the workbook was taken in');
		takeBackRecords(world.db, world.by('ailsa'), { ...asked, person: 'rona' });
		expect(() => send(filled)).toThrow(
			expect.objectContaining({
				details: [expect.stringContaining('“I-4” was not given to you to read')]
			}) as Error
		);
	});

	test('with remarks that may name somebody is kept only once its reader has looked', async () => {
		const [name = ''] = sheets().filter((each) => each.includes('I-4'));
		const bytes = fillWorkbook(await workbook(), { [name]: { F6: 'Ring 0131 496 0123.' } });
		expect(() => send(bytes)).toThrow('This may name somebody');
		expect(questionsOf('I-4')[1]!.comment).toBe('');
		expect(send(bytes, { confirmed: ['0131 496 0123'] })).toMatchObject({ comments: 1 });
	});

	test('is nobody else’s to send', async () => {
		const [name = ''] = sheets().filter((each) => each.includes('I-4'));
		const bytes = fillWorkbook(await workbook(), { [name]: { E6: 'not recorded' } });
		expect(() => send(bytes, {}, 'ailsa')).toThrow('Nothing of the workbook was taken in');
		expect(() => send(bytes, {}, 'callum')).toThrow('There is nothing at this address');
	});
});
