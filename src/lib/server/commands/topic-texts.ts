/** What a question to everybody says, checked field by field; and in whose name it is asked. */
import { tidyLine, tidyText } from '#lib/judgement/written-text.ts';
import { codesIn } from '#lib/pages/find-choices.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { refuseFaults } from '../problems.ts';
import { listTopicElements } from '../queries/topics.ts';
import { listWritingFor, speaksFor } from '../queries/writing-for.ts';

/** Letters. */
export const longestTopic = { title: 200, text: 5_000, summary: 5_000 };
/** Elements. */
const most = 20;

export type TopicTexts = {
	title: string;
	text: string;
	/** Codes with spaces between, as a form sends them. */
	elements: string;
	/** Id of one that the actor writes for; empty for the first. */
	organisation: string;
};

export type CheckedTopic = Omit<TopicTexts, 'elements'> & { elements: string[] };

/** Throws form-invalid, field by field. */
export function checkedTopic(db: Database, actor: Actor, asked: TopicTexts): CheckedTopic {
	const choices = listTopicElements(db);
	const written = codesIn(choices, asked.elements);
	const known = choices.map(({ code }) => code);
	const unknown = written.find((code) => !known.includes(code));
	const organisation =
		asked.organisation === ''
			? speaksFor(db, actor)
			: listWritingFor(db, actor).find(({ id }) => id === asked.organisation)?.id;
	const [title, text] = [tidyLine(asked.title), tidyText(asked.text)];
	refuseFaults({
		title: faultOf(title, 'Write your question in one line.', longestTopic.title),
		text: faultOf(text, 'Write what you want to know, and what you have found so far.', longestTopic.text),
		others:
			unknown === undefined
				? written.length > most
					? `Name at most ${most} elements.`
					: null
				: `There is no element with the code “${unknown}”.`,
		organisation: organisation ? null : 'Choose one of your own organisations.'
	});
	return {
		title,
		text,
		elements: known.filter((code) => written.includes(code)),
		organisation: organisation!
	};
}

/** Throws form-invalid. */
export function checkedSummary(written: string): string {
	const summary = tidyText(written);
	refuseFaults({
		summary: faultOf(summary, 'Write in a few sentences what was answered.', longestTopic.summary)
	});
	return summary;
}

function faultOf(text: string, missing: string, longest: number): string | null {
	if (text === '') return missing;
	return text.length > longest ? `Write at most ${longest} letters; these are ${text.length}.` : null;
}
