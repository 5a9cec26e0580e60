import { redirect } from '@sveltejs/kit';
import { recommendationFrom } from '#lib/server/action-form.ts';
import { answerSave, savedFrom } from '#lib/server/answer-save.ts';
import { restoreRecommendation } from '#lib/server/commands/restore-recommendation.ts';
import { saveRecommendation } from '#lib/server/commands/save-recommendation.ts';
import { withdrawRecommendation } from '#lib/server/commands/withdraw-recommendation.ts';
import { loadRecommendationEditor } from '#lib/server/queries/recommendations.ts';
import { answered, refused } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => ({
	editor: answered(() => loadRecommendationEditor(locals.db, params.id, params.number))
});

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const form = await request.formData();
		const asked = {
			review: params.id,
			number: params.number,
			...recommendationFrom(form),
			...savedFrom(form)
		};
		return answerSave(form, () => saveRecommendation(locals.db, locals, asked));
	},
	withdraw: async ({ locals, params, request }) => {
		const asked = { review: params.id, number: params.number };
		const refusal = await refused(
			await request.formData(),
			() => void withdrawRecommendation(locals.db, locals, asked)
		);
		if (refusal) return refusal;
		redirect(303, `/reviews/${params.id}/plan-of-action#recommendations`);
	},
	restore: async ({ locals, params, request }) => {
		const asked = { review: params.id, number: params.number };
		const refusal = await refused(
			await request.formData(),
			() => void restoreRecommendation(locals.db, locals, asked)
		);
		if (refusal) return refusal;
		redirect(303, `/reviews/${params.id}/recommendations/${params.number}`);
	}
};
