import { describe, expect, test } from 'vitest';
import { sourceSchema, type Source } from '#lib/evidence/source.ts';
import { chosenQuotations, directionWords, heardInWords, isForReport, voicesOn } from './voices.ts';

const codes = new Set(['T2', 'T2.Q']);
const source = (id: string, kind: Source['kind'], rest: object = {}): Source =>
	sourceSchema.parse({
		id,
		kind,
		title: id,
		sample: { design: 'purposive', howDrawn: 'Invited.' },
		heardFrom: 'Carers',
		...rest
	});
const note = (id: string) => ({ id, title: id, day: null, text: 'Said.' });
const passage = (id: string, rest: object = {}) => ({
	id,
	text: `Words of ${id}.`,
	elements: ['T2'],
	...rest
});
const on = (...sources: Source[]) => voicesOn(sources, codes);

describe('the voices on a theme', () => {
	test('are counted by occasion: each note is one, and a source without notes is one', () => {
		const voices = on(
			source('carers', 'focus-group', {
				notes: [note('first'), note('second'), note('third')],
				passages: [
					passage('a', { note: 'first', starts: 0, ends: 4 }),
					passage('b', { note: 'first', starts: 0, ends: 4 }),
					passage('c', { note: 'third' })
				]
			}),
			source('staff', 'focus-group', { passages: [passage('d')] }),
			source('others', 'focus-group', { passages: [passage('e', { elements: ['T3'] })] }),
			source('visit', 'observation'),
			source('plan', 'document', { passages: [passage('f')] })
		);
		expect(voices.all.map((voice) => voice.passage.id)).toEqual(['a', 'b', 'c', 'd', 'f']);
		expect(heardInWords(voices)).toBe('Heard in 3 of 5 focus groups; read in 1 of 1 document.');
	});

	test('are never more occasions than there were, whatever stands outside of the notes', () => {
		const voices = on(
			source('carers', 'interview', {
				notes: [note('first')],
				passages: [passage('a', { note: 'first' }), passage('b')]
			})
		);
		expect(heardInWords(voices)).toBe('Heard in 1 of 1 interview.');
	});

	test('count each coded answer once, however many parts of it are coded', () => {
		const voices = on(
			source('survey', 'staff-survey', {
				passages: [
					passage('a', { record: 1, question: 0 }),
					passage('b', { record: 1, question: 0, starts: 0, ends: 5 }),
					passage('c', { record: 2, question: 0 })
				]
			})
		);
		expect(heardInWords(voices)).toBe('In 2 written answers.');
		expect(heardInWords(on())).toBe('');
	});

	test('say how many speak of what', () => {
		const voices = on(
			source('carers', 'focus-group', {
				passages: [
					passage('a', { direction: 'strength' }),
					passage('b', { direction: 'area-for-improvement' }),
					passage('c', { direction: 'area-for-improvement' }),
					passage('d')
				]
			})
		);
		expect(directionWords(voices)).toBe('1 speaks of a strength and 2 speak of an area for improvement');
		expect(directionWords({ all: [] })).toBe('');
	});
});

describe('what a report may quote', () => {
	const said = { direction: 'strength', quotation: true, note: 'n', starts: 0, ends: 4 };
	const parsed = (rest: object) =>
		source('x', 'focus-group', { passages: [passage('p', rest)] }).passages[0]!;

	test('is our own words, and words that were chosen as a quotation, but never what staff wrote, nor a case file', () => {
		expect(isForReport('focus-group', parsed({}))).toBe(true);
		expect(isForReport('focus-group', parsed({ note: 'n', starts: 0, ends: 4 }))).toBe(false);
		expect(isForReport('focus-group', parsed({ note: 'n', starts: 0, ends: 4, quotation: true }))).toBe(true);
		// Its note was changed since, and its words stand in it no more.
		expect(isForReport('focus-group', parsed({ note: 'n', quotation: true }))).toBe(false);
		const answer = { record: 1, question: 0 };
		expect(isForReport('unpaid-carer-questionnaire', parsed(answer))).toBe(false);
		expect(isForReport('unpaid-carer-questionnaire', parsed({ ...answer, quotation: true }))).toBe(true);
		expect(isForReport('staff-survey', parsed({ ...answer, quotation: true }))).toBe(false);
		expect(isForReport('case-file-reading', parsed({ ...answer, quotation: true }))).toBe(false);
	});

	test('is a few, strengths and areas for improvement in turn, one source after the other', () => {
		const strengths = ['s1', 's2', 's3'].map((id) => passage(id, said));
		const areas = [passage('a1', { ...said, direction: 'area-for-improvement' })];
		const voices = on(
			source('one', 'focus-group', { notes: [note('n')], passages: [...strengths, ...areas] }),
			source('two', 'focus-group', { notes: [note('n')], passages: [passage('t1', said), passage('t2')] })
		);
		const chosen = (most: number) => chosenQuotations(voices, most).map((voice) => voice.passage.id);
		expect(chosen(4)).toEqual(['s1', 'a1', 't1', 's2']);
		expect(chosen(2)).toEqual(['s1', 'a1']);
		expect(chosen(9)).toEqual(['s1', 'a1', 't1', 's2', 's3']);
	});
});
