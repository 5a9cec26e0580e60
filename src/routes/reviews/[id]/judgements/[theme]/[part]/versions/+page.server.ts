import { redirect } from '@sveltejs/kit';
import { savedFrom } from '#lib/server/answer-save.ts';
import { bringBackVersion } from '#lib/server/commands/bring-back-version.ts';
import { findPart, loadVersions } from '#lib/server/queries/narratives.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params: { id, theme, part } }) => ({
	versions: answered(() => loadVersions(locals.db, id, theme, part))
});

export const actions: Actions = {
	bring: async ({ locals, params: { id, theme, part }, request, url }) => {
		const form = await request.formData();
		const done = await refused(form, () =>
			bringBackVersion(locals.db, locals, {
				review: id,
				element: theme,
				part: findPart(locals.db, id, part),
				bring: Number(textOf(form, 'bring')),
				...savedFrom(form)
			})
		);
		if ('saved' in done) redirect(303, url.pathname.replace(/\/versions$/, ''));
		return done;
	}
};
