import { redirect } from '@sveltejs/kit';
import { savedFrom } from '#lib/server/answer-save.ts';
import { answerAccuracyPoint } from '#lib/server/commands/answer-accuracy-point.ts';
import { makeAccuracyPoint } from '#lib/server/commands/make-accuracy-point.ts';
import { listAccuracyPoints } from '#lib/server/queries/comments.ts';
import { loadPlan } from '#lib/server/queries/plan.ts';
import { loadReviewFrame } from '#lib/server/queries/review-pages.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => {
	const { underReview, draftSharedAt, closed, kind } = answered(() => loadPlan(locals.db, params.id));
	return {
		points: listAccuracyPoints(locals.db, params.id),
		sections: loadReviewFrame(locals.db, params.id).themes,
		underReview,
		shared: draftSharedAt !== null,
		closed,
		kind
	};
};

export const actions: Actions = {
	make: async ({ locals, params, request }) => {
		const form = await request.formData();
		const refusal = await refused(
			form,
			() =>
				void makeAccuracyPoint(locals.db, locals, {
					review: params.id,
					about: textOf(form, 'about'),
					text: textOf(form, 'text'),
					confirmed: savedFrom(form).confirmed
				}),
			'make'
		);
		if (refusal) return refusal;
		redirect(303, `/reviews/${params.id}/accuracy`);
	},

	answer: async ({ locals, params, request }) => {
		const form = await request.formData();
		const point = textOf(form, 'point');
		const refusal = await refused(
			form,
			() =>
				answerAccuracyPoint(locals.db, locals, {
					review: params.id,
					point,
					answer: textOf(form, 'answer'),
					text: textOf(form, 'text'),
					seen: textOf(form, 'seen'),
					confirmed: savedFrom(form).confirmed
				}),
			`answer ${point}`
		);
		if (refusal) return refusal;
		redirect(303, `/reviews/${params.id}/accuracy#point-${point}`);
	}
};
