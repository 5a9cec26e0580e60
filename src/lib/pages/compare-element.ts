/** The page of a standard, component, theme or change beside others: what its cells say. */
import type { ReleaseCell } from '#lib/benchmark/release.ts';
import { comparedAddress, type ComparePageKind } from './compare-addresses.ts';
import { describeCounts, type CountsBeside } from './compare-counts.ts';
import { gapsIn, strengthsAmong, type Gap } from './compare-gaps.ts';
import { countsOver, pictureOver, stepsOver } from './compare-over.ts';
import type { OverReleases } from './compare-periods.ts';
import { describePicture, type PictureBeside } from './compare-picture.ts';
import { describeShare, type ShareBeside } from './compare-share.ts';
import {
	cellsWith,
	findCompared,
	listed,
	type AskedElement,
	type CompareShelf,
	type FoundElement
} from './compare-shelf.ts';
import { describeSteps, type StepsBeside } from './compare-steps.ts';
import type { CompareView } from './compare-view.ts';

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
	{ kind, code }: AskedElement
): ElementCompared | null {
	const found = findCompared(shelf, { kind, code });
	if (!found) return null;
	const inView = (each: CompareView) => cellsWith(each, found);
	const here = inView(view);
	const { components, measures, evaluation, counts } = here;
	const single = kind === 'components' ? components[0] : evaluation;
	// Evaluations come from reviews that are not held every year: what this release has none of, an earlier one may.
	const before = views.map(inView).reverse();
	const lastStep = single ?? before.find((each) => each.evaluation)?.evaluation;
	const lastCounts = counts ?? before.find((each) => each.counts)?.counts;
	const several = kind === 'standards' || kind === 'changes';
	const cells = listed(here);
	return {
		kind,
		code,
		...wordsOf(found, kind, view),
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

function wordsOf(
	{ framework, element: { code, title, text, parent } }: FoundElement,
	kind: ComparePageKind,
	view: CompareView
): Pick<ElementCompared, 'over' | 'title' | 'quote' | 'above' | 'wordsHref'> {
	const part = encodeURIComponent(code);
	const whole = { quote: null, above: null };
	if (kind === 'standards')
		return { ...whole, over: `Standard ${code}`, title, wordsHref: `/standards/${part}` };
	if (kind === 'themes') return { ...whole, over: `Theme ${code}`, title, wordsHref: null };
	if (kind === 'changes')
		return { ...whole, over: `Change ${code}`, title: text, wordsHref: `/change-map/${part}` };
	const standard = framework.elements.find((each) => each.code === parent);
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
