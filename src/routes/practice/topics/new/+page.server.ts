import { redirect } from '@sveltejs/kit';
import { savedFrom } from '#lib/server/answer-save.ts';
import { openTopic } from '#lib/server/commands/open-topic.ts';
import { listTopicElements } from '#lib/server/queries/topics.ts';
import { listWritingFor } from '#lib/server/queries/writing-for.ts';
import { refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, actor }, url }) => {
	const choices = listTopicElements(db);
	const asked = url.searchParams.getAll('element');
	return {
		choices,
		chosen: choices.map(({ code }) => code).filter((code) => asked.includes(code)),
		organisations: listWritingFor(db, actor)
	};
};

export const actions: Actions = {
	open: async ({ locals, request }) => {
		const form = await request.formData();
		const ticked = form.getAll('elements').filter((each) => typeof each === 'string');
		const answer = await refused(form, () =>
			openTopic(locals.db, locals, {
				title: textOf(form, 'title'),
				text: textOf(form, 'text'),
				elements: [...ticked, textOf(form, 'others')].join(' '),
				organisation: textOf(form, 'organisation'),
				confirmed: savedFrom(form).confirmed
			})
		);
		if (typeof answer !== 'string') return answer;
		redirect(303, `/practice/topics/${answer}`);
	}
};
