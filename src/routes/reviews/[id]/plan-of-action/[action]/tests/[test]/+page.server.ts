import { redirect } from '@sveltejs/kit';
import { testFrom } from '#lib/server/action-form.ts';
import { answerSave, savedFrom } from '#lib/server/answer-save.ts';
import { saveTestOfChange } from '#lib/server/commands/save-test-of-change.ts';
import { withdrawTestOfChange } from '#lib/server/commands/withdraw-test-of-change.ts';
import { loadTestPage } from '#lib/server/queries/plan-of-action.ts';
import { answered, refused } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => ({
	page: answered(() => loadTestPage(locals.db, params.id, params.action, params.test))
});

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const form = await request.formData();
		const { id: review, action, test } = params;
		return answerSave(form, () =>
			saveTestOfChange(locals.db, locals, { review, action, test, ...testFrom(form), ...savedFrom(form) })
		);
	},
	withdraw: async ({ locals, params, request }) => {
		const { id: review, action, test } = params;
		const refusal = await refused(
			await request.formData(),
			() => void withdrawTestOfChange(locals.db, locals, { review, action, test })
		);
		if (refusal) return refusal;
		redirect(303, `/reviews/${review}/plan-of-action/${action}#tests`);
	}
};
