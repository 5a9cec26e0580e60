/** Readiness of a core component: how well, how do we know, what now. Judged by people; nothing here works out a stage. */
import { z } from 'zod';
import { isDay } from '#lib/evidence/iso-date.ts';
import { agreedWays } from './perspectives.ts';

export { agreedWays, perspectives } from './perspectives.ts';
export type { Perspective } from './perspectives.ts';

/** Steps of the readiness scale, 0 (not started, no evidence) to 4. */
const step = z.number().int().min(0).max(4);

export const readinessSchema = z.strictObject({
	/** Code of the core component. */
	element: z.string(),
	howWell: step.nullable(),
	/** Why that stage: the judgement in words. */
	words: z.string().default(''),
	howDoWeKnow: step.nullable(),
	/** The own statement of evidence, beside the measures and voices that are mapped to the component. */
	statement: z.string().default(''),
	target: step.nullable(),
	/** The day by which the target is to be reached, YYYY-MM-DD. */
	targetBy: z.string().refine(isDay, 'a day, YYYY-MM-DD').nullable(),
	whatNow: z.string().default(''),
	/** Carried over from last year and not looked at yet. */
	toConfirm: z.boolean().default(false),
	agreed: z.enum(agreedWays).nullable().default(null)
});
export type Readiness = z.infer<typeof readinessSchema>;

/** Readiness before anybody has said anything. */
export function untouched(element: string): Readiness {
	return {
		element,
		howWell: null,
		words: '',
		howDoWeKnow: null,
		statement: '',
		target: null,
		targetBy: null,
		whatNow: '',
		toConfirm: false,
		agreed: null
	};
}
