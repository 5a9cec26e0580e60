/**
 * A cell is one thing that partnerships are compared on: a question, the readiness of a component, the evaluation of a
 * theme, the recommendations on a theme. A contribution is one partnership's value of it, out of one review.
 */
import { z } from 'zod';
import { resultKinds } from './result-kinds.ts';
import { valueSchema } from './value.ts';

export const cellSchema = z.strictObject({
	/** `component:8.7`, `question:case-file-assessed/W2`, `evaluation:T2`, `recommendations:T2`. */
	id: z.string(),
	kind: z.enum(resultKinds),
	/**
	 * What must be the same for two values to be compared: the framework edition and the scale, or the instrument with a
	 * digest of the question. Values of another version are another cell.
	 */
	version: z.string(),
	/** Code of the element, or of the question. */
	code: z.string(),
	/** Id of the instrument, for a question. */
	instrument: z.string().nullable(),
	/** The element's title or text, or the question's label. */
	title: z.string(),
	/** The question's wording; empty for others. */
	wording: z.string(),
	/** “files show that the options were discussed”: what a share is of, after its term. Empty for others. */
	message: z.string(),
	/** Codes of the elements that it tells of. */
	elements: z.array(z.string()),
	/** Whether every value of it comes from a random, stratified or whole sample, so that chance can be reckoned with. */
	sampled: z.boolean(),
	/** First and last step of the scale, for steps. */
	steps: z.tuple([z.number(), z.number()]).nullable()
});
export type Cell = z.infer<typeof cellSchema>;

export const contributionSchema = z.strictObject({
	/** Code of the partnership. */
	partnership: z.string(),
	/** Id of the review. */
	review: z.string(),
	/** Number of its benchmarking family. */
	family: z.number().int(),
	/** Consented to be shown by name. */
	named: z.boolean(),
	value: valueSchema
});
export type Contribution = z.infer<typeof contributionSchema>;

/** Names a contribution over all releases. */
export const contributionKey = ({ partnership, review }: Pick<Contribution, 'partnership' | 'review'>) =>
	`${partnership}/${review}`;
