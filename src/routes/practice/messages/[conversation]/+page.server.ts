import { redirect } from '@sveltejs/kit';
import { savedFrom } from '#lib/server/answer-save.ts';
import { answerMessage } from '#lib/server/commands/send-message.ts';
import { loadConversation } from '#lib/server/queries/messages.ts';
import { openConversation } from '#lib/server/open-conversation.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params: { conversation } }) => {
	const page = answered(() => loadConversation(locals.db, locals.actor, conversation));
	openConversation(locals.db, locals, conversation);
	return { page };
};

export const actions: Actions = {
	answer: async ({ locals, request, params: { conversation } }) => {
		const form = await request.formData();
		const text = textOf(form, 'text');
		const { confirmed } = savedFrom(form);
		const refusal = await refused(form, () =>
			answerMessage(locals.db, locals, { conversation, text, confirmed })
		);
		if (refusal) return refusal;
		redirect(303, `/practice/messages/${conversation}#last`);
	}
};
