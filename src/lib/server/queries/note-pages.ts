/** What the pages about the notes of a source show: who was heard, the notes, one note with its passages, one passage. */
import type { Heard } from '#lib/evidence/sample.ts';
import { runsOf, sentencesOf, type MarkedRun } from '#lib/evidence/passages.ts';
import type { ElementChoice } from '#lib/pages/find-choices.ts';
import { countByElement, viewPassage, type ElementCount, type PassageView } from '#lib/pages/passage-view.ts';
import type { Kept } from '#lib/pages/save-answer.ts';
import { dayAndTime } from '#lib/pages/times.ts';
import { whyWithheld } from '#lib/pages/withheld.ts';
import { longDate } from '#lib/reports/dates.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { notFound } from '../problems.ts';
import { authorName } from './authors.ts';
import { hiddenFrom } from './blind-readings.ts';
import { listDocuments } from './documents.ts';
import { findReview } from './reviews.ts';
import { seesOf } from './visible-reviews.ts';
import {
	findNoteRow,
	findPassageRow,
	findSourceRow,
	keptNote,
	keptPassage,
	listElementChoices,
	listNoteRows,
	listPassageRows,
	whySourceClosed,
	type PassageRow,
	type SourceRow
} from './voices.ts';

type SourceName = Pick<SourceRow, 'kind' | 'title'> & { id: string };

export type NoteLine = {
	id: string;
	title: string;
	/** In words; null where it is not known. */
	day: string | null;
	passages: number;
	/** Passages whose words do not stand in it any more. */
	lost: number;
	/** When and by whom it was withdrawn; null while it counts. */
	withdrawn: string | null;
};

export type NotesPage = {
	source: SourceName;
	heard: Heard[];
	heardFrom: string;
	notes: NoteLine[];
	/** Passages that count, with the title of the note in which each is marked. */
	passages: (PassageView & { noteTitle: string | null })[];
	counts: ElementCount[];
	withdrawn: PassageView[];
	closed: string | null;
};

/** Coded answers are not among the passages: they have a page of their own. Throws a not-found Problem. */
export function loadNotesPage(db: Database, reviewId: string, sourceId: string): NotesPage {
	const source = findSourceRow(db, reviewId, sourceId);
	const rows = listNoteRows(db, source.id);
	const said = listPassageRows(db, source.id).filter(({ record }) => record === null);
	const there = new Map(rows.filter(({ withdrawnAt }) => withdrawnAt === null).map((row) => [row.slug, row]));
	const counting = said.filter(
		({ withdrawnAt, note }) => withdrawnAt === null && (note === null || there.has(note))
	);
	const view = viewer(db, reviewId);
	const passages = counting.map((row) => ({
		...view(row),
		noteTitle: row.note === null ? null : there.get(row.note)!.title
	}));
	return {
		source: nameOf(source),
		heard: source.heard,
		heardFrom: source.heardFrom,
		notes: rows.map((row) => {
			const own = said.filter(({ note, withdrawnAt }) => note === row.slug && withdrawnAt === null);
			return {
				id: row.slug,
				title: row.title,
				day: row.day === null ? null : longDate(row.day),
				passages: own.length,
				lost: own.filter(({ starts }) => starts === null).length,
				withdrawn: row.withdrawnAt && `${dayAndTime(row.withdrawnAt)}, by ${authorName(db, row.changedBy)}`
			};
		}),
		passages,
		counts: countByElement(passages),
		withdrawn: said.filter(({ withdrawnAt, note }) => withdrawnAt !== null && note === null).map(view),
		closed: whySourceClosed(db, source)
	};
}

export type NotePage = {
	source: SourceName;
	note: { id: string; title: string; day: string | null; text: string; version: number };
	kept: Kept;
	runs: MarkedRun[];
	sentences: string[];
	/** In the order in which they stand in the note; those without a place, and then the withdrawn, at the end. */
	passages: PassageView[];
	withdrawnPassages: PassageView[];
	/** The groups that were heard, to say who said something. */
	groups: string[];
	choices: ElementChoice[];
	/** When and by whom the note was withdrawn; null while it counts. */
	withdrawn: string | null;
	closed: string | null;
};

/** Throws a not-found Problem. */
export function loadNotePage(db: Database, reviewId: string, sourceId: string, noteId: string): NotePage {
	const source = findSourceRow(db, reviewId, sourceId);
	const row = findNoteRow(db, source, noteId);
	const own = listPassageRows(db, source.id).filter(({ note }) => note === row.slug);
	const placed = own
		.filter(({ withdrawnAt }) => withdrawnAt === null)
		.sort((a, b) => (a.starts ?? row.text.length) - (b.starts ?? row.text.length));
	const view = viewer(db, reviewId);
	return {
		source: nameOf(source),
		note: {
			id: row.slug,
			title: row.title,
			day: row.day === null ? null : longDate(row.day),
			text: row.text,
			version: row.version
		},
		kept: keptNote(db, row),
		runs: runsOf(
			row.text,
			placed.flatMap(({ slug, starts, ends }) =>
				starts === null || ends === null ? [] : [{ id: slug, starts, ends }]
			)
		),
		sentences: sentencesOf(row.text).map(({ text }) => text),
		passages: placed.map(view),
		withdrawnPassages: own.filter(({ withdrawnAt }) => withdrawnAt !== null).map(view),
		groups: groupsOf(source),
		choices: listElementChoices(db, reviewId),
		withdrawn: row.withdrawnAt && `${dayAndTime(row.withdrawnAt)}, by ${authorName(db, row.changedBy)}`,
		closed: whySourceClosed(db, source)
	};
}

export type PassagePage = {
	source: SourceName;
	passage: PassageView;
	kept: Kept;
	/** The note in which it is marked, with its text; null where it is marked in none. */
	note: { id: string; title: string; text: string } | null;
	/** Whether it is a written answer, or some words of one. */
	coded: boolean;
	groups: string[];
	choices: ElementChoice[];
	closed: string | null;
};

/** Throws a not-found Problem, also for a written answer that whoever looks may not read. */
export function loadPassagePage(
	db: Database,
	actor: Actor,
	reviewId: string,
	sourceId: string,
	passageId: string
): PassagePage {
	const source = findSourceRow(db, reviewId, sourceId);
	const row = findPassageRow(db, source, passageId);
	const seen = { key: source.id, instrument: source.instrument };
	const sees = seesOf(db, actor, reviewId, hiddenFrom(db, actor, seen));
	if (row.record !== null && whyWithheld(source.kind, sees) !== null)
		throw notFound(`passage of “${source.title}”`, passageId);
	const note = row.note === null ? null : findNoteRow(db, source, row.note);
	return {
		source: nameOf(source),
		passage: viewer(db, reviewId)(row),
		kept: keptPassage(db, row),
		note: note && { id: note.slug, title: note.title, text: note.text },
		coded: row.record !== null,
		groups: groupsOf(source),
		choices: listElementChoices(db, reviewId),
		closed: whySourceClosed(db, source)
	};
}

const nameOf = ({ slug, kind, title }: SourceRow): SourceName => ({ id: slug, kind, title });

const groupsOf = ({ heard, heardFrom }: SourceRow): string[] =>
	heard.length > 0 ? heard.map(({ group }) => group) : [heardFrom];

/** Passages of a review as its pages show them. */
function viewer(db: Database, reviewId: string): (row: PassageRow) => PassageView {
	const frameworks = listDocuments(db, 'framework');
	const references = findReview(db, reviewId).frameworks;
	return ({ slug, withdrawnAt, text, elements, direction, quotation, saidBy, note, starts }) =>
		viewPassage(
			{
				id: slug,
				text,
				elements,
				direction,
				quotation,
				saidBy,
				note,
				starts,
				withdrawn: withdrawnAt !== null
			},
			frameworks,
			references
		);
}
