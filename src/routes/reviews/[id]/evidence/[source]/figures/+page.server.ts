import { redirect } from '@sveltejs/kit';
import { savedFrom } from '#lib/server/answer-save.ts';
import { addFigure } from '#lib/server/commands/add-figure.ts';
import { restoreFigure } from '#lib/server/commands/restore-figure.ts';
import { figureFrom } from '#lib/server/figure-form.ts';
import { loadFiguresPage } from '#lib/server/queries/figures.ts';
import { maySee } from '#lib/server/queries/visible-reviews.ts';
import { listElementChoices } from '#lib/server/queries/voices.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => {
	const { withdrawn, ...page } = answered(() => loadFiguresPage(locals.db, params.id, params.source));
	const opens = maySee(locals.db, locals.actor, params.id, 'open-evidence');
	return {
		...page,
		withdrawn: opens ? withdrawn : [],
		choices: opens ? listElementChoices(locals.db, params.id).filter(({ leading }) => leading) : []
	};
};

export const actions: Actions = {
	add: async ({ locals, params, request }) => {
		const form = await request.formData();
		const { id: review, source } = params;
		const asked = { review, source, ...figureFrom(form), confirmed: savedFrom(form).confirmed };
		const refusal = await refused(form, () => void addFigure(locals.db, locals, asked), 'add');
		if (refusal) return refusal;
		redirect(303, `/reviews/${review}/evidence/${source}/figures`);
	},
	restore: async ({ locals, params, request }) => {
		const form = await request.formData();
		const { id: review, source } = params;
		const asked = { review, source, figure: textOf(form, 'figure') };
		const refusal = await refused(form, () => void restoreFigure(locals.db, locals, asked), 'restore');
		if (refusal) return refusal;
		redirect(303, `/reviews/${review}/evidence/${source}/figures`);
	}
};
