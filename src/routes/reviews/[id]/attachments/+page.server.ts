import { redirect } from '@sveltejs/kit';
import { attachedFile, attachmentFrom } from '#lib/server/attachment-form.ts';
import { savedFrom } from '#lib/server/answer-save.ts';
import { addAttachment } from '#lib/server/commands/add-attachment.ts';
import { loadAttachments } from '#lib/server/queries/attachments.ts';
import { listSources } from '#lib/server/queries/sources.ts';
import { maySee } from '#lib/server/queries/visible-reviews.ts';
import { listElementChoices } from '#lib/server/queries/voices.ts';
import { answered, refused } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const { db, actor, at } = locals;
	const { withdrawn, ...files } = answered(() => loadAttachments(db, params.id, at.slice(0, 10)));
	const opens = maySee(db, actor, params.id, 'open-evidence');
	const sources = listSources(db, params.id).map(({ id, title }) => ({ id, title }));
	const asked = url.searchParams.get('source');
	return {
		...files,
		withdrawn: opens ? withdrawn : [],
		sources,
		of: sources.find(({ id }) => id === asked) ?? null,
		choices: opens ? listElementChoices(db, params.id).filter(({ leading }) => leading) : []
	};
};

export const actions: Actions = {
	add: async ({ locals, params, request }) => {
		const form = await request.formData();
		const { confirmed } = savedFrom(form);
		const refusal = await refused(form, async () => {
			const asked = { review: params.id, ...attachmentFrom(form), ...(await attachedFile(form)), confirmed };
			addAttachment(locals.db, locals, asked);
		});
		if (refusal) return refusal;
		redirect(303, `/reviews/${params.id}/attachments`);
	}
};
