import { answerSave, savedFrom } from '#lib/server/answer-save.ts';
import { saveNote } from '#lib/server/commands/save-note.ts';
import { loadNotePage } from '#lib/server/queries/note-pages.ts';
import { answered, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => {
	const { source, note, kept, passages, closed, withdrawn } = answered(() =>
		loadNotePage(locals.db, params.id, params.source, params.note)
	);
	return { editor: { source, note, kept, passages: passages.length, closed, withdrawn } };
};

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const form = await request.formData();
		return answerSave(form, () =>
			saveNote(locals.db, locals, {
				review: params.id,
				source: params.source,
				note: params.note,
				title: textOf(form, 'title'),
				day: textOf(form, 'day'),
				text: textOf(form, 'text'),
				...savedFrom(form)
			})
		);
	}
};
