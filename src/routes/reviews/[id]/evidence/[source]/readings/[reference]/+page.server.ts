import { redirect } from '@sveltejs/kit';
import { savedFrom } from '#lib/server/answer-save.ts';
import { adjudicate } from '#lib/server/commands/adjudicate.ts';
import { noteRead, recordSubject } from '#lib/server/commands/note-read.ts';
import { loadTwoReadings } from '#lib/server/queries/readings-page.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	answered(() => {
		const { id: review, source, reference } = params;
		const two = loadTwoReadings(locals.db, locals.actor, review, source, reference);
		if (two.readings)
			noteRead(locals.db, locals, {
				verb: 'record-opened',
				review,
				subject: recordSubject(source, reference)
			});
		return { two };
	});

export const actions: Actions = {
	settle: async ({ locals, params, request, url }) => {
		const form = await request.formData();
		const question = textOf(form, 'question');
		const { version, confirmed } = savedFrom(form);
		const refusal = await refused(
			form,
			() =>
				adjudicate(locals.db, locals, {
					review: params.id,
					source: params.source,
					reference: params.reference,
					question,
					answer: textOf(form, 'answer'),
					reason: textOf(form, 'reason'),
					version,
					confirmed
				}),
			question
		);
		if (refusal) return refusal;
		redirect(303, `${url.pathname}#settled`);
	}
};
