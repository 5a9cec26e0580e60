import { redirect } from '@sveltejs/kit';
import { publishRelease } from '#lib/server/commands/publish-release.ts';
import { keptFolder } from '#lib/server/project-root.ts';
import { loadDraftPage } from '#lib/server/queries/releases-page.ts';
import { giveUpRelease, startReleaseAgain } from '#lib/server/releases/release-work.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, depends }) => {
	depends('cairn:release');
	return { draft: answered(() => loadDraftPage(locals.db, params.draft)) };
};

export const actions: Actions = {
	publish: async ({ locals, params, request }) => {
		const form = await request.formData();
		return refused(
			form,
			() => {
				const sure = textOf(form, 'sure') === 'yes';
				publishRelease(locals.db, locals, { draft: params.draft, sure });
				redirect(303, `/admin/releases/${params.draft}`);
			},
			'publish'
		);
	},

	again: async ({ locals, params, request }) =>
		refused(
			await request.formData(),
			() => {
				startReleaseAgain(locals.db, locals, keptFolder(), params.draft);
				redirect(303, `/admin/releases/${params.draft}`);
			},
			'again'
		),

	drop: async ({ locals, params, request }) =>
		refused(
			await request.formData(),
			() => {
				giveUpRelease(locals.db, locals, params.draft);
				redirect(303, '/admin/releases?dropped');
			},
			'drop'
		)
};
