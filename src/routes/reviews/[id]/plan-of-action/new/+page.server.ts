import { redirect } from '@sveltejs/kit';
import { actionFrom } from '#lib/server/action-form.ts';
import { savedFrom } from '#lib/server/answer-save.ts';
import { addAction } from '#lib/server/commands/add-action.ts';
import { loadActionChoices } from '#lib/server/queries/action-choices.ts';
import { answered, refused } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => ({
	choices: answered(() => loadActionChoices(locals.db, locals.actor, params.id)),
	asked: {
		recommendation: url.searchParams.get('recommendation') ?? '',
		element: url.searchParams.get('element') ?? ''
	}
});

export const actions: Actions = {
	add: async ({ locals, params, request }) => {
		const form = await request.formData();
		const asked = { review: params.id, ...actionFrom(form), confirmed: savedFrom(form).confirmed };
		const added = await refused(form, () => addAction(locals.db, locals, asked));
		if (typeof added !== 'string') return added;
		redirect(303, `/reviews/${params.id}/plan-of-action/${added}`);
	}
};
