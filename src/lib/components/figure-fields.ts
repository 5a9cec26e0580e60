/** What is asked on a table of figures, for the form of a new one and the editor of one that is there. */
export const figureFields = [
	{ name: 'title', label: 'What the figures show', hint: 'Such as: people who chose each option' },
	{ name: 'unit', label: 'What is counted', hint: 'People, pounds, per cent.' },
	{ name: 'period', label: 'The time that they are of', hint: 'Such as: financial years 2023/24 to 2025/26' },
	{ name: 'origin', label: 'Where they come from' },
	{
		name: 'table',
		label: 'The table',
		hint: 'Paste it from a spreadsheet, or write a line for each row with commas between. The first line holds the headings, the first cell of each row its name. Leave a cell empty where there is no number.',
		rows: 8
	},
	{
		name: 'chart',
		label: 'Shown as',
		options: [
			{ value: 'bars', label: 'Bars side by side, and the table' },
			{ value: 'lines', label: 'Lines over the columns, and the table' },
			{ value: 'none', label: 'The table alone' }
		]
	},
	{
		name: 'elements',
		label: 'What they give evidence on',
		hint: 'Codes of elements with spaces between, or nothing.'
	}
];
