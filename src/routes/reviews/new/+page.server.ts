import { redirect } from '@sveltejs/kit';
import { savedFrom } from '#lib/server/answer-save.ts';
import { startFromBundle } from '#lib/server/commands/start-from-bundle.ts';
import { startFromReview } from '#lib/server/commands/start-from-review.ts';
import { startCopy, startReview } from '#lib/server/commands/start-review.ts';
import { FormProblem } from '#lib/server/problems.ts';
import { loadStarting } from '#lib/server/queries/starting.ts';
import { refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals }) => ({ starting: loadStarting(locals.db, locals.actor) });

/** Starts it and goes to its plan, or shows what is wrong in the form of this name. */
const starting =
	(
		name: string,
		start: (form: FormData, locals: App.Locals, organisation: string) => string | Promise<string>
	) =>
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
	carry: starting('carry', (form, locals, organisation) =>
		startFromReview(locals.db, locals, {
			organisation,
			last: textOf(form, 'last'),
			title: textOf(form, 'title'),
			from: textOf(form, 'from'),
			to: textOf(form, 'to'),
			about: ''
		})
	),

	bundle: starting('bundle', async (form, locals, organisation) => {
		const file = form.get('file');
		if (!(file instanceof File) || file.size === 0) throw new FormProblem({ file: 'Choose a file.' });
		const text = await file.text();
		return startFromBundle(locals.db, locals, { organisation, text, confirmed: savedFrom(form).confirmed });
	}),

	copy: starting('copy', (_form, locals, organisation) => startCopy(locals.db, locals, { organisation }))
};
