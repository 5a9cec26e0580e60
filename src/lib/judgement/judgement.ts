/** What a review concludes: findings with their weight and evidence, evaluations, and the words written about a theme. */
import { z } from 'zod';
import { narrativeDocumentSchema } from './narrative-document.ts';

const slug = z.string().regex(/^[a-z0-9-]+$/);

/** What a finding or phrase rests on: a measure, a passage, or a whole source. */
export const linkSchema = z.strictObject({
	source: slug,
	question: z.string().optional(),
	passage: slug.optional(),
	/** Reference of a record of the source. */
	record: z.string().optional(),
	figure: slug.optional()
});
export type Link = z.infer<typeof linkSchema>;

export const findingSchema = z
	.strictObject({
		id: slug,
		/** Code of the theme or standard it belongs to. */
		element: z.string(),
		direction: z.enum(['strength', 'area-for-improvement']),
		weight: z.enum(['ordinary', 'significant', 'critical']).default('ordinary'),
		/** Why the weight is not ordinary. */
		reason: z.string().optional(),
		/** The subheading of the report under which it stands. */
		heading: z.string(),
		text: z.string().min(1),
		/** Further elements it speaks to. */
		elements: z.array(z.string()).default([]),
		links: z.array(linkSchema).default([])
	})
	.refine((finding) => finding.weight === 'ordinary' || finding.reason, {
		message: 'a weight that is not ordinary needs a reason',
		path: ['reason']
	});
export type Finding = z.infer<typeof findingSchema>;

export const evaluationSchema = z.strictObject({
	element: z.string(),
	/** Step of the evaluation scale, 1 to 6. */
	step: z.number().int().min(1).max(6),
	reason: z.string(),
	/** Where a published evaluation stands in its source document. */
	source: z.strictObject({ document: z.string(), lines: z.tuple([z.number(), z.number()]) }).optional()
});
export type Evaluation = z.infer<typeof evaluationSchema>;

/** A theme or standard has a summary; a standard has overall words, strengths and gaps besides. */
export const narrativeParts = ['summary', 'overall', 'strengths', 'gaps'] as const;
export type NarrativePart = (typeof narrativeParts)[number];

export const narrativeSchema = z.strictObject({
	element: z.string(),
	part: z.enum(narrativeParts),
	paragraphs: z.array(z.string().min(1)).min(1),
	/** With its headings, lists, bold words, quotations and links to measures; the paragraphs are its plain text. */
	document: narrativeDocumentSchema.optional()
});
export type Narrative = z.infer<typeof narrativeSchema>;
