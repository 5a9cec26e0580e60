import { answerSave, savedFrom } from '#lib/server/answer-save.ts';
import { saveHeading } from '#lib/server/commands/save-instrument-draft.ts';
import { loadHeadingEditor } from '#lib/server/queries/instrument-editor.ts';
import { answered, writtenIn } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => ({
	editor: answered(() => loadHeadingEditor(locals.db, params.id, params.source))
});

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const form = await request.formData();
		const { id: review, source } = params;
		return answerSave(form, () =>
			saveHeading(locals.db, locals, { review, source, texts: writtenIn(form), ...savedFrom(form) })
		);
	}
};
