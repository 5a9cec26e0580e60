import { redirect } from '@sveltejs/kit';
import { actionFrom, testFrom } from '#lib/server/action-form.ts';
import { answerSave, savedFrom } from '#lib/server/answer-save.ts';
import { addTestOfChange } from '#lib/server/commands/add-test-of-change.ts';
import { restoreTestOfChange } from '#lib/server/commands/restore-test-of-change.ts';
import { saveAction } from '#lib/server/commands/save-action.ts';
import { withdrawAction } from '#lib/server/commands/withdraw-action.ts';
import { loadActionPage } from '#lib/server/queries/plan-of-action.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => ({
	page: answered(() =>
		loadActionPage(locals.db, locals.actor, { review: params.id, action: params.action, at: locals.at })
	)
});

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const form = await request.formData();
		const asked = { review: params.id, action: params.action, ...actionFrom(form), ...savedFrom(form) };
		return answerSave(form, () => saveAction(locals.db, locals, asked));
	},
	withdraw: async ({ locals, params, request }) => {
		const asked = { review: params.id, action: params.action };
		const refusal = await refused(
			await request.formData(),
			() => void withdrawAction(locals.db, locals, asked)
		);
		if (refusal) return refusal;
		redirect(303, `/reviews/${params.id}/plan-of-action`);
	},
	try: async ({ locals, params, request }) => {
		const form = await request.formData();
		const { confirmed } = savedFrom(form);
		const asked = { review: params.id, action: params.action, ...testFrom(form), confirmed };
		const refusal = await refused(form, () => void addTestOfChange(locals.db, locals, asked), 'try');
		if (refusal) return refusal;
		redirect(303, `/reviews/${params.id}/plan-of-action/${params.action}#tests`);
	},
	restore: async ({ locals, params, request }) => {
		const form = await request.formData();
		const asked = { review: params.id, action: params.action, test: textOf(form, 'test') };
		const refusal = await refused(form, () => void restoreTestOfChange(locals.db, locals, asked), 'restore');
		if (refusal) return refusal;
		redirect(303, `/reviews/${params.id}/plan-of-action/${params.action}#tests`);
	}
};
