/** What a passage is tagged with, as a form sends it (components/voices/PassageTags.svelte). */
import { textOf } from './web-problems.ts';
import type { TagsAsked } from './commands/passage-tags.ts';

export function tagsFrom(form: FormData): TagsAsked {
	const ticked = form.getAll('elements').filter((each) => typeof each === 'string');
	return {
		elements: [...ticked, textOf(form, 'others')].join(' '),
		direction: textOf(form, 'direction'),
		quotation: textOf(form, 'quotation') === 'yes',
		saidBy: textOf(form, 'saidBy')
	};
}
