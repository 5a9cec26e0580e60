/** The elements that a question, a finding or a passage speaks to: words, and where they stand in their framework. */
import type { Framework } from '#lib/frameworks/framework.ts';
import { findFramework, locateElement, pathToTop } from '#lib/frameworks/lookup.ts';

export type ElementLink = {
	/** Id of its framework: `sds-standards`. */
	framework: string;
	/** Title of its framework. */
	of: string;
	code: string;
	/** Its title or, where that is only a label of ours, its words. */
	text: string;
	/** Code of the element at the top of its branch: the standard of a core component. */
	top: string;
};

/**
 * The elements with these codes, in their order; `references` names the editions that they are looked up in, as
 * id@edition. A code that is in none of them is left out.
 */
export function elementLinks(
	frameworks: readonly Framework[],
	references: readonly string[],
	codes: readonly string[]
): ElementLink[] {
	const known = references.flatMap((reference) => findFramework(frameworks, reference) ?? []);
	return codes.flatMap((code) => {
		const found = locateElement(known, code);
		if (!found) return [];
		const { framework, element } = found;
		return [
			{
				framework: framework.id,
				of: framework.title,
				code,
				text: element.label ? element.text : element.title,
				top: pathToTop(framework, code).at(-1)!.code
			}
		];
	});
}
