/** The shapes of what people said, of small tables of figures, and of who was involved in a review. */
import { z } from 'zod';
import { isoDate } from './iso-date.ts';
import { directions, figureCharts, involvedGroups, involvementStages } from './voice-words.ts';

export * from './voice-words.ts';

const slug = z.string().regex(/^[a-z0-9-]+$/, 'small letters, digits and hyphens');

/** Notes of a conversation or an observation, in which passages are marked. */
export const noteSchema = z.strictObject({
	id: slug,
	title: z.string().min(1),
	day: isoDate.nullable().default(null),
	text: z.string().min(1)
});
export type Note = z.infer<typeof noteSchema>;

/** Something said or noted that gives evidence on elements. */
export const passageSchema = z.strictObject({
	id: slug,
	text: z.string().min(1),
	elements: z.array(z.string()).default([]),
	direction: z.enum(directions).nullable().default(null),
	/** The words as they were said. */
	quotation: z.boolean().default(false),
	/** A group of people, never one. */
	saidBy: z.string().nullable().default(null),
	/** Id of the note in which it is marked; `starts` and `ends` are places in its text, in UTF-16 units from 0. */
	note: z.string().nullable().default(null),
	starts: z.number().int().min(0).nullable().default(null),
	ends: z.number().int().min(0).nullable().default(null),
	/** Of a written answer: the number of its record, from 1, and the position of its question, from 0. */
	record: z.number().int().positive().nullable().default(null),
	question: z.number().int().min(0).nullable().default(null)
});
export type Passage = z.infer<typeof passageSchema>;

/** Letters of a heading or of the name of a row: more has no room on a printed page. */
export const longestHeading = 80;

/** The greatest length of each text of a table of figures, in letters. */
export const longestFigureTexts = { title: 160, unit: 60, period: 80, origin: 300 };

/** Headings of the number columns, and a line for each group: its label and its numbers, null where there is none. */
export const figureTableSchema = z.strictObject({
	columns: z.array(z.string().min(1).max(longestHeading)).min(1).max(20),
	rows: z
		.array(
			z.strictObject({ label: z.string().min(1).max(longestHeading), values: z.array(z.number().nullable()) })
		)
		.min(1)
		.max(100)
});
export type FigureTable = z.infer<typeof figureTableSchema>;

/** A small table of performance data, such as people by option by year. */
export const figureSchema = z.strictObject({
	id: slug,
	title: z.string().min(1).max(longestFigureTexts.title),
	/** What the numbers count: people, pounds, per cent. */
	unit: z.string().min(1).max(longestFigureTexts.unit),
	period: z.string().min(1).max(longestFigureTexts.period),
	/** Where the numbers come from. */
	origin: z.string().min(1).max(longestFigureTexts.origin),
	chart: z.enum(figureCharts),
	table: figureTableSchema,
	elements: z.array(z.string()).default([])
});
export type Figure = z.infer<typeof figureSchema>;

/** Who was involved in the review at a stage, how, and what changed because of it. */
export const involvementSchema = z.strictObject({
	id: slug,
	stage: z.enum(involvementStages),
	groups: z.array(z.enum(involvedGroups)).min(1),
	number: z.number().int().positive().nullable().default(null),
	day: isoDate.nullable().default(null),
	how: z.string().min(1),
	/** Null while nothing has changed. */
	changed: z.string().nullable().default(null)
});
export type Involvement = z.infer<typeof involvementSchema>;
