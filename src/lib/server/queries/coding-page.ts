/** What the page shows on which written answers are coded: one answer with its codes, and how often each code is used. */
import type { ElementChoice } from '#lib/pages/find-choices.ts';
import { countByElement, viewPassage, type ElementCount } from '#lib/pages/passage-view.ts';
import { whyWithheld } from '#lib/pages/withheld.ts';
import type { Source } from '#lib/evidence/source.ts';
import { isQuotable } from '#lib/reports/voices.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { hiddenFrom } from './blind-readings.ts';
import { listDocuments } from './documents.ts';
import { findReview } from './reviews.ts';
import {
	findSourceRow,
	listElementChoices,
	listPassageRows,
	whySourceClosed,
	type PassageRow
} from './voices.ts';
import { findTextQuestion, findWrittenAnswer, listWrittenRecords } from './written-answers.ts';
import { seesOf } from './visible-reviews.ts';

/** The codes of an answer, or of some words of it. */
export type AnswerCode = {
	/** Slug of the passage; empty where nothing is coded yet. */
	passage: string;
	/** The words that are meant, where they are not the whole answer. */
	words: string | null;
	elements: string[];
	direction: string;
	quotation: boolean;
	version: number;
};

export type CodingPage = {
	source: { id: string; title: string; kind: Source['kind'] };
	question: { code: string; wording: string };
	/** Whether the words of an answer may be quoted in the report. */
	quotable: boolean;
	/** Why the answers are not shown, in a sentence; then there are none here. */
	withheld: string | null;
	/** How many answers there are, and how many of them are coded. */
	answers: number;
	coded: number;
	answer: { at: number; record: number; reference: string; text: string } | null;
	/** The whole answer first, then its parts. */
	codes: AnswerCode[];
	/** Which of the codes is worked on. */
	chosen: number;
	/** Position of the next answer after this one that has no code; null where all of them have. */
	nextUncoded: number | null;
	/** Those that a number key sets: the most used, and the themes or standards of the review. */
	pinned: ElementChoice[];
	choices: ElementChoice[];
	counts: ElementCount[];
	closed: string | null;
};

const keys = 9;

/**
 * `asked`: position of the answer, from 1, and slug of the passage that is worked on, if not the whole answer. Throws a
 * not-found Problem.
 */
export function loadCodingPage(
	db: Database,
	actor: Actor,
	{ review, source: sourceId, code }: { review: string; source: string; code: string },
	asked: { at: number; passage: string }
): CodingPage {
	const source = findSourceRow(db, review, sourceId);
	const { instrument, position } = findTextQuestion(db, source, code);
	const hidden = hiddenFrom(db, actor, { key: source.id, instrument: source.instrument });
	const withheld = whyWithheld(source.kind, seesOf(db, actor, review, hidden));
	const records = withheld === null ? listWrittenRecords(db, source.id, position) : [];
	const rows = listPassageRows(db, source.id).filter(({ question }) => question === position);
	const counting = rows.filter(({ withdrawnAt }) => withdrawnAt === null);
	const done = new Set(counting.map(({ record }) => record));
	const at = Math.min(Math.max(1, Math.trunc(asked.at) || 1), Math.max(1, records.length));
	const record = records[at - 1];
	const answer = record === undefined ? null : findWrittenAnswer(db, source, code, record);
	const codes = answer ? codesOf(rows.filter((row) => row.record === answer.record)) : [];
	const after = [...records.slice(at), ...records.slice(0, at)].find((each) => !done.has(each));
	const choices = listElementChoices(db, review);
	const counts = countsOf(db, review, withheld === null ? counting : []);
	return {
		source: { id: source.slug, title: source.title, kind: source.kind },
		question: { code, wording: instrument.questions[position]!.wording },
		quotable: isQuotable(source.kind),
		withheld,
		answers: records.length,
		coded: records.filter((each) => done.has(each)).length,
		answer: answer && { at, record: answer.record, reference: answer.reference, text: answer.text },
		codes,
		chosen: Math.max(
			0,
			codes.findIndex(({ passage }) => passage !== '' && passage === asked.passage)
		),
		nextUncoded: after === undefined || after === record ? null : records.indexOf(after) + 1,
		pinned: pinnedOf(choices, counts),
		choices,
		counts,
		closed: whySourceClosed(db, source)
	};
}

/** The whole answer stands first, coded or not. A part that was withdrawn is left out. */
function codesOf(rows: readonly PassageRow[]): AnswerCode[] {
	const toCode = (row: PassageRow): AnswerCode => ({
		passage: row.slug,
		words: row.starts === null ? null : row.text,
		elements: row.withdrawnAt === null ? row.elements : [],
		direction: (row.withdrawnAt === null ? row.direction : null) ?? '',
		quotation: row.withdrawnAt === null && row.quotation,
		version: row.version
	});
	const whole = rows.find(({ starts }) => starts === null);
	return [
		whole
			? toCode(whole)
			: { passage: '', words: null, elements: [], direction: '', quotation: false, version: 0 },
		...rows.filter((row) => row !== whole && row.withdrawnAt === null).map(toCode)
	];
}

function countsOf(db: Database, review: string, rows: readonly PassageRow[]): ElementCount[] {
	const frameworks = listDocuments(db, 'framework');
	const references = findReview(db, review).frameworks;
	return countByElement(
		rows.map(({ slug, withdrawnAt, ...row }) =>
			viewPassage({ ...row, id: slug, withdrawn: withdrawnAt !== null }, frameworks, references)
		)
	);
}

function pinnedOf(choices: readonly ElementChoice[], counts: readonly ElementCount[]): ElementChoice[] {
	const used = counts.flatMap(({ element }) => choices.find(({ code }) => code === element.code) ?? []);
	const leading = choices.filter((choice) => choice.leading && !used.includes(choice));
	return [...used, ...leading].slice(0, keys);
}
