/** What the pages that compare show: what a release says of it, and whom one may ask and what they have shared. */
import { and, eq } from 'drizzle-orm';
import type { Gap } from '#lib/pages/compare-gaps.ts';
import type { ComparePageKind } from '#lib/pages/compare-addresses.ts';
import {
	headOf,
	pagesAbout,
	type AskedGap,
	type ElementPage,
	type QuestionPage,
	type SharedPractice
} from '#lib/pages/compare-asked.ts';
import { describeElement } from '#lib/pages/compare-element.ts';
import { describeNothing } from '#lib/pages/compare-nothing.ts';
import { figureRows, figuresCsv } from '#lib/pages/compare-figures.ts';
import { describeQuestion } from '#lib/pages/compare-question.ts';
import { cellsOfElement, type CompareShelf } from '#lib/pages/compare-shelf.ts';
import type { CompareView } from '#lib/pages/compare-view.ts';
import type { Actor } from '../access/actor.ts';
import { may } from '../access/may.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { organisations } from '../db/schema/organisations.ts';
import { notFound } from '../problems.ts';
import { loadView, viewsUpTo, type AskedView } from './compare-views.ts';
import { listDocuments } from './documents.ts';
import { listEntriesFor, type EntryLine } from './entries.ts';
import { listNamedOrganisations } from './named-organisations.ts';
import { worldOf } from './world.ts';

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
	const joins = may(actor, 'join-in', installation).yes;
	const { wordsHref } = page;
	return {
		...headOf(view),
		...shown,
		joins,
		nothing: cells.length === 0 ? describeNothing(shelf, { kind, code }, { wordsHref, joins }) : null,
		questions: questionsToAsk(db, actor, gaps),
		strong: strengths.map((each) => ({ ...each, askHref: askHref(db, actor, each.code, code) })),
		practice: practiceFor(db, actor, [code, ...cells.map(({ cell }) => cell.code)])
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
		joins: may(actor, 'join-in', installation).yes,
		questions: questionsToAsk(db, actor, gaps),
		strong: strengths.map((each) => ({ ...each, askHref: askHref(db, actor, each.code, elements[0] ?? '') })),
		practice: practiceFor(db, actor, elements),
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

export function questionsToAsk(db: Database, actor: Actor, gaps: readonly Gap[]): AskedGap[] {
	return gaps.map((gap) => {
		const shared = sharedOn(db, actor, gap.elements);
		const ofStrong = new Set<string>();
		const strengths = gap.strengths.map((each) => {
			const organisation = organisationOf(db, actor, each.code);
			const own = shared.filter((line) => organisation !== null && line.organisation === organisation);
			for (const { id } of own) ofStrong.add(id);
			return {
				...each,
				askHref: askHref(db, actor, each.code, gap.elements[0] ?? gap.code),
				practice: own.map(linked)
			};
		});
		return { ...gap, strengths, practice: shared.filter(({ id }) => !ofStrong.has(id)).map(linked) };
	});
}

export const practiceFor = (db: Database, actor: Actor, elements: readonly string[]): SharedPractice[] =>
	sharedOn(db, actor, elements).map(linked);

/** What serves more of the elements comes first; what Cairn came with, last. */
function sharedOn(db: Database, actor: Actor, elements: readonly string[]): EntryLine[] {
	const served = (line: EntryLine) => line.elements.filter((code) => elements.includes(code)).length;
	return listEntriesFor(db, actor, { elements }).toSorted(
		(a, b) => Number(a.organisation === null) - Number(b.organisation === null) || served(b) - served(a)
	);
}

const linked = ({ id, title, whose }: EntryLine): SharedPractice => ({
	id,
	title,
	whose,
	href: `/practice/${encodeURIComponent(id)}`
});

/** The organisation of a partnership in the actor's world, or null. */
function organisationOf(db: Database, actor: Actor, partnership: string): string | null {
	const found = db
		.select({ id: organisations.id })
		.from(organisations)
		.where(
			and(
				eq(organisations.kind, 'partnership'),
				eq(organisations.partnership, partnership),
				eq(organisations.example, worldOf(actor) === 'example')
			)
		)
		.get();
	return found?.id ?? null;
}

/** Where one writes to a partnership about an element. */
export function askHref(db: Database, actor: Actor, partnership: string, about: string): string | null {
	if (actor.kind !== 'person' || !may(actor, 'join-in', installation).yes) return null;
	const organisation = organisationOf(db, actor, partnership);
	if (organisation === null || !listNamedOrganisations(db, actor).includes(organisation)) return null;
	const own = actor.memberships.some((each) => each.organisation === organisation);
	const query = new URLSearchParams({ about, to: organisation });
	return own ? null : `/practice/messages/new?${query}`;
}
