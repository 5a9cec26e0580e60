import { redirect } from '@sveltejs/kit';
import { findingsAddress } from '#lib/components/review-addresses.ts';
import { bringDraftBack } from '#lib/server/commands/bring-draft-back.ts';
import { dropDraft } from '#lib/server/commands/drop-draft.ts';
import { loadFindingsPage } from '#lib/server/queries/findings-page.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => ({
	page: answered(() => loadFindingsPage(locals.db, locals.actor, params.id))
});

export const actions: Actions = {
	drop: async ({ locals, params, request }) => {
		const form = await request.formData();
		const asked = { review: params.id, key: textOf(form, 'key') };
		const refusal = await refused(form, () => dropDraft(locals.db, locals, asked), 'drop');
		if (refusal) return refusal;
		redirect(303, `${findingsAddress(params.id)}#proposed-${textOf(form, 'element')}`);
	},
	bringBack: async ({ locals, params, request }) => {
		const form = await request.formData();
		const asked = { review: params.id, key: textOf(form, 'key') };
		const refusal = await refused(form, () => bringDraftBack(locals.db, locals, asked), 'bringBack');
		if (refusal) return refusal;
		redirect(303, `${findingsAddress(params.id)}#proposed-${textOf(form, 'element')}`);
	}
};
