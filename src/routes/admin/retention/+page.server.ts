import { redirect } from '@sveltejs/kit';
import { ruleWords } from '#lib/pages/retention-words.ts';
import { setRetention } from '#lib/server/commands/set-retention.ts';
import { FormProblem } from '#lib/server/problems.ts';
import { loadRetentionPage, readYears, sinceWords, yearsFault } from '#lib/server/queries/retention-page.ts';
import { refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => ({
	retention: loadRetentionPage(locals.db, url.searchParams.get('years'), locals.at, process.env)
});

export const actions: Actions = {
	set: async ({ locals, request }) => {
		const form = await request.formData();
		return refused(form, () => {
			const written = textOf(form, 'years');
			const fault = yearsFault(written);
			if (fault) throw new FormProblem({ years: fault });
			const asked = { years: readYears(written), version: Number(textOf(form, 'version')) };
			const result = setRetention(locals.db, locals, asked);
			if ('conflict' in result) {
				const { conflict } = result;
				return { conflict: `${ruleWords(conflict.years)}. ${sinceWords(locals.db, conflict) ?? ''}` };
			}
			redirect(303, '/admin/retention');
		});
	}
};
