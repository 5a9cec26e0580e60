import { redirect } from '@sveltejs/kit';
import { answerSave, savedFrom } from '#lib/server/answer-save.ts';
import { saveInvolvement } from '#lib/server/commands/save-involvement.ts';
import { withdrawInvolvement } from '#lib/server/commands/withdraw-involvement.ts';
import { involvementFrom } from '#lib/server/involvement-form.ts';
import { loadInvolvementEditor } from '#lib/server/queries/involvement.ts';
import { answered, refused } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => ({
	editor: answered(() => loadInvolvementEditor(locals.db, params.id, params.entry))
});

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const form = await request.formData();
		const asked = { review: params.id, entry: params.entry, ...involvementFrom(form), ...savedFrom(form) };
		return answerSave(form, () => saveInvolvement(locals.db, locals, asked));
	},
	withdraw: async ({ locals, params, request }) => {
		const asked = { review: params.id, entry: params.entry };
		const refusal = await refused(
			await request.formData(),
			() => void withdrawInvolvement(locals.db, locals, asked)
		);
		if (refusal) return refusal;
		redirect(303, `/reviews/${params.id}/involvement`);
	}
};
