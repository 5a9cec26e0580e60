import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notApplicable, notRecorded } from '#lib/evidence/answer.ts';
import { questionSchema, questionTypes, type Question } from '#lib/evidence/instrument.ts';
import { hasShare, tallyAnswers } from './tally.ts';

function question(fields: Partial<Question> & Pick<Question, 'type'>): Question {
	return questionSchema.parse({
		code: 'C4',
		wording: 'Were the options discussed?',
		positive: [],
		...fields
	});
}
const [yes, partly, no] = [0, 1, 2];
const discussed = question({ type: 'yes-partly-no', positive: ['yes'] });
const recorded = question({ type: 'yes-partly-no', positive: ['yes'], asksAboutRecording: true });

describe('the tally of a question', () => {
	const counts = new Map([
		[yes, 40],
		[partly, 6],
		[no, 5],
		[notApplicable, 3],
		[notRecorded, 4]
	]);

	it('leaves not applicable, not recorded and blank out of the base', () => {
		expect(tallyAnswers(discussed, counts, 60)).toMatchObject({
			records: 60,
			base: 51,
			positive: 40,
			partly: 6,
			negative: 5,
			notApplicable: 3,
			notRecorded: 4,
			blank: 2
		});
	});

	it('keeps not recorded in the base when the question asks about recording', () => {
		expect(tallyAnswers(recorded, counts, 60)).toMatchObject({ base: 55, negative: 5, notRecorded: 4 });
	});

	it('never counts not applicable as a pass', () => {
		const onlyThose = tallyAnswers(discussed, new Map([[notApplicable, 60]]), 60);
		expect(onlyThose).toMatchObject({ base: 0, positive: 0, negative: 0 });
	});

	it('lists every answer word in the order of the question, given or not', () => {
		expect(tallyAnswers(discussed, new Map([[no, 1]]), 1).answers).toEqual([
			{ word: 'yes', count: 0, positive: true },
			{ word: 'partly', count: 0, positive: false },
			{ word: 'no', count: 1, positive: false }
		]);
	});

	it('counts “partly” as positive where the instrument says so, and then only once', () => {
		const generous = question({ type: 'yes-partly-no', positive: ['yes', 'partly'] });
		expect(tallyAnswers(generous, counts, 60)).toMatchObject({ positive: 46, partly: 0, negative: 5 });
	});

	it('counts a record with several choices once in the base and under each of its words', () => {
		const several = question({ type: 'multiple-choice', options: ['a', 'b', 'c'], positive: ['a', 'b'] });
		const tally = tallyAnswers(
			several,
			new Map([
				[1, 10],
				[3, 5],
				[4, 2]
			]),
			20
		);
		expect(tally).toMatchObject({ base: 17, positive: 15, negative: 2, blank: 3 });
		expect(tally.answers.map((answer) => answer.count)).toEqual([15, 5, 2]);
	});

	it('uses the words found in the file for a choice without options', () => {
		const free = question({ type: 'single-choice', positive: ['north'] });
		const tally = tallyAnswers(
			free,
			new Map([
				[0, 4],
				[1, 6]
			]),
			10,
			['north', 'south']
		);
		expect(tally).toMatchObject({ positive: 4, negative: 6 });
		expect(tally.answers.map((answer) => answer.word)).toEqual(['north', 'south']);
	});

	it('counts the numbers of a scale, with or without its ends named', () => {
		const counts = new Map([
			[2, 3],
			[5, 4]
		]);
		const withEnds = question({ type: 'scale', scale: { from: 1, to: 5 }, positive: ['4', '5'] });
		const without = question({ type: 'scale', positive: ['4', '5'] });
		expect(tallyAnswers(withEnds, counts, 7).answers.map(({ count }) => count)).toEqual([0, 3, 0, 0, 4]);
		expect(tallyAnswers(without, counts, 7).answers.map(({ word }) => word)).toEqual(['2', '4', '5']);
		expect(tallyAnswers(without, counts, 7).positive).toBe(4);
	});

	it('keeps the counts of dates and written answers, which are neither positive nor negative', () => {
		const dates = tallyAnswers(
			question({ type: 'date' }),
			new Map([
				[20180713, 1],
				[20180627, 2]
			]),
			4
		);
		expect(dates.answers.map(({ word, count }) => [word, count])).toEqual([
			['2018-06-27', 2],
			['2018-07-13', 1]
		]);
		expect(dates).toMatchObject({ base: 3, positive: 0, negative: 0, blank: 1 });
		const notes = tallyAnswers(question({ type: 'text' }), new Map([[1, 3]]), 4);
		expect(notes.answers).toEqual([{ word: 'written', count: 3, positive: false }]);
	});

	it('is refused when there are more answers than records', () => {
		expect(() => tallyAnswers(discussed, new Map([[yes, 61]]), 60)).toThrow(
			'Question C4 has 61 answers in 60 records.'
		);
	});

	it('is refused for an answer that the question does not have', () => {
		expect(() => tallyAnswers(discussed, new Map([[3, 1]]), 60)).toThrow('no answer with the code 3');
		expect(() => tallyAnswers(question({ type: 'single-choice' }), new Map([[0, 1]]), 60)).toThrow(
			RangeError
		);
	});

	it('always adds up', () => {
		const questions = questionTypes.flatMap((type) =>
			[true, false].map((asksAboutRecording) =>
				question({
					type,
					asksAboutRecording,
					...(type.endsWith('choice') ? { options: ['yes', 'b'], positive: ['yes'] } : {}),
					...(type === 'scale' ? { scale: { from: 0, to: 2 }, positive: ['0'] } : {}),
					...(type.startsWith('yes') ? { positive: ['yes'] } : {}),
					...(type === 'agreement' ? { positive: ['agree'] } : {})
				})
			)
		);
		const some = fc.integer({ min: 0, max: 200 });
		fc.assert(
			fc.property(fc.constantFrom(...questions), fc.tuple(some, some, some, some, some), (each, counts) => {
				const [first, second, notHere, unknown, blank] = counts;
				const coded = new Map([
					[0, first],
					[1, second],
					[notApplicable, notHere],
					[notRecorded, unknown]
				]);
				const tally = tallyAnswers(each, coded, first + second + notHere + unknown + blank);
				const inside = each.asksAboutRecording ? tally.notRecorded : 0;
				const outside = tally.notApplicable + tally.blank + tally.notRecorded - inside;
				expect(tally.records).toBe(tally.base + outside);
				expect(tally.blank).toBe(blank);
				if (hasShare(each)) expect(tally.base).toBe(tally.positive + tally.partly + tally.negative + inside);
			})
		);
	});
});
