import { redirect } from '@sveltejs/kit';
import { codingAddress } from '#lib/components/review-addresses.ts';
import { savedFrom } from '#lib/server/answer-save.ts';
import { codeAnswer } from '#lib/server/commands/code-answer.ts';
import { loadCodingPage } from '#lib/server/queries/coding-page.ts';
import { savedOrRefused } from '#lib/server/saved-or-refused.ts';
import { tagsFrom } from '#lib/server/tags-from.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => ({
	coding: answered(() =>
		loadCodingPage(
			locals.db,
			locals.actor,
			{ review: params.id, source: params.source, code: params.code },
			{ at: Number(url.searchParams.get('answer') ?? 1), passage: url.searchParams.get('part') ?? '' }
		)
	)
});

export const actions: Actions = {
	/** With `then`, as a button of the form sends it, the page goes on to there; without, it says what was saved. */
	code: async ({ locals, params, request }) => {
		const form = await request.formData();
		const answer = await refused(
			form,
			() => {
				const { saved, passage } = savedOrRefused(
					codeAnswer(locals.db, locals, {
						review: params.id,
						source: params.source,
						question: params.code,
						record: Number(textOf(form, 'record')),
						passage: textOf(form, 'passage'),
						words: textOf(form, 'words'),
						...tagsFrom(form),
						...savedFrom(form)
					})
				);
				return { coded: { passage, version: saved.version, at: saved.at } };
			},
			'code'
		);
		const then = textOf(form, 'then');
		if (then === '' || !('coded' in answer)) return answer;
		const page = codingAddress(params.id, params.source, params.code);
		const part = then === 'part' ? `&part=${answer.coded.passage}` : '';
		redirect(303, `${page}?answer=${Number(textOf(form, then === 'part' ? 'at' : 'next')) || 1}${part}`);
	}
};
