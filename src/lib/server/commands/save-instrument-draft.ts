/** Writes in the version of an instrument that is in the making: its questions, and what it is called. */
import { eq } from 'drizzle-orm';
import type { InstrumentDraft } from '#lib/evidence/instrument-draft.ts';
import { writeHeading, writeQuestion } from '#lib/evidence/instrument-edit.ts';
import { questionFields, questionOfTexts, textsOfQuestion } from '#lib/evidence/instrument-texts.ts';
import { tidyLine, tidyText } from '#lib/judgement/written-text.ts';
import type { Kept, SaveResult } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { instrumentDrafts } from '../db/schema/documents.ts';
import { FormProblem, refuseFaults } from '../problems.ts';
import {
	findDraft,
	keptHeading,
	keptQuestion,
	noDraft,
	questionOf,
	whyFixed,
	type DraftRow
} from '../queries/instrument-editor.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findSourceRow, type SourceRow } from '../queries/source-editor.ts';
import type { By } from './append-event.ts';
import { change, type NoteEvent } from './change.ts';
import { saveOver, type SaveAsked } from './save-over.ts';

/** A source of a review. */
export type Place = { review: string; source: string };
/** `texts` by the names of `questionFields`. */
export type QuestionAsked = SaveAsked & Place & { key: string; texts: Readonly<Record<string, string>> };
export type HeadingAsked = SaveAsked & Place & { texts: Readonly<Record<string, string>> };

/** Letters. */
const longest = { title: 200, about: 3_000, one: 40, many: 40 };

/** Saves the texts of one question. Throws a Problem: not-found; form-invalid, field by field. */
export function saveQuestion(db: Database, by: By, asked: QuestionAsked): SaveResult {
	return saving(db, by, asked, ({ draft }, stamp) => {
		const question = questionOf(draft, asked.key);
		const result = questionOfTexts(tidied(asked.texts));
		if ('faults' in result) throw new FormProblem(result.faults);
		const written = textsOfQuestion({ ...result.asked, elements: [] });
		return {
			kept: keptQuestion(db, question),
			written,
			next: () => writeQuestion(draft, asked.key, result.asked, stamp)
		};
	});
}

/** Saves what the version is called, what it is for, and what one record of it is called. Throws as above. */
export function saveHeading(db: Database, by: By, asked: HeadingAsked): SaveResult {
	return saving(db, by, asked, ({ draft }, stamp) => {
		const line = (name: string) => tidyLine(asked.texts[name] ?? '');
		const written = {
			title: line('title'),
			about: tidyText(asked.texts.about ?? ''),
			one: line('one'),
			many: line('many')
		};
		const tooLong = (name: keyof typeof longest) =>
			written[name].length > longest[name] ? `Write at most ${longest[name]} letters.` : null;
		const missing = (name: 'title' | 'one' | 'many', say: string) =>
			written[name] === '' ? say : tooLong(name);
		refuseFaults({
			title: missing('title', 'Write what it is called.'),
			about: tooLong('about'),
			one: missing('one', 'Write what one is called, such as file.'),
			many: missing('many', 'Write what several are called, such as files.')
		});
		const { title, about, one, many } = written;
		return {
			kept: keptHeading(db, draft),
			written,
			next: () => writeHeading(draft, { title, about, unit: { one, many } }, stamp)
		};
	});
}

const tidied = (texts: Readonly<Record<string, string>>) =>
	Object.fromEntries(
		questionFields.map((field) => {
			const lines = field === 'options' || field === 'positive' || field === 'help';
			return [field, lines ? tidyText(texts[field] ?? '') : tidyLine(texts[field] ?? '')];
		})
	) as Parameters<typeof questionOfTexts>[0];

type Write = {
	kept: Kept;
	written: Readonly<Record<string, string>>;
	next: () => InstrumentDraft;
};

/** Saves texts of the draft over what stands there, with the event that tells of both. */
function saving(
	db: Database,
	by: By,
	asked: SaveAsked & Place,
	prepare: (found: DraftRow, stamp: { by: string; at: string }) => Write
): SaveResult {
	const { review, source } = asked;
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'open-plan', of }, (note) => {
		const { row } = findSourceRow(db, review, source);
		const fixed = whyFixed(db, row);
		if (fixed) return { closed: fixed };
		const found = findDraft(db, row.id);
		if (!found) return { closed: noDraft().message };
		const { kept, written, next } = prepare(found, { by: authorOf(by.actor), at: by.at });
		const write = (version: number) => {
			store(db, by, { row, found, draft: next() });
			noteTexts(note, asked, { version, before: kept.texts, after: written });
		};
		return saveOver(kept, written, asked, write, by.at);
	});
}

function noteTexts(
	note: NoteEvent,
	{ review, source }: Place,
	{ version, before, after }: { version: number; before: Kept['texts']; after: Kept['texts'] }
): void {
	const said = (texts: Kept['texts']) =>
		Object.values(texts)
			.filter((text) => text !== '')
			.join('\n');
	note({
		verb: 'instrument-draft-saved',
		review,
		subject: source,
		facts: { version },
		before: said(before),
		after: said(after)
	});
}

/** Stores the draft with a version that rises: a part of the commands that write in it, inside their change. */
export function store(
	db: Database,
	by: By,
	{ row, found, draft }: { row: SourceRow; found: DraftRow; draft: InstrumentDraft }
): void {
	db.update(instrumentDrafts)
		.set({ draft, version: found.version + 1, changedBy: authorOf(by.actor), changedAt: by.at })
		.where(eq(instrumentDrafts.sourceId, row.id))
		.run();
}
