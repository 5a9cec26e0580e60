/** The elements that a question can give evidence on, as boxes to tick: by framework and top element. */
import type { Framework } from '#lib/frameworks/framework.ts';
import { findFramework, locateElement, pathToTop } from '#lib/frameworks/lookup.ts';
import { elementChoices } from './element-choices.ts';

export type ElementOption = { code: string; text: string };

export type ElementGroup = {
	/** Title of the framework. */
	framework: string;
	/** `8 Worker autonomy`: the theme, standard or column under which they stand. */
	heading: string;
	options: ElementOption[];
};

/**
 * `references` are the editions of the review, the one that it judges by first. What is chosen already and belongs to
 * none of them comes in a group of its own, so that it is not lost.
 */
export function groupedElements(
	frameworks: readonly Framework[],
	references: readonly string[],
	chosen: readonly string[]
): ElementGroup[] {
	const choices = elementChoices(frameworks, references);
	const offered = references.flatMap((reference) => findFramework(frameworks, reference) ?? []);
	const groups = new Map<string, ElementGroup>();
	for (const { code, text, of } of choices) {
		const framework = locateElement(offered, code)?.framework;
		const top = framework && pathToTop(framework, code).at(-1);
		if (!top) continue;
		const key = `${of} ${top.code}`;
		const group = groups.get(key) ?? { framework: of, heading: headingOf(top), options: [] };
		group.options.push({ code, text });
		groups.set(key, group);
	}
	const joined = [...Map.groupBy(groups.values(), ({ framework }) => framework).values()].flatMap(joinSingle);
	const known = new Set(choices.map(({ code }) => code));
	const others = chosen.filter((code) => !known.has(code));
	const strangers = others.map((code) => ({ code, text: nameOf(frameworks, code) }));
	return [
		...joined,
		...(strangers.length > 0
			? [{ framework: 'Chosen before', heading: 'Not offered in this review', options: strangers }]
			: [])
	];
}

/** Groups of a framework that hold nothing but their own top, such as themes, become one. */
function joinSingle(groups: readonly ElementGroup[]): ElementGroup[] {
	const single = groups.filter(({ options }) => options.length === 1);
	const [first] = single;
	if (!first || single.length === 1) return [...groups];
	const together = { ...first, heading: 'All of them', options: single.flatMap(({ options }) => options) };
	return [together, ...groups.filter((group) => !single.includes(group))];
}

const headingOf = ({ code, title }: { code: string; title: string }) =>
	/^\d/.test(code) ? `${code} ${title}` : title;

const nameOf = (frameworks: readonly Framework[], code: string) => {
	const element = locateElement(frameworks, code)?.element;
	return element ? (element.label ? element.text : element.title) : 'Not in any framework here';
};
