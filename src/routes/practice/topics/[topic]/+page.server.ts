import { redirect } from '@sveltejs/kit';
import { savedFrom } from '#lib/server/answer-save.ts';
import { closeTopic } from '#lib/server/commands/close-topic.ts';
import { markUseful } from '#lib/server/commands/mark-useful.ts';
import { unmarkUseful } from '#lib/server/commands/unmark-useful.ts';
import { withdrawRemark } from '#lib/server/commands/withdraw-remark.ts';
import { withdrawTopic } from '#lib/server/commands/withdraw-topic.ts';
import { writeRemark } from '#lib/server/commands/write-remark.ts';
import { loadTopic } from '#lib/server/queries/topics.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, actor }, params }) => ({
	topic: answered(() => loadTopic(db, actor, params.topic))
});

export const actions: Actions = {
	answer: async ({ locals, params: { topic }, request }) => {
		const form = await request.formData();
		const asked = {
			about: `topic:${topic}`,
			text: textOf(form, 'text'),
			confirmed: savedFrom(form).confirmed
		};
		const refusal = await refused(form, () => void writeRemark(locals.db, locals, asked), 'answer');
		if (refusal) return refusal;
		redirect(303, `/practice/topics/${topic}#answers`);
	},
	take: async ({ locals, params: { topic }, request }) => {
		const form = await request.formData();
		const remark = textOf(form, 'remark');
		const refusal = await refused(form, () => withdrawRemark(locals.db, locals, { remark }), 'take');
		if (refusal) return refusal;
		redirect(303, `/practice/topics/${topic}#answers`);
	},
	useful: async ({ locals, params: { topic }, request }) => {
		const form = await request.formData();
		const mark = textOf(form, 'useful') === 'no' ? unmarkUseful : markUseful;
		const refusal = await refused(form, () => mark(locals.db, locals, { about: `topic:${topic}` }), 'useful');
		if (refusal) return refusal;
		redirect(303, `/practice/topics/${topic}#useful`);
	},
	close: async ({ locals, params: { topic }, request }) => {
		const form = await request.formData();
		const asked = { topic, summary: textOf(form, 'summary'), confirmed: savedFrom(form).confirmed };
		const refusal = await refused(form, () => closeTopic(locals.db, locals, asked), 'close');
		if (refusal) return refusal;
		redirect(303, `/practice/topics/${topic}`);
	},
	withdraw: async ({ locals, params: { topic }, request }) => {
		const refusal = await refused(
			await request.formData(),
			() => withdrawTopic(locals.db, locals, { topic }),
			'withdraw'
		);
		if (refusal) return refusal;
		redirect(303, '/practice/topics');
	}
};
