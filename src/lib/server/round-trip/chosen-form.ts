/** Reads the form of the differences: what was chosen of what the file says. It came through a browser: nothing of it is trusted. */
import { z } from 'zod';
import { filedFields, type FiledField } from '#lib/judgement/round-trip.ts';
import { filedParts, type FiledPart } from '#lib/judgement/round-trip-standards.ts';
import { choiceOf, type Carried } from '#lib/pages/round-trip-page.ts';
import { Problem } from '../problems.ts';

const componentsSchema = z
	.array(
		z.strictObject({
			code: z.string().max(20),
			version: z.number().int().min(0),
			stamp: z.string().max(200).nullable(),
			fields: z.partialRecord(
				z.enum(filedFields.map(({ name }) => name) as [FiledField, ...FiledField[]]),
				z.string()
			)
		})
	)
	.max(500);
const standardsSchema = z
	.array(
		z.strictObject({
			code: z.string().max(20),
			stamp: z.string().max(200).nullable(),
			parts: z.partialRecord(
				z.enum(filedParts.map(({ name }) => name) as [FiledPart, ...FiledPart[]]),
				z.strictObject({ text: z.string(), version: z.number().int().min(0) })
			)
		})
	)
	.max(100);
const carriedSchema = z.strictObject({ components: componentsSchema, standards: standardsSchema });

/** All that the form carries. Throws a Problem form-invalid where it is not what the page sent out. */
export function carriedIn(form: FormData): Carried {
	try {
		return carriedSchema.parse(JSON.parse(String(form.get('carried'))));
	} catch {
		throw new Problem(
			'form-invalid',
			'What was read of the file did not come back whole, so nothing was taken in. Upload the file again.'
		);
	}
}

/** The choices as they were sent. */
export const takenIn = (form: FormData): ReadonlySet<string> => new Set(form.getAll('take').map(String));

/** Of what is carried, what was chosen: `take` is a code and the name of a field or part, `8.7 words`, `8 gaps`. */
export function chosenIn(form: FormData, { components, standards }: Carried): Carried {
	const taken = takenIn(form);
	const chosen = <Fields extends object>(code: string, fields: Fields) =>
		Object.fromEntries(
			Object.entries(fields).filter(([field]) => taken.has(choiceOf(code, field as FiledField | FiledPart)))
		) as Fields;
	return {
		components: components
			.map((each) => ({ ...each, fields: chosen(each.code, each.fields) }))
			.filter(({ fields }) => Object.keys(fields).length > 0),
		standards: standards
			.map((each) => ({ ...each, parts: chosen(each.code, each.parts) }))
			.filter(({ parts }) => Object.keys(parts).length > 0)
	};
}
