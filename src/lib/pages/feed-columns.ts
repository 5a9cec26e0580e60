/** What each column of the figures holds: said once, for the page on the feed, and in its description for machines. */
import { figureColumns, type FigureColumn } from './compare-figures.ts';

export type ColumnType = 'text' | 'whole number' | 'number';
export type ColumnWords = { type: ColumnType; empty: boolean; words: string };

const told: Record<FigureColumn, [ColumnType, boolean, string]> = {
	release: ['whole number', false, 'Number of the release. It rises; a release never changes.'],
	published: ['text', false, 'Day on which it was published, year-month-day.'],
	world: ['text', false, '“real”, or “example” where everything is invented.'],
	kind: ['text', false, '“measures”, “readiness”, “evaluations” or “recommendations”.'],
	cell: ['text', false, 'What is compared, the same in every release: “question:case-file-assessed/W2”.'],
	code: ['text', false, 'Code of the question, component or theme: “W2”, “8.3”, “T4”.'],
	instrument: ['text', true, 'Set of questions that it belongs to; of measures only.'],
	title: ['text', false, 'Its title or words.'],
	group: ['text', false, '“own”, “named”, “family-1” to “family-4”, or “scotland”.'],
	group_name: ['text', false, 'Name of the partnership or of the group.'],
	part: [
		'text',
		false,
		'“one” partnership; “all” of a group, as published; or its “others”: the same less your own exact value, so rounded no more.'
	],
	partnership: ['text', true, 'Code of the partnership; of “own” and “named” only.'],
	partnerships: ['whole number', false, 'How many partnerships the row is of.'],
	positive: ['whole number', true, 'Positive answers; of groups rounded to the nearest 5. Measures only.'],
	base: [
		'whole number',
		true,
		'Records that the share is of; of groups rounded to the nearest 5. Measures only.'
	],
	share: ['number', true, 'positive ÷ base, between 0 and 1. Measures only.'],
	low: ['number', true, 'Lower end of the exact 95% interval of the share; where all are of samples.'],
	high: ['number', true, 'Upper end of it.'],
	step: [
		'whole number',
		true,
		'Stage of readiness, 0 to 4, or evaluation, 1 to 6. A group has a row for each of its steps.'
	],
	count: [
		'whole number',
		true,
		'Partnerships at the step, or, of “recommendations”, how many recommendations there are in all.'
	]
};

/** In the order of the columns. */
export const feedColumns: readonly ({ name: FigureColumn } & ColumnWords)[] = figureColumns.map((name) => {
	const [type, empty, words] = told[name];
	return { name, type, empty, words };
});
