import { describe, expect, it } from 'vitest';
import { questionSchema, type Question } from '#lib/evidence/instrument.ts';
import { agreementByPair, agreementByQuestion, agreementCsv, type Compared } from './agreement-table.ts';

const question = (code: string, type: Question['type']) =>
	questionSchema.parse({ code, wording: `Wording of ${code}`, type, positive: [] });
const instrument = {
	questions: [question('Q1', 'yes-no'), question('Q2', 'text'), question('=Q3', 'yes-partly-no')]
};
const compared = (
	record: number,
	at: number,
	first: number,
	second: number,
	readers: [string, string] = ['Ann', 'Bea']
): Compared => ({ record, question: at, first: { code: first }, second: { code: second }, readers });
const all = [
	...[1, 2, 3, 4, 5, 6].map((record) => compared(record, 0, record % 2, record === 1 ? 0 : record % 2)),
	...[1, 2, 3, 4, 5, 6].map((record) => compared(record, 2, record % 3, record % 3, ['Bea', 'Ann'])),
	compared(1, 1, 1, 1)
];

describe('the table of agreement', () => {
	it('has a line for each question that can be compared, with pairs, figures, intervals and what they mean', () => {
		const rows = agreementByQuestion(instrument, all);
		expect(rows.map(({ name, pairs }) => [name, pairs])).toEqual([
			['Q1', 6],
			['=Q3', 6]
		]);
		expect(rows[0]).toMatchObject({
			percent: { figure: '83.3%' },
			kappa: { figure: '0.67' },
			weighted: false
		});
		expect(rows[0]!.percent.note).toMatch(/^35.9% to 99.6%$/);
		expect(rows[1]).toMatchObject({ kappa: { figure: '1.00', note: 'no interval' }, weighted: true });
		expect(rows[0]!.reading).toContain('6 pairs say little yet.');
	});

	it('has a line for each pair of readers, whoever of them read first', () => {
		expect(agreementByPair(instrument, all)).toMatchObject([{ name: 'Ann and Bea', pairs: 12 }]);
	});

	it('has questions that nobody answered twice, without a figure', () => {
		expect(agreementByQuestion(instrument, [])[0]).toMatchObject({
			pairs: 0,
			percent: { figure: '–', note: '' },
			kappa: { figure: '–', note: 'no record was answered by both' }
		});
	});

	it('is a file with the same lines, whose texts no spreadsheet takes for formulas', () => {
		const text = agreementCsv(agreementByQuestion(instrument, all), agreementByPair(instrument, all));
		const lines = text.split('\r\n');
		expect(lines[0]).toMatch(/^\ufeffby,name,wording,pairs,same,percent/);
		expect(lines[1]).toMatch(/^question,Q1,Wording of Q1,6,5,0.833333,0\.35\d+,0\.99\d+,0.666667,/);
		expect(lines[2]).toContain("'=Q3");
		expect(lines[3]).toMatch(/^readers,Ann and Bea,,12,11,/);
		expect(text).not.toMatch(/NaN|null|undefined/);
	});
});
