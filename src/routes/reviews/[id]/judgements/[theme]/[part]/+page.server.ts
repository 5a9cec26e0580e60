import { answerSave, savedFrom } from '#lib/server/answer-save.ts';
import { saveNarrative } from '#lib/server/commands/save-narrative.ts';
import { findPart, loadNarrativeEditor } from '#lib/server/queries/narratives.ts';
import { answered, textOf } from '#lib/server/web-problems.ts';
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
	}
};
