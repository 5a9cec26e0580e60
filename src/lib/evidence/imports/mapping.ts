/**
 * What a person decided about a table: which row is the header, what each column is, and what each answer word means.
 * It is remembered by the headings, so that the next export of the same form needs no deciding.
 */
import { z } from 'zod';

export const tableFormats = ['cairn', 'microsoft-forms', 'smartsurvey', 'surveymonkey', 'unknown'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** What a column is used as. */
export const columnUseSchema = z.discriminatedUnion('role', [
	/** Holds the answers to the question with this code. */
	z.strictObject({ role: z.literal('question'), question: z.string() }),
	/** One of several columns of a multiple choice: filled where this word was chosen. */
	z.strictObject({ role: z.literal('choice'), question: z.string(), word: z.string() }),
	/** What was written beside a choice, under “other”: filled where that was chosen. The word is '' where none is. */
	z.strictObject({ role: z.literal('other'), question: z.string(), word: z.string() }),
	/** The response's own number or pseudonym; the prefix says whose it is: “MF” makes MF-17 of 17. */
	z.strictObject({ role: z.literal('reference'), prefix: z.string().regex(/^[A-Z]{0,4}$/) }),
	/** Groups the records, under this name. */
	z.strictObject({ role: z.literal('stratum'), name: z.string().min(1).max(80) }),
	/** Names a person, or may: its values are dropped and counted. */
	z.strictObject({ role: z.literal('personal') }),
	/** Says something about the filling in, such as when: dropped. */
	z.strictObject({ role: z.literal('metadata') }),
	/** Somebody decided that it is not wanted: dropped. */
	z.strictObject({ role: z.literal('ignored') })
]);
export type ColumnUse = z.infer<typeof columnUseSchema>;

export const mappingSchema = z.strictObject({
	/** Of this shape of mapping. */
	version: z.literal(1),
	format: z.enum(tableFormats),
	/** The name of the sheet; null in a CSV file. */
	sheet: z.string().nullable(),
	/** Numbers of the rows that make the header, as a spreadsheet shows them; one to three. */
	headerRows: z.array(z.number().int().positive()).min(1).max(3),
	columns: z
		.array(
			z.strictObject({
				/** Counted from 0. */
				at: z.number().int().nonnegative(),
				/** As `headingsOf` gives it: the rows of the header joined by “ / ”. */
				heading: z.string(),
				use: columnUseSchema
			})
		)
		.max(1000),
	/**
	 * Question code → word found in the file (in the spelling of plainWord) → the answer word that it means,
	 * “not applicable”, “not recorded”, or '' for leaving the answer blank.
	 */
	words: z.record(z.string(), z.record(z.string(), z.string())).default({}),
	/** Question code → the answer word that every word without an entry means; what was written is kept beside it. */
	otherwise: z.record(z.string(), z.string()).default({})
});
export type Mapping = z.infer<typeof mappingSchema>;
