import { fail } from '@sveltejs/kit';
import { savedFrom } from '#lib/server/answer-save.ts';
import { attachedFile } from '#lib/server/attachment-form.ts';
import { takeInSelfEvaluation } from '#lib/server/commands/take-in-self-evaluation.ts';
import { whyClosed } from '#lib/server/queries/closed.ts';
import { compareAgain, compareWithFile } from '#lib/server/queries/round-trip.ts';
import { findSelfEvaluated } from '#lib/server/queries/workshops.ts';
import { carriedIn, chosenIn, takenIn } from '#lib/server/round-trip/chosen-form.ts';
import { readFiled } from '#lib/server/round-trip/read-filed.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import { FormProblem } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db }, params }) =>
	answered(() => {
		findSelfEvaluated(db, params.id);
		return { closed: whyClosed(db, params.id) };
	});

export const actions: Actions = {
	compare: async ({ locals, params, request }) => {
		const form = await request.formData();
		return refused(
			form,
			async () => {
				const { fileName, bytes } = await attachedFile(form);
				return {
					compared: compareWithFile(locals.db, params.id, await readFiled(bytes, fileName), fileName)
				};
			},
			'compare'
		);
	},
	take: async ({ locals, params, request }) => {
		const form = await request.formData();
		const refusal = await refused(
			form,
			() => {
				const { components: chosen, standards } = chosenIn(form, carriedIn(form));
				if (chosen.length + standards.length === 0)
					throw new FormProblem({}, 'Nothing is chosen, so nothing was taken in');
				const { confirmed } = savedFrom(form);
				const asked = { review: params.id, chosen, standards, confirmed };
				return { taken: takeInSelfEvaluation(locals.db, locals, asked) };
			},
			'take'
		);
		if (!('status' in refusal)) return refusal;
		// The differences are shown again, against what stands there now, with what was chosen.
		return answered(() => {
			const about = { taken: takenIn(form), fileName: textOf(form, 'fileName') };
			const compared = compareAgain(locals.db, params.id, carriedIn(form), about);
			return fail(refusal.status, { ...refusal.data, values: {}, compared });
		});
	}
};
