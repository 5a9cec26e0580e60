/** Keeps in a review how it answers a checklist for itself. */
import { tidyText } from '#lib/judgement/written-text.ts';
import { selfCheckResult } from '#lib/practice/self-check.ts';
import type { SaveResult, Written } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { selfChecks } from '../db/schema/community.ts';
import { FormProblem } from '../problems.ts';
import { whyClosed } from '../queries/closed.ts';
import { findReviewResource } from '../queries/resources.ts';
import {
	answerField,
	answersIn,
	findSelfCheckRow,
	keptSelfCheck,
	loadSelfCheck,
	noteField
} from '../queries/self-checks.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { saveOver, type SaveAsked } from './save-over.ts';

/** Letters of a note, and of the words on the whole. */
const longest = { note: 2_000, words: 5_000 };

export type SelfCheckAsked = SaveAsked & {
	review: string;
	checklist: string;
	/** As the form sends them, by answerField, noteField and `words`. */
	texts: Written;
};

/**
 * Saved only from the version that it was written from, and with notes that name nobody; a review that is issued or
 * withdrawn keeps nothing more. Throws a Problem: not-found for what is not there or not the actor's; form-invalid for
 * a text that is too long.
 */
export function keepSelfCheck(db: Database, by: By, asked: SelfCheckAsked): SaveResult {
	const { review, checklist } = asked;
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'open-conclusions', of }, (note): SaveResult => {
		const closed = whyClosed(db, review);
		if (closed) return { closed };
		const row = findSelfCheckRow(db, review, checklist);
		const check = loadSelfCheck(db, checklist, row?.edition);
		const written = tidied(check.items, asked.texts);
		const answers = answersIn(check.items, written);
		const words = written.words ?? '';
		const write = (version: number) => {
			const values = {
				...{ answers, words, version },
				...{ changedBy: authorOf(by.actor), changedAt: by.at }
			};
			db.insert(selfChecks)
				.values({ reviewId: review, checklist, edition: check.edition, ...values })
				.onConflictDoUpdate({ target: [selfChecks.reviewId, selfChecks.checklist], set: values })
				.run();
			const { counts, open } = selfCheckResult(check.items, answers);
			note({
				verb: 'self-check-kept',
				review,
				subject: checklist,
				facts: {
					version,
					open,
					...Object.fromEntries(counts.map(({ answer, count }) => [answer, count]))
				}
			});
		};
		return saveOver(keptSelfCheck(db, check, row), written, asked, write, by.at);
	});
}

/** Throws form-invalid. */
function tidied(items: readonly { code: string }[], texts: Written): Record<string, string> {
	const fields = [...items.flatMap(({ code }) => [answerField(code), noteField(code)]), 'words'];
	const written = Object.fromEntries(fields.map((field) => [field, tidyText(texts[field] ?? '')]));
	const faults = fields.flatMap((field) => {
		const most = field === 'words' ? longest.words : longest.note;
		return written[field]!.length > most ? [[field, `Write at most ${most} letters.`] as const] : [];
	});
	if (faults.length > 0) throw new FormProblem(Object.fromEntries(faults));
	return written;
}
