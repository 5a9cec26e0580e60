import { redirect } from '@sveltejs/kit';
import { recommendationFrom } from '#lib/server/action-form.ts';
import { savedFrom } from '#lib/server/answer-save.ts';
import { addRecommendation } from '#lib/server/commands/add-recommendation.ts';
import { recommendationChoices } from '#lib/server/queries/recommendations.ts';
import { answered, refused } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => ({
	choices: answered(() => recommendationChoices(locals.db, params.id)),
	asked: { element: url.searchParams.get('element') ?? '', findings: url.searchParams.get('finding') ?? '' }
});

export const actions: Actions = {
	add: async ({ locals, params, request }) => {
		const form = await request.formData();
		const asked = { review: params.id, ...recommendationFrom(form), confirmed: savedFrom(form).confirmed };
		const added = await refused(form, () => addRecommendation(locals.db, locals, asked));
		if (typeof added !== 'number') return added;
		redirect(303, `/reviews/${params.id}/plan-of-action#recommendations`);
	}
};
