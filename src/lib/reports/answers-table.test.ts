import { describe, expect, it } from 'vitest';
import { parseInstrument } from '#lib/evidence/instrument.ts';
import type { PublishedFigure } from '#lib/evidence/source.ts';
import { deriveMeasure } from '#lib/measures/derive.ts';
import { quantityScale, smallReview } from '../../../tests/support/small-review.ts';
import { answersTable } from './answers-table.ts';

const instrument = parseInstrument({
	id: 'files',
	edition: '1',
	title: 'Files',
	unit: { one: 'file', many: 'files' },
	questions: [
		{ code: 'D1', wording: 'When was it asked for?', type: 'date', positive: [] },
		{ code: 'N1', wording: 'Anything else?', type: 'text', positive: [] },
		{
			code: 'M1',
			wording: 'Who took part?',
			type: 'multiple-choice',
			positive: ['advocate'],
			options: ['family', 'advocate']
		}
	]
});

function tableOf(
	code: string,
	counts: [number, number][],
	records = 10,
	published: PublishedFigure[] | null = null
) {
	const question = instrument.questions.find((each) => each.code === code)!;
	const input = smallReview();
	const source = { ...input.bundle.sources[0]!, published };
	const sample = { design: 'random', frameSize: null, strata: null } as const;
	const measure = deriveMeasure({ question, counts: new Map(counts), records, sample, scale: quantityScale });
	const key = { source: source.id, question: code };
	return answersTable(input, { key, source, instrument, question, measure }, null);
}

describe('the table of a question', () => {
	it('counts dates by quarter, since a single day could tell whose file it is', () => {
		const { rows } = tableOf('D1', [
			[20180105, 1],
			[20180330, 2],
			[20180702, 3]
		]);
		expect(rows).toEqual([
			['2018, January to March', '3', '50%'],
			['2018, July to September', '3', '50%']
		]);
	});

	it('counts dates by year where there would be more than twelve quarters', () => {
		const days = Array.from({ length: 20 }, (_, year): [number, number] => [(2000 + year) * 10000 + 101, 1]);
		expect(tableOf('D1', days, 20).rows[0]).toEqual(['2000', '1', '5%']);
	});

	it('says how many wrote, and nothing of what they wrote', () => {
		const { headers, rows } = tableOf('N1', [[1, 3]]);
		expect(headers).toEqual(['Answer', 'Files']);
		expect(rows).toEqual([
			['Written', '3'],
			['Nothing written', '7']
		]);
	});

	it('warns that several answers may add up to more than all', () => {
		const { rows, note } = tableOf('M1', [
			[3, 4],
			[1, 6]
		]);
		expect(rows).toEqual([
			['Family', '10', '100%'],
			['Advocate', '4', '40%']
		]);
		expect(note).toContain('shares may add up to more than 100%');
	});

	it('says of a reconstruction what was published of the question, and else that it is invented', () => {
		const source = { document: 'A report', lines: [1, 2] as [number, number] };
		const figure = (kind: PublishedFigure['kind'], said: string) =>
			tableOf('M1', [[3, 4]], 10, [{ question: 'M1', said, kind, source }]).note;
		expect(tableOf('M1', [[3, 4]]).note).not.toContain('nvented');
		expect(tableOf('M1', [[3, 4]], 10, []).note).toMatch(/ Invented\.$/);
		expect(figure('word', 'most')).toMatch(/ Published: “most”; count invented\.$/);
		expect(figure('percentage', '70%')).toMatch(/ Published: “70%”; count invented\.$/);
		expect(figure('count', 'all ten')).toMatch(/ Published: “all ten”\.$/);
		expect(tableOf('N1', [[1, 3]], 10, []).note).toMatch(/ Invented\.$/);
	});
});
