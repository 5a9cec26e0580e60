/** What a review asks for. */
import { z } from 'zod';

export const recommendationSchema = z.strictObject({
	number: z.number().int().positive(),
	/** Code of the theme under which it stands. */
	element: z.string(),
	text: z.string().min(1),
	/** Where a published recommendation stands in its source document. */
	source: z.strictObject({ document: z.string(), lines: z.tuple([z.number(), z.number()]) }).optional()
});
export type Recommendation = z.infer<typeof recommendationSchema>;
