/**
 * An evidence source: what was read, asked or heard, from whom, when and how they were drawn; and its records,
 * each under a pseudonymous reference.
 */
import { z } from 'zod';
import { isoDate } from './iso-date.ts';
import { designs, sourceKinds } from './source-kinds.ts';
import { figureSchema, noteSchema, passageSchema } from './voices.ts';

export { isoDate } from './iso-date.ts';
export { designs, sourceKinds, type Design } from './source-kinds.ts';
export type { Passage } from './voices.ts';

export const sampleSchema = z.strictObject({
	design: z.enum(designs),
	/** Size N of the sampling frame, where it is known. */
	frameSize: z.number().int().positive().nullable().default(null),
	/** How many were asked, for surveys and questionnaires. */
	asked: z.number().int().positive().nullable().default(null),
	/** Stratum sizes in the frame, for a stratified sample: column and value → size. */
	strata: z
		.strictObject({ column: z.string(), sizes: z.record(z.string(), z.number().int().positive()) })
		.nullable()
		.default(null),
	/** One sentence: how they were drawn. */
	howDrawn: z.string()
});
export type Sample = z.infer<typeof sampleSchema>;

export const recordSchema = z.strictObject({
	reference: z.string().min(1).max(64),
	strata: z.record(z.string(), z.string()).default({}),
	/** Answer words by question code; a question without an entry is blank. */
	answers: z.record(z.string(), z.string()).default({})
});
export type SourceRecord = z.infer<typeof recordSchema>;

/** What a published document says on a question, for a review that was reconstructed from it. */
export const publishedFigureSchema = z.strictObject({
	question: z.string(),
	/** The published word or figure: “most”, “70%”, “all”. */
	said: z.string().min(1),
	/** What of the result was published: the count itself, a percentage, or only a word. */
	kind: z.enum(['count', 'percentage', 'word']),
	source: z.strictObject({ document: z.string(), lines: z.tuple([z.number(), z.number()]) })
});
export type PublishedFigure = z.infer<typeof publishedFigureSchema>;

export const sourceSchema = z.strictObject({
	id: z.string().regex(/^[a-z0-9-]+$/),
	kind: z.enum(sourceKinds),
	title: z.string(),
	/** `id@edition` of the instrument; null where nothing was asked in a fixed form. */
	instrument: z.string().nullable().default(null),
	sample: sampleSchema,
	/** The days on which the evidence was gathered. */
	from: isoDate.nullable().default(null),
	to: isoDate.nullable().default(null),
	/** Whose evidence it is. */
	owner: z.enum(['reviewers', 'partnership']).default('reviewers'),
	/** Who was heard, in plain words. */
	heardFrom: z.string(),
	/** People met, for sources without records. */
	peopleMet: z.number().int().positive().nullable().default(null),
	/** How many of each group were heard. */
	heard: z
		.array(z.strictObject({ group: z.string().min(1), number: z.number().int().positive() }))
		.default([]),
	/** Anything a reader must know, such as which figures are invented. */
	note: z.string().optional(),
	/** Carried over from last year, and nobody has said yet that it still holds. */
	toConfirm: z.boolean().default(false),
	/** For a reconstruction: what was published. Null for evidence that is what it seems. */
	published: z.array(publishedFigureSchema).nullable().default(null),
	records: z.array(recordSchema).default([]),
	notes: z.array(noteSchema).default([]),
	passages: z.array(passageSchema).default([]),
	figures: z.array(figureSchema).default([])
});
export type Source = z.infer<typeof sourceSchema>;
