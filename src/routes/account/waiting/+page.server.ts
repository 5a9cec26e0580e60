import { redirect } from '@sveltejs/kit';
import { answerDuty } from '#lib/server/commands/answer-duty.ts';
import { confirmMembership } from '#lib/server/commands/confirm-membership.ts';
import { FormProblem } from '#lib/server/problems.ts';
import { listWaitingLines } from '#lib/server/queries/waiting-lines.ts';
import { refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, actor, at } }) => ({
	waiting: listWaitingLines(db, actor, at)
});

export const actions: Actions = {
	duty: async ({ locals, request }) => {
		const form = await request.formData();
		return refused(form, () => {
			answerDuty(locals.db, locals, { duty: textOf(form, 'id'), answer: answerIn(form) });
			redirect(303, '/account/waiting');
		});
	},
	membership: async ({ locals, request }) => {
		const form = await request.formData();
		return refused(form, () => {
			confirmMembership(locals.db, locals, { membership: textOf(form, 'id'), answer: answerIn(form) });
			redirect(303, '/account/waiting');
		});
	}
};

function answerIn(form: FormData): 'yes' | 'no' {
	const answer = textOf(form, 'answer');
	if (answer !== 'yes' && answer !== 'no') throw new FormProblem({ answer: 'Answer yes or no.' });
	return answer;
}
