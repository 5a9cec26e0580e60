/** Finding one's way in frameworks and across crosswalks. Orders are those of the published framework. */
import type { Crosswalk, CrosswalkLink } from './crosswalk.ts';
import type { Element, ElementKind, Framework } from './framework.ts';
import { referenceOf } from './source.ts';

/** The edition named by a reference such as `sds-standards@2021`; undefined when there is none. */
export function findFramework(frameworks: readonly Framework[], reference: string): Framework | undefined {
	return frameworks.find((framework) => referenceOf(framework) === reference);
}

/** The element with this code; undefined when the edition has none. */
export function findElement(framework: Framework, code: string): Element | undefined {
	return framework.elements.find((element) => element.code === code);
}

/** The element with this code and its edition, searched in all editions given, in their order. */
export function locateElement(
	frameworks: readonly Framework[],
	code: string
): { framework: Framework; element: Element } | undefined {
	for (const framework of frameworks) {
		const element = findElement(framework, code);
		if (element) return { framework, element };
	}
	return undefined;
}

/** The elements directly below one, or the top elements when the code is null; of one kind when asked. */
export function childrenOf(framework: Framework, code: string | null, kind?: ElementKind): Element[] {
	return framework.elements.filter(
		(element) => element.parent === code && (kind === undefined || element.kind === kind)
	);
}

/** All elements of a kind. */
export function elementsOfKind(framework: Framework, kind: ElementKind): Element[] {
	return framework.elements.filter((element) => element.kind === kind);
}

/** The element itself, then its parent, and so on to the top; empty when the edition has no such code. */
export function pathToTop(framework: Framework, code: string): Element[] {
	const path: Element[] = [];
	let current = findElement(framework, code);
	while (current) {
		path.push(current);
		current = current.parent === null ? undefined : findElement(framework, current.parent);
	}
	return path;
}

/** The element itself and everything below it; empty when the edition has no such code. */
export function branchOf(framework: Framework, code: string): Element[] {
	return framework.elements.filter((element) =>
		pathToTop(framework, element.code).some((ancestor) => ancestor.code === code)
	);
}

/** A link as seen from one of its ends. */
export type LinkSeen = {
	crosswalk: Crosswalk;
	link: CrosswalkLink;
	direction: 'forward' | 'back';
	/** Code of the near end. */
	near: string;
	/** The edition at the far end; null when the target is no framework of ours. */
	reference: string | null;
	/** The code at the far end; null when there is none to name. */
	code: string | null;
};

/** Every link from or to one element of an edition (`sds-standards@2021`), through all crosswalks. */
export function crosswalkLinks(
	crosswalks: readonly Crosswalk[],
	reference: string,
	code: string
): LinkSeen[] {
	return crosswalks.flatMap((crosswalk) =>
		crosswalk.links.flatMap((link): LinkSeen[] => {
			if (crosswalk.from === reference && link.from === code)
				return [
					{ crosswalk, link, direction: 'forward', near: code, reference: crosswalk.to, code: link.to }
				];
			if (crosswalk.to === reference && link.to === code)
				return [
					{ crosswalk, link, direction: 'back', near: code, reference: crosswalk.from, code: link.from }
				];
			return [];
		})
	);
}

/** Every link from or to an element or anything below it: a standard with the links of its core components. */
export function crosswalkLinksOfBranch(
	crosswalks: readonly Crosswalk[],
	framework: Framework,
	code: string
): LinkSeen[] {
	const reference = referenceOf(framework);
	return branchOf(framework, code).flatMap((element) => crosswalkLinks(crosswalks, reference, element.code));
}
