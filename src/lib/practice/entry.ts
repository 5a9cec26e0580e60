/** An entry as it is kept: practice, a resource or a test of change, with what it serves and for whom it is. */
import { z } from 'zod';
import { isDay } from '#lib/evidence/iso-date.ts';
import { entryKinds, entryStates, geographies } from './entry-kinds.ts';
import { careGroups, entryParts, longestTitle } from './entry-parts.ts';
import { webAddress } from './web-address.ts';

const address = z.string().refine((text) => webAddress(text) !== null, 'an address with http or https');

export const entryLinkSchema = z.strictObject({ title: z.string().min(1).max(200), url: address });

/** A value a day; what is counted, and in what unit, is said by the measure. */
export const pointSchema = z.strictObject({
	day: z.string().refine(isDay, 'a day, YYYY-MM-DD'),
	value: z.number()
});

/** Where a source document names it: its number and the first and last line, counted from 1. */
export const namedInSchema = z.strictObject({
	document: z.enum(['000', '001', '002', '003', '004']),
	lines: z.tuple([z.number().int().positive(), z.number().int().positive()])
});

const groups = careGroups.map(({ value }) => value);

export const entrySchema = z
	.strictObject({
		id: z.string().regex(/^[a-z0-9-]+$/),
		kind: z.enum(entryKinds),
		title: z.string().min(1).max(longestTitle),
		/** By part: entry-parts.ts. */
		texts: z.record(z.string(), z.string()),
		links: z.array(entryLinkSchema),
		elements: z.array(z.string()),
		geography: z.enum(geographies).nullable(),
		careGroups: z.array(z.enum(groups)),
		stage: z.number().int().min(0).max(4).nullable(),
		points: z.array(pointSchema).nullable(),
		target: z.number().nullable(),
		sharedFrom: z.string().nullable(),
		namedIn: namedInSchema.nullable(),
		contact: z.boolean(),
		state: z.enum(entryStates),
		editorWords: z.string()
	})
	.refine(({ kind, texts }) => {
		const names = entryParts[kind].map(({ name }) => name);
		return Object.keys(texts).every((name) => names.includes(name));
	}, 'only parts of its kind')
	.refine(
		({ kind, state, texts }) =>
			(state !== 'sent' && state !== 'published') ||
			entryParts[kind].every(({ name, needed }) => !needed || (texts[name] ?? '') !== ''),
		'every part that is needed once it is sent or published'
	)
	.refine(
		({ kind, texts }) => kind !== 'resource' || !texts.link || webAddress(texts.link) !== null,
		'a link with http or https'
	);

/** Of the resources that Cairn is shipped with (fixtures/resources.json): facts that a source document states. */
export const namedResourcesSchema = z.strictObject({
	note: z.string().min(1),
	resources: z.array(
		z.strictObject({
			id: z.string().regex(/^[a-z0-9-]+$/),
			title: z.string().min(1).max(longestTitle),
			/** As the document names it, at the lines of `namedIn`. */
			named: z.string().min(1),
			publisher: z.string().min(1),
			/** As the document gives it; null where it gives none. */
			year: z.string().min(4).nullable(),
			link: address.nullable(),
			/** Number of the document that gives the link. */
			linkIn: namedInSchema.shape.document.nullable(),
			licence: z.string().min(1),
			/** What it is for, in our own words. */
			purpose: z.string().min(1),
			namedIn: namedInSchema,
			/** Proposed by us. */
			elements: z.array(z.string()).min(1),
			careGroups: z.array(z.enum(groups)).default([])
		})
	)
});
export type NamedResource = z.infer<typeof namedResourcesSchema>['resources'][number];
