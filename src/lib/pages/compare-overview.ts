/** Everything of a release at a glance: the standards, where there are differences, the questions, themes and changes. */
import { formatPercent } from '#lib/measures/figures.ts';
import { pathToTop } from '#lib/frameworks/lookup.ts';
import { comparedAddress } from './compare-addresses.ts';
import { describeCounts, type CountsBeside } from './compare-counts.ts';
import { componentsOfChange, elementsOf, type CompareShelf } from './compare-shelf.ts';
import { gapsIn, type Gap } from './compare-gaps.ts';
import { describePicture, farIn, type PictureBeside } from './compare-picture.ts';
import { describeShare, type ShareBeside } from './compare-share.ts';
import { describeSteps, type StepsBeside } from './compare-steps.ts';
import { byCode, cellsAbout, type CompareView } from './compare-view.ts';
import { newestEdition } from './framework-source.ts';

/** A standard or change with the picture of its components; null where the release holds none of them. */
export type Pictured = {
	code: string;
	title: string;
	href: string;
	picture: PictureBeside | null;
	/** `3 of 11, 27%` of each side, in the order of the sides. */
	far: string[];
	inDevelopment: boolean;
};

function pictured(
	view: CompareView,
	{ code, title, href, inDevelopment }: Pick<Pictured, 'code' | 'title' | 'href' | 'inDevelopment'>,
	components: readonly string[]
): Pictured {
	const picture = describePicture(view, cellsAbout(view.release, 'readiness', components));
	const far = (picture?.rows ?? []).map(({ side, picture: each }) => {
		if (!each) return side.mark === 'own' ? 'no value' : 'not shown';
		const share = formatPercent(farIn(each) / each.values, view.scales.quantity);
		return `${farIn(each)} of ${each.values}, ${share}`;
	});
	return { code, title, href, picture, far, inDevelopment };
}

/** The twelve standards in their order. */
export function picturedStandards(shelf: CompareShelf, view: CompareView): Pictured[] {
	const framework = newestEdition([...shelf.frameworks], 'sds-standards');
	return elementsOf(shelf, 'standards').map(({ code, title, status }) =>
		pictured(
			view,
			{
				code,
				title,
				href: comparedAddress(view, 'standards', code),
				inDevelopment: status === 'in-development'
			},
			framework.elements
				.filter(({ kind, parent }) => kind === 'core-component' && parent === code)
				.map((each) => each.code)
		)
	);
}

/** The changes of the change map under its columns. */
export function picturedChanges(
	shelf: CompareShelf,
	view: CompareView
): { column: string; changes: Pictured[] }[] {
	const map = newestEdition([...shelf.frameworks], 'sds-change-map');
	const changes = elementsOf(shelf, 'changes').map(({ code, text }) => ({
		column: pathToTop(map, code).at(-1)?.title ?? '',
		change: pictured(
			view,
			{ code, title: text, href: comparedAddress(view, 'changes', code), inDevelopment: false },
			componentsOfChange(shelf.crosswalks, map, code)
		)
	}));
	return [...Map.groupBy(changes, ({ column }) => column)].map(([column, each]) => ({
		column,
		changes: each.map(({ change }) => change)
	}));
}

/** A question whose share differs from others' beyond sampling. */
export type Differing = { code: string; title: string; href: string; words: string };

/** By where one's own share lies; in the order of the questions, not of the differences. */
export function differencesIn(view: CompareView): {
	higher: Differing[];
	lower: Differing[];
	compared: number;
} {
	const measures = cellsAboutAll(view);
	const found = (says: 'higher' | 'lower') =>
		measures.flatMap(({ cell, href, verdicts, rows }): Differing[] => {
			const from = (['family', 'scotland'] as const).filter((group) => verdicts[group]?.says === says);
			if (from.length === 0) return [];
			const percentOf = (mark: string) => rows.find(({ side }) => side.mark === mark)?.percent ?? '';
			const beside = from.map((group) =>
				group === 'family' ? `family ${percentOf(group)}` : `Scotland ${percentOf(group)}`
			);
			return [
				{ code: cell.code, title: cell.title, href, words: `${percentOf('own')}; ${beside.join(', ')}` }
			];
		});
	const compared = measures.filter(({ verdicts }) =>
		Object.values(verdicts).some(({ says }) => says !== 'not-sampled')
	).length;
	return { higher: found('higher'), lower: found('lower'), compared };
}

const cellsAboutAll = (view: CompareView): ShareBeside[] =>
	view.release.cells
		.filter(({ cell }) => cell.kind === 'measures')
		.sort(byCode)
		.map((each) => describeShare(view, each));

/** The largest gaps of the whole release: of questions, stages and evaluations. */
export const largestGaps = (view: CompareView): Gap[] => gapsIn(view, view.release.cells);

export type ThemeBeside = {
	code: string;
	title: string;
	href: string;
	step: StepsBeside | null;
	counts: CountsBeside | null;
	/** In the order of their codes. */
	measures: ShareBeside[];
};

/** The themes with their evaluations, recommendations and questions. */
export function themesBeside(shelf: CompareShelf, view: CompareView): ThemeBeside[] {
	const framework = newestEdition([...shelf.frameworks], 'thematic-review');
	return elementsOf(shelf, 'themes').map(({ code, title }) => {
		const branch = framework.elements
			.filter((each) => pathToTop(framework, each.code).some((above) => above.code === code))
			.map((each) => each.code);
		const find = (kind: 'evaluations' | 'recommendations') =>
			view.release.cells.find(({ cell }) => cell.kind === kind && cell.code === code);
		const [evaluation, counts] = [find('evaluations'), find('recommendations')];
		return {
			code,
			title,
			href: comparedAddress(view, 'themes', code),
			step: evaluation ? describeSteps(view, evaluation) : null,
			counts: counts ? describeCounts(view, counts) : null,
			measures: cellsAbout(view.release, 'measures', branch)
				.sort(byCode)
				.map((each) => describeShare(view, each))
		};
	});
}

/** Questions that belong to no theme. */
export function measuresWithoutTheme(view: CompareView, themes: readonly ThemeBeside[]): ShareBeside[] {
	const told = new Set(themes.flatMap(({ measures }) => measures.map(({ cell }) => cell.id)));
	return cellsAboutAll(view).filter(({ cell }) => !told.has(cell.id));
}
