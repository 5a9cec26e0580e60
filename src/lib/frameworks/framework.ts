/**
 * A framework edition: what good looks like, quoted word for word, element by element, each with the lines of the
 * document it was taken from. An edition never changes; a code never carries to another edition except through a
 * crosswalk.
 */
import { z } from 'zod';
import { deepFreeze } from './freeze.ts';
import { editionSchema, idSchema, licenceSchema, publicationSchema, sourceLinesSchema } from './source.ts';

const elementKinds = [
	'standard',
	'practice-statement',
	'core-component',
	'part',
	'column',
	'outcome',
	'change',
	'theme',
	'quality-indicator',
	'driver',
	'checklist',
	'item'
] as const;
export type ElementKind = (typeof elementKinds)[number];

const elementSchema = z.strictObject({
	/** Unique in the edition, and among all editions that Cairn brings with it. */
	code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/, 'use letters, digits, full stops and hyphens'),
	kind: z.enum(elementKinds),
	title: z.string().trim().min(1),
	/** True when the title is a label of ours (“Core component 8.3”) and not the words of the source. */
	label: z.literal(true).optional(),
	/**
	 * The words of the source, with single spaces, and without the marks that only join the items of a list.
	 * Where the source gives no more than a heading, the heading again.
	 */
	text: z.string().trim().min(1),
	/** Code of the element it belongs to. */
	parent: z.string().nullable(),
	/** The lines that hold its text and, unless that is a label, its title. */
	source: sourceLinesSchema,
	status: z.literal('in-development').optional()
});
export type Element = z.infer<typeof elementSchema>;

const frameworkSchema = z
	.strictObject({
		id: idSchema,
		edition: editionSchema,
		title: z.string().min(1),
		source: publicationSchema,
		/** The documents of a framework that is gathered from more than one. */
		furtherSources: z.array(publicationSchema).default([]),
		publisher: z.string().min(1),
		licence: licenceSchema,
		elements: z.array(elementSchema).min(1)
	})
	.superRefine((framework, context) => {
		const documents = [framework.source, ...framework.furtherSources].map(({ document }) => document);
		const byCode = new Map<string, Element>();
		framework.elements.forEach((element, index) => {
			const problem = (key: string, message: string) =>
				context.addIssue({ code: 'custom', path: ['elements', index, key], message });
			if (byCode.has(element.code))
				problem('code', `“${element.code}” is already the code of another element`);
			else byCode.set(element.code, element);
			if (!documents.includes(element.source.document))
				problem('source', `document ${element.source.document} is not among the sources of the framework`);
		});
		framework.elements.forEach((element, index) => {
			const message = faultOfParents(element, byCode);
			if (message) context.addIssue({ code: 'custom', path: ['elements', index, 'parent'], message });
		});
	});
export type Framework = z.infer<typeof frameworkSchema>;

/** What is wrong with an element's parent, or null. Of a circle only those are at fault who stand in it. */
function faultOfParents(element: Element, byCode: ReadonlyMap<string, Element>): string | null {
	if (element.parent !== null && !byCode.has(element.parent))
		return `no element has the code “${element.parent}”`;
	const seen = new Set<string>();
	let current: Element | undefined = element;
	while (current && !seen.has(current.code)) {
		seen.add(current.code);
		if (current.parent === element.code) return `“${element.code}” is its own ancestor`;
		current = current.parent === null ? undefined : byCode.get(current.parent);
	}
	return null;
}

/** Parses and freezes a framework edition. Throws a ZodError that names the place of each fault. */
export function parseFramework(json: unknown): Framework {
	return deepFreeze(frameworkSchema.parse(json));
}
