import { redirect } from '@sveltejs/kit';
import { themeAddress, weightsAddress } from '#lib/components/review-addresses.ts';
import { savedFrom } from '#lib/server/answer-save.ts';
import { moveFinding } from '#lib/server/commands/move-finding.ts';
import { setWeights } from '#lib/server/commands/set-weights.ts';
import { whyClosed } from '#lib/server/queries/closed.ts';
import { listFindingsToWeigh } from '#lib/server/queries/findings.ts';
import { findTheme } from '#lib/server/queries/narratives.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => ({
	theme: answered(() => findTheme(locals.db, params.id, params.theme)),
	findings: listFindingsToWeigh(locals.db, params.id, params.theme),
	closed: whyClosed(locals.db, params.id)
});

export const actions: Actions = {
	set: async ({ locals, params, request }) => {
		const form = await request.formData();
		const weighed = form.getAll('finding').flatMap((finding) =>
			typeof finding === 'string'
				? {
						finding,
						version: Number(textOf(form, `version-${finding}`)),
						weight: textOf(form, `weight-${finding}`),
						reason: textOf(form, `reason-${finding}`)
					}
				: []
		);
		const { confirmed } = savedFrom(form);
		const refusal = await refused(
			form,
			() => void setWeights(locals.db, locals, { review: params.id, weighed, confirmed })
		);
		if (refusal) return refusal;
		redirect(303, `${themeAddress(params.id, params.theme)}#know`);
	},
	move: async ({ locals, params, request }) => {
		const form = await request.formData();
		const [way, finding = ''] = textOf(form, 'move').split(':');
		const asked = { review: params.id, finding, way: way === 'up' ? 'up' : 'down' } as const;
		const refusal = await refused(form, () => moveFinding(locals.db, locals, asked));
		if (refusal) return refusal;
		redirect(303, `${weightsAddress(params.id, params.theme)}#finding-${finding}`);
	}
};
