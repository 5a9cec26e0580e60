/** What comes back to the desk's form when it was sent without a script: what was not saved, and why. */
import type { DeskPage } from './desk-page.ts';

export type DeskFault = {
	part: 'answer' | 'comment';
	/** Place of the question; -1 for the comment on the record as a whole. */
	position: number;
	code: string | null;
	message: string;
	/** As it was sent, and what it is to be saved over next time. */
	sent: string;
	from: string;
};

export type DeskFormAnswer = {
	/** ISO 8601. */
	at: string;
	/** How many answers and comments were saved. */
	saved: number;
	faults: DeskFault[];
	/** Nothing was saved, for this reason. */
	stopped: string | null;
	/** The record is complete: answers change it only when it is reopened. */
	reopen: boolean;
	/** What looks like an identifier, to be confirmed as naming nobody. */
	confirm: string[];
	/** Questions without an answer, where it was to be complete. */
	blanks: { position: number; code: string }[];
};

/** The page with what was sent and not saved in the place of what is kept. */
export function withSent(page: DeskPage, faults: readonly DeskFault[]): DeskPage {
	const sent = (part: DeskFault['part'], position: number, kept: string) =>
		faults.find((fault) => fault.part === part && fault.position === position)?.sent ?? kept;
	return {
		...page,
		comment: sent('comment', -1, page.comment),
		groups: page.groups.map((group) => ({
			...group,
			questions: group.questions.map((question) => ({
				...question,
				value: sent('answer', question.position, question.value),
				comment: sent('comment', question.position, question.comment)
			}))
		}))
	};
}
