import { redirect } from '@sveltejs/kit';
import { refuseStep } from '#lib/server/sign-in/answer-step.ts';
import { localPath } from '#lib/server/sign-in/local-path.ts';
import { giveCode } from '#lib/server/sign-in/steps.ts';
import { textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const to = localPath(url.searchParams.get('to'));
	if (locals.actor.kind === 'person') redirect(303, to);
	return { to };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const step = await giveCode(event, textOf(form, 'code'));
		if ('refused' in step) return refuseStep(form, step);
		const to = localPath(textOf(form, 'to'));
		const used = 'how' in step && step.how === 'recovery-code';
		redirect(303, used ? `/account?done=recovery-code&to=${encodeURIComponent(to)}` : to);
	}
};
