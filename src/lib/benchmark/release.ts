/**
 * A release: what partnerships consented to share, in groups, frozen and numbered. `Release` is what every member may
 * see; `Grounds` is what it was made from: kept to check later releases against, and to show each its own values.
 */
import { z } from 'zod';
import { cellSchema, contributionSchema } from './cell.ts';
import { rulesSchema } from './rules.ts';
import { valueSchema } from './value.ts';

const whole = z.number().int().nonnegative();

/** Ids of groups: `family-1` … `family-4` and `scotland`. */
export const familyGroup = (family: number) => `family-${family}`;
export const scotland = 'scotland';

/** What is published of a group: counts of records rounded; of partnerships, as they are. */
export const groupResultSchema = z.union([
	z.strictObject({ partnerships: whole, positive: whole, base: whole }),
	/** How many partnerships are at each step, from the first step of the scale. */
	z.strictObject({ partnerships: whole, counts: z.array(whole) }),
	z.strictObject({ partnerships: whole, total: whole })
]);
export type GroupResult = z.infer<typeof groupResultSchema>;

export const releaseCellSchema = z.strictObject({
	cell: cellSchema,
	/** By group; a group that is not here is not shown. */
	groups: z.record(z.string(), groupResultSchema),
	/** Values of those that agreed to be named. */
	named: z.array(z.strictObject({ partnership: z.string(), value: valueSchema }))
});
export type ReleaseCell = z.infer<typeof releaseCellSchema>;

export const releaseSchema = z.strictObject({
	format: z.literal('cairn-release'),
	version: z.literal(1),
	/** Of the example world: everything in it is invented. */
	example: z.boolean(),
	title: z.string(),
	/** Days in which the periods of its reviews end. */
	from: z.string(),
	to: z.string(),
	rules: rulesSchema,
	/** The fixed groups; `partnerships`: how many share anything in this release, null where too few do to tell. */
	groups: z.array(z.strictObject({ id: z.string(), name: z.string(), partnerships: whole.nullable() })),
	/** All partnerships of the groups, whether they share or not. */
	members: z.array(z.strictObject({ code: z.string(), name: z.string(), family: z.number().int() })),
	cells: z.array(releaseCellSchema),
	/** How it was made, in paragraphs. */
	method: z.array(z.string())
});
export type Release = z.infer<typeof releaseSchema>;

export const groundsCellSchema = z.strictObject({
	id: z.string(),
	version: z.string(),
	contributions: z.array(contributionSchema),
	/** Groups that are shown. */
	shown: z.array(z.string()),
	/** Partnerships that are shown by name. */
	named: z.array(z.string())
});
export type GroundsCell = z.infer<typeof groundsCellSchema>;
export const groundsSchema = z.strictObject({ cells: z.array(groundsCellSchema) });
export type Grounds = z.infer<typeof groundsSchema>;

/** Why a group is not shown, or a result was not taken in; said in words for administrators only (held-back-words.ts). */
export const whysHeldBack = [
	/** Fewer share than a group must have. */
	'too-few',
	/** The values lie so that the group would tell too closely what one of it has. */
	'would-narrow',
	/** With an earlier release it would tell too much: somebody left, or joined. */
	'earlier-release',
	/** It is safe by itself, but would give away another group that is held back. */
	'gives-another-away',
	/** Its name would tell what an earlier total holds. */
	'name-would-tell'
] as const;
export type WhyHeldBack = (typeof whysHeldBack)[number];

export type HeldBack = { cell: string; group: string; partnerships: number; why: WhyHeldBack };

export const whysLeftOut = ['another-version', 'newer-review'] as const;
/** A result that was shared and could not be compared: of another edition, question or scale; or of an older review. */
export type LeftOut = {
	cell: string;
	partnership: string;
	review: string;
	why: (typeof whysLeftOut)[number];
};

/** What comes of making a release: the draft that administrators look at before they publish it. */
export type MadeRelease = {
	release: Release;
	grounds: Grounds;
	heldBack: HeldBack[];
	leftOut: LeftOut[];
};
