import { redirect } from '@sveltejs/kit';
import { startCopy, startReview } from '#lib/server/commands/start-review.ts';
import { FormProblem } from '#lib/server/problems.ts';
import { loadStarting } from '#lib/server/queries/starting.ts';
import { refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals }) => ({ starting: loadStarting(locals.db, locals.actor) });

/** Starts it and goes to its plan, or shows what is wrong in the form of this name. */
const starting =
	(name: string, start: (form: FormData, locals: App.Locals, organisation: string) => string) =>
	async ({ locals, request }: RequestEvent) => {
		const form = await request.formData();
		const answer = await refused(
			form,
			() => {
				const organisation = textOf(form, 'organisation');
				if (organisation === '') throw new FormProblem({ organisation: 'Choose who carries it out.' });
				return start(form, locals, organisation);
			},
			name
		);
		if (typeof answer !== 'string') return answer;
		redirect(303, `/reviews/${answer}/plan`);
	};

export const actions: Actions = {
	start: starting('start', (form, locals, organisation) =>
		startReview(locals.db, locals, {
			organisation,
			partnership: textOf(form, 'partnership'),
			title: textOf(form, 'title'),
			from: textOf(form, 'from'),
			to: textOf(form, 'to'),
			about: textOf(form, 'about')
		})
	),
	copy: starting('copy', (_form, locals, organisation) => startCopy(locals.db, locals, { organisation }))
};
