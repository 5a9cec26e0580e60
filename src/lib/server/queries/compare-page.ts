/** The pages of one element or question beside others, and their figures as files. */
import type { ComparePageKind } from '#lib/pages/compare-addresses.ts';
import { headOf, pagesAbout, type ElementPage, type QuestionPage } from '#lib/pages/compare-asked.ts';
import { describeElement } from '#lib/pages/compare-element.ts';
import { describeNothing } from '#lib/pages/compare-nothing.ts';
import { figureRows, figuresCsv } from '#lib/pages/compare-figures.ts';
import { describeQuestion } from '#lib/pages/compare-question.ts';
import { cellsOfElement, type CompareShelf } from '#lib/pages/compare-shelf.ts';
import type { CompareView } from '#lib/pages/compare-view.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { notFound } from '../problems.ts';
import { askingOf } from './compare-asking.ts';
import { loadView, viewsUpTo, type AskedView } from './compare-views.ts';
import { listDocuments } from './documents.ts';

export const loadShelf = (db: Database): CompareShelf => ({
	frameworks: listDocuments(db, 'framework'),
	crosswalks: listDocuments(db, 'crosswalk'),
	instruments: listDocuments(db, 'instrument')
});

/** The page of a standard, component, theme or change. Throws a not-found Problem. */
export function loadElementCompared(
	db: Database,
	actor: Actor,
	{ kind, code, ...asked }: AskedView & { kind: ComparePageKind; code: string }
): ElementPage {
	const view = viewOrNothing(db, actor, asked);
	const shelf = loadShelf(db);
	const page = describeElement(shelf, view, viewsUpTo(db, actor, view), { kind, code });
	if (!page) throw notFound(kind.slice(0, -1), code);
	const { cells, gaps, strengths, ...shown } = page;
	const elements = [code, ...cells.map(({ cell }) => cell.code)];
	const asking = askingOf(db, actor, { gaps, strengths }, { about: code, elements });
	const { wordsHref } = page;
	return {
		...headOf(view),
		...shown,
		...asking,
		nothing:
			cells.length === 0 ? describeNothing(shelf, { kind, code }, { wordsHref, joins: asking.joins }) : null
	};
}

/** The page of a question. Throws a not-found Problem. */
export function loadQuestionCompared(
	db: Database,
	actor: Actor,
	{ instrument, code, ...asked }: AskedView & { instrument: string; code: string }
): QuestionPage {
	const view = viewOrNothing(db, actor, asked);
	const page = describeQuestion(view, viewsUpTo(db, actor, view), { instrument, code });
	if (!page) throw notFound('question', code);
	const { cells, gaps, strengths, ...shown } = page;
	const elements = cells[0]!.cell.elements;
	return {
		...headOf(view),
		...shown,
		...askingOf(db, actor, { gaps, strengths }, { about: elements[0] ?? '', elements }),
		about: pagesAbout(loadShelf(db), view, elements)
	};
}

/** The figures of a page as a file. Throws a not-found Problem. */
export function loadElementFigures(
	db: Database,
	actor: Actor,
	{ kind, code, ...asked }: AskedView & { kind: ComparePageKind; code: string }
): { name: string; text: string } {
	const view = viewOrNothing(db, actor, asked);
	const cells = cellsOfElement(loadShelf(db), view, { kind, code });
	if (!cells) throw notFound(kind.slice(0, -1), code);
	return { name: fileName(view, code), text: figuresCsv(figureRows(view, cells)) };
}

export function loadQuestionFigures(
	db: Database,
	actor: Actor,
	{ instrument, code, ...asked }: AskedView & { instrument: string; code: string }
): { name: string; text: string } {
	const view = viewOrNothing(db, actor, asked);
	const page = describeQuestion(view, [view], { instrument, code });
	if (!page) throw notFound('question', code);
	return { name: fileName(view, code), text: figuresCsv(figureRows(view, page.cells)) };
}

export const fileName = ({ number }: CompareView, code: string) =>
	`release-${number}-${code.replace(/[^A-Za-z0-9.-]+/g, '-')}-figures.csv`;

export function viewOrNothing(db: Database, actor: Actor, asked: AskedView): CompareView {
	const view = loadView(db, actor, asked);
	if (view) return view;
	throw notFound('release', String(asked.release ?? 'newest'));
}
