/**
 * The scales that a review speaks in: terms of quantity, the six-point evaluation scale, and the stages of
 * readiness. A scale in use never changes; a changed scale gets a new id or edition.
 */
import { z } from 'zod';
import { deepFreeze } from './freeze.ts';
import { editionSchema, idSchema, licenceSchema, publicationSchema, sourceLinesSchema } from './source.ts';

const published = {
	id: idSchema,
	edition: editionSchema,
	title: z.string().min(1),
	source: publicationSchema,
	publisher: z.string().min(1),
	licence: licenceSchema
};

/** Words of the publisher about a scale, quoted. */
const quotationSchema = z.strictObject({ text: z.string().min(1), source: sourceLinesSchema });

const bandSchema = z.strictObject({
	name: z.string().min(1),
	/** Whole per cent, included. */
	from: z.number().int().min(0).max(100),
	/** Whole per cent, not included, save in the last band, which ends with 100 included. */
	to: z.number().int().min(0).max(100)
});

const quantityScaleSchema = z
	.strictObject({
		...published,
		quotation: quotationSchema.optional(),
		/** A share s lies in the band with from ≤ s < to; 100% lies in the last. */
		edge: z.literal('lower-bound-included'),
		bands: z.array(bandSchema).min(1)
	})
	.superRefine(({ bands }, context) => {
		const problem = (index: number, key: 'from' | 'to', message: string) =>
			context.addIssue({ code: 'custom', path: ['bands', index, key], message });
		bands.forEach((band, index) => {
			const start = index === 0 ? 0 : bands[index - 1]!.to;
			if (band.from !== start) problem(index, 'from', `“${band.name}” must start at ${start}`);
			if (band.to <= band.from) problem(index, 'to', `“${band.name}” must end above ${band.from}`);
		});
		if (bands.at(-1)!.to !== 100) problem(bands.length - 1, 'to', 'the last band must end at 100');
	});
export type QuantityScale = z.infer<typeof quantityScaleSchema>;

const stepSchema = z.strictObject({
	step: z.number().int().min(0),
	name: z.string().min(1),
	descriptor: z.string().min(1)
});

const risingSteps = (first: number) =>
	z
		.array(stepSchema)
		.min(2)
		.refine((steps) => steps.every(({ step }, index) => step === first + index), {
			error: `the steps must rise by one from ${first}`
		});

const evaluationScaleSchema = z.strictObject({
	...published,
	/** What the publisher says on how an evaluation is reached. */
	quotation: quotationSchema.optional(),
	/** From the lowest, 1, to the highest. */
	steps: risingSteps(1)
});
export type EvaluationScale = z.infer<typeof evaluationScaleSchema>;

const readinessScaleSchema = z.strictObject({
	...published,
	howWell: risingSteps(0),
	howDoWeKnow: risingSteps(0)
});
export type ReadinessScale = z.infer<typeof readinessScaleSchema>;

/** Parses and freezes a quantity scale. Throws a ZodError that names the place of each fault. */
export function parseQuantityScale(json: unknown): QuantityScale {
	return deepFreeze(quantityScaleSchema.parse(json));
}

/** Parses and freezes an evaluation scale. Throws a ZodError that names the place of each fault. */
export function parseEvaluationScale(json: unknown): EvaluationScale {
	return deepFreeze(evaluationScaleSchema.parse(json));
}

/** Parses and freezes the readiness stages. Throws a ZodError that names the place of each fault. */
export function parseReadinessScale(json: unknown): ReadinessScale {
	return deepFreeze(readinessScaleSchema.parse(json));
}
