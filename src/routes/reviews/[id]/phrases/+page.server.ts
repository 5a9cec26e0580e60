import { redirect } from '@sveltejs/kit';
import { linkPhrase } from '#lib/server/commands/link-phrase.ts';
import { unlinkPhrase } from '#lib/server/commands/unlink-phrase.ts';
import { askedPhrase, backFrom } from '#lib/server/phrase-form.ts';
import { loadTiedPhrases } from '#lib/server/queries/tied-phrases.ts';
import { answered, refused } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => ({
	phrases: answered(() => loadTiedPhrases(locals.db, params.id))
});

export const actions: Actions = {
	link: async ({ locals, params, request }) => {
		const form = await request.formData();
		const done = await refused(form, () => {
			const asked = askedPhrase(form);
			return { links: linkPhrase(locals.db, locals, { review: params.id, ...asked }) };
		});
		const back = backFrom(form, params.id);
		if ('links' in done && back) redirect(303, back);
		return done;
	},
	unlink: async ({ locals, params, request }) => {
		const form = await request.formData();
		const done = await refused(form, () => {
			const asked = askedPhrase(form);
			return { links: unlinkPhrase(locals.db, locals, { review: params.id, ...asked }) };
		});
		const back = backFrom(form, params.id);
		if ('links' in done && back) redirect(303, back);
		return done;
	}
};
