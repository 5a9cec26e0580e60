/** The page of a standard, component, theme or change beside others: which cells belong to it, and what they say. */
import type { ReleaseCell } from '#lib/benchmark/release.ts';
import type { Crosswalk } from '#lib/frameworks/crosswalk.ts';
import type { Element, Framework } from '#lib/frameworks/framework.ts';
import { branchOf, crosswalkLinks, elementsOfKind, findElement } from '#lib/frameworks/lookup.ts';
import { referenceOf } from '#lib/frameworks/source.ts';
import { comparedAddress, type ComparePageKind } from './compare-addresses.ts';
import { describeCounts, type CountsBeside } from './compare-counts.ts';
import { gapsIn, strengthsAmong, type Gap } from './compare-gaps.ts';
import { countsOver, pictureOver, stepsOver, type OverReleases } from './compare-over.ts';
import { describePicture, type PictureBeside } from './compare-picture.ts';
import { describeShare, type ShareBeside } from './compare-share.ts';
import { describeSteps, type StepsBeside } from './compare-steps.ts';
import { byCode, cellsAbout, type CompareView } from './compare-view.ts';
import { newestEdition } from './framework-source.ts';

export type CompareShelf = {
	frameworks: readonly Framework[];
	crosswalks: readonly Crosswalk[];
	instruments: readonly { id: string; title: string }[];
};

/** The questions of one instrument. */
export type AskedTogether = { title: string; sampled: boolean; measures: ShareBeside[] };

export type ElementCompared = {
	kind: ComparePageKind;
	code: string;
	/** “Standard 8”, “Core component 8.3”, “Theme T2”, “Change W2”. */
	over: string;
	title: string;
	/** The words of the framework, where the title is not all of them. */
	quote: string | null;
	/** What one level up it belongs to, as a link. */
	above: { name: string; href: string } | null;
	/** Where the words stand in full. */
	wordsHref: string | null;
	/** By instrument; the highest own share first, and no ranks. */
	asked: AskedTogether[];
	/** Stages of its components; none on the page of one of them. */
	components: StepsBeside[];
	/** The stage of the component, or the evaluation of the theme. */
	step: StepsBeside | null;
	counts: CountsBeside | null;
	picture: PictureBeside | null;
	overReleases: { title: string; over: OverReleases }[];
	gaps: Gap[];
	/** Who does well what the page is about, where there is no gap to ask about. */
	strengths: ReturnType<typeof strengthsAmong>;
	/** Every cell that the page speaks of, for its file. */
	cells: ReleaseCell[];
};

/** Null when there is no such element. `views`: of all releases up to this one, oldest first. */
export function describeElement(
	shelf: CompareShelf,
	view: CompareView,
	views: readonly CompareView[],
	{ kind, code }: { kind: ComparePageKind; code: string }
): ElementCompared | null {
	const found = elementOf(shelf, kind, code);
	if (!found) return null;
	const { framework, element } = found;
	const codes = codesOf(shelf, kind, framework, element);
	const inView = (each: CompareView) => cellsWith(each, codes, code);
	const { components, measures, evaluation, counts } = inView(view);
	const single = kind === 'components' ? components[0] : evaluation;
	// Evaluations come from reviews that are not held every year: what this release has none of, an earlier one may.
	const before = views.map(inView).reverse();
	const lastStep = single ?? before.find((each) => each.evaluation)?.evaluation;
	const lastCounts = counts ?? before.find((each) => each.counts)?.counts;
	const several = kind === 'standards' || kind === 'changes';
	const cells = cellsOfElement(shelf, view, { kind, code })!;
	return {
		kind,
		code,
		...wordsOf(framework, kind, element, view),
		asked: askedTogether(shelf, measures.map((each) => describeShare(view, each)).sort(byOwnShare)),
		components: several ? components.map((each) => describeSteps(view, each)) : [],
		step: single ? describeSteps(view, single) : null,
		counts: counts ? describeCounts(view, counts) : null,
		picture: several ? describePicture(view, components) : null,
		overReleases: [
			...(several && components.length > 0
				? [{ title: 'Components', over: pictureOver(views, (each) => inView(each).components) }]
				: []),
			...(lastStep
				? [{ title: kind === 'components' ? 'Stage' : 'Evaluation', over: stepsOver(views, lastStep) }]
				: []),
			...(lastCounts ? [{ title: 'Recommendations', over: countsOver(views, lastCounts) }] : [])
		],
		gaps: gapsIn(view, cells),
		strengths: strengthsAmong(view, cells),
		cells
	};
}

/** The cells of a release that belong to an element; null when there is no such element. */
export function cellsOfElement(
	shelf: CompareShelf,
	view: CompareView,
	{ kind, code }: { kind: ComparePageKind; code: string }
): ReleaseCell[] | null {
	const found = elementOf(shelf, kind, code);
	if (!found) return null;
	const codes = codesOf(shelf, kind, found.framework, found.element);
	const { components, measures, evaluation, counts } = cellsWith(view, codes, code);
	return [...components, ...(evaluation ? [evaluation] : []), ...(counts ? [counts] : []), ...measures];
}

function cellsWith(
	{ release }: CompareView,
	codes: { components: string[]; measures: string[] },
	code: string
) {
	return {
		components: cellsAbout(release, 'readiness', codes.components)
			.filter(({ cell }) => codes.components.includes(cell.code))
			.sort(byCode),
		measures: cellsAbout(release, 'measures', codes.measures).sort(byCode),
		evaluation: release.cells.find(({ cell }) => cell.kind === 'evaluations' && cell.code === code),
		counts: release.cells.find(({ cell }) => cell.kind === 'recommendations' && cell.code === code)
	};
}

/** Those of samples first: there, chance can be reckoned with. */
function askedTogether({ instruments }: CompareShelf, measures: readonly ShareBeside[]): AskedTogether[] {
	return [...Map.groupBy(measures, ({ cell }) => `${cell.instrument} ${cell.sampled}`).values()]
		.map((of) => ({
			title:
				instruments.findLast(({ id }) => id === of[0]!.cell.instrument)?.title ??
				of[0]!.cell.instrument ??
				'',
			sampled: of[0]!.cell.sampled,
			measures: of
		}))
		.sort((a, b) => Number(b.sampled) - Number(a.sampled));
}

/** One's highest share first; what one has no value of comes last. */
function byOwnShare(a: ShareBeside, b: ShareBeside): number {
	const shareOf = ({ rows }: ShareBeside) => {
		const own = rows.find(({ side }) => side.mark === 'own')?.share;
		return own ? own.positive / own.base : -1;
	};
	return shareOf(b) - shareOf(a);
}

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

function elementOf({ frameworks }: CompareShelf, kind: ComparePageKind, code: string) {
	const { id, kind: of } = frameworkOf[kind];
	const framework = newestEdition([...frameworks], id);
	const element = findElement(framework, code);
	return element?.kind === of ? { framework, element } : null;
}

/** Codes of the components whose stages, and of the elements whose questions, belong to an element. */
function codesOf(
	{ crosswalks }: CompareShelf,
	kind: ComparePageKind,
	framework: Framework,
	{ code }: Element
): { components: string[]; measures: string[] } {
	const branch = branchOf(framework, code);
	const measures = branch.map((each) => each.code);
	if (kind === 'themes') return { components: [], measures };
	if (kind !== 'changes')
		return {
			components: branch.filter((each) => each.kind === 'core-component').map((each) => each.code),
			measures
		};
	return { components: componentsOfChange(crosswalks, framework, code), measures };
}

/** The components that we propose to link to a change. */
export function componentsOfChange(crosswalks: readonly Crosswalk[], map: Framework, code: string): string[] {
	return crosswalkLinks(crosswalks, referenceOf(map), code)
		.filter(({ crosswalk }) => crosswalk.id === 'components-changes')
		.flatMap((link) => link.code ?? []);
}

function wordsOf(
	framework: Framework,
	kind: ComparePageKind,
	element: Element,
	view: CompareView
): Pick<ElementCompared, 'over' | 'title' | 'quote' | 'above' | 'wordsHref'> {
	const { code, title, text } = element;
	const part = encodeURIComponent(code);
	if (kind === 'standards')
		return { over: `Standard ${code}`, title, quote: null, above: null, wordsHref: `/standards/${part}` };
	if (kind === 'themes') return { over: `Theme ${code}`, title, quote: null, above: null, wordsHref: null };
	if (kind === 'changes')
		return {
			over: `Change ${code}`,
			title: text,
			quote: null,
			above: null,
			wordsHref: `/change-map/${part}`
		};
	const standard = framework.elements.find((each) => each.code === element.parent);
	return {
		over: `Core component ${code}`,
		title: `Core component ${code}`,
		quote: text,
		above: standard
			? {
					name: `Standard ${standard.code}. ${standard.title}`,
					href: comparedAddress(view, 'standards', standard.code)
				}
			: null,
		wordsHref: standard ? `/standards/${encodeURIComponent(standard.code)}#${part}` : null
	};
}
