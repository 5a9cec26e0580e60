/** What a finding rests on, as a form sends it (components/findings/LinkChooser.svelte). */
import { linkValue } from '#lib/pages/link-values.ts';

/** `linkValue` of each that is ticked, and of each record whose reference was written. */
export function linksFrom(form: FormData): string[] {
	const ticked = form.getAll('link').filter((each) => typeof each === 'string');
	const written = [...form].flatMap(([name, text]) => {
		if (!name.startsWith('records-') || typeof text !== 'string') return [];
		const source = name.slice('records-'.length);
		return text
			.split(/[,;\n]/)
			.map((reference) => reference.trim())
			.filter((reference) => reference !== '')
			.map((record) => linkValue({ source, record }));
	});
	return [...new Set([...ticked, ...written])];
}
