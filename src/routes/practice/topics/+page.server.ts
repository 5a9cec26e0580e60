import { redirect } from '@sveltejs/kit';
import { restoreTopic } from '#lib/server/commands/restore-topic.ts';
import { installation } from '#lib/server/access/resource.ts';
import { may } from '#lib/server/access/may.ts';
import { findTopics, listOwnWithdrawn } from '#lib/server/queries/topics.ts';
import { refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, actor }, url }) => ({
	sought: url.searchParams.get('q')?.trim() ?? '',
	topics: findTopics(db, actor, url.searchParams.get('q') ?? ''),
	withdrawn: listOwnWithdrawn(db, actor),
	mayAsk: may(actor, 'join-in', installation).yes
});

export const actions: Actions = {
	restore: async ({ locals, request }) => {
		const form = await request.formData();
		const topic = textOf(form, 'topic');
		const refusal = await refused(form, () => restoreTopic(locals.db, locals, { topic }));
		if (refusal) return refusal;
		redirect(303, `/practice/topics/${topic}`);
	}
};
