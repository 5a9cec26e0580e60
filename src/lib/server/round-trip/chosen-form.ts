/** Reads the form of the differences: what was chosen of what the file says. It came through a browser: nothing of it is trusted. */
import { z } from 'zod';
import { filedFields, type FiledField } from '#lib/judgement/round-trip.ts';
import { choiceOf, type CarriedComponent } from '#lib/pages/round-trip-page.ts';
import { Problem } from '../problems.ts';

const carriedSchema = z
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

/** All that the form carries. Throws a Problem form-invalid where it is not what the page sent out. */
export function carriedIn(form: FormData): CarriedComponent[] {
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

/** Of what is carried, what was chosen: `take` is the code of a component and the name of a field, `8.7 words`. */
export function chosenIn(form: FormData, carried: readonly CarriedComponent[]): CarriedComponent[] {
	const taken = takenIn(form);
	return carried
		.map(({ code, version, stamp, fields }) => ({
			code,
			version,
			stamp,
			fields: Object.fromEntries(
				Object.entries(fields).filter(([field]) => taken.has(choiceOf(code, field as FiledField)))
			)
		}))
		.filter(({ fields }) => Object.keys(fields).length > 0);
}
