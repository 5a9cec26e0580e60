/**
 * A crosswalk: links from the elements of one framework edition to those of another, or to a publication that is
 * not one of our frameworks. Published links stand in a document and are quoted from it; proposed links are ours,
 * and each of them says why.
 */
import { z } from 'zod';
import { deepFreeze } from './freeze.ts';
import { editionReferenceSchema, editionSchema, idSchema, linesSchema, sourceLinesSchema } from './source.ts';

const linkSchema = z.strictObject({
	/** Code in the `from` edition. */
	from: z.string().min(1),
	/** Code in the `to` edition; null when the target is no framework of ours, or the document names none. */
	to: z.string().min(1).nullable(),
	/** What the document prints, where it needs reading: `49 -53`, or a standard under another number. */
	raw: z.string().min(1).optional(),
	/** The numbers that the printed words mean, rising: `49 -53` → 49, 50, 51, 52, 53. */
	numbers: z.array(z.number().int().positive()).min(1).optional(),
	/** The passage that the document sets beside the element, quoted. */
	text: z.string().trim().min(1).optional(),
	/** Why we propose the link, in our own words. */
	reason: z.string().trim().min(1).optional(),
	/** The lines of the crosswalk's source document that hold `raw` or `text`. */
	lines: linesSchema.optional()
});
export type CrosswalkLink = z.infer<typeof linkSchema>;

const crosswalkSchema = z
	.strictObject({
		id: idSchema,
		edition: editionSchema,
		title: z.string().min(1),
		status: z.enum(['published', 'proposed']),
		from: editionReferenceSchema,
		to: editionReferenceSchema.nullable(),
		/** The publication that the links lead to, when it is not a framework of ours. */
		target: z
			.strictObject({ title: z.string().min(1), publisher: z.string().min(1), published: z.string().min(4) })
			.nullable(),
		/** Where a published crosswalk stands. */
		source: sourceLinesSchema.nullable(),
		/** How the document was read where it leaves room. */
		note: z.string().min(1).optional(),
		links: z.array(linkSchema).min(1)
	})
	.superRefine((crosswalk, context) => {
		const problem = (path: (string | number)[], message: string) =>
			context.addIssue({ code: 'custom', path, message });
		const published = crosswalk.status === 'published';
		if (published !== (crosswalk.source !== null))
			problem(['source'], 'a published crosswalk names its source, a proposed one has none');
		if ((crosswalk.to === null) !== (crosswalk.target !== null))
			problem(['target'], 'name either a framework edition or another publication as the target');
		const pairs = new Set<string>();
		crosswalk.links.forEach((link, index) => {
			const pair = `${link.from} → ${link.to}`;
			if (pairs.has(pair)) problem(['links', index], `the link ${pair} is already there`);
			pairs.add(pair);
			if (published && (!link.lines || !(link.raw || link.text)))
				problem(['links', index], 'a published link quotes what is printed, with its lines');
			if (!published && !link.reason) problem(['links', index, 'reason'], 'a proposed link needs a reason');
			if (!published && link.to === null) problem(['links', index, 'to'], 'a proposed link needs a target');
			if (crosswalk.to === null && link.to !== null)
				problem(['links', index, 'to'], 'there is no framework edition for this code');
			if (link.numbers?.some((number, at, all) => at > 0 && number <= all[at - 1]!))
				problem(['links', index, 'numbers'], 'the numbers must rise');
		});
	});
export type Crosswalk = z.infer<typeof crosswalkSchema>;

/**
 * Reads a printed list of numbers and ranges: `4,8,` → 4, 8; `49 -53` → 49, 50, 51, 52, 53.
 * Returns them rising and once each. Throws a RangeError on anything else.
 */
export function readNumbers(raw: string): number[] {
	const numbers = new Set<number>();
	for (const part of raw.split(',').map((each) => each.trim())) {
		if (part === '') continue;
		const range = /^(\d+)(?:\s*[-–]\s*(\d+))?$/.exec(part);
		const first = Number(range?.[1]);
		const last = Number(range?.[2] ?? range?.[1]);
		if (!range || last < first) throw new RangeError(`“${part}” is neither a number nor a range of numbers`);
		for (let number = first; number <= last; number += 1) numbers.add(number);
	}
	return [...numbers].sort((a, b) => a - b);
}

/** Parses and freezes a crosswalk. Throws a ZodError that names the place of each fault. */
export function parseCrosswalk(json: unknown): Crosswalk {
	return deepFreeze(crosswalkSchema.parse(json));
}
