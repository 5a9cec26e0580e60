import { describe, expect, it } from 'vitest';
import { fixedWords, instrumentSchema, parseInstrument } from './instrument.ts';

const asked = { code: 'C4', wording: 'Were the options discussed?', type: 'yes-no', positive: ['yes'] };
const file = { id: 'my-questions', edition: 1, title: 'My questions', questions: [asked] };

function faultsOf(question: Record<string, unknown>): string[] {
	const result = instrumentSchema.safeParse({ ...file, questions: [{ ...asked, ...question }] });
	return (result.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

describe('an instrument file', () => {
	it('needs only the fields that an analyst must write', () => {
		const instrument = parseInstrument(file);
		expect(instrument).toMatchObject({ edition: '1', unit: { one: 'record', many: 'records' } });
		expect(instrument.questions[0]).toMatchObject({ elements: [], asksAboutRecording: false });
	});

	it('cannot be changed once read', () => {
		expect(Object.isFrozen(parseInstrument(file).questions[0]!.positive)).toBe(true);
	});

	it('may give the positive answers of a scale as numbers', () => {
		const scale = { type: 'scale', scale: { from: 1, to: 5 }, positive: [4, 5] };
		expect(parseInstrument({ ...file, questions: [{ ...asked, ...scale }] }).questions[0]!.positive).toEqual([
			'4',
			'5'
		]);
	});

	it('may write “don’t know” with either apostrophe', () => {
		expect(faultsOf({ type: 'agreement', positive: ['don’t know'] })).toEqual([]);
	});

	it.each([
		[{ code: 'Reference' }, 'questions.0.code: “Reference” is already used as a column'],
		[{ positive: ['maybe'] }, 'questions.0.positive: “maybe” is not one of its answers: yes, no'],
		[
			{ positive: ['not recorded'], type: 'single-choice' },
			'questions.0.positive: “not recorded” cannot count as positive'
		],
		[
			{ positive: [9], type: 'scale', scale: { from: 0, to: 5 } },
			'questions.0.positive: “9” is not one of its answers: 0 to 5'
		],
		[{ positive: ['high'], type: 'scale' }, 'questions.0.positive: “high” is not a whole number'],
		[{ type: 'text' }, 'questions.0.positive: a text is neither positive nor negative; leave the list empty'],
		[{ options: ['yes', 'no'] }, 'questions.0.options: only a choice has options; this is “yes-no”'],
		[{ scale: { from: 1, to: 2 } }, 'questions.0.scale: only a scale has ends; this is “yes-no”'],
		[{ type: 'single-choice', options: ['Yes', 'yes '] }, 'questions.0.options: “yes” stands there twice'],
		[
			{ type: 'single-choice', options: ['yes', 'not applicable'] },
			'questions.0.options: “not applicable” can be answered to every question; leave it out'
		],
		[
			{ type: 'multiple-choice', options: ['yes', 'a; b'] },
			'questions.0.options: “a; b” holds a “;”, which stands between the answers in a cell'
		],
		[
			{ type: 'single-choice', options: ['yes', ' '] },
			'questions.0.options.1: an answer word cannot be empty'
		]
	])('with %j is refused, naming the place', (question, fault) => {
		expect(faultsOf(question)).toContain(fault);
	});

	it('cannot have two questions under one code, whatever its case', () => {
		const result = instrumentSchema.safeParse({ ...file, questions: [asked, { ...asked, code: ' c4' }] });
		expect(result.error?.issues[0]).toMatchObject({ path: ['questions', 1, 'code'] });
	});
});

describe('the answer words of a question', () => {
	it.each([
		[{ type: 'yes-partly-no' as const }, ['yes', 'partly', 'no']],
		[{ type: 'scale' as const, scale: { from: 3, to: 5 } }, ['3', '4', '5']],
		[{ type: 'single-choice' as const, options: ['b', 'a'] }, ['b', 'a']],
		[{ type: 'multiple-choice' as const }, null],
		[{ type: 'scale' as const }, null],
		[{ type: 'date' as const }, null],
		[{ type: 'text' as const }, null]
	])('of %j are %j', (question, words) => {
		expect(fixedWords(question)).toEqual(words);
	});
});
