import { redirect } from '@sveltejs/kit';
import { letIn } from '#lib/server/join-workshop.ts';
import { keptFolder } from '#lib/server/project-root.ts';
import { guessKey } from '#lib/server/sign-in/guess-key.ts';
import { secretOf } from '#lib/server/sign-in/secret.ts';
import { refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
	/** Nothing of the product stands around what people do on their telephones. */
	bare: true
});

export const actions: Actions = {
	default: async ({ locals: { db, at }, request, getClientAddress }) => {
		const form = await request.formData();
		const key = guessKey(secretOf(keptFolder()), 'workshop', '', getClientAddress());
		let code = '';
		const refusal = await refused(form, () => {
			code = letIn(db, key, textOf(form, 'code'), at).joinCode;
		});
		if (refusal) return refusal;
		redirect(303, `/workshop/${code}`);
	}
};
