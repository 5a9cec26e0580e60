import { redirect } from '@sveltejs/kit';
import { savedFrom } from '#lib/server/answer-save.ts';
import { drawSecondReading } from '#lib/server/commands/draw-second-reading.ts';
import { loadReadingsPage } from '#lib/server/queries/readings-page.ts';
import { offeredSeed } from '#lib/server/sample-forms.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => ({
	seed: offeredSeed(),
	readings: answered(() =>
		loadReadingsPage(locals.db, locals.actor, params.id, params.source, new Date().toISOString())
	)
});

export const actions: Actions = {
	draw: async ({ locals, params, request }) => {
		const form = await request.formData();
		const refusal = await refused(
			form,
			() =>
				void drawSecondReading(locals.db, locals, {
					review: params.id,
					source: params.source,
					share: textOf(form, 'share').replace(/ ?%$/, ''),
					seed: textOf(form, 'seed'),
					seen: textOf(form, 'seen') || null,
					confirmed: savedFrom(form).confirmed
				})
		);
		if (refusal) return refusal;
		redirect(303, `/reviews/${params.id}/evidence/${params.source}/readings#second`);
	}
};
