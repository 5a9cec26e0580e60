import { redirect } from '@sveltejs/kit';
import { selfCheckResult } from '#lib/practice/self-check.ts';
import { savedFrom } from '#lib/server/answer-save.ts';
import { keepSelfCheck } from '#lib/server/commands/keep-self-check.ts';
import { answersIn, listKeepingReviews, loadSelfCheck } from '#lib/server/queries/self-checks.ts';
import { savedOrRefused } from '#lib/server/saved-or-refused.ts';
import { answered, refused, textOf, writtenIn } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, actor }, params, url }) => ({
	check: answered(() => loadSelfCheck(db, params.checklist)),
	reviews: listKeepingReviews(db, actor),
	chosen: url.searchParams.get('review')
});

export const actions: Actions = {
	/** Stores nothing: what was answered is sent back with its result. */
	show: async ({ locals: { db }, params, request }) => {
		const values = writtenIn(await request.formData());
		const { items } = answered(() => loadSelfCheck(db, params.checklist));
		return { values, result: selfCheckResult(items, answersIn(items, values)) };
	},
	keep: async ({ locals, params: { checklist }, request }) => {
		const form = await request.formData();
		const review = textOf(form, 'review');
		const { confirmed } = savedFrom(form);
		const texts = writtenIn(form);
		const answer = await refused(form, () =>
			savedOrRefused(keepSelfCheck(locals.db, locals, { review, checklist, texts, version: 0, confirmed }))
		);
		if (!('saved' in answer)) return answer;
		redirect(303, `/reviews/${review}/self-checks/${checklist}`);
	}
};
