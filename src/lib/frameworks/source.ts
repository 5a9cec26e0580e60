/** Where quoted material comes from: the lines of a source document, its publisher and its licence. */
import { z } from 'zod';

/** Source documents are named by a three-digit number; each framework gives the titles of its own. */
const documentNumberSchema = z
	.string()
	.regex(/^\d{3}$/, 'write the number of the document with three digits');

export const linesSchema = z
	.tuple([z.number().int().positive(), z.number().int().positive()])
	.refine(([from, to]) => from <= to, 'the first line must not come after the last');

/** The lines of a source document, counted from 1, both included. */
export const sourceLinesSchema = z.strictObject({ document: documentNumberSchema, lines: linesSchema });

const webAddress = z.url({ protocol: /^https$/, error: 'write a whole https address' });

/** A publication: `document` is null when it is not one of the numbered source documents. */
export const publicationSchema = z.strictObject({
	document: documentNumberSchema.nullable(),
	title: z.string().min(1),
	/** A year, year and month, or date; null when the publication carries none. */
	published: z
		.string()
		.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'write a year, a month or a date: 2019, 2019-06, 2019-06-01')
		.nullable(),
	url: webAddress.optional()
});

export const licenceSchema = z.strictObject({
	name: z.string().min(1),
	/** What must be said wherever the material is shown. */
	statement: z.string().min(1),
	url: webAddress.optional()
});

export const idSchema = z.string().regex(/^[a-z0-9-]+$/, 'use small letters, digits and hyphens');
export const editionSchema = z
	.string()
	.regex(/^[a-z0-9.-]+$/, 'use small letters, digits, full stops and hyphens');

/** `sds-standards@2021`: an id and an edition in one word. */
export const editionReferenceSchema = z.string().regex(/^[a-z0-9-]+@[a-z0-9.-]+$/, 'write it as id@edition');

/** The one word by which an edition is named elsewhere: `{ id: 'sds-standards', edition: '2021' }` → `sds-standards@2021`. */
export function referenceOf(published: { id: string; edition: string }): string {
	return `${published.id}@${published.edition}`;
}
