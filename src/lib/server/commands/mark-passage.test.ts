import { beforeEach, describe, expect, test } from 'vitest';
import {
	review,
	reviewWorld,
	staffComment,
	type PersonName,
	type ReviewWorld
} from '../../../../tests/support/review-world.ts';
import { walkToIssue } from '../../../../tests/support/walked-stages.ts';
import { FormProblem } from '../problems.ts';
import { findSource } from '../queries/sources.ts';
import { findNoteRow, findPassageRow, findSourceRow } from '../queries/voices.ts';
import { addNote, type NewNote } from './add-note.ts';
import { codeAnswer, type CodeAsked } from './code-answer.ts';
import { markPassage, type MarkAsked } from './mark-passage.ts';
import { restoreNote } from './restore-note.ts';
import { restorePassage } from './restore-passage.ts';
import { saveNote } from './save-note.ts';
import { savePassage, type PassageAsked } from './save-passage.ts';
import { withdrawNote } from './withdraw-note.ts';
import { withdrawPassage } from './withdraw-passage.ts';

let world: ReviewWorld;
beforeEach(() => {
	world = reviewWorld();
});

const source = 'visit';
const said = 'We waited long for a plan. Nobody told us why.\nThen a worker came, and she listened.';
const add = (name: PersonName, changes: Partial<NewNote> = {}) =>
	addNote(world.db, world.by(name), {
		review,
		source,
		title: 'In the hall',
		day: '2025-03-04',
		text: said,
		...changes
	});
const tags = { elements: 'T2 1.1', direction: 'area-for-improvement', quotation: false, saidBy: '' };
const mark = (name: PersonName, changes: Partial<MarkAsked> = {}) =>
	markPassage(world.db, world.by(name), {
		review,
		source,
		note: 'note-1',
		version: 1,
		words: 'Nobody told us why.',
		near: 0,
		sentences: [],
		...tags,
		...changes
	});
const save = (name: PersonName, changes: Partial<PassageAsked> = {}) =>
	savePassage(world.db, world.by(name), {
		review,
		source,
		passage: 'passage-1',
		words: 'Nobody told us why.',
		version: 1,
		...tags,
		...changes
	});
const rewrite = (text: string, version = 1) =>
	saveNote(world.db, world.by('ailsa'), {
		review,
		source,
		note: 'note-1',
		title: 'In the hall',
		day: '',
		text,
		version
	});
const row = (slug: string, of = source) =>
	findPassageRow(world.db, findSourceRow(world.db, review, of), slug);
const counting = () => findSource(world.db, review, source).passages.map(({ id }) => id);
const verbs = () => world.told().map(({ verb }) => verb);

/** What is said at the fields of a form that is refused. */
function faults(ask: () => unknown): Readonly<Record<string, string>> {
	try {
		ask();
	} catch (problem) {
		if (problem instanceof FormProblem) return problem.fields;
		throw problem;
	}
	return {};
}

describe('a note', () => {
	test('is kept with its day, and the trail tells of it without its words', () => {
		expect(add('magnus', { text: `  ${said}\r\n` })).toEqual({ added: { note: 'note-1' } });
		expect(findNoteRow(world.db, findSourceRow(world.db, review, source), 'note-1')).toMatchObject({
			title: 'In the hall',
			day: '2025-03-04',
			text: said,
			version: 1,
			changedBy: 'magnus'
		});
		expect(world.told()).toMatchObject([
			{
				verb: 'note-saved',
				subject: 'visit/note-1',
				before: null,
				after: null,
				facts: { letters: said.length }
			}
		]);
	});

	test('that may name somebody is given back, and kept once it is confirmed', () => {
		const text = 'Ring 01856 555 123.';
		expect(add('magnus', { text })).toEqual({
			found: [{ field: 'text', kind: 'a phone number', words: '01856 555 123' }]
		});
		expect(verbs()).toEqual([]);
		expect(add('magnus', { text, confirmed: ['01856 555 123'] })).toEqual({ added: { note: 'note-1' } });
	});

	test('needs a title and a text, and a day that there is', () => {
		expect(Object.keys(faults(() => add('ailsa', { title: ' ', text: '', day: '2025-06-31' })))).toEqual([
			'title',
			'day',
			'text'
		]);
	});

	test('saved from an older version overwrites nothing', () => {
		add('ailsa');
		rewrite('First.');
		expect(rewrite('Second.')).toMatchObject({ conflict: { texts: { text: 'First.' }, version: 2 } });
	});

	test('that is withdrawn takes its passages along, and brings them back', () => {
		add('ailsa');
		mark('ailsa');
		expect(counting()).toEqual(['passage-1']);
		withdrawNote(world.db, world.by('magnus'), { review, source, note: 'note-1' });
		expect(counting()).toEqual([]);
		expect(rewrite('Too late.')).toEqual({ closed: 'Magnus withdrew this note at 10:00 on 2 March 2026.' });
		restoreNote(world.db, world.by('ailsa'), { review, source, note: 'note-1' });
		expect(counting()).toEqual(['passage-1']);
		expect(verbs()).toEqual(['note-saved', 'passage-marked', 'note-withdrawn', 'note-restored']);
	});

	test('is written by those who gather evidence alone, and not once the review is issued', () => {
		for (const name of ['rona', 'callum', 'iain', 'effie', 'morag', 'struan'] as const)
			expect(() => add(name), name).toThrow('There is nothing at this address');
		walkToIssue(world.db, world.by('ailsa'), review);
		expect(add('ailsa')).toMatchObject({ closed: expect.stringContaining('issued') });
		expect(verbs().at(-1)).toBe('review-issued');
	});
});

describe('a passage', () => {
	beforeEach(() => void add('ailsa'));

	test('is marked where its words stand, with its elements in the order of the frameworks', () => {
		expect(mark('magnus', { elements: '1.1, t2', saidBy: ' unpaid  carers ', quotation: true })).toEqual({
			marked: ['passage-1']
		});
		expect(row('passage-1')).toMatchObject({
			text: 'Nobody told us why.',
			starts: 27,
			ends: 46,
			note: 'note-1',
			elements: ['T2', '1.1'],
			direction: 'area-for-improvement',
			quotation: true,
			saidBy: 'unpaid carers'
		});
	});

	test('is marked by sentences too: those that follow each other are one', () => {
		expect(mark('ailsa', { words: '', sentences: [0, 1, 2] })).toEqual({ marked: ['passage-1'] });
		expect(mark('ailsa', { words: '', sentences: [0, 2] })).toEqual({ marked: ['passage-2', 'passage-3'] });
		expect(row('passage-1').text).toBe(said);
		expect(row('passage-3').text).toBe('Then a worker came, and she listened.');
		expect(world.told().at(-1)).toMatchObject({ verb: 'passage-marked', facts: { passages: 2 } });
	});

	test('is refused with words that do not stand in the note, no element, or one that is not known', () => {
		expect(faults(() => mark('ailsa', { words: 'Nobody cared.' }))).toEqual({
			words: 'These words do not stand in the note. Copy them from it.'
		});
		expect(Object.keys(faults(() => mark('ailsa', { words: '' })))).toEqual(['words']);
		expect(Object.keys(faults(() => mark('ailsa', { elements: '' })))).toEqual(['others']);
		expect(faults(() => mark('ailsa', { elements: 'T2 T99' })).others).toContain('“T99”');
		expect(faults(() => mark('ailsa', { words: '', sentences: [0], version: 7 })).words).toContain('changed');
		expect(verbs()).toEqual(['note-saved']);
	});

	test('said by somebody with a number or an address is given back', () => {
		expect(mark('ailsa', { saidBy: 'Ring 01856 555 123' })).toMatchObject({ found: [{ field: 'saidBy' }] });
	});

	test('goes along when its note is written anew, and is kept without a place when its words are gone', () => {
		mark('ailsa');
		rewrite(`At the start: ${said}`);
		expect(row('passage-1')).toMatchObject({ starts: 41, ends: 60, version: 1 });
		rewrite('We waited long.', 2);
		expect(row('passage-1')).toMatchObject({ starts: null, ends: null, text: 'Nobody told us why.' });
		expect(counting()).toEqual(['passage-1']);
		rewrite(said, 3);
		expect(row('passage-1')).toMatchObject({ starts: 27, ends: 46 });
		expect(world.told().map(({ facts }) => (facts as { lost?: number }).lost)).toEqual([
			undefined,
			undefined,
			0,
			1,
			0
		]);
	});

	test('is tagged anew and marked elsewhere, from its newest version only', () => {
		mark('ailsa');
		expect(save('magnus', { elements: 'T3', direction: '', words: 'she listened' })).toMatchObject({
			saved: { version: 2 }
		});
		expect(row('passage-1')).toMatchObject({
			elements: ['T3'],
			direction: null,
			text: 'she listened',
			starts: 71
		});
		expect(save('ailsa', { elements: 'T4' })).toMatchObject({ conflict: { version: 2 } });
		expect(faults(() => save('ailsa', { words: 'they listened', version: 2 }))).toHaveProperty('words');
	});

	test('is withdrawn and brought back as it was, and told once however often it is asked for', () => {
		mark('ailsa');
		const asked = { review, source, passage: 'passage-1' };
		withdrawPassage(world.db, world.by('ailsa'), asked);
		withdrawPassage(world.db, world.by('ailsa'), asked);
		expect(counting()).toEqual([]);
		expect(save('magnus', { version: 2 })).toMatchObject({
			closed: expect.stringMatching(/^Ailsa withdrew/)
		});
		restorePassage(world.db, world.by('magnus'), asked);
		expect(counting()).toEqual(['passage-1']);
		expect(verbs().slice(2)).toEqual(['passage-withdrawn', 'passage-restored']);
	});
});

describe('a written answer', () => {
	const code = (name: PersonName, changes: Partial<CodeAsked> = {}) =>
		codeAnswer(world.db, world.by(name), {
			review,
			source: 'staff',
			question: 'S2',
			record: 1,
			passage: '',
			words: '',
			elements: 'T3',
			direction: '',
			quotation: false,
			version: 0,
			...changes
		});

	test('is coded at once, key by key, and the trail tells of it without its words', () => {
		expect(code('magnus')).toMatchObject({ saved: { version: 1 }, passage: 'answer-2-1' });
		expect(
			code('magnus', { passage: 'answer-2-1', version: 1, direction: 'area-for-improvement' })
		).toMatchObject({ saved: { version: 2 } });
		expect(row('answer-2-1', 'staff')).toMatchObject({
			text: staffComment,
			record: 1,
			question: 1,
			elements: ['T3'],
			direction: 'area-for-improvement'
		});
		expect(JSON.stringify(world.told())).not.toContain(staffComment);
		expect(verbs()).toEqual(['passage-marked', 'passage-saved']);
	});

	test('that is left without a code counts nowhere, and counts again with one', () => {
		code('magnus');
		code('magnus', { elements: '', version: 1 });
		expect(findSource(world.db, review, 'staff').passages).toEqual([]);
		code('magnus', { elements: 'T4', version: 2 });
		expect(findSource(world.db, review, 'staff').passages).toMatchObject([{ elements: ['T4'] }]);
		expect(code('magnus', { record: 1, words: 'time', elements: '' })).toMatchObject({ passage: '' });
		expect(verbs()).toEqual(['passage-marked', 'passage-withdrawn', 'passage-restored']);
	});

	test('is coded in part too, beside the whole', () => {
		code('magnus');
		expect(code('magnus', { words: 'a good conversation', elements: 'T2' })).toMatchObject({
			passage: 'answer-2-1-2'
		});
		expect(row('answer-2-1-2', 'staff').text).toBe('a good conversation');
		expect(faults(() => code('magnus', { words: 'a bad one' }))).toHaveProperty('words');
	});

	test('coded from an older version overwrites nothing', () => {
		code('magnus');
		expect(code('magnus', { elements: 'T4' })).toMatchObject({ conflict: { texts: { elements: 'T3' } } });
	});

	test('of staff is coded by judges alone, not even by who leads', () => {
		for (const name of ['ailsa', 'rona', 'callum', 'iain', 'effie', 'struan'] as const)
			expect(() => code(name), name).toThrow('There is nothing at this address');
		code('magnus');
		const asked = { review, source: 'staff', passage: 'answer-2-1' };
		expect(() => withdrawPassage(world.db, world.by('ailsa'), asked)).toThrow('nothing at this address');
		expect(() =>
			savePassage(world.db, world.by('ailsa'), { ...asked, ...tags, words: '', version: 1 })
		).toThrow('nothing at this address');
		expect(verbs()).toEqual(['passage-marked']);
	});

	test('that is not there is not coded', () => {
		expect(() => code('magnus', { record: 2 })).toThrow('There is no answer');
		expect(() => code('magnus', { question: 'S1' })).toThrow('Known: S2');
	});
});
