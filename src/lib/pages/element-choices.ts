/** The elements that evidence can be tagged with. */
import type { Framework } from '#lib/frameworks/framework.ts';
import { findFramework } from '#lib/frameworks/lookup.ts';
import type { ElementChoice } from './find-choices.ts';

/** What only says an element in other words, or belongs to a list that comes with a framework. */
const left = ['quality-indicator', 'practice-statement', 'part', 'column', 'checklist', 'item'];

/** `references` are the editions of the review as id@edition, the one that it judges by first. */
export function elementChoices(
	frameworks: readonly Framework[],
	references: readonly string[]
): ElementChoice[] {
	return references.flatMap((reference, position) => {
		const framework = findFramework(frameworks, reference);
		return (framework?.elements ?? [])
			.filter(({ kind }) => !left.includes(kind))
			.map(({ code, title, text, label, parent }) => ({
				code,
				text: label ? text : title,
				of: framework!.title,
				leading: position === 0 && parent === null
			}));
	});
}
