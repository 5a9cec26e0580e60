import { redirect } from '@sveltejs/kit';
import { surveyParts } from '#lib/pages/survey-page.ts';
import { startResponse } from '#lib/server/commands/start-response.ts';
import { followLink } from '#lib/server/queries/collections.ts';
import { answered, refused } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, at }, params }) =>
	answered(() => {
		const followed = followLink(db, params.token, at);
		const { collection, source, instrument, resource } = followed;
		return {
			/** Nothing of the product stands around a survey. */
			bare: true,
			survey: {
				title: source.title,
				introduction: collection.introduction,
				closes: collection.closesAt.slice(0, 10),
				questions: instrument.questions.length,
				parts: surveyParts(instrument, {}).length,
				open: resource.open,
				sent: followed.used
			}
		};
	});

export const actions: Actions = {
	start: async ({ locals: { db, at }, params, request }) => {
		let response = '';
		const refusal = await refused(await request.formData(), () => {
			response = startResponse(db, at, params.token);
		});
		if (refusal) return refusal;
		redirect(303, `/answer/${params.token}/${response}`);
	}
};
