import { redirect } from '@sveltejs/kit';
import { dayAndTime } from '#lib/pages/times.ts';
import { savedFrom } from '#lib/server/answer-save.ts';
import { makeFeedKey } from '#lib/server/commands/make-feed-key.ts';
import { revokeFeedKey } from '#lib/server/commands/revoke-feed-key.ts';
import { listFeedKeys } from '#lib/server/queries/feed-keys.ts';
import { refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, actor }, url }) => ({
	keys: (actor.kind === 'person' ? listFeedKeys(db, actor.id) : []).map(
		({ id, title, madeAt, usedAt, revokedAt }) => ({
			id,
			title,
			made: dayAndTime(madeAt),
			used: usedAt && dayAndTime(usedAt),
			revoked: revokedAt && dayAndTime(revokedAt)
		})
	),
	revoked: url.searchParams.has('revoked')
});

export const actions: Actions = {
	make: async ({ locals, request }) => {
		const form = await request.formData();
		return refused(form, () => {
			const { confirmed } = savedFrom(form);
			return { made: makeFeedKey(locals.db, locals, { title: textOf(form, 'title'), confirmed }).key };
		});
	},
	revoke: async ({ locals, request }) => {
		const form = await request.formData();
		return refused(form, () => {
			revokeFeedKey(locals.db, locals, textOf(form, 'id'));
			redirect(303, '/account/keys?revoked');
		});
	}
};
