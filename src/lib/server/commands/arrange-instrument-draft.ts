/** Adds, takes out, moves and maps the questions of the version of an instrument that is in the making. */
import type { InstrumentDraft, Stamp } from '#lib/evidence/instrument-draft.ts';
import {
	addQuestion,
	mapQuestion,
	moveQuestion,
	putBackQuestion,
	removeQuestion,
	stepQuestion
} from '#lib/evidence/instrument-edit.ts';
import { groupedElements } from '#lib/pages/element-groups.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { FormProblem, Problem } from '../problems.ts';
import { listDocuments } from '../queries/documents.ts';
import { findDraft, noDraft, questionOf, whyFixed } from '../queries/instrument-editor.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findReview } from '../queries/reviews.ts';
import { findSourceRow } from '../queries/source-editor.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { store, type Place } from './save-instrument-draft.ts';

export type Arrangement =
	| { what: 'add' }
	| { what: 'remove' | 'put-back' | 'up' | 'down'; key: string }
	/** Behind another question; empty for the first place. */
	| { what: 'move'; key: string; after: string }
	| { what: 'map'; key: string; before: readonly string[]; chosen: readonly string[] };
export type ArrangementAsked = Place & { arrangement: Arrangement };

/** Questions, with those taken out. */
const most = 300;

/**
 * Adds, takes out, puts back, moves or maps a question; gives the key of the question that it was about. Throws a
 * Problem: not-found for what is not there, what the actor may not arrange, and a review that is closed;
 * source-has-answers; form-invalid for an element that is not one of the review's.
 */
export function arrangeDraft(
	db: Database,
	by: By,
	{ review, source, arrangement }: ArrangementAsked
): string {
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'arrange-evidence', of }, (note) => {
		const { row } = findSourceRow(db, review, source);
		const fixed = whyFixed(db, row);
		if (fixed) throw new Problem('source-has-answers', fixed);
		const found = findDraft(db, row.id);
		if (!found) throw noDraft();
		const { draft, key } = arranged(db, review, found.draft, arrangement, {
			by: authorOf(by.actor),
			at: by.at
		});
		if (JSON.stringify(draft) === JSON.stringify(found.draft)) return key;
		store(db, by, { row, found, draft });
		const facts = { what: arrangement.what, question: key };
		note({ verb: 'instrument-draft-saved', review, subject: source, facts });
		return key;
	});
}

function arranged(
	db: Database,
	review: string,
	draft: InstrumentDraft,
	asked: Arrangement,
	stamp: Stamp
): { draft: InstrumentDraft; key: string } {
	if (asked.what === 'add') {
		if (draft.questions.length >= most)
			throw new Problem('too-much-at-once', `An instrument has ${most} questions at most.`);
		return addQuestion(draft, stamp);
	}
	const { key } = questionOf(draft, asked.key);
	switch (asked.what) {
		case 'remove':
			return { draft: removeQuestion(draft, key), key };
		case 'put-back':
			return { draft: putBackQuestion(draft, key), key };
		case 'up':
		case 'down':
			return { draft: stepQuestion(draft, key, asked.what), key };
		case 'move':
			return { draft: moveQuestion(draft, key, asked.after === '' ? null : asked.after), key };
		case 'map': {
			const own = questionOf(draft, key).asked.elements;
			const groups = groupedElements(listDocuments(db, 'framework'), findReview(db, review).frameworks, own);
			const offered = new Set(groups.flatMap(({ options }) => options.map(({ code }) => code)));
			if (asked.chosen.some((code) => !offered.has(code)))
				throw new FormProblem({ elements: 'Choose from the elements that are offered.' });
			return { draft: mapQuestion(draft, key, asked), key };
		}
	}
}
