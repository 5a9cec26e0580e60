import { redirect } from '@sveltejs/kit';
import { drawSourceSample } from '#lib/server/commands/draw-sample.ts';
import { setFrame } from '#lib/server/commands/set-frame.ts';
import { useReplacement } from '#lib/server/commands/use-replacement.ts';
import { savedFrom } from '#lib/server/answer-save.ts';
import { loadSamplePage } from '#lib/server/queries/sample-page.ts';
import { replacedSentence } from '#lib/pages/replaced-sentence.ts';
import { drawFrom, frameFrom, offeredSeed, planAsked } from '#lib/server/sample-forms.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => ({
	seed: offeredSeed(),
	sample: answered(() =>
		loadSamplePage(locals.db, params.id, params.source, {
			...planAsked(url.searchParams),
			check: url.searchParams.has('check')
		})
	)
});

/** What a form of the page asks for; once it is done the page is shown anew, at the part that it was about. */
type Ask = (form: FormData, event: RequestEvent) => unknown;

const doing = (name: string, part: string, ask: Ask) => async (event: RequestEvent) => {
	const form = await event.request.formData();
	const refusal = await refused(form, async () => void (await ask(form, event)), name);
	if (refusal) return refusal;
	redirect(303, `/reviews/${event.params.id}/evidence/${event.params.source}/sample#${part}`);
};

export const actions: Actions = {
	frame: doing('frame', 'frame', async (form, { locals, params }) => {
		const frame = await frameFrom(form);
		const { confirmed } = savedFrom(form);
		setFrame(locals.db, locals, { review: params.id, source: params.source, frame, confirmed });
	}),

	draw: doing('draw', 'drawn', (form, { locals, params }) =>
		drawSourceSample(locals.db, locals, {
			review: params.id,
			source: params.source,
			draw: drawFrom(form),
			seen: textOf(form, 'seen') || null,
			confirmed: savedFrom(form).confirmed
		})
	),

	replace: async ({ locals, params, request }) => {
		const form = await request.formData();
		return refused(
			form,
			() => {
				const reference = textOf(form, 'reference');
				const used = useReplacement(locals.db, locals, {
					review: params.id,
					source: params.source,
					reference,
					reason: textOf(form, 'reason'),
					confirmed: savedFrom(form).confirmed
				});
				return { done: replacedSentence(reference, used) };
			},
			'replace'
		);
	}
};
