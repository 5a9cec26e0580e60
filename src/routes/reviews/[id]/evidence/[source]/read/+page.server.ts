import { redirect } from '@sveltejs/kit';
import { readAddress } from '#lib/components/review-addresses.ts';
import { takeRecords } from '#lib/server/commands/take-records.ts';
import { loadReadingList } from '#lib/server/queries/given-records.ts';
import { maySee } from '#lib/server/queries/visible-reviews.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => ({
	list: answered(() => loadReadingList(locals.db, params.id, params.source, locals.actor)),
	mayTake: maySee(locals.db, locals.actor, params.id, 'give-records'),
	done: url.searchParams.get('done') === 'yes'
});

/** As many as somebody reads before they come back. */
const mostAtOnce = 10;

export const actions: Actions = {
	take: async ({ locals, params, request }) => {
		const form = await request.formData();
		const asked = Number(textOf(form, 'records') || 1);
		const most = Number.isSafeInteger(asked) ? Math.min(Math.max(asked, 1), mostAtOnce) : 1;
		const refusal = await refused(form, () => {
			takeRecords(locals.db, locals, { review: params.id, source: params.source, most });
		});
		if (refusal) return refusal;
		redirect(303, readAddress(params.id, params.source));
	}
};
