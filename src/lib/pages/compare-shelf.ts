/** The elements that have a page in a comparison, and which cells of a release belong to each. */
import type { ReleaseCell } from '#lib/benchmark/release.ts';
import type { Crosswalk } from '#lib/frameworks/crosswalk.ts';
import type { Element, Framework } from '#lib/frameworks/framework.ts';
import { branchOf, crosswalkLinks, elementsOfKind, findElement } from '#lib/frameworks/lookup.ts';
import { referenceOf } from '#lib/frameworks/source.ts';
import type { ComparePageKind } from './compare-addresses.ts';
import { byCode, cellsAbout, type CompareView } from './compare-view.ts';
import { newestEdition } from './framework-source.ts';

export type CompareShelf = {
	frameworks: readonly Framework[];
	crosswalks: readonly Crosswalk[];
	instruments: readonly { id: string; title: string }[];
};

/** What a page of a comparison is about, as its address says. */
export type AskedElement = { kind: ComparePageKind; code: string };

const frameworkOf: Record<ComparePageKind, { id: string; kind: Element['kind'] }> = {
	standards: { id: 'sds-standards', kind: 'standard' },
	components: { id: 'sds-standards', kind: 'core-component' },
	themes: { id: 'thematic-review', kind: 'theme' },
	changes: { id: 'sds-change-map', kind: 'change' }
};

/** Every element that has a page of its kind, in the order of its framework. */
export function elementsOf({ frameworks }: CompareShelf, kind: ComparePageKind): Element[] {
	const { id, kind: of } = frameworkOf[kind];
	return elementsOfKind(newestEdition([...frameworks], id), of);
}

export type FoundElement = {
	framework: Framework;
	element: Element;
	/** Codes of the components whose stages belong to it. */
	components: string[];
	/** Codes of the elements whose questions belong to it. */
	measures: string[];
};

/** Null when there is no such element, or it is of another kind. */
export function findCompared(shelf: CompareShelf, { kind, code }: AskedElement): FoundElement | null {
	const { id, kind: of } = frameworkOf[kind];
	const framework = newestEdition([...shelf.frameworks], id);
	const element = findElement(framework, code);
	return element?.kind === of ? { framework, element, ...codesOf(shelf, kind, framework, code) } : null;
}

function codesOf(
	{ crosswalks }: CompareShelf,
	kind: ComparePageKind,
	framework: Framework,
	code: string
): Pick<FoundElement, 'components' | 'measures'> {
	const branch = branchOf(framework, code);
	const measures = branch.map((each) => each.code);
	if (kind === 'themes') return { components: [], measures };
	if (kind === 'changes') return { components: componentsOfChange(crosswalks, framework, code), measures };
	const components = branch.filter((each) => each.kind === 'core-component').map((each) => each.code);
	return { components, measures };
}

/** The components that we propose to link to a change. */
export function componentsOfChange(crosswalks: readonly Crosswalk[], map: Framework, code: string): string[] {
	return crosswalkLinks(crosswalks, referenceOf(map), code)
		.filter(({ crosswalk }) => crosswalk.id === 'components-changes')
		.flatMap((link) => link.code ?? []);
}

/** The cells of a release that belong to an element, each kind in the order of its codes. */
export function cellsWith({ release }: CompareView, { element, components, measures }: FoundElement) {
	return {
		components: cellsAbout(release, 'readiness', components)
			.filter(({ cell }) => components.includes(cell.code))
			.sort(byCode),
		measures: cellsAbout(release, 'measures', measures).sort(byCode),
		evaluation: release.cells.find(({ cell }) => cell.kind === 'evaluations' && cell.code === element.code),
		counts: release.cells.find(({ cell }) => cell.kind === 'recommendations' && cell.code === element.code)
	};
}

/** The same in one list; null when there is no such element. */
export function cellsOfElement(
	shelf: CompareShelf,
	view: CompareView,
	asked: AskedElement
): ReleaseCell[] | null {
	const found = findCompared(shelf, asked);
	return found && listed(cellsWith(view, found));
}

/** What is judged first, then what was asked. */
export const listed = ({ components, evaluation, counts, measures }: ReturnType<typeof cellsWith>) => [
	...components,
	...(evaluation ? [evaluation] : []),
	...(counts ? [counts] : []),
	...measures
];
