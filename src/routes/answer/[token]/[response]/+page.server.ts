import { redirect } from '@sveltejs/kit';
import { surveyLines, surveyParts } from '#lib/pages/survey-page.ts';
import { savedFrom } from '#lib/server/answer-save.ts';
import { notThere } from '#lib/server/commands/change.ts';
import { saveResponse } from '#lib/server/commands/save-response.ts';
import { sendResponse } from '#lib/server/commands/send-response.ts';
import { findResponse, followLink, ownResponse } from '#lib/server/queries/collections.ts';
import { ownAddress } from '#lib/server/secret-link.ts';
import { answered, refused, textOf, writtenIn } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, at }, params, url }) =>
	answered(() => {
		const followed = followLink(db, params.token, at);
		const { source, instrument, resource, collection } = followed;
		const response = findResponse(db, followed, params.response);
		if (!response && !followed.used) throw notThere();
		const answers = response?.answers ?? {};
		const parts = surveyParts(instrument, answers);
		const asked = url.searchParams.get('part');
		const number = asked === 'check' ? parts.length : Math.max(0, Math.floor(Number(asked ?? 1)) - 1 || 0);
		return {
			bare: true,
			survey: {
				title: source.title,
				closes: collection.closesAt.slice(0, 10),
				open: resource.open,
				sent: followed.used || response?.sentAt != null,
				saved: url.searchParams.has('saved'),
				parts: parts.length,
				/** From 0; as many as there are parts for the page on which one looks through the answers. */
				number: Math.min(number, parts.length),
				part: parts[number] ?? null,
				lines: number >= parts.length ? surveyLines(instrument, answers) : []
			},
			back:
				params.response === ownResponse
					? `${ownAddress()}/answer/${params.token}`
					: `${ownAddress()}/answer/${params.token}/${params.response}`
		};
	});

export const actions: Actions = {
	save: async ({ locals: { db, at }, params, request }) => {
		const form = await request.formData();
		const part = Math.floor(Number(textOf(form, 'part')));
		const refusal = await refused(form, () =>
			saveResponse(db, at, {
				...params,
				part,
				written: writtenIn(form),
				confirmed: savedFrom(form).confirmed
			})
		);
		if (refusal) return refusal;
		const stops = form.has('stop');
		const next = answered(() => surveyParts(followLink(db, params.token, at).instrument, {})[part + 1]);
		const then = stops ? `${part + 1}&saved` : next ? String(part + 2) : 'check';
		redirect(303, `/answer/${params.token}/${params.response}?part=${then}`);
	},
	send: async ({ locals: { db, at }, params, request }) => {
		const refusal = await refused(await request.formData(), () => sendResponse(db, at, params));
		if (refusal) return refusal;
		redirect(303, `/answer/${params.token}/${params.response}`);
	}
};
