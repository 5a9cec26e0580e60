import { redirect } from '@sveltejs/kit';
import { dutyWords, roleInSentence, roleWords } from '#lib/server/access/role-words.ts';
import { acceptInvitation, isOther, type Accepted } from '#lib/server/commands/accept-invitation.ts';
import { hashNewPassword } from '#lib/server/sign-in/common-passwords.ts';
import { signInDirectly } from '#lib/server/sign-in/steps.ts';
import { readProvider } from '#lib/server/sign-in/settings.ts';
import type { Database } from '#lib/server/db/open.ts';
import { findActor } from '#lib/server/queries/actors.ts';
import { maySee } from '#lib/server/queries/visible-reviews.ts';
import { findInvitation } from '#lib/server/queries/organisations.ts';
import { findAccount, findGoodLink } from '#lib/server/queries/secret-links.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import { longDate } from '#lib/reports/dates.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, at, actor }, params }) =>
	answered(() => {
		const { id } = findGoodLink(db, 'join', params.token, at);
		const { role, duty, expiresAt, ...invitation } = findInvitation(db, id);
		const account = findAccount(db, invitation.email);
		return {
			invitation: {
				...invitation,
				role: { name: roleInSentence(role), you: roleWords[role].you },
				duty: duty && { name: dutyWords[duty.duty].name, you: dutyWords[duty.duty].you, review: duty.review },
				until: longDate(expiresAt.slice(0, 10))
			},
			/** What whoever is here can do with it. */
			way: isOther(actor, account)
				? ('sign-out' as const)
				: actor.kind === 'person'
					? ('accept' as const)
					: account?.isTheirs
						? ('sign-in' as const)
						: ('join' as const),
			name: account?.name ?? '',
			provider: readProvider()?.name ?? null,
			here: actor.kind === 'person' ? actor.name : null
		};
	});

export const actions: Actions = {
	join: async (event) => {
		const { locals, params, request } = event;
		const form = await request.formData();
		return refused(form, async () => {
			// Before the long work of hashing: only who holds a good link gets as far.
			const { email } = findGoodLink(locals.db, 'join', params.token, locals.at);
			const name = textOf(form, 'name');
			const byProvider = form.get('by') === 'provider' && readProvider() !== null;
			const password = String(form.get('password') ?? '');
			const passwordHash = byProvider ? null : await hashNewPassword(password, { name, email });
			const joining = { name, passwordHash };
			const accepted = acceptInvitation(locals.db, locals, { token: params.token, joining });
			const first = firstPage(locals.db, accepted);
			if (byProvider) redirect(303, `/sign-in?to=${encodeURIComponent(first)}`);
			signInDirectly(event, accepted.person, 'invitation');
			redirect(303, first);
		});
	},
	accept: async ({ locals, params, request }) =>
		refused(await request.formData(), () => {
			const accepted = acceptInvitation(locals.db, locals, { token: params.token, joining: null });
			redirect(303, firstPage(locals.db, accepted));
		})
};

/** The review that they were asked into; a file reader sees it not, and finds what they read among the reviews. */
function firstPage(db: Database, { person, review }: Accepted): string {
	const actor = findActor(db, person);
	if (review === null || !actor) return '/';
	return maySee(db, actor, review, 'see-review') ? `/reviews/${review}` : '/reviews';
}
