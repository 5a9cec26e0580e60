import { redirect } from '@sveltejs/kit';
import { restoreAction } from '#lib/server/commands/restore-action.ts';
import { loadPlanOfAction } from '#lib/server/queries/plan-of-action.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => ({
	plan: answered(() =>
		loadPlanOfAction(locals.db, params.id, { by: url.searchParams.get('by'), at: locals.at })
	)
});

export const actions: Actions = {
	restore: async ({ locals, params, request }) => {
		const form = await request.formData();
		const asked = { review: params.id, action: textOf(form, 'action') };
		const refusal = await refused(form, () => void restoreAction(locals.db, locals, asked), 'restore');
		if (refusal) return refusal;
		redirect(303, `/reviews/${params.id}/plan-of-action`);
	}
};
