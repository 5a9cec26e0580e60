import { redirect } from '@sveltejs/kit';
import { answerSave, savedFrom } from '#lib/server/answer-save.ts';
import { saveFigure } from '#lib/server/commands/save-figure.ts';
import { withdrawFigure } from '#lib/server/commands/withdraw-figure.ts';
import { figureFrom } from '#lib/server/figure-form.ts';
import { loadFigureEditor } from '#lib/server/queries/figures.ts';
import { answered, refused } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => ({
	editor: answered(() => loadFigureEditor(locals.db, params.id, params.source, params.figure))
});

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const form = await request.formData();
		const { id: review, source, figure } = params;
		return answerSave(form, () =>
			saveFigure(locals.db, locals, { review, source, figure, ...figureFrom(form), ...savedFrom(form) })
		);
	},
	withdraw: async ({ locals, params, request }) => {
		const { id: review, source, figure } = params;
		const refusal = await refused(
			await request.formData(),
			() => void withdrawFigure(locals.db, locals, { review, source, figure })
		);
		if (refusal) return refusal;
		redirect(303, `/reviews/${review}/evidence/${source}/figures`);
	}
};
