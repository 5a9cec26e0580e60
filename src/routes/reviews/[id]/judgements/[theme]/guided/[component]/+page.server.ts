import { redirect } from '@sveltejs/kit';
import { guidedAddress } from '#lib/components/review-addresses.ts';
import { dayOf } from '#lib/pages/times.ts';
import { answerSave, savedFrom } from '#lib/server/answer-save.ts';
import { saveReadiness } from '#lib/server/commands/save-readiness.ts';
import { loadComponentPage } from '#lib/server/queries/component-page.ts';
import { loadGuidedStep } from '#lib/server/queries/guided.ts';
import { readinessIn } from '#lib/server/readiness-form.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, actor, at }, params }) => {
	const { id: review, theme: standard, component: code } = params;
	return answered(() => ({
		step: loadGuidedStep(db, { review, standard, code }),
		component: loadComponentPage(db, actor, { review, code, today: dayOf(at) })
	}));
};

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const form = await request.formData();
		const answer = await answerSave(form, () =>
			saveReadiness(locals.db, locals, {
				review: params.id,
				element: params.component,
				...readinessIn(form),
				...savedFrom(form)
			})
		);
		// The button goes on; what is saved while one writes stays.
		if ('saved' in answer && form.get('then') === 'continue') {
			const { next } = loadGuidedStep(locals.db, {
				review: params.id,
				standard: params.theme,
				code: params.component
			});
			redirect(303, guidedAddress(params.id, params.theme, next ?? 'check'));
		}
		return answer;
	}
};
