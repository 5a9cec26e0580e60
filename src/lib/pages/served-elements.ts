/** What something that is shared serves: elements in words, by framework, each with the page where it stands. */
import type { Framework } from '#lib/frameworks/framework.ts';
import { referenceOf } from '#lib/frameworks/source.ts';
import { elementLinks, type ElementLink } from './element-links.ts';

export type ServedElement = { code: string; text: string; href: string | null };
export type ServedGroup = { name: string; elements: ServedElement[] };

const names: Readonly<Record<string, string>> = {
	'sds-standards': 'Standards',
	'sds-change-map': 'Change map',
	'thematic-review': 'Themes',
	'implementation-drivers': 'Implementation drivers'
};

/** The elements with these codes under the names of their frameworks; a code that is in none of them is left out. */
export function servedElements(frameworks: readonly Framework[], codes: readonly string[]): ServedGroup[] {
	const links = elementLinks(frameworks, frameworks.map(referenceOf), codes);
	return [...Map.groupBy(links, ({ framework }) => framework)].map(([framework, all]) => ({
		name: names[framework] ?? all[0]!.of,
		elements: all.map((link) => ({ code: link.code, text: link.text, href: publicPage(link) }))
	}));
}

/** The page of an element that belongs to no review; null for one that has none. */
function publicPage({ framework, code, top }: ElementLink): string | null {
	if (framework === 'sds-standards') return `/standards/${top}${code === top ? '' : `#${code}`}`;
	if (framework !== 'sds-change-map') return null;
	return code === top || /^[A-Z]+O\d/.test(code) ? '/change-map' : `/change-map/${code}`;
}
