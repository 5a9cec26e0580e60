/**
 * A bundle is one whole review as it travels between installations: a JSON document that holds the review, the
 * instruments it used, its sources with records and answers, and what was concluded. Frameworks are named by
 * edition and digest, not carried. Reading a bundle and writing it again gives the same bundle.
 */
import { z } from 'zod';
import { instrumentSchema } from '#lib/evidence/instrument.ts';
import { isoDate, sourceSchema } from '#lib/evidence/source.ts';
import { involvementSchema } from '#lib/evidence/voices.ts';
import { selfCheckAnswers } from '#lib/judgement/self-check.ts';
import { evaluationSchema, findingSchema, narrativeSchema } from '#lib/judgement/judgement.ts';
import { readinessSchema } from '#lib/judgement/readiness.ts';
import { actionSchema } from '#lib/improvement/action.ts';
import { recommendationSchema } from '#lib/improvement/recommendation.ts';

export const reviewSchema = z.strictObject({
	id: z.string().regex(/^[a-z0-9-]+$/, 'small letters, digits and hyphens'),
	kind: z.enum(['thematic-review', 'self-evaluation']),
	title: z.string(),
	/** Code of the integration authority (S37…). */
	partnership: z.string(),
	programme: z.strictObject({ id: z.string(), title: z.string() }).nullable().default(null),
	/** The period that the review looks at. */
	from: isoDate,
	to: isoDate,
	/** The framework edition whose top elements are the sections of the report, first; others it draws on after it. */
	frameworks: z.array(z.string()).min(1),
	quantityScale: z.string(),
	evaluationScale: z.string(),
	/** Paragraphs of "about this report". */
	about: z.array(z.string()).default([]),
	/** A few words on the standing of the review, where there is no room for more: “Worked example, answers invented”. */
	standing: z.string().max(60).nullable().default(null),
	/** What the reader must know about the standing of the review, shown on every page of it. */
	notice: z.string().nullable().default(null),
	/** Everybody judges on their own first, and sees the judgements of others afterwards. */
	independent: z.boolean().default(false),
	/** Id of the review of the year before, from which evidence, readiness and actions were carried over. */
	carriedFrom: z.string().nullable().default(null)
});
export type Review = z.infer<typeof reviewSchema>;

/** `checklist`: its code in the edition, such as checklists@2019; of an item with a note alone the answer is null. */
export const selfCheckSchema = z.strictObject({
	checklist: z.string(),
	edition: z.string(),
	answers: z.array(
		z.strictObject({
			item: z.string(),
			answer: z.enum(selfCheckAnswers).nullable(),
			note: z.string().default('')
		})
	),
	words: z.string().default('')
});

export const bundleSchema = z.strictObject({
	format: z.literal('cairn-review'),
	version: z.literal(1),
	review: reviewSchema,
	instruments: z.array(instrumentSchema).default([]),
	sources: z.array(sourceSchema).default([]),
	involvement: z.array(involvementSchema).default([]),
	narratives: z.array(narrativeSchema).default([]),
	findings: z.array(findingSchema).default([]),
	evaluations: z.array(evaluationSchema).default([]),
	recommendations: z.array(recommendationSchema).default([]),
	/** Of the core components of a self-evaluation. */
	readiness: z.array(readinessSchema).default([]),
	/** What is done next, with its tests of change. */
	actions: z.array(actionSchema).default([]),
	/** Checklists that the review answered for itself; left out where there are none, as in bundles of before. */
	selfChecks: z.array(selfCheckSchema).optional()
});
export type Bundle = z.infer<typeof bundleSchema>;
