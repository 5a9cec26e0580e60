import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { notApplicable, notRecorded } from '#lib/evidence/answer.ts';
import { review, reviewWorld } from '../../../../tests/support/review-world.ts';
import {
	countAnswers,
	countAnswersByStratum,
	countAtoms,
	eachAnswer,
	listAnswersTo,
	listRecords
} from './answers.ts';
import { findSource } from './sources.ts';

const { db } = reviewWorld();
const key = findSource(db, review, 'files').key;
const records = [1, 2, 3, 4, 5, 6, 7, 8];
const questions = [0, 1, 2];
const answerCode = fc.constantFrom(0, 1, 2, notApplicable, notRecorded);

type Given = {
	record: number;
	question: number;
	first: number | null;
	second: number;
	settled: number | null;
};
const given = fc.tuple(
	...records.flatMap((record) =>
		questions.map((question) =>
			fc.record({
				record: fc.constant(record),
				question: fc.constant(question),
				first: fc.option(answerCode, { freq: 5 }),
				second: answerCode,
				settled: fc.option(answerCode, { freq: 2 })
			})
		)
	)
);
const places = ['north', 'south', ''];

/** Puts exactly these answers in the place of all others of the source, with a second reading of each. */
function keep(all: readonly Given[], strata: readonly string[]) {
	const run = (sql: string, ...values: unknown[]) => db.$client.prepare(sql).run(...values);
	db.$client.transaction(() => {
		for (const table of ['answers', 'written_answers', 'adjudications', 'records'])
			run(`delete from ${table} where source_id = ?`, key);
		for (const record of records)
			run(
				'insert into records (source_id, number, reference, strata) values (?, ?, ?, ?)',
				key,
				record,
				`F-${record}`,
				JSON.stringify(
					strata[record - 1] === '' ? {} : { area: strata[record - 1], wave: String(record % 2) }
				)
			);
		for (const { record, question, first, second, settled } of all) {
			const insert =
				'insert into answers (source_id, question, record, reading, value) values (?, ?, ?, ?, ?)';
			if (first !== null) run(insert, key, question, record, 1, first);
			run(insert, key, question, record, 2, second);
			if (settled !== null)
				run(
					`insert into adjudications (source_id, question, record, value, reason, changed_by, changed_at)
					 values (?, ?, ?, ?, 'Both were looked at.', 'ailsa', '2026-03-02T10:00:00.000Z')`,
					key,
					question,
					record,
					settled
				);
		}
	})();
}

/** What counts of each, by the plainest way there is. */
const counted = (all: readonly Given[]) =>
	all.map((each) => ({ ...each, code: each.settled ?? each.first })).filter(({ code }) => code !== null);

const tally = (codes: readonly number[]) =>
	Object.fromEntries([...Map.groupBy(codes, (code) => code)].map(([code, those]) => [code, those.length]));
const plain = (counts: ReadonlyMap<number, number> | undefined) => Object.fromEntries(counts ?? []);

describe('what was settled', () => {
	test('counts in the place of the first reading everywhere, and the second reading nowhere', () => {
		const strataOf = fc.tuple(...records.map(() => fc.constantFrom(...places)));
		fc.assert(
			fc.property(given, strataOf, (all, strata) => {
				keep(all, strata);
				const counts = counted(all);
				const areaOf = (record: number) => strata[record - 1] || 'not stated';

				const whole = countAnswers(db, key);
				const byArea = countAnswersByStratum(db, key, 'area');
				const inWave = countAnswersByStratum(db, key, 'area', { column: 'wave', stratum: '1' });
				for (const question of questions) {
					const own = counts.filter((each) => each.question === question);
					expect(plain(whole.get(question))).toEqual(tally(own.map(({ code }) => code!)));
					for (const { stratum, questions: inStratum } of byArea)
						expect(plain(inStratum.get(question))).toEqual(
							tally(own.filter(({ record }) => areaOf(record) === stratum).map(({ code }) => code!))
						);
					for (const { stratum, questions: inStratum } of inWave)
						expect(plain(inStratum.get(question))).toEqual(
							tally(
								own
									.filter(
										({ record }) => record % 2 === 1 && areaOf(record) === stratum && strata[record - 1]
									)
									.map(({ code }) => code!)
							)
						);
					for (const atom of countAtoms(db, key, ['area'])) {
						const codes = own
							.filter(({ record }) => areaOf(record) === atom.strata[0])
							.map(({ code }) => code);
						expect(atom.questions.get(question) ?? { answered: 0, notApplicable: 0, notRecorded: 0 }).toEqual(
							{
								answered: codes.length,
								notApplicable: codes.filter((code) => code === notApplicable).length,
								notRecorded: codes.filter((code) => code === notRecorded).length
							}
						);
					}
					expect(listAnswersTo(db, key, question).map(({ number, code }) => [number, code])).toEqual(
						records.map((record) => [record, own.find((each) => each.record === record)?.code ?? null])
					);
				}
				const inOrder = counts
					.sort((a, b) => a.record - b.record || a.question - b.question)
					.map(({ record, question, code }) => ({ record, question, code, text: null }));
				expect([...eachAnswer(db, key)]).toEqual(inOrder);
				expect([...eachAnswer(db, key, 3)]).toEqual(inOrder.filter(({ record }) => record === 3));
			}),
			{ numRuns: 40 }
		);
	});

	test('of a record that is gone counts nowhere', () => {
		keep(
			[{ record: 1, question: 0, first: 0, second: 1, settled: 2 }],
			records.map(() => 'north')
		);
		db.$client.prepare('delete from records where source_id = ? and number = 1').run(key);
		db.$client.prepare('delete from answers where source_id = ?').run(key);
		expect(countAnswers(db, key).size).toBe(0);
		expect([...eachAnswer(db, key)]).toEqual([]);
		expect(listRecords(db, key)).toHaveLength(7);
	});
});
