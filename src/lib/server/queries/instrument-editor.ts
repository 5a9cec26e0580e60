/** Reads the instrument of a source as it is chosen and made: what it asks now, the version in the making, the library. */
import { eq } from 'drizzle-orm';
import {
	draftFaults,
	instrumentJson,
	standing,
	type DraftFault,
	type DraftQuestion,
	type InstrumentDraft
} from '#lib/evidence/instrument-draft.ts';
import { textsOfQuestion, typeNames } from '#lib/evidence/instrument-texts.ts';
import type { Instrument, Question } from '#lib/evidence/instrument.ts';
import { referenceOf } from '#lib/frameworks/source.ts';
import { groupedElements, type ElementGroup } from '#lib/pages/element-groups.ts';
import type { Kept } from '#lib/pages/save-answer.ts';
import { dayAndTime } from '#lib/pages/times.ts';
import type { Database } from '../db/open.ts';
import { instrumentDrafts } from '../db/schema/documents.ts';
import { notFound, Problem } from '../problems.ts';
import { authorName } from './authors.ts';
import { findDocument, listDocuments } from './documents.ts';
import { listChoosable } from './instrument-library.ts';
import { findReview } from './reviews.ts';
import { findSourceRow, hasAnswers, whySourceClosed, type SourceRow } from './source-editor.ts';

export type DraftRow = {
	draft: InstrumentDraft;
	version: number;
	basedOn: string | null;
	by: string;
	at: string;
};

/** The version in the making of a source; null where there is none. */
export function findDraft(db: Database, key: number): DraftRow | null {
	const row = db.select().from(instrumentDrafts).where(eq(instrumentDrafts.sourceId, key)).get();
	if (!row) return null;
	const { version, basedOn, changedBy, changedAt } = row;
	return { draft: row.draft as InstrumentDraft, version, basedOn, by: changedBy, at: changedAt };
}

/** Why the questions of a source stay as they are, in a sentence; null while they may be chosen. */
export function whyFixed(db: Database, row: SourceRow): string | null {
	const closed = whySourceClosed(db, row);
	if (closed) return closed;
	return hasAnswers(db, row.id)
		? 'This source has answers, so it keeps the version that they were given to. Add another source to ask in another way.'
		: null;
}

export type ShownInstrument = Pick<Instrument, 'title' | 'about' | 'unit'> & {
	/** id@edition; null for one in the making. */
	reference: string | null;
	questions: readonly Question[];
};

export type DraftLine = {
	key: string;
	number: number;
	code: string;
	wording: string;
	group: string;
	type: string;
	elements: number;
};

export type InstrumentPage = {
	fixed: string | null;
	current: ShownInstrument | null;
	library: { value: string; label: string }[];
	making: {
		version: number;
		basedOn: string | null;
		saved: string;
		shown: ShownInstrument;
		lines: DraftLine[];
		removed: { key: string; wording: string }[];
		faults: DraftFault[];
	} | null;
};

/** Throws a not-found Problem. */
export function loadInstrumentPage(db: Database, reviewId: string, slug: string): InstrumentPage {
	const { row } = findSourceRow(db, reviewId, slug);
	const found = findDraft(db, row.id);
	return {
		fixed: whyFixed(db, row),
		current: row.instrument === null ? null : shown(findDocument(db, 'instrument', row.instrument)),
		library: listChoosable(db, reviewId).map(({ shipped, instrument }) => ({
			value: referenceOf(instrument),
			label: `${instrument.title}, edition ${instrument.edition} (${instrument.questions.length} questions${shipped ? '' : ', our own'})`
		})),
		making: found && makingOf(db, found)
	};
}

const shown = (instrument: Instrument): ShownInstrument => ({
	...instrument,
	reference: referenceOf(instrument)
});

function makingOf(db: Database, { draft, version, basedOn, by, at }: DraftRow): InstrumentPage['making'] {
	const { title, about, unit } = draft.heading;
	return {
		version,
		basedOn,
		saved: `${dayAndTime(at)}, by ${authorName(db, by)}`,
		shown: { title, about, unit, reference: null, questions: standing(draft).map(({ asked }) => asked) },
		lines: standing(draft).map(({ key, asked }, index) => ({
			key,
			number: index + 1,
			code: asked.code,
			wording: asked.wording,
			group: asked.group ?? '',
			type: typeNames[asked.type],
			elements: asked.elements.length
		})),
		removed: draft.questions
			.filter(({ removed }) => removed)
			.map(({ key, asked }) => ({ key, wording: asked.wording || asked.code })),
		faults: draftFaults(draft)
	};
}

/** A version in the making that was put into use, or given up, by somebody else in the meantime. */
export const noDraft = () =>
	new Problem('not-found', 'There is no version in the making: it was put into use, or given up.');

/** Throws a not-found Problem, also for a source without a version in the making. */
function draftOf(db: Database, reviewId: string, slug: string): { row: SourceRow; found: DraftRow } {
	const { row } = findSourceRow(db, reviewId, slug);
	const found = findDraft(db, row.id);
	if (!found) throw noDraft();
	return { row, found };
}

export function keptHeading(db: Database, { heading }: InstrumentDraft): Kept {
	const { title, about, unit, version, by, at } = heading;
	return {
		texts: { title, about, one: unit.one, many: unit.many },
		version,
		by: authorName(db, by),
		at
	};
}

export function keptQuestion(db: Database, { asked, version, by, at }: DraftQuestion): Kept {
	return { texts: textsOfQuestion(asked), version, by: authorName(db, by), at };
}

/** Throws a not-found Problem. */
export function loadHeadingEditor(
	db: Database,
	reviewId: string,
	slug: string
): { kept: Kept; fixed: string | null } {
	const { row, found } = draftOf(db, reviewId, slug);
	return { kept: keptHeading(db, found.draft), fixed: whyFixed(db, row) };
}

export type QuestionEditor = {
	kept: Kept;
	fixed: string | null;
	removed: boolean;
	/** From 1; 0 for one that was taken out. */
	number: number;
	count: number;
	/** The other questions, to be moved behind one of them. */
	others: { value: string; label: string }[];
	previous: { key: string; name: string } | null;
	next: { key: string; name: string } | null;
	elements: readonly string[];
	faults: readonly DraftFault[];
};

/** Throws a not-found Problem. */
export function loadQuestionEditor(
	db: Database,
	reviewId: string,
	slug: string,
	key: string
): QuestionEditor {
	const { row, found } = draftOf(db, reviewId, slug);
	const question = questionOf(found.draft, key);
	const asked = standing(found.draft);
	const at = asked.indexOf(question);
	const nameOf = (each: DraftQuestion) => each.asked.label ?? (each.asked.wording || each.asked.code);
	const step = (each: DraftQuestion | undefined) =>
		each && at >= 0 ? { key: each.key, name: nameOf(each) } : null;
	return {
		kept: keptQuestion(db, question),
		fixed: whyFixed(db, row),
		removed: question.removed,
		number: at + 1,
		count: asked.length,
		others: asked
			.map((each, index) => ({ value: each.key, label: `${index + 1}. ${nameOf(each)}` }))
			.filter(({ value }) => value !== key),
		previous: step(asked[at - 1]),
		next: step(asked[at + 1]),
		elements: question.asked.elements,
		faults: draftFaults(found.draft).filter((fault) => fault.key === key)
	};
}

export type ElementsEditor = {
	wording: string;
	number: number;
	fixed: string | null;
	chosen: readonly string[];
	groups: ElementGroup[];
};

/** Throws a not-found Problem. */
export function loadElementsEditor(
	db: Database,
	reviewId: string,
	slug: string,
	key: string
): ElementsEditor {
	const { row, found } = draftOf(db, reviewId, slug);
	const question = questionOf(found.draft, key);
	const { elements: chosen, wording } = question.asked;
	const { frameworks } = findReview(db, reviewId);
	return {
		wording,
		number: standing(found.draft).indexOf(question) + 1,
		fixed: whyFixed(db, row),
		chosen,
		groups: groupedElements(listDocuments(db, 'framework'), frameworks, chosen)
	};
}

export function questionOf(draft: InstrumentDraft, key: string): DraftQuestion {
	const question = draft.questions.find((each) => each.key === key);
	if (!question) throw notFound('question in the version in the making', key);
	return question;
}

/** As a file: the version that a source has or, with `making`, the one in the making. Throws a not-found Problem. */
export function loadInstrumentFile(
	db: Database,
	reviewId: string,
	slug: string,
	making: boolean
): { name: string; json: unknown } {
	if (making) {
		const { draft } = draftOf(db, reviewId, slug).found;
		return { name: `${draft.id}-draft.json`, json: instrumentJson(draft, 'draft') };
	}
	const { row } = findSourceRow(db, reviewId, slug);
	if (row.instrument === null) throw notFound('instrument of the source', slug);
	return {
		name: `${row.instrument.replace('@', '-')}.json`,
		json: findDocument(db, 'instrument', row.instrument)
	};
}
