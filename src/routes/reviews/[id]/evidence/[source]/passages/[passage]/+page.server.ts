import { redirect } from '@sveltejs/kit';
import { savedFrom } from '#lib/server/answer-save.ts';
import { restorePassage } from '#lib/server/commands/restore-passage.ts';
import { savePassage } from '#lib/server/commands/save-passage.ts';
import { withdrawPassage } from '#lib/server/commands/withdraw-passage.ts';
import { loadPassagePage } from '#lib/server/queries/note-pages.ts';
import { savedOrRefused } from '#lib/server/saved-or-refused.ts';
import { tagsFrom } from '#lib/server/tags-from.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals, params }) => ({
	page: answered(() => loadPassagePage(locals.db, locals.actor, params.id, params.source, params.passage))
});

const here = ({ params }: RequestEvent) => ({
	review: params.id,
	source: params.source,
	passage: params.passage
});
const ownAddress = ({ params }: RequestEvent) =>
	`/reviews/${params.id}/evidence/${params.source}/passages/${params.passage}`;

export const actions: Actions = {
	save: async (event) => {
		const form = await event.request.formData();
		const refusal = await refused(form, () => {
			const asked = { ...here(event), words: textOf(form, 'words'), ...tagsFrom(form), ...savedFrom(form) };
			savedOrRefused(savePassage(event.locals.db, event.locals, asked));
		});
		if (refusal) return refusal;
		redirect(303, ownAddress(event));
	},
	withdraw: async (event) => {
		await refused(await event.request.formData(), () =>
			withdrawPassage(event.locals.db, event.locals, here(event))
		);
		redirect(303, ownAddress(event));
	},
	restore: async (event) => {
		await refused(await event.request.formData(), () =>
			restorePassage(event.locals.db, event.locals, here(event))
		);
		redirect(303, ownAddress(event));
	}
};
