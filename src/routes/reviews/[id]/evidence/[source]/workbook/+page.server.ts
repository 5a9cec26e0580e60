import { savedFrom } from '#lib/server/answer-save.ts';
import { takeInWorkbook } from '#lib/server/commands/take-in-workbook.ts';
import { readReturnedWorkbook } from '#lib/server/read-returned-workbook.ts';
import { attachedFile } from '#lib/server/attachment-form.ts';
import { loadWorkbookOffer } from '#lib/server/queries/reader-workbook.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => ({
	offer: answered(() => loadWorkbookOffer(locals.db, locals.actor, params.id, params.source))
});

export const actions: Actions = {
	send: async ({ locals, params, request }) => {
		const form = await request.formData();
		return refused(form, async () => {
			const { fileName, bytes } = await attachedFile(form);
			const taken = takeInWorkbook(locals.db, locals, {
				review: params.id,
				source: params.source,
				table: await readReturnedWorkbook(bytes, fileName),
				complete: textOf(form, 'complete') === 'yes',
				confirmed: savedFrom(form).confirmed
			});
			return { taken };
		});
	}
};
