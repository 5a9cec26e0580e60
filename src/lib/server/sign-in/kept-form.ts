/**
 * A form that came when the session of its writer had ended: all that was written goes along, page by page, until they
 * have signed in again and send it on. It is stored nowhere, neither here nor in the browser.
 */
import { z } from 'zod';
import { localPath } from './local-path.ts';

const keptForm = z.object({
	/** Where it was going: path and query, with the form's action. */
	address: z.string().transform(localPath),
	/** Name and text of each field, in order. */
	fields: z.array(z.tuple([z.string(), z.string()])),
	/** Names of files, which no page can hand on. */
	files: z.array(z.string()),
	/** Id of who wrote it, as far as their session still tells. */
	by: z.string().nullable()
});
export type KeptForm = z.infer<typeof keptForm>;

/** From a hidden field of the page; null when it is none of ours. */
export function readKeptForm(written: FormDataEntryValue | null): KeptForm | null {
	if (typeof written !== 'string') return null;
	try {
		return keptForm.parse(JSON.parse(written));
	} catch {
		return null;
	}
}

/** A password or a code is written anew rather than put into a page. */
const secret = /password|code|secret|token/i;

/** `address`: path and query of the request. */
export function keepForm(form: FormData, address: string, by: string | null): KeptForm {
	const entries = [...form.entries()];
	return {
		address: localPath(address),
		fields: entries.flatMap(([name, value]): [string, string][] =>
			typeof value === 'string' && !secret.test(name) ? [[name, value]] : []
		),
		files: entries.flatMap(([, value]) =>
			typeof value === 'string' || value.size === 0 ? [] : [value.name]
		),
		by
	};
}
