/**
 * A self-evaluation as the sheets of a workbook to be filled in: a line for each component, one for each standard, the
 * choices, and notes.
 */
import { filedFields, stampLabel, stepWords, type FiledField } from '#lib/judgement/round-trip.ts';
import { filedParts, tooLongForCell } from '#lib/judgement/round-trip-standards.ts';
import { longDate } from '#lib/reports/dates.ts';
import type { Cell } from './results-table.ts';
import type { Sheet } from './results-workbook.ts';
import type { SelfEvaluationFile } from './self-evaluation-file.ts';

const heads = ['Component', 'Standard', 'Text', ...filedFields.map(({ label }) => label), stampLabel];
const columnOf = (field: FiledField) => 3 + filedFields.findIndex(({ name }) => name === field);

export function deriveSelfEvaluationWorkbook(file: SelfEvaluationFile): Sheet[] {
	const choices = choicesOf(file);
	return [componentsOf(file, choices), standardsOf(file), choices, notesOn(file)];
}

function componentsOf({ review, standards }: SelfEvaluationFile, choices: Sheet): Sheet {
	return {
		name: 'Components',
		table: 'Components',
		title: `${review.title}: self-evaluation`,
		about: [
			'Fill in the columns from Stage to What now. Leave the columns Component and Made from as they are: Cairn knows each component by them.',
			'This sheet has one table. How to fill it in, and whose words the components are, stands on the sheet Notes.'
		],
		heads,
		lines: standards.flatMap(({ code: standard, title, components }) =>
			components.map(({ code, text, fields, stamp }): Cell[] => [
				code,
				`${standard}. ${title}`,
				text,
				...filedFields.map(({ name }) => {
					const found = fields.find(({ field }) => field === name);
					return (name === 'targetBy' ? found?.value : found?.shown) || null;
				}),
				stamp
			])
		),
		widths: [11, 24, 60, 24, 48, 30, 48, 24, 12, 48, 20],
		days: [columnOf('targetBy')],
		lists: [
			{ column: columnOf('howWell'), from: choices, at: 0 },
			{ column: columnOf('howDoWeKnow'), from: choices, at: 1 },
			{ column: columnOf('target'), from: choices, at: 0 }
		]
	};
}

/** Letters of a text that a cell holds whole, though each sign of it may be written as several. */
const longestInCell = 18_000;

function standardsOf({ review, standards }: SelfEvaluationFile): Sheet {
	return {
		name: 'Standards',
		table: 'Standards',
		title: `${review.title}: the standards as a whole`,
		about: [
			'Fill in the columns Overall, Strengths and Gaps. Leave the columns Standard and Made from as they are: Cairn knows each standard by them.',
			'This sheet has one table. The signs for headings, lists, bold and quotations stand on the sheet Notes.'
		],
		heads: ['Standard', 'Title', ...filedParts.map(({ label }) => label), stampLabel],
		lines: standards.map(({ code, title, parts, stamp }): Cell[] => [
			code,
			title,
			...parts.map(({ text }) => (text.length > longestInCell ? tooLongForCell : text || null)),
			stamp
		]),
		widths: [11, 30, 60, 60, 60, 20]
	};
}

function choicesOf({ scale }: SelfEvaluationFile): Sheet {
	const longest = Math.max(scale.howWell.length, scale.howDoWeKnow.length);
	return {
		name: 'Choices',
		table: 'Choices',
		title: 'What the cells offer',
		about: ['This sheet has one table.'],
		heads: ['Stages', 'Ways of knowing'],
		lines: Array.from({ length: longest }, (_, at) =>
			[scale.howWell[at], scale.howDoWeKnow[at]].map((step) => (step ? stepWords(step) : null))
		),
		widths: [30, 60]
	};
}

function notesOn({ review, madeOn, from, scale, standards }: SelfEvaluationFile): Sheet {
	const inDevelopment = standards
		.flatMap(({ components }) => components)
		.filter((component) => component.inDevelopment)
		.map(({ code }) => code);
	return {
		name: 'Notes',
		table: 'Notes',
		title: `${review.title}: notes on filling it in`,
		about: ['This sheet has one table.'],
		heads: ['Subject', 'Note'],
		lines: [
			['Review', review.id],
			['Downloaded', `From Cairn on ${longDate(madeOn)}.`],
			[
				'Coming back',
				'Upload the workbook where it was downloaded. Everything that differs is shown before anything is taken in. What you leave alone stays as it is; a cell that you empty empties the field.'
			],
			[
				'Standards',
				'What is written of a standard is a text with signs: ## before a heading, ### before a smaller one, * or - before an item of a list, 1. before a numbered item, > before a quotation, **bold**. Each stands at the beginning of a line of its own (Alt and Enter). A spreadsheet takes what begins with - or = for a sum: begin a list with *.'
			],
			[
				'Links to measures',
				'Words such as [most](source/question 49 of 60) are tied to a measure. Leave the round brackets as they are; take them out, and the words stand without the measure.'
			],
			['People', 'Write no names of people, addresses or telephone numbers.'],
			['Target by', 'A day, such as 31/03/2027 or 31 March 2027: the day comes before the month.'],
			[
				'Empty cells',
				`Nothing has been said yet.${inDevelopment.length > 0 ? ` ${inDevelopment.join(', ')}: in development in this edition; keep notes, no stage is asked for.` : ''}`
			],
			...scale.howWell.map((step) => [stepWords(step), step.descriptor]),
			...scale.howDoWeKnow.map((step) => [stepWords(step), step.descriptor]),
			['Source of the components', `${from.source.title}, ${from.edition} edition.`],
			['Licence of the components', `${from.licence.name}. ${from.licence.statement}`]
		],
		widths: [30, 100]
	};
}
