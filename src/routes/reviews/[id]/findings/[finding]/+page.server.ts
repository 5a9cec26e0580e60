import { answerSave, savedFrom } from '#lib/server/answer-save.ts';
import { restoreFinding } from '#lib/server/commands/restore-finding.ts';
import { saveFinding } from '#lib/server/commands/save-finding.ts';
import { withdrawFinding } from '#lib/server/commands/withdraw-finding.ts';
import { loadFindingEditor } from '#lib/server/queries/findings.ts';
import { loadTextCheck } from '#lib/server/queries/measures-to-check.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => ({
	editor: answered(() => loadFindingEditor(locals.db, params.id, params.finding)),
	check: answered(() => loadTextCheck(locals.db, params.id, `finding:${params.finding}`))
});

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const form = await request.formData();
		return answerSave(form, () =>
			saveFinding(locals.db, locals, {
				review: params.id,
				finding: params.finding,
				heading: textOf(form, 'heading'),
				text: textOf(form, 'text'),
				weight: textOf(form, 'weight'),
				reason: textOf(form, 'reason'),
				...savedFrom(form)
			})
		);
	},
	withdraw: async ({ locals, params, request }) => {
		const asked = { review: params.id, finding: params.finding };
		return refused(await request.formData(), () => withdrawFinding(locals.db, locals, asked));
	},
	restore: async ({ locals, params, request }) => {
		const asked = { review: params.id, finding: params.finding };
		return refused(await request.formData(), () => restoreFinding(locals.db, locals, asked));
	}
};
