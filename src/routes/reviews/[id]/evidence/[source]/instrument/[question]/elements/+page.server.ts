import { redirect } from '@sveltejs/kit';
import { arrangeDraft } from '#lib/server/commands/arrange-instrument-draft.ts';
import { loadElementsEditor } from '#lib/server/queries/instrument-editor.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => ({
	editor: answered(() => loadElementsEditor(locals.db, params.id, params.source, params.question))
});

export const actions: Actions = {
	map: async ({ locals, params, request }) => {
		const form = await request.formData();
		const { id: review, source, question: key } = params;
		const before = textOf(form, 'before').split(' ');
		const chosen = form.getAll('elements').filter((code) => typeof code === 'string');
		const answer = await refused(
			form,
			() =>
				void arrangeDraft(locals.db, locals, {
					review,
					source,
					arrangement: { what: 'map', key, before, chosen }
				})
		);
		if (answer) return answer;
		redirect(303, `/reviews/${review}/evidence/${source}/instrument/${key}`);
	}
};
