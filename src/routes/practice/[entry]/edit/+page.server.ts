import { redirect } from '@sveltejs/kit';
import { attachedFile } from '#lib/server/attachment-form.ts';
import { answerSave, savedFrom } from '#lib/server/answer-save.ts';
import { addEntryFile } from '#lib/server/commands/add-entry-file.ts';
import { removeEntryFile } from '#lib/server/commands/remove-entry-file.ts';
import { saveEntry } from '#lib/server/commands/save-entry.ts';
import { loadEntryEditor } from '#lib/server/queries/entry-editor.ts';
import { answered, refused, textOf, writtenIn } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => ({
	editor: answered(() => loadEntryEditor(locals.db, params.entry))
});

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const form = await request.formData();
		const asked = { entry: params.entry, texts: writtenIn(form), ...savedFrom(form) };
		return answerSave(form, () => saveEntry(locals.db, locals, asked));
	},
	addFile: async ({ locals, params, request }) => {
		const form = await request.formData();
		const refusal = await refused(
			form,
			async () => {
				const file = await attachedFile(form);
				const asked = { entry: params.entry, title: textOf(form, 'title'), ...file };
				addEntryFile(locals.db, locals, { ...asked, confirmed: savedFrom(form).confirmed });
			},
			'file'
		);
		if (refusal) return refusal;
		redirect(303, `/practice/${params.entry}/edit#files`);
	},
	removeFile: async ({ locals, params, request }) => {
		const form = await request.formData();
		const asked = { entry: params.entry, file: textOf(form, 'file') };
		const refusal = await refused(form, () => removeEntryFile(locals.db, locals, asked), 'file');
		if (refusal) return refusal;
		redirect(303, `/practice/${params.entry}/edit#files`);
	}
};
