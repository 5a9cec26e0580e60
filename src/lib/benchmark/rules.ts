/** The rules by which a group may be shown; docs/method.md says them in words. */
import { z } from 'zod';

export const rulesSchema = z.strictObject({
	/** Partnerships in any group that is shown, after one's own is taken away. */
	others: z.number().int().min(5),
	/** Of them and of whatever can be worked out by taking groups from one another: not known by name. */
	unnamedOthers: z.number().int().min(3),
	/** Who knows all that is published and their own value must not know a share of records to less than this: percent. */
	narrowestShare: z.number().min(1).max(100),
	/** Nor a stage or an evaluation to fewer steps than this: 1 means two steps are possible at least. */
	narrowestSteps: z.number().int().min(1),
	/** Nor a number of recommendations to less than this. */
	narrowestCount: z.number().int().min(1),
	/** Published counts of records are rounded to the nearest of these. */
	roundTo: z.number().int().min(1)
});
export type Rules = z.infer<typeof rulesSchema>;

export const standardRules: Rules = {
	others: 5,
	unnamedOthers: 3,
	narrowestShare: 10,
	narrowestSteps: 1,
	narrowestCount: 2,
	roundTo: 5
};
