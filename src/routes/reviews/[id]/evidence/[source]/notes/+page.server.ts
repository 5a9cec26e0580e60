import { redirect } from '@sveltejs/kit';
import { savedFrom } from '#lib/server/answer-save.ts';
import { addNote } from '#lib/server/commands/add-note.ts';
import { loadNotesPage } from '#lib/server/queries/note-pages.ts';
import { savedOrRefused } from '#lib/server/saved-or-refused.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => ({
	notes: answered(() => loadNotesPage(locals.db, params.id, params.source))
});

export const actions: Actions = {
	add: async ({ locals, params, request }) => {
		const form = await request.formData();
		let note = '';
		const refusal = await refused(
			form,
			() => {
				const { added } = savedOrRefused(
					addNote(locals.db, locals, {
						review: params.id,
						source: params.source,
						title: textOf(form, 'title'),
						day: textOf(form, 'day'),
						text: textOf(form, 'text'),
						confirmed: savedFrom(form).confirmed
					})
				);
				note = added.note;
			},
			'add'
		);
		if (refusal) return refusal;
		redirect(303, `/reviews/${params.id}/evidence/${params.source}/notes/${note}`);
	}
};
