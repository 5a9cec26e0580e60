/** The pages that show a whole release: standards, questions, themes, changes. Null while there is no release. */
import {
	differencesIn,
	largestGaps,
	measuresWithoutTheme,
	picturedChanges,
	picturedStandards,
	themesBeside
} from '#lib/pages/compare-overview.ts';
import { inRelease } from '#lib/pages/compare-addresses.ts';
import { headOf } from '#lib/pages/compare-asked.ts';
import type { CompareView } from '#lib/pages/compare-view.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { figureRows, figuresCsv } from '#lib/pages/compare-figures.ts';
import { loadView, viewsUpTo, type AskedView } from './compare-views.ts';
import { questionsToAsk } from './compare-asking.ts';
import { fileName, loadShelf, viewOrNothing } from './compare-page.ts';

/** So many of the largest gaps are asked about where all of a release is shown. */
const gapsShown = 5;

/** Throws a not-found Problem for a release that is not there. */
export function loadOverview(db: Database, actor: Actor, asked: AskedView) {
	const view = loadView(db, actor, asked);
	if (!view) return null;
	const gaps = largestGaps(view);
	return {
		...headOf(view),
		standards: picturedStandards(loadShelf(db), view),
		differences: differencesIn(view),
		gapCount: gaps.length,
		questions: questionsToAsk(db, actor, gaps.slice(0, gapsShown)),
		stages: view.scales.stages
	};
}

export function loadQuestionsCompared(db: Database, actor: Actor, asked: AskedView) {
	const view = viewOrNothing(db, actor, asked);
	const themes = themesBeside(loadShelf(db), view);
	return {
		...headOf(view),
		themes: themes.map(({ code, title, href, measures }) => ({ code, title, href, measures })),
		others: measuresWithoutTheme(view, themes)
	};
}

export function loadThemesCompared(db: Database, actor: Actor, asked: AskedView) {
	const view = viewOrNothing(db, actor, asked);
	const themes = themesBeside(loadShelf(db), view);
	return {
		...headOf(view),
		themes,
		lastWith: themes.some(({ step }) => step !== null) ? null : lastWithEvaluations(db, actor, view)
	};
}

export function loadChangesCompared(db: Database, actor: Actor, asked: AskedView) {
	const view = viewOrNothing(db, actor, asked);
	return { ...headOf(view), columns: picturedChanges(loadShelf(db), view), stages: view.scales.stages };
}

/** Evaluations are not given every year: the last release before this one that holds some. */
function lastWithEvaluations(
	db: Database,
	actor: Actor,
	view: CompareView
): { title: string; href: string } | null {
	const found = viewsUpTo(db, actor, view).findLast(({ release }) =>
		release.cells.some(({ cell }) => cell.kind === 'evaluations')
	);
	if (!found) return null;
	const { number, newest, release } = found;
	return { title: release.title, href: `/compare/themes${inRelease({ number, newest, asked: view.asked })}` };
}

/** All figures of a release that its pages show. */
export function loadAllFigures(db: Database, actor: Actor, asked: AskedView): { name: string; text: string } {
	const view = viewOrNothing(db, actor, asked);
	return { name: fileName(view, 'all'), text: figuresCsv(figureRows(view, view.release.cells)) };
}
