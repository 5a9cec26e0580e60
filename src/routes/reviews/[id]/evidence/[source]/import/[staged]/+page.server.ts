import { redirect } from '@sveltejs/kit';
import { longDate } from '#lib/reports/dates.ts';
import { dayOf } from '#lib/pages/times.ts';
import { savedFrom } from '#lib/server/answer-save.ts';
import {
	beginFromFile,
	drop,
	lookAgain,
	receiveMapping,
	startTakingIn
} from '#lib/server/imports/staged-work.ts';
import { loadStagedPage } from '#lib/server/imports/staged-page.ts';
import { checkedBatchName } from '#lib/server/commands/take-in-staged.ts';
import { keptFolder } from '#lib/server/project-root.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals, params, depends }) => {
	depends('cairn:staged');
	const page = answered(() => loadStagedPage(locals.db, placeOf(params), params.staged));
	if (page.step === 'done') redirect(303, `${importAddress(params)}?done=${page.batch}`);
	return { ...page, offeredName: `Answers of ${longDate(dayOf(locals.at))}` };
};

type Params = RequestEvent['params'];
const placeOf = ({ id, source }: Params) => ({ folder: keptFolder(), review: id, source });
const importAddress = ({ id, source }: Params) => `/reviews/${id}/evidence/${source}/import`;

/** What a form of the page asks for; once it is done the page is shown anew. */
const doing =
	(name: string, ask: (form: FormData, event: RequestEvent) => unknown) => async (event: RequestEvent) => {
		const form = await event.request.formData();
		const refusal = await refused(form, () => void ask(form, event), name);
		if (refusal) return refusal;
		redirect(303, `${importAddress(event.params)}/${event.params.staged}`);
	};

export const actions: Actions = {
	map: doing('map', (form, { locals, params }) =>
		receiveMapping(locals.db, locals, placeOf(params), params.staged, (name) => textOf(form, name))
	),

	takeIn: doing('take-in', (form, { locals, params }) => {
		const name = checkedBatchName(textOf(form, 'name'), savedFrom(form).confirmed);
		startTakingIn(locals.db, locals, placeOf(params), params.staged, {
			name,
			identifiersChecked: textOf(form, 'checked') === 'yes'
		});
	}),

	instrument: async ({ locals, params, request }) => {
		const form = await request.formData();
		const refusal = await refused(
			form,
			() => {
				const { confirmed } = savedFrom(form);
				beginFromFile(locals.db, locals, placeOf(params), params.staged, confirmed);
			},
			'instrument'
		);
		if (refusal) return refusal;
		redirect(303, `/reviews/${params.id}/evidence/${params.source}/instrument`);
	},

	lookAgain: doing('again', (_form, { locals, params }) =>
		lookAgain(locals.db, placeOf(params), params.staged)
	),

	drop: async ({ locals, params }) => {
		drop(locals.db, placeOf(params), params.staged);
		redirect(303, importAddress(params));
	}
};
