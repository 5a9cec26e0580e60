import { answerSave, savedFrom } from '#lib/server/answer-save.ts';
import { saveNarrative } from '#lib/server/commands/save-narrative.ts';
import { loadSummaryEditor } from '#lib/server/queries/narratives.ts';
import { answered, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => ({
	editor: answered(() => loadSummaryEditor(locals.db, params.id, params.theme))
});

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const form = await request.formData();
		return answerSave(form, () =>
			saveNarrative(locals.db, locals, {
				review: params.id,
				element: params.theme,
				text: textOf(form, 'text'),
				...savedFrom(form)
			})
		);
	}
};
