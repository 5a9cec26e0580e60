/** What a review asks for. */
import { z } from 'zod';

export const recommendationSchema = z.strictObject({
	number: z.number().int().positive(),
	/** Code of the theme under which it stands. */
	element: z.string(),
	text: z.string().min(1),
	/** Ids of the findings that it answers. */
	findings: z.array(z.string().regex(/^[a-z0-9-]+$/)).default([]),
	/** Where a published recommendation stands in its source document. */
	source: z.strictObject({ document: z.string(), lines: z.tuple([z.number(), z.number()]) }).optional()
});
export type Recommendation = z.infer<typeof recommendationSchema>;
