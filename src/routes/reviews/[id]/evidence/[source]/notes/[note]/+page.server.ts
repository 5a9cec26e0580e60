import { redirect } from '@sveltejs/kit';
import { savedFrom } from '#lib/server/answer-save.ts';
import { markPassage } from '#lib/server/commands/mark-passage.ts';
import { restoreNote } from '#lib/server/commands/restore-note.ts';
import { withdrawNote } from '#lib/server/commands/withdraw-note.ts';
import { loadNotePage } from '#lib/server/queries/note-pages.ts';
import { savedOrRefused } from '#lib/server/saved-or-refused.ts';
import { tagsFrom } from '#lib/server/tags-from.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => ({
	page: answered(() => loadNotePage(locals.db, params.id, params.source, params.note)),
	marked: Number(url.searchParams.get('marked') ?? 0)
});

export const actions: Actions = {
	mark: async ({ locals, params, request }) => {
		const form = await request.formData();
		let marked = 0;
		const refusal = await refused(
			form,
			() => {
				const result = markPassage(locals.db, locals, {
					review: params.id,
					source: params.source,
					note: params.note,
					words: textOf(form, 'words'),
					near: Number(textOf(form, 'near')) || 0,
					sentences: form.getAll('sentence').map(Number),
					...tagsFrom(form),
					...savedFrom(form)
				});
				marked = savedOrRefused(result).marked.length;
			},
			'mark'
		);
		if (refusal) return refusal;
		redirect(
			303,
			`/reviews/${params.id}/evidence/${params.source}/notes/${params.note}?marked=${marked}#mark`
		);
	},
	withdraw: async ({ locals, params, request }) => {
		const asked = { review: params.id, source: params.source, note: params.note };
		await refused(await request.formData(), () => void withdrawNote(locals.db, locals, asked));
		redirect(303, `/reviews/${params.id}/evidence/${params.source}/notes/${params.note}`);
	},
	restore: async ({ locals, params, request }) => {
		const asked = { review: params.id, source: params.source, note: params.note };
		await refused(await request.formData(), () => void restoreNote(locals.db, locals, asked));
		redirect(303, `/reviews/${params.id}/evidence/${params.source}/notes/${params.note}`);
	}
};
