/** What a partnership does about a recommendation, or about a gap that it found itself. */
import { z } from 'zod';
import { isDay } from '#lib/evidence/iso-date.ts';

const slug = z.string().regex(/^[a-z0-9-]+$/);
const day = z.string().refine(isDay, 'a day, YYYY-MM-DD');

export const actionStatuses = ['not-started', 'in-progress', 'completed', 'stopped'] as const;
export type ActionStatus = (typeof actionStatuses)[number];

/** What is to be reached: a share in whole per cent, or a number in the unit of a figure. */
export const targetSchema = z.strictObject({ kind: z.enum(['share', 'number']), value: z.number().min(0) });
export type Target = z.infer<typeof targetSchema>;

/** Plan, do, study, act: one small test, and what was learnt. */
export const testOfChangeSchema = z.strictObject({
	id: slug,
	plan: z.string().min(1),
	do: z.string().default(''),
	study: z.string().default(''),
	act: z.string().default(''),
	from: day.nullable().default(null),
	to: day.nullable().default(null)
});
export type TestOfChange = z.infer<typeof testOfChangeSchema>;

export const actionSchema = z.strictObject({
	id: slug,
	title: z.string().min(1),
	text: z.string().default(''),
	/** Number of the recommendation that it answers. */
	recommendation: z.number().int().positive().nullable().default(null),
	/** The component or standard whose gap it closes. */
	element: z.string().nullable().default(null),
	/** Standards, changes and implementation drivers that it serves. */
	elements: z.array(z.string()).default([]),
	/** Who sees to it: a role or team. */
	owner: z.string().default(''),
	due: day.nullable().default(null),
	/** How one will know. */
	measure: z.string().default(''),
	/** The question whose answers will say so next year, or the figure. */
	source: slug.nullable().default(null),
	question: z.string().nullable().default(null),
	figure: slug.nullable().default(null),
	target: targetSchema.nullable().default(null),
	status: z.enum(actionStatuses).default('not-started'),
	/** What shows that it is done. */
	evidence: z.string().default(''),
	/** `<review>/<action>` of the year before. */
	carriedFrom: z.string().nullable().default(null),
	tests: z.array(testOfChangeSchema).default([])
});
export type Action = z.infer<typeof actionSchema>;

/** Whether anything is left to do. */
export const isOpen = ({ status }: Pick<Action, 'status'>): boolean =>
	status === 'not-started' || status === 'in-progress';
