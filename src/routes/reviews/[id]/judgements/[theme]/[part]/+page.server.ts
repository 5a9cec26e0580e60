import { redirect } from '@sveltejs/kit';
import { answerSave, savedFrom } from '#lib/server/answer-save.ts';
import { changePhrase } from '#lib/server/commands/change-phrase.ts';
import { saveNarrative } from '#lib/server/commands/save-narrative.ts';
import { askedPhrase } from '#lib/server/phrase-form.ts';
import { findPart, loadNarrativeEditor } from '#lib/server/queries/narratives.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params: { id, theme, part } }) => ({
	editor: answered(() => loadNarrativeEditor(locals.db, id, theme, part))
});

export const actions: Actions = {
	save: async ({ locals, params: { id, theme, part }, request }) => {
		const form = await request.formData();
		return answerSave(form, () =>
			saveNarrative(locals.db, locals, {
				review: id,
				element: theme,
				part: findPart(locals.db, id, part),
				text: textOf(form, 'text'),
				...savedFrom(form)
			})
		);
	},
	phrase: async ({ locals, params: { id, theme, part }, request, url }) => {
		const form = await request.formData();
		const change = () =>
			changePhrase(locals.db, locals, {
				...askedPhrase(form),
				review: id,
				element: theme,
				part: findPart(locals.db, id, part),
				words: textOf(form, 'words'),
				...savedFrom(form)
			});
		const done = await refused(form, change, 'phrase');
		if ('saved' in done) redirect(303, url.pathname);
		return done;
	}
};
