import { redirect } from '@sveltejs/kit';
import { findingAddress } from '#lib/components/review-addresses.ts';
import { savedFrom } from '#lib/server/answer-save.ts';
import { addFinding } from '#lib/server/commands/add-finding.ts';
import { linksFrom } from '#lib/server/links-from.ts';
import { listElementOptions } from '#lib/server/queries/findings.ts';
import { loadNewFinding } from '#lib/server/queries/findings-page.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, actor }, params, url }) => {
	const element = url.searchParams.get('element');
	return {
		finding: answered(() => loadNewFinding(db, actor, params.id, url.searchParams.get('from'), element)),
		direction: url.searchParams.get('direction') ?? '',
		element: element ?? '',
		options: listElementOptions(db, params.id, null)
	};
};

export const actions: Actions = {
	add: async ({ locals, params, request }) => {
		const form = await request.formData();
		let added = '';
		const refusal = await refused(form, () => {
			added = addFinding(locals.db, locals, {
				review: params.id,
				direction: textOf(form, 'direction'),
				heading: textOf(form, 'heading'),
				text: textOf(form, 'text'),
				weight: textOf(form, 'weight'),
				reason: textOf(form, 'reason'),
				element: textOf(form, 'element'),
				elements: textOf(form, 'elements'),
				links: linksFrom(form),
				confirmed: savedFrom(form).confirmed
			});
		});
		if (added === '') return refusal;
		redirect(303, findingAddress(params.id, added));
	}
};
