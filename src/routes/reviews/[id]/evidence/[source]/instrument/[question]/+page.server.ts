import { answerSave, savedFrom } from '#lib/server/answer-save.ts';
import { saveQuestion } from '#lib/server/commands/save-instrument-draft.ts';
import { loadQuestionEditor } from '#lib/server/queries/instrument-editor.ts';
import { answered, writtenIn } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => ({
	editor: answered(() => loadQuestionEditor(locals.db, params.id, params.source, params.question))
});

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const form = await request.formData();
		const { id: review, source, question: key } = params;
		return answerSave(form, () =>
			saveQuestion(locals.db, locals, { review, source, key, texts: writtenIn(form), ...savedFrom(form) })
		);
	}
};
