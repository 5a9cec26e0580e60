/**
 * An instrument is a versioned question set, in our own words, mapped to the elements of frameworks that each
 * question gives evidence on. An analyst's own instrument file needs only the fields without a default.
 */
import { z } from 'zod';
import { deepFreeze } from '#lib/frameworks/freeze.ts';
import { plainWord } from './plain-word.ts';
import { questionFaults } from './question-faults.ts';
import { fixedWords, questionTypes } from './question-types.ts';

export { fixedWords, questionTypes, type QuestionType } from './question-types.ts';

/** `sds-standards@2021`: a framework's id and edition. */
export const editionReferenceSchema = z.string().regex(/^[a-z0-9-]+@[a-z0-9.-]+$/, 'write it as id@edition');

const word = z
	.union([z.string(), z.number()])
	.transform((value) => String(value).trim())
	.refine((value) => value !== '', 'an answer word cannot be empty');

export const questionSchema = z.strictObject({
	/** Column name in an answers file; unique in the instrument. */
	code: z.string().trim().min(1),
	wording: z.string().min(1),
	type: z.enum(questionTypes),
	/** The answer words that count as positive. Empty: the question has no share. */
	positive: z.array(word),
	/** Codes of the framework elements that it gives evidence on. */
	elements: z.array(z.string()).default([]),
	/** The heading under which the question stands in its instrument. */
	group: z.string().optional(),
	/** What a message title says after the quantity term: "files show that the options were discussed". */
	message: z.string().optional(),
	/** A few words that name the measure in a table or exhibit: "Options discussed". */
	label: z.string().optional(),
	/** Answer words of a single or multiple choice, in order. Left out: the words found in the file. */
	options: z.array(word).min(2).max(30).optional(),
	/** Lowest and highest whole number of a scale, with the words at its ends. */
	scale: z
		.strictObject({
			from: z.number().int().min(0),
			to: z.number().int().max(100),
			fromLabel: z.string().optional(),
			toLabel: z.string().optional()
		})
		.refine((scale) => scale.from < scale.to, 'the scale must go upwards')
		.optional(),
	/** True when the question is about recording, so that `not recorded` stays in the base. */
	asksAboutRecording: z.boolean().default(false),
	/** A note to the reader or respondent. */
	help: z.string().optional()
});
export type Question = z.infer<typeof questionSchema>;

export const instrumentSchema = z
	.strictObject({
		id: z.string().regex(/^[a-z0-9-]+$/, 'small letters, digits and hyphens'),
		edition: z.union([z.string().min(1), z.number()]).transform(String),
		title: z.string().min(1),
		about: z.string().optional(),
		/** What one record is called: a file, a response, a questionnaire. */
		unit: z.strictObject({ one: z.string(), many: z.string() }).default({ one: 'record', many: 'records' }),
		/** The framework editions that the questions' element codes belong to. */
		frameworks: z.array(editionReferenceSchema).default([]),
		questions: z.array(questionSchema).min(1)
	})
	.superRefine((instrument, context) => {
		const columns = new Set(['reference']);
		instrument.questions.forEach((question, index) => {
			const column = plainWord(question.code);
			const faults = columns.has(column)
				? [{ field: 'code', message: `“${question.code}” is already used as a column` }]
				: [];
			columns.add(column);
			for (const { field, message } of [...faults, ...questionFaults(question, fixedWords(question))])
				context.addIssue({ code: 'custom', path: ['questions', index, field], message });
		});
	});
export type Instrument = z.infer<typeof instrumentSchema>;

/** Parses and freezes an instrument. Throws a ZodError that names the place of each fault. */
export function parseInstrument(json: unknown): Instrument {
	return deepFreeze(instrumentSchema.parse(json));
}
