import { redirect } from '@sveltejs/kit';
import { moderationAddress } from '#lib/components/review-addresses.ts';
import { choosePerspective } from '#lib/server/commands/choose-perspective.ts';
import { setIndependence } from '#lib/server/commands/set-independence.ts';
import { loadModeration } from '#lib/server/queries/moderation.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, actor }, params: { id } }) => ({
	moderation: answered(() => loadModeration(db, actor, id))
});

export const actions: Actions = {
	independence: async ({ locals, params, request }) => {
		const form = await request.formData();
		const independent = textOf(form, 'independent') === 'yes';
		answered(() => setIndependence(locals.db, locals, { review: params.id, independent }));
		redirect(303, moderationAddress(params.id));
	},
	perspective: async ({ locals, params, request }) => {
		const form = await request.formData();
		const perspective = textOf(form, 'perspective');
		const refusal = await refused(
			form,
			() => choosePerspective(locals.db, locals, { review: params.id, perspective }),
			'perspective'
		);
		if (refusal) return refusal;
		redirect(303, moderationAddress(params.id));
	}
};
