import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	beginDraft,
	draftFaults,
	instrumentJson,
	standing,
	type InstrumentDraft
} from './instrument-draft.ts';
import {
	addQuestion,
	mapQuestion,
	moveQuestion,
	putBackQuestion,
	removeQuestion,
	stepQuestion,
	writeHeading,
	writeQuestion
} from './instrument-edit.ts';
import { questionOfTexts, textsOfQuestion, type QuestionTexts } from './instrument-texts.ts';
import { instrumentSchema, parseInstrument, questionTypes } from './instrument.ts';

const stamp = { by: 'ailsa', at: '2026-01-05T09:00:00.000Z' };
const later = { by: 'magnus', at: '2026-01-05T10:00:00.000Z' };
const shipped = parseInstrument({
	id: 'staff-survey',
	edition: '1',
	title: 'Staff survey',
	frameworks: ['thematic-review@2019'],
	questions: [
		{ code: 'S1', wording: 'Trained?', type: 'yes-no', positive: ['yes'], elements: ['T1'], group: 'Skills' },
		{ code: 'S2', wording: 'Confident?', type: 'agreement', positive: ['agree'], elements: ['T2', 'T3'] },
		{ code: 'S3', wording: 'Anything else?', type: 'text', positive: [] }
	]
});
const begun = () =>
	beginDraft(shipped, { id: 'own', title: 'Own', frameworks: ['sds-standards@2021'] }, stamp);
const codes = (draft: InstrumentDraft) => standing(draft).map(({ asked }) => asked.code);
const asked = (draft: InstrumentDraft, key: string) =>
	draft.questions.find((each) => each.key === key)!.asked;
const texts = (over: Partial<QuestionTexts>): QuestionTexts => ({
	...textsOfQuestion(shipped.questions[0]!),
	...over
});
function written(over: Partial<QuestionTexts>) {
	const result = questionOfTexts(texts(over));
	if ('faults' in result) throw new Error(JSON.stringify(result.faults));
	return result.asked;
}

describe('a version of one’s own', () => {
	test('begins as what it is made from, and adds the frameworks of the review', () => {
		const draft = begun();
		expect(instrumentSchema.parse(instrumentJson(draft, '1'))).toEqual({
			...shipped,
			id: 'own',
			frameworks: ['thematic-review@2019', 'sds-standards@2021']
		});
	});

	test('takes a new question at its end, in the group before it, under a code that is free', () => {
		const { draft, key } = addQuestion(begun(), stamp);
		expect(codes(draft)).toEqual(['S1', 'S2', 'S3', 'Q4']);
		expect(asked(addQuestion(removeQuestion(draft, 'q3'), stamp).draft, 'q5').code).toBe('Q5');
		expect(key).toBe('q4');
	});

	test('has a question reworded, with a version that rises and what it gives evidence on kept', () => {
		const draft = writeQuestion(begun(), 'q2', written({ wording: 'Sure?', column: 'S2' }), later);
		expect(draft.questions[1]).toMatchObject({ version: 2, by: 'magnus' });
		expect(asked(draft, 'q2')).toMatchObject({ wording: 'Sure?', elements: ['T2', 'T3'] });
	});

	test('has a question taken out, and put back where it was', () => {
		const without = removeQuestion(begun(), 'q2');
		expect(codes(without)).toEqual(['S1', 'S3']);
		expect(codes(putBackQuestion(without, 'q2'))).toEqual(['S1', 'S2', 'S3']);
	});

	test('has its questions put in another order', () => {
		expect(codes(moveQuestion(begun(), 'q3', null))).toEqual(['S3', 'S1', 'S2']);
		expect(codes(moveQuestion(begun(), 'q1', 'q3'))).toEqual(['S2', 'S3', 'S1']);
		expect(codes(moveQuestion(begun(), 'q1', 'gone'))).toEqual(['S1', 'S2', 'S3']);
		expect(codes(stepQuestion(begun(), 'q2', 'up'))).toEqual(['S2', 'S1', 'S3']);
		expect(codes(stepQuestion(begun(), 'q2', 'down'))).toEqual(['S1', 'S3', 'S2']);
		expect(codes(stepQuestion(begun(), 'q1', 'up'))).toEqual(['S1', 'S2', 'S3']);
		expect(codes(stepQuestion(removeQuestion(begun(), 'q2'), 'q3', 'up'))).toEqual(['S3', 'S1']);
	});

	test('keeps what two people chose at the same time as the elements of a question', () => {
		const before = ['T2', 'T3'];
		const hers = mapQuestion(begun(), 'q2', { before, chosen: ['T2', 'T3', '1.4'] });
		const both = mapQuestion(hers, 'q2', { before, chosen: ['T3', '8.3'] });
		expect(asked(both, 'q2').elements).toEqual(['T3', '1.4', '8.3']);
	});

	test('has a title, a note and a name for one record', () => {
		const heading = { title: 'Ours', about: 'For our team.', unit: { one: 'reply', many: 'replies' } };
		const draft = writeHeading(begun(), heading, later);
		expect(draft.heading).toEqual({ ...heading, ...later, version: 2 });
	});
});

describe('what stands against using it', () => {
	test('is nothing for what was taken from the library', () => {
		expect(draftFaults(begun())).toEqual([]);
	});

	test.each<[string, Partial<QuestionTexts>, string]>([
		['a question without words', { wording: '' }, 'wording: write the question'],
		['a question without a column', { column: '' }, 'column: write its name'],
		['the column of another question', { column: 's2' }, 'column: “S2” is already the column of question 1'],
		['the column of the reference', { column: 'Reference' }, 'column: “Reference” is already the column of'],
		['a choice without options', { type: 'single-choice', positive: '' }, 'options: write at least two'],
		[
			'an option twice',
			{ type: 'single-choice', options: 'a\nA', positive: '' },
			'options: “A” stands there twice'
		],
		['a scale without ends', { type: 'scale', positive: '' }, 'scale: write its lowest and highest number'],
		[
			'an answer that is none of its own',
			{ positive: 'maybe' },
			'positive: “maybe” is not one of its answers'
		]
	])('is %s, named by the question', (_, over, message) => {
		const faults = draftFaults(writeQuestion(begun(), 'q1', written(over), later));
		expect(faults).toHaveLength(1);
		expect(faults[0]).toMatchObject({ message: expect.stringContaining(message) as string });
		expect(faults[0]!.place).toMatch(/^Question [12]/);
	});

	test('is an empty title, or that nothing is asked', () => {
		const heading = { title: '', about: '', unit: { one: 'file', many: 'files' } };
		const nothing = ['q1', 'q2', 'q3'].reduce(removeQuestion, writeHeading(begun(), heading, later));
		expect(draftFaults(nothing).map(({ message }) => message)).toEqual([
			'write what it is called',
			'there is none yet'
		]);
	});
});

describe('a question in a form', () => {
	test('comes back as it was, for every kind of answer', () => {
		for (const question of shipped.questions) {
			const { elements, ...rest } = question;
			expect(questionOfTexts(textsOfQuestion(question))).toEqual({ asked: rest });
			expect(elements).toBeDefined();
		}
	});

	test('leaves out what its kind of answer has no use for', () => {
		expect(written({ type: 'date', options: 'a\nb', positive: 'yes' })).toMatchObject({ positive: [] });
		expect(written({ type: 'yes-no', options: 'a\nb', scaleFrom: '1' })).not.toHaveProperty('options');
	});

	test.each<[Partial<QuestionTexts>, string, string]>([
		[{ type: 'song' }, 'type', 'Choose how it is answered.'],
		[{ type: 'scale', scaleFrom: 'low', scaleTo: '5' }, 'scaleFrom', 'Write a whole number from 0 to 100.'],
		[{ type: 'scale', scaleFrom: '5', scaleTo: '5' }, 'scaleTo', 'It must be higher than the lowest.'],
		[{ wording: 'w'.repeat(1001) }, 'wording', 'Write at most 1000 letters.'],
		[{ options: 'o'.repeat(201) }, 'options', 'Write at most 200 letters in a line.']
	])('is refused with what is wrong at its field: %o', (over, field, fault) => {
		const result = questionOfTexts(texts(over));
		expect('faults' in result && result.faults).toMatchObject({ [field]: fault });
	});
});

type Step = (draft: InstrumentDraft) => InstrumentDraft;

/** Anything that somebody may do to a draft. */
const steps: fc.Arbitrary<Step> = fc.oneof(
	fc.constant<Step>((draft) => addQuestion(draft, later).draft),
	fc.tuple(fc.nat(6), fc.constantFrom('up', 'down')).map(
		([n, way]): Step =>
			(draft) =>
				stepQuestion(draft, `q${n}`, way)
	),
	fc.nat(6).map(
		(n): Step =>
			(draft) =>
				removeQuestion(draft, `q${n}`)
	),
	fc.nat(6).map(
		(n): Step =>
			(draft) =>
				putBackQuestion(draft, `q${n}`)
	),
	fc.tuple(fc.nat(6), fc.array(fc.constantFrom('T1', 'T2', '8.3'))).map(
		([n, chosen]): Step =>
			(draft) =>
				mapQuestion(draft, `q${n}`, { before: ['T2'], chosen })
	),
	fc
		.record({
			n: fc.nat(6),
			type: fc.constantFrom(...questionTypes),
			column: fc.constantFrom('S1', 'S2', 'X', '', 'reference'),
			wording: fc.constantFrom('', 'What?'),
			options: fc.constantFrom('', 'a', 'a\nb', 'a\nA', 'a;b\nnot recorded', 'yes\nno'),
			positive: fc.constantFrom('', 'yes', 'a', '4', 'not applicable'),
			scale: fc.constantFrom('', '1')
		})
		.map(({ n, scale, ...over }): Step => {
			const result = questionOfTexts(texts({ ...over, scaleFrom: scale, scaleTo: scale && '5' }));
			return (draft) => ('asked' in result ? writeQuestion(draft, `q${n}`, result.asked, later) : draft);
		})
);

describe('whatever is done to a draft', () => {
	test('a draft without faults is one that can be kept, and one with faults is not', () => {
		fc.assert(
			fc.property(fc.array(steps, { maxLength: 12 }), (all) => {
				const draft = all.reduce((each, step) => step(each), begun());
				const kept = instrumentSchema.safeParse(instrumentJson(draft, '1')).success;
				// A choice may stand without options in a file of an analyst's own, but not in a draft.
				if (draftFaults(draft).length === 0) expect(kept).toBe(true);
				else if (kept)
					expect(draftFaults(draft).every(({ message }) => /^(options|scale): write/.test(message))).toBe(
						true
					);
				else expect(kept).toBe(false);
			})
		);
	});

	test('the version that it was made from, and one that was made of it, stay as they were', () => {
		fc.assert(
			fc.property(fc.array(steps, { maxLength: 12 }), (all) => {
				const draft = begun();
				const used = parseInstrument(instrumentJson(draft, '1'));
				const before = JSON.stringify([shipped, used, draft]);
				all.reduce((each, step) => step(each), draft);
				expect(JSON.stringify([shipped, used, draft])).toBe(before);
			})
		);
	});
});
