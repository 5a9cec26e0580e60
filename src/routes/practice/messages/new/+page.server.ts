import { redirect } from '@sveltejs/kit';
import { savedFrom } from '#lib/server/answer-save.ts';
import { sendMessage } from '#lib/server/commands/send-message.ts';
import { loadNewMessage } from '#lib/server/queries/messages.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, actor }, url: { searchParams } }) => ({
	page: answered(() =>
		loadNewMessage(db, actor, {
			about: searchParams.get('about') ?? '',
			to: searchParams.get('to') ?? ''
		})
	)
});

export const actions: Actions = {
	send: async ({ locals, request, url: { searchParams } }) => {
		const form = await request.formData();
		const answer = await refused(form, () =>
			sendMessage(locals.db, locals, {
				about: searchParams.get('about') ?? '',
				to: searchParams.get('to') ?? '',
				from: textOf(form, 'from'),
				text: textOf(form, 'text'),
				confirmed: savedFrom(form).confirmed
			})
		);
		if (typeof answer !== 'string') return answer;
		redirect(303, `/practice/messages/${answer}`);
	}
};
