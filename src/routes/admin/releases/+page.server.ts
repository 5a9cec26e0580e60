import { redirect } from '@sveltejs/kit';
import { keptFolder } from '#lib/server/project-root.ts';
import { loadReleasesPage } from '#lib/server/queries/releases-page.ts';
import { savedFrom } from '#lib/server/answer-save.ts';
import { startRelease } from '#lib/server/releases/release-work.ts';
import { refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => ({
	...loadReleasesPage(locals.db, locals.at),
	dropped: url.searchParams.has('dropped')
});

export const actions: Actions = {
	begin: async ({ locals, request }) => {
		const form = await request.formData();
		return refused(form, () => {
			const draft = startRelease(locals.db, locals, keptFolder(), {
				title: textOf(form, 'title'),
				from: textOf(form, 'from'),
				to: textOf(form, 'to'),
				others: textOf(form, 'others'),
				note: textOf(form, 'note'),
				example: textOf(form, 'world') === 'example',
				confirmed: savedFrom(form).confirmed
			});
			redirect(303, `/admin/releases/${draft}`);
		});
	}
};
