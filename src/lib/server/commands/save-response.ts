/** Keeps the answers of one part of a survey, so that whoever gives them can come back and go on. */
import { eq } from 'drizzle-orm';
import { tidyText } from '#lib/judgement/written-text.ts';
import { answersInPart, surveyFault, surveyParts } from '#lib/pages/survey-page.ts';
import type { Database } from '../db/open.ts';
import { collectedResponses } from '../db/schema/collecting.ts';
import { FormProblem } from '../problems.ts';
import { findResponse, followLink } from '../queries/collections.ts';
import { change, notThere } from './change.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';
import { respondent } from './start-response.ts';

export type ResponseAsked = {
	token: string;
	/** The last part of the address. */
	response: string;
	/** From 0. */
	part: number;
	/** Values by the fields' names. */
	written: Readonly<Record<string, string>>;
	confirmed?: readonly string[];
};

/** Letters of a written answer. */
const longest = 5_000;

/**
 * Throws a Problem: link-over or not-found for what is not there, closed or sent already; form-invalid for an answer
 * that a question does not take, and for words that may name somebody.
 */
export function saveResponse(db: Database, at: string, asked: ResponseAsked): void {
	const { token, response: named, part: number, written, confirmed } = asked;
	const of = () => followLink(db, token, at).resource;
	change(db, { actor: respondent, at }, { action: 'answer-survey', of }, (note) => {
		const { instrument, review, source, ...link } = followLink(db, token, at);
		const response = findResponse(db, link, named);
		const part = surveyParts(instrument, {})[number];
		if (!response || response.sentAt || !part) throw notThere();
		const given = answersInPart(instrument, part, written);
		const faults: Record<string, string> = {};
		const texts: Record<string, string> = {};
		for (const { code, name, kind } of part.questions) {
			given[code] = tidyText(given[code]!);
			const question = instrument.questions.find((each) => each.code === code)!;
			const fault =
				given[code].length > longest
					? `Write at most ${longest} letters; these are ${given[code].length}.`
					: surveyFault(question, given[code]);
			if (fault) faults[name] = fault;
			if (kind === 'text') texts[name] = given[code];
		}
		if (Object.keys(faults).length > 0) throw new FormProblem(faults);
		const kept = Object.fromEntries(
			part.questions.map(({ code, name }) => [name, response.answers[code] ?? ''])
		);
		refuseIdentifiers(texts, confirmed, kept);
		const answers = Object.fromEntries(
			Object.entries({ ...response.answers, ...given }).filter(([, words]) => words !== '')
		);
		db.update(collectedResponses)
			.set({ answers, savedAt: at, version: response.version + 1 })
			.where(eq(collectedResponses.id, response.id))
			.run();
		note({ verb: 'response-saved', review, subject: source.id, facts: { part: number + 1 } });
	});
}
