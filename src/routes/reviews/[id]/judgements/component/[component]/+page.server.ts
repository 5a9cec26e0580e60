import { redirect } from '@sveltejs/kit';
import { dayOf } from '#lib/pages/times.ts';
import { componentAddress } from '#lib/components/review-addresses.ts';
import { answerSave, savedFrom } from '#lib/server/answer-save.ts';
import { confirmReadiness } from '#lib/server/commands/confirm-readiness.ts';
import { saveReadiness } from '#lib/server/commands/save-readiness.ts';
import { loadComponentPage } from '#lib/server/queries/component-page.ts';
import { readinessIn } from '#lib/server/readiness-form.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, actor, at }, params }) => ({
	component: answered(() =>
		loadComponentPage(db, actor, { review: params.id, code: params.component, today: dayOf(at) })
	)
});

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const form = await request.formData();
		return answerSave(form, () =>
			saveReadiness(locals.db, locals, {
				review: params.id,
				element: params.component,
				...readinessIn(form),
				...savedFrom(form)
			})
		);
	},
	confirm: ({ locals, params }) => {
		answered(() => confirmReadiness(locals.db, locals, { review: params.id, element: params.component }));
		redirect(303, componentAddress(params.id, params.component));
	}
};
