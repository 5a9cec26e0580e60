import { redirect } from '@sveltejs/kit';
import { confirmSource } from '#lib/server/commands/confirm-source.ts';
import { loadEvidencePage } from '#lib/server/queries/review-pages.ts';
import { listWithdrawnSources } from '#lib/server/queries/source-editor.ts';
import { maySee } from '#lib/server/queries/visible-reviews.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => {
	const { db, actor, at } = locals;
	return {
		evidence: answered(() => loadEvidencePage(db, params.id, at)),
		withdrawn: maySee(db, actor, params.id, 'open-plan') ? listWithdrawnSources(db, params.id) : []
	};
};

export const actions: Actions = {
	confirm: async ({ locals, params, request }) => {
		const form = await request.formData();
		const source = textOf(form, 'source');
		const refusal = await refused(form, () =>
			confirmSource(locals.db, locals, { review: params.id, source })
		);
		if (refusal) return refusal;
		redirect(303, `/reviews/${params.id}/evidence`);
	}
};
