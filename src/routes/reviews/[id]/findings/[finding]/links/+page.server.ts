import { redirect } from '@sveltejs/kit';
import { findingAddress } from '#lib/components/review-addresses.ts';
import { setFindingLinks } from '#lib/server/commands/set-finding-links.ts';
import { linksFrom } from '#lib/server/links-from.ts';
import { loadFindingLinks } from '#lib/server/queries/finding-links.ts';
import { savedOrRefused } from '#lib/server/saved-or-refused.ts';
import { answered, refused } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => ({
	finding: answered(() => loadFindingLinks(locals.db, locals.actor, params.id, params.finding))
});

export const actions: Actions = {
	set: async ({ locals, params, request }) => {
		const form = await request.formData();
		const asked = {
			review: params.id,
			finding: params.finding,
			before: form.getAll('before').filter((each) => typeof each === 'string'),
			links: linksFrom(form)
		};
		const refusal = await refused(form, () => void savedOrRefused(setFindingLinks(locals.db, locals, asked)));
		if (refusal) return refusal;
		redirect(303, `${findingAddress(params.id, params.finding)}#rests`);
	}
};
