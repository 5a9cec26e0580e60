import { redirect } from '@sveltejs/kit';
import { sourceKinds } from '#lib/evidence/source.ts';
import { isAskedKind } from '#lib/evidence/source-kinds.ts';
import { savedFrom } from '#lib/server/answer-save.ts';
import { addSource } from '#lib/server/commands/add-source.ts';
import { sourceFields, type SourceTexts } from '#lib/server/commands/source-texts.ts';
import { refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({
	kind: sourceKinds.find((each) => each === url.searchParams.get('kind')) ?? null
});

export const actions: Actions = {
	add: async ({ locals, params, request }) => {
		const form = await request.formData();
		const kind = textOf(form, 'kind');
		const texts = Object.fromEntries(
			sourceFields.map((field) => [field, textOf(form, field)])
		) as SourceTexts;
		const { confirmed } = savedFrom(form);
		const added = await refused(form, () =>
			addSource(locals.db, locals, { review: params.id, kind, ...texts, confirmed })
		);
		if (typeof added !== 'string') return added;
		const home = `/reviews/${params.id}/evidence`;
		redirect(
			303,
			sourceKinds.some((each) => each === kind && isAskedKind(each)) ? `${home}/${added}/instrument` : home
		);
	}
};
