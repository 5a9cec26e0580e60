import { answerSave, savedFrom } from '#lib/server/answer-save.ts';
import { restoreFinding } from '#lib/server/commands/restore-finding.ts';
import { saveFinding } from '#lib/server/commands/save-finding.ts';
import { withdrawFinding } from '#lib/server/commands/withdraw-finding.ts';
import { loadFindingView } from '#lib/server/queries/finding-links.ts';
import { listElementOptions, loadFindingEditor } from '#lib/server/queries/findings.ts';
import { loadTextCheck } from '#lib/server/queries/measures-to-check.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, actor }, params: { id, finding } }) => {
	const editor = answered(() => loadFindingEditor(db, id, finding));
	const { element = '', elements = '' } = editor.kept.texts;
	return {
		editor,
		rests: loadFindingView(db, actor, id, finding),
		elements: listElementOptions(db, id, element),
		check: loadTextCheck(db, id, `finding:${finding}`, [element, ...elements.split(' ')])
	};
};

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const form = await request.formData();
		const sent = (name: string) => (form.has(name) ? textOf(form, name) : undefined);
		return answerSave(form, () =>
			saveFinding(locals.db, locals, {
				review: params.id,
				finding: params.finding,
				heading: textOf(form, 'heading'),
				text: textOf(form, 'text'),
				weight: textOf(form, 'weight'),
				reason: textOf(form, 'reason'),
				direction: sent('direction'),
				element: sent('element'),
				elements: sent('elements'),
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
