/**
 * A narrative as it is kept where it has more than paragraphs: a small document of headings, paragraphs, lists and
 * quotations, whose words may be bold or tied to a measure. It is never HTML, and cannot be nested any deeper than
 * its shapes say. The browser uses the types only: what comes in is parsed where it is stored.
 */
import { z } from 'zod';

/** Bounds of each part; the whole of what is written is bounded by its letters too. */
const most = { blocks: 5_000, lines: 5_000, runs: 5_000, letters: 30_000 };

/** The measure that a phrase speaks of, and what it said when the two were tied. */
export const measureLinkSchema = z
	.strictObject({
		source: z.string().regex(/^[a-z0-9-]+$/),
		question: z.string().min(1).max(300),
		said: z.strictObject({ positive: z.number().int().min(0), base: z.number().int().min(0) })
	})
	.refine(({ said }) => said.positive <= said.base, { message: 'more than all of them', path: ['said'] });
export type MeasureLink = z.infer<typeof measureLinkSchema>;

const runSchema = z.strictObject({
	text: z.string().min(1).max(most.letters),
	bold: z.literal(true).optional(),
	measure: measureLinkSchema.optional()
});
/** A stretch of words of one kind. */
export type TextRun = z.infer<typeof runSchema>;

/** The words of one paragraph, heading or item of a list. */
const lineSchema = z.array(runSchema).min(1).max(most.runs);
export type TextLine = z.infer<typeof lineSchema>;

const linesSchema = z.array(lineSchema).min(1).max(most.lines);

const blockSchema = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('paragraph'), runs: lineSchema }),
	/** Level 1 stands under the heading of the narrative itself. */
	z.strictObject({
		kind: z.literal('heading'),
		level: z.union([z.literal(1), z.literal(2)]),
		runs: lineSchema
	}),
	z.strictObject({ kind: z.literal('list'), ordered: z.boolean(), items: linesSchema }),
	z.strictObject({ kind: z.literal('quotation'), paragraphs: linesSchema })
]);
export type NarrativeBlock = z.infer<typeof blockSchema>;

export const narrativeDocumentSchema = z.strictObject({
	blocks: z.array(blockSchema).min(1).max(most.blocks)
});
export type NarrativeDocument = z.infer<typeof narrativeDocumentSchema>;
