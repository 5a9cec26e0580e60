import { describe, expect, test } from 'vitest';
import type { Figure } from '#lib/evidence/voices.ts';
import { deriveThemePage } from '#lib/pages/theme-page.ts';
import { seesAll } from '#lib/pages/withheld.ts';
import { smallReview } from '../../../tests/support/small-review.ts';
import { deriveReport } from './derive-report.ts';
import { figureBlocks } from './performance.ts';

const figure: Figure = {
	id: 'options',
	title: 'People by option',
	unit: 'people',
	period: '2022/23 to 2023/24',
	origin: 'Return of the partnership, June 2024',
	chart: 'lines',
	elements: ['T2'],
	table: {
		columns: ['2022/23', '2023/24'],
		rows: [
			{ label: 'Option 1', values: [1210, 1340.5] },
			{ label: 'Option 2', values: [0, null] }
		]
	}
};

const counted = {
	id: 'uptake',
	kind: 'performance-data',
	title: 'Uptake of the options',
	sample: { design: 'census', howDrawn: 'All of them.' },
	heardFrom: 'The partnership',
	figures: [figure, { ...figure, id: 'other', title: 'Complaints', elements: ['T5'] }]
};
const review = smallReview((bundle) => ({
	...bundle,
	sources: [...(bundle.sources as object[]), counted]
}));

describe('a table of performance data', () => {
	test('stands in the report in the section of its theme, with unit, period and origin', () => {
		const report = deriveReport(review);
		const tablesOf = (code: string) =>
			report.sections
				.find((section) => section.code === code)!
				.blocks.flatMap((block) => (block.kind === 'table' && block.numeric.length === 2 ? [block] : []))
				.filter(({ headers }) => headers[0] === 'People');
		expect(tablesOf('T2')).toEqual([
			{
				kind: 'table',
				id: null,
				caption: 'People by option',
				headers: ['People', '2022/23', '2023/24'],
				rows: [
					['Option 1', '1,210', '1,340.5'],
					['Option 2', '0', 'no figure']
				],
				numeric: [1, 2],
				note: 'People, 2022/23 to 2023/24. Source: Return of the partnership, June 2024.'
			}
		]);
		expect(tablesOf('T5').map(({ caption }) => caption)).toEqual(['Complaints']);
		expect(tablesOf('T1')).toEqual([]);
	});

	test('that is wider than a page is set in parts, with every number in one of them', () => {
		const columns = Array.from({ length: 20 }, (_, year) => String(2001 + year));
		const blocks = figureBlocks({
			...figure,
			table: { columns, rows: [{ label: 'Option 1', values: columns.map(Number) }] }
		});
		expect(blocks.map(({ caption, headers }) => [caption, headers.length])).toEqual([
			['People by option, part 1 of 3', 8],
			['People by option, part 2 of 3', 8],
			['People by option, part 3 of 3', 7]
		]);
		expect(blocks.flatMap(({ headers }) => headers.slice(1))).toEqual(columns);
		expect(blocks.map(({ note }) => note !== null)).toEqual([false, false, true]);
	});

	test('stands on the page of its theme with the source that it is of, and on no other', () => {
		const figuresOf = (code: string) =>
			deriveThemePage(review, [], code, seesAll)!.figures.map(({ source, parts }) => [
				source,
				parts.map(({ title }) => title)
			]);
		expect(figuresOf('T2')).toEqual([['uptake', ['People by option']]]);
		expect(figuresOf('T5')).toEqual([['uptake', ['Complaints']]]);
		expect(figuresOf('T1')).toEqual([]);
	});
});
