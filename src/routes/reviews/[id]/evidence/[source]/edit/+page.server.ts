import { redirect } from '@sveltejs/kit';
import { answerSave, savedFrom } from '#lib/server/answer-save.ts';
import { restoreSource } from '#lib/server/commands/restore-source.ts';
import { saveSource } from '#lib/server/commands/save-source.ts';
import { sourceFields, type SourceTexts } from '#lib/server/commands/source-texts.ts';
import { withdrawSource } from '#lib/server/commands/withdraw-source.ts';
import { loadSourceEditor } from '#lib/server/queries/source-editor.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => ({
	editor: answered(() => loadSourceEditor(locals.db, params.id, params.source))
});

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const form = await request.formData();
		// The form of its kind may not have all of them.
		const texts: Partial<SourceTexts> = Object.fromEntries(
			sourceFields.filter((field) => form.has(field)).map((field) => [field, textOf(form, field)])
		);
		return answerSave(form, () =>
			saveSource(locals.db, locals, {
				review: params.id,
				source: params.source,
				...texts,
				...savedFrom(form)
			})
		);
	},
	withdraw: async ({ locals, params, request }) => {
		const form = await request.formData();
		const reason = textOf(form, 'reason');
		const { confirmed } = savedFrom(form);
		const answer = await refused(
			form,
			() =>
				void withdrawSource(locals.db, locals, {
					review: params.id,
					source: params.source,
					reason,
					confirmed
				}),
			'withdraw'
		);
		if (answer) return answer;
		redirect(303, `/reviews/${params.id}/evidence#withdrawn`);
	},
	restore: async ({ locals, params, request }) => {
		const form = await request.formData();
		const answer = await refused(
			form,
			() => void restoreSource(locals.db, locals, { review: params.id, source: params.source })
		);
		if (answer) return answer;
		redirect(303, `/reviews/${params.id}/evidence`);
	}
};
