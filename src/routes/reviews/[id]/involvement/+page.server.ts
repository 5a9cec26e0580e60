import { redirect } from '@sveltejs/kit';
import { savedFrom } from '#lib/server/answer-save.ts';
import { addInvolvement } from '#lib/server/commands/add-involvement.ts';
import { restoreInvolvement } from '#lib/server/commands/restore-involvement.ts';
import { loadInvolvementPage } from '#lib/server/queries/involvement.ts';
import { involvementFrom } from '#lib/server/involvement-form.ts';
import { maySee } from '#lib/server/queries/visible-reviews.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => {
	const { withdrawn, ...involvement } = answered(() => loadInvolvementPage(locals.db, params.id));
	const opens = maySee(locals.db, locals.actor, params.id, 'open-evidence');
	return { ...involvement, withdrawn: opens ? withdrawn : [] };
};

export const actions: Actions = {
	add: async ({ locals, params, request }) => {
		const form = await request.formData();
		const asked = { review: params.id, ...involvementFrom(form), confirmed: savedFrom(form).confirmed };
		const refusal = await refused(form, () => void addInvolvement(locals.db, locals, asked), 'add');
		if (refusal) return refusal;
		redirect(303, `/reviews/${params.id}/involvement`);
	},
	restore: async ({ locals, params, request }) => {
		const form = await request.formData();
		const asked = { review: params.id, entry: textOf(form, 'entry') };
		const refusal = await refused(form, () => void restoreInvolvement(locals.db, locals, asked), 'restore');
		if (refusal) return refusal;
		redirect(303, `/reviews/${params.id}/involvement`);
	}
};
