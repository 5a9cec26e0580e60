/** Stores a narrative over the one that stands, keeps that as a version and tells the trail; the one place where its row is written. */
import type { NarrativePart } from '#lib/judgement/judgement.ts';
import type { NarrativeDocument } from '#lib/judgement/narrative-document.ts';
import { writeNotation } from '#lib/judgement/narrative-notation.ts';
import { isPlain, plainParagraphs } from '#lib/judgement/narrative-text.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { narratives } from '../db/schema/conclusions.ts';
import { findNarrativeRow, storedDocument } from '../queries/narratives.ts';
import type { By } from './append-event.ts';
import type { NoteEvent } from './change.ts';
import { keepVersion } from './keep-version.ts';

/** `document`: null to empty it. `version`: the one that it becomes. */
type Written = {
	review: string;
	element: string;
	part: NarrativePart;
	document: NarrativeDocument | null;
	version: number;
};

/** Within a change that has looked whether it may be written. */
export function writeNarrative(
	db: Database,
	by: By,
	note: NoteEvent,
	{ review, element, part, document, version }: Written
): void {
	const before = findNarrativeRow(db, { review, element, part });
	if (before) keepVersion(db, before, by);
	const row = {
		paragraphs: document ? plainParagraphs(document) : [],
		document: document && !isPlain(document) ? document : null,
		version,
		changedBy: authorOf(by.actor),
		changedAt: by.at
	};
	db.insert(narratives)
		.values({ reviewId: review, element, part, ...row })
		.onConflictDoUpdate({
			target: [narratives.reviewId, narratives.element, narratives.part],
			set: row
		})
		.run();
	note({
		verb: 'narrative-saved',
		review,
		subject: element,
		facts: part === 'summary' ? { version } : { version, part },
		before: before ? writeNotation(storedDocument(before)) : '',
		after: document ? writeNotation(document) : ''
	});
}
