import { redirect } from '@sveltejs/kit';
import { attachedFile, attachmentFrom } from '#lib/server/attachment-form.ts';
import { answerSave, savedFrom } from '#lib/server/answer-save.ts';
import { addAttachment } from '#lib/server/commands/add-attachment.ts';
import { restoreAttachment } from '#lib/server/commands/restore-attachment.ts';
import { saveAttachment } from '#lib/server/commands/save-attachment.ts';
import { withdrawAttachment } from '#lib/server/commands/withdraw-attachment.ts';
import { loadAttachmentEditor } from '#lib/server/queries/attachments.ts';
import { listSources } from '#lib/server/queries/sources.ts';
import { answered, refused } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => ({
	editor: answered(() => loadAttachmentEditor(locals.db, params.id, params.attachment)),
	sources: listSources(locals.db, params.id).map(({ id, title }) => ({ id, title }))
});

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const form = await request.formData();
		const { id: review, attachment } = params;
		return answerSave(form, () =>
			saveAttachment(locals.db, locals, { review, attachment, ...attachmentFrom(form), ...savedFrom(form) })
		);
	},
	replace: async ({ locals, params, request }) => {
		const form = await request.formData();
		const { confirmed } = savedFrom(form);
		let id = '';
		const refusal = await refused(
			form,
			async () => {
				const file = await attachedFile(form);
				const asked = { review: params.id, replaces: params.attachment, ...file, confirmed };
				id = addAttachment(locals.db, locals, asked);
			},
			'replace'
		);
		if (refusal) return refusal;
		redirect(303, `/reviews/${params.id}/attachments/${id}`);
	},
	withdraw: async ({ locals, params, request }) => {
		const asked = { review: params.id, attachment: params.attachment };
		const refusal = await refused(
			await request.formData(),
			() => void withdrawAttachment(locals.db, locals, asked),
			'withdraw'
		);
		if (refusal) return refusal;
		redirect(303, `/reviews/${params.id}/attachments`);
	},
	restore: async ({ locals, params, request }) => {
		const asked = { review: params.id, attachment: params.attachment };
		const refusal = await refused(
			await request.formData(),
			() => void restoreAttachment(locals.db, locals, asked),
			'restore'
		);
		if (refusal) return refusal;
		redirect(303, `/reviews/${params.id}/attachments`);
	}
};
