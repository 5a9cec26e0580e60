/** What a form says of a table of figures, checked field by field. */
import { readFigureTable, writeFigureTable } from '#lib/evidence/figure-table.ts';
import { figureCharts, longestFigureTexts as longest } from '#lib/evidence/voices.ts';
import { tidyLine } from '#lib/judgement/written-text.ts';
import type { Database } from '../db/open.ts';
import { FormProblem } from '../problems.ts';
import { checkedElements } from './checked-elements.ts';

export const figureFields = ['title', 'unit', 'period', 'origin', 'chart', 'table', 'elements'] as const;
/** As a form sends them: the table with tabs between its cells, `elements` as codes with spaces between. */
export type FigureTexts = Record<(typeof figureFields)[number], string>;

const missing = {
	title: 'Write what the figures show.',
	unit: 'Write what is counted: people, pounds, per cent.',
	period: 'Write the time that they are of.',
	origin: 'Write where the figures come from.'
};

/** Throws form-invalid. `texts` are tidied, `values` the columns. */
export function checkedFigure(db: Database, review: string, asked: FigureTexts) {
	const { elements, fault } = checkedElements(db, review, asked.elements);
	const read = readFigureTable(asked.table.replace(/\r\n?/g, '\n'));
	const chart = figureCharts.find((each) => each === asked.chart);
	const lines = Object.fromEntries(
		(['title', 'unit', 'period', 'origin'] as const).map((field) => [field, tidyLine(asked[field])])
	) as Record<keyof typeof longest, string>;
	const faults: Record<string, string> = {};
	for (const [field, line] of Object.entries(lines) as [keyof typeof longest, string][])
		if (line === '') faults[field] = missing[field];
		else if (line.length > longest[field]) faults[field] = `Write at most ${longest[field]} letters.`;
	if (!chart) faults.chart = 'Choose how they are shown.';
	if ('fault' in read) faults.table = read.fault;
	if (fault) faults.elements = fault;
	if (!chart || 'fault' in read || Object.keys(faults).length > 0) throw new FormProblem(faults);
	const { table } = read;
	const texts: FigureTexts = {
		...lines,
		chart,
		table: writeFigureTable(table),
		elements: elements.join(' ')
	};
	return { texts, values: { ...lines, chart, table, elements } };
}
