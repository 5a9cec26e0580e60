import { redirect } from '@sveltejs/kit';
import { usePasswordLink } from '#lib/server/commands/use-password-link.ts';
import { findAccount, findGoodLink } from '#lib/server/queries/secret-links.ts';
import { hashNewPassword } from '#lib/server/sign-in/common-passwords.ts';
import { answered, refused } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => ({
	email: answered(() => findGoodLink(locals.db, 'password', params.token, locals.at)).email
});

export const actions: Actions = {
	default: async ({ locals: { db, at }, params, request }) => {
		const form = await request.formData();
		return refused(form, async () => {
			const { token } = params;
			const { email } = findGoodLink(db, 'password', token, at);
			const owner = { name: findAccount(db, email)?.name ?? '', email };
			const passwordHash = await hashNewPassword(String(form.get('password') ?? ''), owner);
			usePasswordLink(db, at, { token, passwordHash });
			redirect(303, '/sign-in?after=password');
		});
	}
};
