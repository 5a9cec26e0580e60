/** Takes in what the desk sends: one answer or comment by script, or the whole form without one. */
import type { DeskFault, DeskFormAnswer } from '#lib/pages/desk-form.ts';
import type { DeskReply, DeskResult } from '#lib/pages/desk-answer.ts';
import type { DeskQuestion } from '#lib/pages/desk-page.ts';
import { deriveDeskGroups } from '#lib/pages/desk-questions.ts';
import { savedFrom } from './answer-save.ts';
import type { By } from './commands/append-event.ts';
import { recordAnswer } from './commands/record-answer.ts';
import { saveComment } from './commands/save-comment.ts';
import type { Database } from './db/open.ts';
import { FormProblem } from './problems.ts';
import { findDeskReading, type DeskAsked } from './queries/desk.ts';
import { textOf } from './web-problems.ts';

/** One answer. Throws a Problem for what is not there; what is wrong with the answer itself is the reply. */
export function takeAnswer(db: Database, by: By, asked: DeskAsked, form: FormData): DeskReply {
	return replied(() =>
		recordAnswer(db, by, {
			...asked,
			question: textOf(form, 'question'),
			answer: textOf(form, 'value'),
			from: textOf(form, 'from'),
			confirmed: savedFrom(form).confirmed,
			reopen: textOf(form, 'reopen') === 'yes'
		})
	);
}

/** One comment; without a question it is on the record as a whole. */
export function takeComment(db: Database, by: By, asked: DeskAsked, form: FormData): DeskReply {
	return replied(() =>
		saveComment(db, by, {
			...asked,
			question: textOf(form, 'question') || null,
			text: textOf(form, 'value'),
			from: textOf(form, 'from'),
			confirmed: savedFrom(form).confirmed
		})
	);
}

function replied(save: () => DeskResult): DeskReply {
	try {
		return save();
	} catch (problem) {
		if (!(problem instanceof FormProblem)) throw problem;
		return { problem: Object.values(problem.fields).join(' ') };
	}
}

/** Everything that differs from what the page was served with, each saved by itself. Throws a not-found Problem. */
export function takeForm(db: Database, by: By, asked: DeskAsked, form: FormData): DeskFormAnswer {
	const { instrument } = findDeskReading(db, by.actor, asked);
	const questions = deriveDeskGroups(instrument, new Map(), new Map())
		.flatMap((group) => group.questions)
		.sort((a, b) => a.position - b.position);
	const answer: DeskFormAnswer = {
		at: by.at,
		saved: 0,
		faults: [],
		stopped: null,
		reopen: false,
		confirm: [],
		blanks: []
	};
	const reopen = textOf(form, 'reopen') === 'yes';
	const { confirmed } = savedFrom(form);
	const take = (of: Omit<DeskFault, 'message'>, save: () => DeskResult) => {
		if (plain(of.sent) === plain(of.from) || answer.stopped !== null) return;
		judge(answer, of, replied(save));
	};
	for (const question of questions) {
		const { position, code } = question;
		if (form.has(`from-${position}`)) {
			const of = { position, code, sent: sentAnswer(form, question), from: textOf(form, `from-${position}`) };
			take({ ...of, part: 'answer' }, () =>
				recordAnswer(db, by, {
					...asked,
					question: code,
					answer: of.sent,
					from: of.from,
					confirmed,
					reopen
				})
			);
		}
		takeCommentIn(position, code);
	}
	takeCommentIn(-1, null);
	return answer;

	function takeCommentIn(position: number, code: string | null) {
		if (!form.has(`comment-${position}`)) return;
		const sent = textOf(form, `comment-${position}`);
		const from = textOf(form, `comment-from-${position}`);
		take({ part: 'comment', position, code, sent, from }, () =>
			saveComment(db, by, { ...asked, question: code, text: sent, from, confirmed })
		);
	}
}

const plain = (text: string) => text.replace(/\r\n?/g, '\n').trim();

/**
 * What was chosen or written. Beside a field for a date or text stand two answers that say nothing: words that are
 * new count before them, since whoever writes has something to say.
 */
function sentAnswer(form: FormData, { position, kind }: DeskQuestion): string {
	const chosen = form
		.getAll(`answer-${position}`)
		.map(String)
		.filter((value) => value !== '');
	if (kind === 'one' || kind === 'several') return chosen.join('; ');
	const text = textOf(form, `text-${position}`);
	if (chosen.length === 0) return text;
	const isNew = text !== '' && plain(text) !== plain(textOf(form, `from-${position}`));
	return isNew ? text : chosen[0]!;
}

function judge(answer: DeskFormAnswer, of: Omit<DeskFault, 'message'>, reply: DeskReply): void {
	const fault = (message: string, from = of.from) => answer.faults.push({ ...of, from, message });
	if ('saved' in reply) answer.saved += 1;
	else if ('held' in reply) answer.stopped = `${reply.held} answers this record already.`;
	else if ('closed' in reply) answer.stopped = reply.closed;
	else if ('complete' in reply) {
		answer.reopen = true;
		fault('The record is complete, so this was not changed.');
	} else if ('conflict' in reply) {
		const { now } = reply.conflict;
		fault(
			`Somebody changed this meanwhile, to ${now === '' ? 'nothing' : `“${now}”`}. Save again to put yours in its place.`,
			now
		);
	} else if ('found' in reply) {
		answer.confirm.push(...reply.found.map(({ words }) => words));
		fault(`This looks like ${reply.found.map(({ kind, words }) => `${kind} (${words})`).join(', and ')}.`);
	} else if ('problem' in reply) fault(reply.problem);
}
