import { redirect } from '@sveltejs/kit';
import { resultKinds } from '#lib/benchmark/result-kinds.ts';
import { sharingChoices } from '#lib/pages/sharing-words.ts';
import { consentToShare } from '#lib/server/commands/consent-to-share.ts';
import { withdrawConsent } from '#lib/server/commands/withdraw-consent.ts';
import { FormProblem } from '#lib/server/problems.ts';
import { loadSharingPage } from '#lib/server/queries/sharing-page.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => ({
	sharing: answered(() => loadSharingPage(locals.db, locals.actor, params.id)),
	chosen: resultKinds.find((kind) => kind === url.searchParams.get('chosen')) ?? null
});

export const actions: Actions = {
	choose: async ({ locals, params, request }) => {
		const form = await request.formData();
		const kind = resultKinds.find((each) => each === textOf(form, 'kind'));
		return refused(
			form,
			() => {
				const choice = sharingChoices.find((each) => each === textOf(form, 'choice'));
				if (!kind || !choice) throw new FormProblem({ choice: 'Choose whether it is shared, and how.' });
				const asked = { review: params.id, kind, seen: textOf(form, 'seen') };
				if (choice === 'no') withdrawConsent(locals.db, locals, asked);
				else consentToShare(locals.db, locals, { ...asked, named: choice === 'named' });
				redirect(303, `/reviews/${params.id}/sharing?chosen=${kind}#${kind}`);
			},
			kind
		);
	}
};
