import { answerSave, savedFrom } from '#lib/server/answer-save.ts';
import { keepSelfCheck } from '#lib/server/commands/keep-self-check.ts';
import { whyClosed } from '#lib/server/queries/closed.ts';
import { loadKeptCheck } from '#lib/server/queries/self-checks.ts';
import { answered, writtenIn } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db }, params }) => ({
	page: answered(() => loadKeptCheck(db, params.id, params.checklist)),
	closed: whyClosed(db, params.id)
});

export const actions: Actions = {
	save: async ({ locals, params: { id: review, checklist }, request }) => {
		const form = await request.formData();
		const asked = { review, checklist, texts: writtenIn(form), ...savedFrom(form) };
		return answerSave(form, () => keepSelfCheck(locals.db, locals, asked));
	}
};
